"""The parts of the holding statement's composer: a block, the next update, the preview."""

from __future__ import annotations

import pygame

from simulator.play.presenters.dialogs import HoldingBlock, HoldingView
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import avatar, keycap
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

_PAD = 13


def titles(painter: Painter, view: HoldingView, width: int) -> tuple[str, ...]:
    """The titles of the blocks and of the next update, all in the same letters."""
    turn = painter.text_width("3/3", "small") + painter.px(54)
    wanted = [*(block.title for block in view.blocks), painter.look.say("ui.next_update")]
    return painter.captions(wanted, width - painter.px(2 * _PAD + 34) - turn)


def paint_block(
    painter: Painter, block: HoldingBlock, place: pygame.Rect, title: str, toggle: Command, turns: tuple[Command, ...]
) -> int:
    """A block from the top of `place`; the row under it. `turns` are the commands for the wording before and after."""
    theme = painter.look.theme
    x, y, width = place.x, place.y, place.width
    pad = painter.px(_PAD)
    room = width - 2 * pad
    words = block.wordings[block.selected] if block.wordings else ""
    area = pygame.Rect(x, y, width, painter.px(34) + painter.text_height(words, room) + painter.px(9))
    painter.box(
        area, theme.chosen if block.included else theme.card, theme.accent if block.included else theme.line_strong
    )
    painter.spot(f"block {block.block_id}", area, toggle, "", "blocks")
    turn = _turn(painter, area.right - pad, y + painter.px(17), block, *turns)
    head = room - turn - painter.px(34)
    shown = painter.heading(x + pad, y + painter.px(8), title, head)
    keycap(painter, shown.right + painter.px(7), y + painter.px(17), block.key)
    ink = theme.text if block.included else theme.muted
    painter.text(x + pad, y + painter.px(31), words, room, colour=ink)
    return area.bottom


def _turn(painter: Painter, right: int, middle: int, block: HoldingBlock, before: Command, after: Command) -> int:
    """The two arrows that change the wording, and which one is shown; their width."""
    theme = painter.look.theme
    side = painter.px(24)
    label = f"{block.selected + 1}/{len(block.wordings)}"
    wide = painter.text_width(label, "small")
    for name, icon, left, command in (
        ("after", "chevron_right", right - side, after),
        ("before", "chevron_left", right - 2 * side - wide - painter.px(4), before),
    ):
        area = pygame.Rect(left, middle - side // 2, side, side)
        painter.icon(icon, area.x + painter.px(2), area.y + painter.px(2), 20, theme.text)
        tip = painter.look.say(f"ui.wording_{name}")
        painter.spot(f"{name} {block.block_id}", area, command, tip, "", 12)
    top = middle - painter.line_height("small") // 2
    painter.text(right - side - wide - painter.px(2), top, label, wide + 2, "small", colour=theme.muted)
    return 2 * side + wide + painter.px(6)


def paint_update(
    painter: Painter,
    view: HoldingView,
    x: int,
    y: int,
    width: int,
    earlier: Command | None,
    later: Command | None,
    title: str,
) -> int:
    """When the next word comes, with its − and +; the row under it."""
    theme, say = painter.look.theme, painter.look.say
    pad, side = painter.px(_PAD), painter.px(28)
    area = pygame.Rect(x, y, width, painter.px(66))
    painter.box(area, theme.chosen, theme.accent)
    painter.spot("update", area, later or earlier or (lambda: None), "", "blocks")
    room = width - 2 * pad - painter.px(30)
    shown = painter.heading(x + pad, y + painter.px(8), title, room)
    keycap(painter, shown.right + painter.px(7), y + painter.px(17), view.next_update_key)
    spans = (Span(say("ui.next_update_at") + " "), Span(view.next_update, "bold"))
    painter.text(x + pad, y + painter.px(33), spans, width - 2 * pad - 2 * side - painter.px(20), max_lines=1)
    left = area.right - pad - 2 * side - painter.px(8)
    for name, icon, command in (("earlier", "minus", earlier), ("later", "plus", later)):
        place = pygame.Rect(left, area.bottom - side - painter.px(8), side, side)
        painter.box(place, theme.sunken, theme.line_strong, 7)
        ink = theme.text if command else theme.faint
        painter.icon(icon, place.x + painter.px(5), place.y + painter.px(5), 18, ink)
        tip = say(f"ui.update_{name}" if command else "ui.no_other_time")
        painter.spot(name, place, command or (lambda: None), tip, "", 7, command is not None)
        left += side + painter.px(8)
    return area.bottom


def preview_height(painter: Painter, view: HoldingView, width: int) -> int:
    """Pixels in which the whole statement can be read."""
    pad = painter.px(14)
    return 2 * pad + painter.px(46) + painter.text_height(view.preview, width - 2 * pad) + painter.px(2)


def paint_preview(painter: Painter, view: HoldingView, area: pygame.Rect) -> None:
    """The statement as it will be read."""
    theme, say = painter.look.theme, painter.look.say
    painter.box(area, theme.sunken, theme.line)
    pad = painter.px(14)
    side = avatar(painter, area.x + pad, area.y + pad, 36, view.initials, view.colour_key)
    left = area.x + pad + side + painter.px(10)
    who = (Span(view.author, "bold"), Span(f" {view.handle} · {say('ui.preview')}", None, theme.muted))
    painter.text(left, area.y + pad + painter.px(7), who, area.right - pad - left, max_lines=1)
    top = area.y + pad + side + painter.px(10)
    lines = max(1, (area.bottom - pad - top) // painter.line_height())
    painter.text(area.x + pad, top, view.preview, area.width - 2 * pad, max_lines=lines)
