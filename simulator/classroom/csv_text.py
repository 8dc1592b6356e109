"""CSV that a spreadsheet opens as text, whatever somebody called themselves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_HARMLESS = re.compile(r"-|[+-]?\d+([.,]\d+)?")
"""What begins as a formula does and is none: a number, and the dash that stands for no number."""


def cell(value: object) -> str:
    """A value as a cell: what a spreadsheet would run as a formula begins with an apostrophe."""
    text = "" if value is None else str(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return text
    return f"'{text}" if text.startswith(_FORMULA) and not _HARMLESS.fullmatch(text) else text


def table(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180), lines ended by CRLF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()
