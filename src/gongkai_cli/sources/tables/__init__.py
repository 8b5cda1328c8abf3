"""The tables that a paper holds, whatever its format: .docx, .xlsx, .csv, a web page, .md, text.

One file a format; none knows what the tables are about.
"""

from .grid import Grid, Spot
from .reading import read_tables

__all__ = ["Grid", "Spot", "read_tables"]
