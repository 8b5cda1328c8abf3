"""The ledger that travels: a workbook for each unit, and what comes back of it."""
