"""Tables for a terminal: plain lines, one column of which gives way to the width."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

_GAP = "  "
_USUAL_WIDTH, _MOST_WIDTH, _NARROWEST = 100, 120, 20


def table_lines(heads: Sequence[str], rows: Sequence[Sequence[str]], wrapped: int) -> list[str]:
    """The lines of a table; a cell may have several, and those of column `wrapped` are broken where they must be."""
    cells = [[cell.split("\n") for cell in row] for row in (heads, *rows)]
    widths = [max(len(line) for row in cells for line in row[place]) for place in range(len(heads))]
    room = min(shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns, _MOST_WIDTH)
    others = sum(widths) - widths[wrapped] + len(_GAP) * (len(heads) - 1)
    widths[wrapped] = min(widths[wrapped], max(_NARROWEST, room - others))
    for row in cells:
        row[wrapped] = [
            piece for line in row[wrapped] for piece in wrap(line, widths[wrapped], break_on_hyphens=False) or [""]
        ]
    head, *body = ([_line(pieces, widths) for pieces in zip_longest(*row, fillvalue="")] for row in cells)
    rule = _GAP.join("─" * width for width in widths)
    return [*head, rule, *(line for lines in body for line in lines)]


def _line(pieces: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(piece.ljust(width) for piece, width in zip(pieces, widths, strict=True)).rstrip()
