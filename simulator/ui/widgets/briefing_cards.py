"""What a briefing says, section by section; on its page each stands in a card, in one column or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from simulator.play.presenters.cell_rows import PersonRow
from simulator.play.presenters.pages import AudienceRow, BriefingView
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import avatar, button, button_width
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

Section = Callable[[Painter, int, int, int], int]
"""Paints at (x, y) within a width; the row under it."""
_GAP = 14


def left_column(painter: Painter, view: BriefingView, x: int, y: int, width: int, grading: Command) -> int:
    """Mission, challenge, criteria (`grading` tells how they are graded), warning and dossier; the row under them."""
    sections = [mission_section(view)]
    if view.challenge:
        sections.append(_challenge_section(view.challenge))
    if view.criteria:
        sections.append(_criteria_section(view, grading))
    if view.warning:
        sections.append(text_section(painter.look.say("ui.warning"), view.warning, "alert_outline"))
    sections += [text_section(section.heading, section.text) for section in view.dossier]
    return _cards(painter, sections, x, y, width)


def right_column(painter: Painter, view: BriefingView, x: int, y: int, width: int) -> int:
    """The cell and the audience; the row under them."""
    return _cards(painter, (cell_section(view), audience_section(view)), x, y, width)


def _cards(painter: Painter, sections: Sequence[Section], x: int, y: int, width: int) -> int:
    for section in sections:
        y = painter.card(x, y, width, section) + painter.px(_GAP)
    return y


def mission_section(view: BriefingView) -> Section:
    """Who you are, and one piece of advice."""

    def section(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, on.look.say("ui.your_mission"), room).bottom + on.px(6)
        for paragraph in view.mission:
            spans = _with_bold(paragraph, view.organisation)
            top = on.text(left, top, spans, room, "heading").bottom + on.px(6)
        return on.text(left, top, view.advice, room, colour=on.look.theme.muted).bottom if view.advice else top

    return section


def _challenge_section(text: str) -> Section:
    """What the last play left to do."""

    def section(on: Painter, left: int, top: int, room: int) -> int:
        on.icon("flag_outline", left, top + on.px(1), 20, on.look.theme.accent)
        return on.text(left + on.px(30), top, text, room - on.px(30), weight="semibold").bottom

    return section


def _criteria_section(view: BriefingView, grading: Command) -> Section:
    def section(on: Painter, left: int, top: int, room: int) -> int:
        theme, say = on.look.theme, on.look.say
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
        label, key = say("ui.tab_guide"), on.look.cap("grading")
        area = pygame.Rect(left, bottom + on.px(10), min(room, button_width(on, label, key)), on.px(30))
        button(on, area, label, "grading", grading, key=key)
        return area.bottom

    return section


def text_section(heading: str, text: str, icon: str = "") -> Section:
    """A heading and what it is about; `icon` before the heading warns."""

    def section(on: Painter, left: int, top: int, room: int) -> int:
        theme = on.look.theme
        start = left
        if icon:
            start += on.icon(icon, left, top + on.px(1), 17, theme.warm) + on.px(7)
        top = on.caption(start, top, heading, left + room - start).bottom + on.px(4)
        return on.text(left, top, text, room, "small", colour=theme.muted).bottom

    return section


def cell_section(view: BriefingView) -> Section:
    """Whom you work with, and what each can do."""

    def section(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, on.look.say("ui.your_cell"), room).bottom + on.px(8)
        for rank, person in enumerate(view.people):
            if rank:
                on.rule(left, top, room)
                top += on.px(9)
            top = _person(on, left, top, room, person) + on.px(9)
        return top - on.px(9)

    return section


def _person(on: Painter, left: int, top: int, room: int, person: PersonRow) -> int:
    theme = on.look.theme
    side = avatar(on, left, top, 38, person.initials, person.colour_key)
    text = left + side + on.px(12)
    wide = room - side - on.px(12)
    on.text(text, top - on.px(1), person.name, wide, "body", "semibold", max_lines=1)
    role = on.text(text, top + on.px(20), person.role, wide, "small", colour=theme.muted, max_lines=2)
    return max(top + side, role.bottom)


def audience_section(view: BriefingView) -> Section:
    """For whom you speak: each segment as wide as it is large, where there is room."""

    def section(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, on.look.say("ui.your_audience"), room).bottom + on.px(8)
        place, height, gap = left, on.px(28), on.px(8)
        for row in view.audience:
            wide = min(room, _chip_width(on, row, room))
            if place + wide > left + room and place > left:
                place, top = left, top + height + gap
            fill = on.look.theme.segments.get(row.segment_id, on.look.theme.raised)
            on.box(pygame.Rect(place, top, wide, height), fill, None, 6)
            label = (Span(row.name + "\u00a0\u00a0"), Span(row.count, "bold"))
            text = top + (height - on.line_height("small")) // 2
            on.text(place + on.px(11), text, label, wide - on.px(12), "small", max_lines=1)
            place += wide + gap
        return top + height

    return section


def _chip_width(on: Painter, row: AudienceRow, room: int) -> int:
    needed = on.text_width(row.name + "\u00a0\u00a0" + row.count, "small", "semibold") + on.px(22)
    return max(needed, round(room * row.share * 0.8))


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
