"""The top line of the crisis: title, stages, severity, clock and pause."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from simulator.play.presenters.rows import HeaderView
from simulator.ui.spots import Command
from simulator.ui.theme import MARGIN, Colour
from simulator.ui.widgets.controls import Kind, button, button_width, pill, severity
from simulator.ui.widgets.painter import Painter

HEIGHT = 56
_SEVERITY, _TITLE = 96, 90
"""Points that the severity takes, and that a title needs before it: the severity goes where they do not fit."""


@dataclass(frozen=True)
class Clockwork:
    """What the buttons of the header do."""

    pause: Command
    minute: Command
    following: Command
    menu: Command


def paint_header(painter: Painter, view: HeaderView, does: Clockwork) -> None:
    """From the right: pause, clock, severity; then what room there is for stages, title, organisation."""
    theme, say = painter.look.theme, painter.look.say
    middle = painter.px(HEIGHT) // 2
    painter.rule(0, painter.height - max(1, painter.px(1)), painter.width)
    right = _buttons(painter, view, does, middle)
    right = _clock(painter, view, right - painter.px(16), middle)
    if view.severity and right - painter.px(_SEVERITY) > painter.px(MARGIN + _TITLE):
        wide = painter.px(40)
        right -= wide + painter.px(18)
        severity(painter, right, middle, view.severity)
        figure = f"{view.severity}/3"
        room = painter.text_width(figure, "small", "semibold")
        right -= room + painter.px(6)
        top = middle - painter.line_height("small") // 2
        painter.text(right, top, figure, room, "small", "semibold", theme.warm)
        label = say("ui.severity")
        room = painter.text_width(label, "small")
        if right - room > painter.width // 2:
            right -= room + painter.px(6)
            painter.text(right, top, label, room, "small", colour=theme.muted)
    left = painter.px(MARGIN)
    stages = _stages_width(painter, view)
    title = painter.text_width(view.title, "heading", "bold")
    room = right - left - painter.px(24)
    if title + painter.px(20) + stages > room:
        stages = 0
    current = next((stage.name for stage in view.stages if stage.current), "")
    if not stages and painter.text_width(current, "small") + painter.px(54) > room - title:
        _two_lines(painter, view, current, left, middle, room)
        return
    top = middle - painter.line_height("heading") // 2
    shown = painter.text(left, top, view.title, room - stages, "heading", "bold", max_lines=1)
    left = shown.right + painter.px(14)
    organisation = painter.text_width(view.organisation, "small") + painter.px(22)
    if left + organisation + painter.px(16) + stages < right and view.organisation:
        left += pill(painter, left, middle - painter.px(13), view.organisation, theme.muted, theme.line) + painter.px(8)
    if stages:
        _stages(painter, view, left + max(painter.px(10), (right - left - stages) // 2), middle)
    elif current and left + painter.text_width(current, "small") + painter.px(40) < right:
        pill(painter, left, middle - painter.px(13), current, theme.on_accent, None, theme.accent)


def _two_lines(painter: Painter, view: HeaderView, stage: str, left: int, middle: int, room: int) -> None:
    """The title, and under it the stage, where they have no room beside each other."""
    painter.text(left, middle - painter.px(23), view.title, room, "heading", "bold", max_lines=1)
    painter.text(left, middle + painter.px(2), stage, room, "small", "semibold", painter.look.theme.accent, 1)


def _buttons(painter: Painter, view: HeaderView, does: Clockwork, middle: int) -> int:
    """Menu, next event, one minute and pause, from the right; where the leftmost begins."""
    say = painter.look.say
    icon, code = ("play", "ui.resume") if view.paused else ("pause", "ui.pause")
    buttons: list[tuple[str, str, str, str, Command, Kind]] = [
        ("menu", "cog_outline", "", say("ui.menu_tip"), does.menu, "plain"),
        ("following", "skip_next", painter.look.cap("next_event"), say("ui.next_event"), does.following, "plain"),
        (
            "minute",
            "clock_plus_outline",
            painter.look.cap("wait_minute"),
            say("ui.wait_minute"),
            does.minute,
            "plain",
        ),
    ]
    if view.can_pause:
        kind: Kind = "primary" if view.paused else "plain"
        buttons.append(("pause", icon, painter.look.cap("pause"), say(code), does.pause, kind))
    right, height = painter.width - painter.px(MARGIN), painter.px(30)
    for name, sign, key, tip, command, kind in buttons:
        width = button_width(painter, "", key, sign) - painter.px(8)
        area = pygame.Rect(right - width, middle - height // 2, width, height)
        button(painter, area, "", name, command, key=key, icon=sign, kind=kind, tip=tip, group="header")
        right = area.left - painter.px(7)
    return right + painter.px(7)


def _clock(painter: Painter, view: HeaderView, right: int, middle: int) -> int:
    theme = painter.look.theme
    under = f"{view.elapsed} · {view.pace}"
    if view.paused:
        under = painter.look.say("ui.paused")
    width = max(painter.text_width(view.clock, "heading", "bold"), painter.text_width(under, "small"), painter.px(112))
    left = right - width
    painter.text(left, middle - painter.px(23), view.clock, width, "heading", "bold", align="right")
    ink = theme.warm if view.paused else theme.muted
    painter.text(left, middle + painter.px(2), under, width, "small", colour=ink, align="right")
    return left


def _stages_width(painter: Painter, view: HeaderView) -> int:
    return sum(painter.text_width(stage.name, "small") + painter.px(32) for stage in view.stages)


def _stages(painter: Painter, view: HeaderView, x: int, middle: int) -> None:
    theme = painter.look.theme
    for stage in view.stages:
        ink: Colour = theme.on_accent if stage.current else theme.text if stage.past else theme.muted
        edge = None if stage.current else theme.line
        fill = theme.accent if stage.current else theme.raised if stage.past else None
        x += pill(painter, x, middle - painter.px(13), stage.name, ink, edge, fill) + painter.px(10)
