"""The master scenario events list as a spreadsheet: out to the columns of the field, and back as the edit."""

from simulator.authoring.msel.back import Change, Returned, brought_back
from simulator.authoring.msel.columns import COLUMNS, MselRow, rows_of
from simulator.authoring.msel.placed import placed
from simulator.authoring.msel.sheet import SUFFIXES, BadSheet, Sheet, read_sheet, write_sheet

__all__ = [
    "COLUMNS",
    "SUFFIXES",
    "BadSheet",
    "Change",
    "MselRow",
    "Returned",
    "Sheet",
    "brought_back",
    "placed",
    "read_sheet",
    "rows_of",
    "write_sheet",
]
