"""The cards of the briefing, in two columns that may stand one under the other."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.pages import BriefingView
from simulator.play.presenters.rows import PersonRow
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import avatar, button, button_width
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

_GAP = 14


def left_column(painter: Painter, view: BriefingView, x: int, y: int, width: int, grading: Command) -> int:
    """Mission, criteria (`grading` tells how they are graded), dossier and warning; the row under them."""
    say, theme = painter.look.say, painter.look.theme
    gap = painter.px(_GAP)

    def mission(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, say("ui.your_mission"), room).bottom + on.px(6)
        for paragraph in view.mission:
            spans = _with_bold(paragraph, view.organisation)
            top = on.text(left, top, spans, room, "heading").bottom + on.px(6)
        return on.text(left, top, view.advice, room, colour=theme.muted).bottom if view.advice else top

    def criteria(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, say("ui.what_is_graded"), room).bottom + on.px(6)
        columns = len(view.criteria) if room > on.px(420) else 1
        wide = (room - (columns - 1) * on.px(20)) // max(1, columns)
        bottom = top
        for rank, row in enumerate(view.criteria):
            place = left + rank % columns * (wide + on.px(20))
            start = top if columns > 1 else bottom + (on.px(6) if rank else 0)
            name = on.text(place, start, row.name, wide, "body", "bold", theme.criterion(row.criterion), 1)
            text = on.text(place, name.bottom, row.text, wide, "small", colour=theme.muted)
            bottom = max(bottom, text.bottom)
        label = say("ui.tab_guide")
        key = on.look.cap("grading")
        area = pygame.Rect(left, bottom + on.px(10), min(room, button_width(on, label, key)), on.px(30))
        button(on, area, label, "grading", grading, key=key)
        return area.bottom

    def challenge(on: Painter, left: int, top: int, room: int) -> int:
        on.icon("flag_outline", left, top + on.px(1), 20, theme.accent)
        return on.text(left + on.px(30), top, view.challenge, room - on.px(30), weight="semibold").bottom

    y = painter.card(x, y, width, mission) + gap
    if view.challenge:
        y = painter.card(x, y, width, challenge) + gap
    if view.criteria:
        y = painter.card(x, y, width, criteria) + gap
    for section in view.dossier:
        y = painter.card(x, y, width, _section(section.heading, section.text)) + gap
    if view.warning:
        y = painter.card(x, y, width, _section(say("ui.warning"), view.warning)) + gap
    return y


def right_column(painter: Painter, view: BriefingView, x: int, y: int, width: int) -> int:
    """The cell and the audience; the row under them."""
    say, theme = painter.look.say, painter.look.theme

    def cell(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, say("ui.your_cell"), room).bottom + on.px(8)
        for rank, person in enumerate(view.people):
            if rank:
                on.rule(left, top, room)
                top += on.px(9)
            top = _person(on, left, top, room, person) + on.px(9)
        return top - on.px(9)

    def audience(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, say("ui.your_audience"), room).bottom + on.px(8)
        place, height = left, on.px(28)
        for row in view.audience:
            label = (Span(row.name + "\u00a0\u00a0"), Span(row.count, "bold"))
            needed = on.text_width(row.name + "\u00a0\u00a0" + row.count, "small", "semibold") + on.px(22)
            wide = min(room, max(needed, round(room * row.share * 0.8)))
            if place + wide > left + room and place > left:
                place, top = left, top + height + on.px(8)
            on.box(pygame.Rect(place, top, wide, height), theme.segments.get(row.segment_id, theme.raised), None, 6)
            text = top + (height - on.line_height("small")) // 2
            on.text(place + on.px(11), text, label, wide - on.px(12), "small", max_lines=1)
            place += wide + on.px(8)
        return top + height

    y = painter.card(x, y, width, cell) + painter.px(_GAP)
    return painter.card(x, y, width, audience) + painter.px(_GAP)


def _section(heading: str, text: str) -> Callable[[Painter, int, int, int], int]:
    def section(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, heading, room).bottom + on.px(4)
        return on.text(left, top, text, room, "small", colour=on.look.theme.muted).bottom

    return section


def _person(on: Painter, left: int, top: int, room: int, person: PersonRow) -> int:
    theme = on.look.theme
    side = avatar(on, left, top, 38, person.initials, person.colour_key)
    text = left + side + on.px(12)
    wide = room - side - on.px(12)
    on.text(text, top - on.px(1), person.name, wide, "body", "semibold", max_lines=1)
    role = on.text(text, top + on.px(20), person.role, wide, "small", colour=theme.muted, max_lines=2)
    return max(top + side, role.bottom)


def _with_bold(text: str, name: str) -> tuple[Span, ...]:
    """`text` with each `name` in bold."""
    if not name or name not in text:
        return (Span(text),)
    spans: list[Span] = []
    for rank, part in enumerate(text.split(name)):
        if rank:
            spans.append(Span(name, "bold"))
        if part:
            spans.append(Span(part))
    return tuple(spans)
