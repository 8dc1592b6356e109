"""A row of evidence: when, whether it won or lost, what, and by which rule or paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.play.presenters.hindsight import EvidenceRow
from simulator.ui.widgets import shapes
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

_SIGN, _AFTER_SIGN = 11, 12


@dataclass(frozen=True)
class Columns:
    """Pixels of the hour, the figure and the source, the same in every row; `exact` shows earned of possible."""

    clocks: int
    figures: int
    sources: int
    exact: bool


def evidence_columns(on: Painter, rows: Sequence[EvidenceRow], width: int, exact: bool) -> Columns:
    """The columns that `rows` need within `width` pixels; `exact` shows earned of possible in one of its own."""
    clocks = max((on.text_width(row.clock, "small") for row in rows), default=0) + on.px(12)
    figures = (
        max((on.text_width(row.exact, "small", "semibold") for row in rows), default=0) + on.px(14) if exact else 0
    )
    sources = min(width // 4, max((on.text_width(row.source, "small") + 2 for row in rows), default=0))
    if width < on.px(430):
        sources = 0
    return Columns(clocks, figures, sources, exact)


def paint_evidence(on: Painter, row: EvidenceRow, columns: Columns, x: int, y: int, width: int) -> int:
    """A row within `width` pixels; the row of pixels under it."""
    theme = on.look.theme
    on.text(x, y, row.clock, columns.clocks, "small", colour=theme.muted, max_lines=1)
    side = on.px(_SIGN)
    ink = theme.good if row.sign > 0 else theme.hot if row.sign < 0 else theme.warm
    left = x + columns.clocks
    if row.sign:
        on.triangle(left, y + on.px(4), side, row.sign > 0, ink)
    else:
        on.paste(shapes.disc(side, theme.solid(ink)), (left, y + on.px(4)))
    left += side + on.px(_AFTER_SIGN)
    spans: tuple[Span, ...] = (Span(f"{row.points}\u00a0{row.criterion}", "bold"), Span(f" · {row.text}"))
    if columns.exact:
        on.text(left, y, row.exact, columns.figures, "small", "semibold", max_lines=1)
        left += columns.figures
        spans = (Span(row.text),)
    beside = columns.sources
    room = x + width - left - (beside + on.px(14) if beside else 0)
    bottom = on.text(left, y, spans, room, "small").bottom
    if beside:
        source = on.text(x + width - beside, y, row.source, beside, "small", colour=theme.faint, align="right")
        return max(bottom, source.bottom)
    return on.text(left, bottom, row.source, room, "small", colour=theme.faint).bottom if row.source else bottom


def paint_detail(on: Painter, row: EvidenceRow, columns: Columns, x: int, y: int, width: int) -> int:
    """The messages that a row stands for, one a line under its text; the row of pixels under them."""
    inset = columns.clocks + columns.figures + on.px(_SIGN + _AFTER_SIGN)
    for line in row.detail:
        y = on.text(x + inset, y, line, width - inset, "small", colour=on.look.theme.muted).bottom
    return y
