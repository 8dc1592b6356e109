"""The head of the debrief: what was played, and what can be done now; at its foot, what came of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Transition
from simulator.ui.spots import Command
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.controls import button, button_width, pill
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.debrief.scene import DebriefScene

HEAD = 58
_TITLE = 230
"""Points that the title has at least, before the buttons lose their words."""
_Button = tuple[str, str, str, str, Command]
"""Name, label, key, icon, command."""


def paint_head(painter: Painter, scene: DebriefScene) -> None:
    """The title on the left; from the right: leave, export, another seed, again."""
    theme, view = painter.look.theme, scene.view
    painter.rule(0, painter.height - max(1, painter.px(1)), painter.width)
    middle, height, gap = painter.px(HEAD) // 2, painter.px(32), painter.px(8)
    buttons = _buttons(painter, scene)
    exporting = scene.review.exporting
    full = sum(button_width(painter, label, key, icon) + gap for _, label, key, icon, _ in buttons)
    worded = painter.width - 2 * painter.px(MARGIN) - full > painter.px(_TITLE)
    right = painter.width - painter.px(MARGIN)
    for name, label, key, icon, command in buttons:
        shown = label if worded or name == "done" else ""
        wide = button_width(painter, shown, key, icon) - (0 if shown else painter.px(8))
        area = pygame.Rect(right - wide, middle - height // 2, wide, height)
        waits = name == "export" and exporting is not None
        button(painter, area, shown, name, command, key=key, icon=icon, kind="primary" if name == "done" else "plain",
               enabled=not waits, tip="" if shown else label, group="head")  # fmt: skip
        if waits and exporting is not None:
            track = pygame.Rect(area.x + height // 2, area.bottom - painter.px(5), area.width - height, painter.px(3))
            painter.bar(track, exporting, theme.accent)
        right = area.x - gap
    left = painter.px(MARGIN)
    top = middle - painter.line_height("heading") // 2
    title = painter.text(left, top, view.title, right - left - painter.px(8), "heading", "bold", max_lines=1)
    room = right - title.right - painter.px(24)
    if painter.text_width(view.subtitle, "small") + painter.px(24) < room:
        pill(painter, title.right + painter.px(14), middle - painter.px(13), view.subtitle, theme.muted, theme.line)


def _buttons(painter: Painter, scene: DebriefScene) -> list[_Button]:
    say, exporting = painter.look.say, scene.review.exporting
    export = say("ui.export_pdf") if exporting is None else say("ui.exporting", value=round(100 * exporting))
    buttons: list[_Button] = [
        ("done", say("ui.done"), say("ui.escape"), "", scene.back),
        ("export", export, painter.look.cap("export"), "file_pdf_box", scene.export),
    ]
    if scene.view.scenario_id:
        buttons += [
            ("new", say("ui.new_seed"), painter.look.cap("new_seed"), "dice_multiple_outline", scene.anew),
            ("again", say("ui.play_again"), painter.look.cap("play_again"), "refresh", scene.again),
        ]
    return buttons


def told_height(painter: Painter, told: str, width: int) -> int:
    """Pixels of the strip with the review's last sentence; 0 where there is none."""
    if not told:
        return 0
    return painter.text_height(told, width - painter.px(120), "small") + painter.px(20)


def paint_told(painter: Painter, scene: DebriefScene) -> None:
    """What came of what was asked, until it is put away."""
    theme = painter.look.theme
    painter.rule(0, 0, painter.width, theme.line_strong)
    left, top, side = painter.px(MARGIN), painter.px(10), painter.px(26)
    painter.icon("information_outline", left, top, 18, theme.accent)
    painter.text(left + painter.px(28), top, scene.told, painter.width - painter.px(120), "small")
    cross = pygame.Rect(painter.width - left - side, top - painter.px(3), side, side)
    painter.icon("close", cross.x + painter.px(4), cross.y + painter.px(4), 18, theme.muted)

    def put_away() -> Transition:
        return scene.put_away()

    painter.spot("told", cross, put_away, painter.look.say("ui.put_away"), "", 13)
