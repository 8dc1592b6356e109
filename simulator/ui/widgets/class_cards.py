"""The cards of the class page: an assignment, a play of the queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from simulator.play.presenters.class_rows import AssignmentRow, QueueRow, Tone
from simulator.ui.spots import Command
from simulator.ui.theme import Size, Weight
from simulator.ui.widgets.class_badge import tone_icon, tone_ink
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

_BUTTON = 34


@dataclass(frozen=True)
class AssignmentDeeds:
    """What the buttons of an assignment do. `team` paints the field of a team's names, None while it is folded."""

    begin: Command
    look: Command
    debrief: Command
    unfold: Command
    team: Callable[[Painter, int, int, int], int] | None
    busy: bool


def told(text: str, icon: str, tone: Tone = "off", *, large: bool = False) -> Callable[[Painter, int, int, int], int]:
    """The content of a card that says one sentence after a sign in the colour of `tone`."""

    def content(on: Painter, x: int, y: int, room: int) -> int:
        ink = on.look.theme.accent if tone == "off" else tone_ink(on.look.theme, tone)
        on.icon(icon, x, y + on.px(1), 20, ink)
        size: Size = "heading" if large else "body"
        weight: Weight = "semibold" if large else "regular"
        return on.text(x + on.px(30), y, text, room - on.px(30), size, weight).bottom

    return content


def toned(painter: Painter, x: int, y: int, width: int, text: str, tone: Tone) -> int:
    """A small line with its tone's sign; the row under it."""
    ink = tone_ink(painter.look.theme, tone)
    painter.icon(tone_icon(tone), x, y + painter.px(1), 17, ink)
    return painter.text(x + painter.px(24), y, text, width - painter.px(24), "small").bottom


def paint_assignment(on: Painter, row: AssignmentRow, deeds: AssignmentDeeds, x: int, y: int, room: int) -> int:
    """What the class is set, and what can be done about it; the row under it."""
    theme = on.look.theme
    grade = on.text_width(row.grade, "title", "bold") + on.px(12) if row.grade else 0
    if row.grade:
        on.text(x, y - on.px(3), row.grade, room, "title", "bold", max_lines=1, align="right")
    y = on.text(x, y, row.title, room - grade, "heading", "bold", max_lines=2).bottom
    y = on.text(x, y, row.subtitle, room - grade, "small", colour=theme.muted).bottom + on.px(8)
    y = toned(on, x, y, room, row.standing, row.tone) + on.px(3)
    facts = " · ".join(part for part in (row.attempts, row.mine) if part)
    y = on.text(x, y, facts, room, "small", colour=theme.muted).bottom + on.px(10)
    if deeds.team is not None:
        y = deeds.team(on, x, y, room) + on.px(10)
    return _buttons(on, row, deeds, x, y, room)


def _buttons(on: Painter, row: AssignmentRow, deeds: AssignmentDeeds, x: int, y: int, room: int) -> int:
    say = on.look.say
    height, gap, left = on.px(_BUTTON), on.px(8), x
    if row.deed:
        wide = min(room, button_width(on, row.label, "", "play"))
        place = pygame.Rect(left, y, wide, height)
        is_open = not row.refusal and not deeds.busy
        button(
            on,
            place,
            row.label,
            f"begin {row.assignment_id}",
            deeds.begin,
            icon="play",
            kind="primary" if is_open else "plain",
            enabled=is_open,
            tip=row.refusal,
            group="assignments",
        )
        left = place.right + gap
    if row.deed == "play" and not row.refusal:
        place = pygame.Rect(left, y, on.px(44), height)
        button(on, place, "", f"team {row.assignment_id}", deeds.unfold, icon="account_multiple_plus_outline",
               kind="chosen" if deeds.team is not None else "plain", tip=on.look.say("myclass.team"),
               group="assignments")  # fmt: skip
        left = place.right + gap
    looks = [("look", say("myclass.look"), "podium", deeds.look)]
    if row.can_debrief:
        looks.append(("debrief", say("myclass.debrief"), "chart_timeline_variant", deeds.debrief))
    for name, label, icon, command in looks:
        wide = min(room, button_width(on, label, "", icon))
        if left + wide > x + room and left > x:
            left, y = x, y + height + gap
        place = pygame.Rect(left, y, wide, height)
        button(on, place, label, f"{name} {row.assignment_id}", command, icon=icon, group="assignments")
        left = place.right + gap
    return y + height


def paint_queued(on: Painter, row: QueueRow, export: Command, x: int, y: int, room: int) -> int:
    """A play handed in, how far it has come, and why it has not come further; the row under it."""
    theme, say = on.look.theme, on.look.say
    ink = tone_ink(theme, row.tone)
    word = on.text_width(row.state, "small", "semibold") + 2
    title = room - word - on.px(38)
    if title < on.px(90):
        y = on.text(x, y, row.title, room, "body", "semibold", max_lines=1).bottom
        on.icon(tone_icon(row.tone), x, y + on.px(1), 17, ink)
        y = on.text(x + on.px(23), y, row.state, room - on.px(23), "small", "semibold").bottom
    else:
        area = on.text(x, y, row.title, title, "body", "semibold", max_lines=1)
        on.icon(tone_icon(row.tone), x + room - word - on.px(23), y + on.px(2), 17, ink)
        on.text(x + room - word, y + on.px(1), row.state, word, "small", "semibold", max_lines=1)
        y = area.bottom
    if row.detail:
        y = on.text(x, y, row.detail, room, "small", colour=theme.muted).bottom
    if row.tone != "bad":
        y += on.px(4)
        on.bar(pygame.Rect(x, y, room, max(3, on.px(5))), row.done, ink)
        y += on.px(8)
    if row.why:
        y = on.text(x, y + on.px(2), row.why, room, "small").bottom
    if row.can_export:
        label = say("myclass.export")
        wide = min(room, button_width(on, label, "", "file_export_outline"))
        place = pygame.Rect(x, y + on.px(6), wide, on.px(30))
        button(on, place, label, f"export {row.play_id}", export, icon="file_export_outline", group="queue")
        y = place.bottom
    return y
