"""The ledger (台账): .xlsx and .csv files, one or many, read into one."""

from .reading import Survey, TableReading, read_ledger, survey_ledger

__all__ = ["Survey", "TableReading", "read_ledger", "survey_ledger"]
