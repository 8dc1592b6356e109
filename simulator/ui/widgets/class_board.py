"""The class's board: who stands where, how grades spread, when each first spoke."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.play.presenters.class_rows import BoardLine, ShareRow
from simulator.ui.theme import Weight
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Align, Painter

_CRITERIA = ("reactivity", "transparency", "tone")
_BARS = 128
_DOT = 9
_MOST_ROWS = 8
"""Dots heaped on one another at most; more lie on the topmost."""
_NAMES = 130
"""Points that names have at least, before the bars of the dimensions go."""


def paint_ranking(on: Painter, lines: Sequence[BoardLine], x: int, y: int, room: int) -> int:
    """A row a play, one's own marked; the row under them."""
    theme, say = on.look.theme, on.look.say
    places = max(on.text_width(line.place, "body") for line in lines) + on.px(16)
    grades = max(on.text_width(say("myclass.column_grade"), "small", "semibold"), on.text_width("100")) + on.px(4)
    gap = on.px(14)
    bars = (room - places - on.px(_NAMES) - grades) // len(_CRITERIA) - gap
    bars = min(on.px(110), bars) if bars >= on.px(54) else 0
    names = room - places - grades - len(_CRITERIA) * (bars + gap if bars else 0) - gap
    on.heading(x + places, y, say("myclass.column_name"), names)
    on.text(x + places + names, y, say("myclass.column_grade"), grades, "small", "semibold", theme.muted, 1, "right")
    first = x + places + names + grades + gap
    for rank, name in enumerate(_CRITERIA if bars else ()):
        on.heading(first + rank * (bars + gap), y, say(f"play.criterion_{name}"), bars)
    y += on.line_height("small") + on.px(6)
    tall = on.line_height() + on.px(12)
    for line in lines:
        area = pygame.Rect(x - on.px(8), y, room + on.px(16), tall)
        if on.shows(y, tall):
            if line.is_mine:
                on.box(area, theme.chosen, None, 6)
            else:
                on.rule(x, y, room)
        top = y + on.px(6)
        on.text(x, top, line.place, places, colour=theme.muted, max_lines=1)
        weight: Weight = "bold" if line.is_mine else "regular"
        on.text(x + places, top, line.name, names - on.px(6), "body", weight, max_lines=1)
        on.text(x + places + names, top, line.grade, grades, "body", "semibold", max_lines=1, align="right")
        for rank, (name, share) in enumerate(zip(_CRITERIA, line.dimensions, strict=True)):
            left = first + rank * (bars + gap)
            if bars and share is None:
                on.text(left, top, "–", bars, colour=theme.muted, max_lines=1)
            elif bars and share is not None:
                on.bar(pygame.Rect(left, y + tall // 2 - on.px(4), bars, on.px(8)), share, theme.criterion(name))
        y += tall
    return y


def paint_distribution(on: Painter, rows: Sequence[ShareRow], x: int, y: int, room: int) -> int:
    """A column for each ten points, with its count; one's own in another colour and named; the row under them."""
    theme = on.look.theme
    tall, small = on.px(_BARS), on.line_height("small")
    wide = room / len(rows)
    for rank, row in enumerate(rows):
        left = x + round(rank * wide)
        width = round(wide) - on.px(8)
        height = max(on.px(2), round(row.share * (tall - small)))
        area = pygame.Rect(left + on.px(4), y + tall - height, width, height)
        if row.share:
            on.box(area, theme.accent if row.is_mine else theme.muted, None, 3)
        on.text(left, area.y - small, row.figure, round(wide), "small", "semibold", max_lines=1, align="centre")
        on.text(left, y + tall + on.px(3), row.text, round(wide), "small", colour=theme.muted, max_lines=1,
                align="centre")  # fmt: skip
        if row.is_mine:
            on.text(left, y + tall + on.px(3) + small, on.look.say("myclass.mine_mark"), round(wide), "small",
                    "semibold", theme.accent, 1, "centre")  # fmt: skip
    return y + tall + on.px(3) + 2 * small


def paint_firsts(on: Painter, minutes: Sequence[float], mine: float | None, x: int, y: int, room: int) -> int:
    """A dot for each first message on a line of time, heaped where many spoke at once; the row under it."""
    theme = on.look.theme
    side, gap = on.px(_DOT), on.px(2)
    last = max(30.0, *minutes)
    lefts = [x + round((room - side) * minute / last) for minute in minutes]
    rows = _heaped(lefts, side + gap)
    base = y + (max(rows) + 1) * (side + gap) + on.px(4)
    own = minutes.index(mine) if mine is not None and mine in minutes else None
    for rank, (left, row) in enumerate(zip(lefts, rows, strict=True)):
        ink = theme.accent if rank == own else theme.muted
        on.paste(shapes.disc(side, ink), (left, base - on.px(4) - (row + 1) * (side + gap)))
    on.rule(x, base, room, theme.line_strong)
    marks: tuple[tuple[float, Align], ...] = ((0.0, "left"), (0.5, "centre"), (1.0, "right"))
    for share, align in marks:
        minute = round(last * share)
        said = f"T+{minute // 60}:{minute % 60:02d}"
        on.text(x, base + on.px(4), said, room, "small", colour=theme.muted, align=align)
    return base + on.px(4) + on.line_height("small")


def _heaped(lefts: Sequence[int], apart: int) -> list[int]:
    """The row of each dot, from the bottom: the lowest where it touches none before it."""
    taken: list[list[int]] = [[] for _ in range(_MOST_ROWS)]
    rows = []
    for left in lefts:
        free = (row for row, others in enumerate(taken) if all(abs(left - other) >= apart for other in others))
        row = next(free, _MOST_ROWS - 1)
        taken[row].append(left)
        rows.append(row)
    return rows
