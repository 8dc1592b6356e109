"""Buttons, pills, key caps, badges, avatars: the small things that every screen uses."""

from __future__ import annotations

from typing import Literal

import pygame

from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_SMALL, Colour, Size
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Painter

Kind = Literal["plain", "primary", "chosen", "danger"]


def keycap(painter: Painter, x: int, middle: int, label: str, on_accent: bool = False, draw: bool = True) -> int:
    """A key as drawn on a keyboard, its middle at row `middle`; its width in pixels."""
    theme = painter.look.theme
    size: Size = "small"
    text = painter.text_width(label, size, "semibold")
    height = painter.px(18)
    width = max(painter.px(19), text + painter.px(9))
    if draw:
        area = pygame.Rect(x, middle - height // 2, width, height)
        fill = mixed(theme.accent, theme.ink, 0.16) if on_accent else theme.sunken
        edge = mixed(theme.accent, theme.ink, 0.68) if on_accent else theme.line_strong
        painter.box(area, fill, edge, RADIUS_SMALL)
        ink = theme.on_accent if on_accent else theme.muted
        top = middle - painter.line_height(size) // 2 - painter.px(0.5)
        painter.text(x, top, label, width, size, "semibold", ink, 1, "centre")
    return width


def button_width(painter: Painter, label: str, key: str = "", icon: str = "") -> int:
    """Pixels that a button needs for its label, key and icon."""
    width = painter.text_width(label, "small", "semibold") + painter.px(28)
    if key:
        width += keycap(painter, 0, 0, key, draw=False) + painter.px(7)
    if icon:
        width += painter.px(22)
    return width


def button(
    painter: Painter,
    area: pygame.Rect,
    label: str,
    name: str,
    command: Command,
    *,
    key: str = "",
    icon: str = "",
    kind: Kind = "plain",
    enabled: bool = True,
    tip: str = "",
    group: str = "",
) -> None:
    """A button in `area`: its label centred with its icon before and its key after; cut when too narrow."""
    theme = painter.look.theme
    radius = area.height / 2 / painter.look.scale
    fill, edge, ink = _button_colours(painter, kind, enabled)
    painter.box(area, fill, edge, radius)
    cap = keycap(painter, 0, 0, key, draw=False) + painter.px(7) if key else 0
    sign = painter.px(22 if label or key else 16) if icon else 0
    cap -= painter.px(6) if key and not label else 0
    room = area.width - painter.px(12) - cap - sign
    text = min(room, painter.text_width(label, "small", "semibold"))
    left = area.x + (area.width - text - cap - sign) // 2
    middle = area.centery
    if icon:
        painter.icon(icon, left, middle - painter.px(8), 16, ink)
    top = middle - painter.line_height("small") // 2
    if label:
        painter.text(left + sign, top, label, text + 2, "small", "semibold", ink, 1)
    if key:
        keycap(painter, left + sign + text + painter.px(7 if label else 1), middle, key, kind == "primary" and enabled)
    painter.spot(name, area, command, tip, group, radius, enabled)
    if kind == "danger" and enabled:
        painter.box(area, None, theme.hot, radius)


def _button_colours(painter: Painter, kind: Kind, enabled: bool) -> tuple[Colour | None, Colour | None, Colour]:
    theme = painter.look.theme
    if not enabled:
        return None, theme.line, theme.faint
    if kind == "primary":
        return theme.accent, None, theme.on_accent
    if kind == "chosen":
        return theme.chosen, theme.accent, theme.text
    return None, theme.line_strong, theme.text


def pill(
    painter: Painter, x: int, y: int, text: str, ink: Colour, edge: Colour | None, fill: Colour | None = None
) -> int:
    """A word in a rounded outline at (x, y), 26 points high; its width in pixels."""
    height = painter.px(26)
    width = painter.text_width(text, "small") + painter.px(22)
    painter.box(pygame.Rect(x, y, width, height), fill, edge, 13)
    top = y + (height - painter.line_height("small")) // 2
    painter.text(x + painter.px(11), top, text, width, "small", colour=ink, max_lines=1)
    return width


def badge(painter: Painter, x: int, middle: int, text: str, kind: str) -> int:
    """Who someone is, as a small label; its width in pixels."""
    fill, ink = painter.look.theme.badges.get(kind, painter.look.theme.badges["public"])
    width = painter.text_width(text, "small", "semibold") + painter.px(12)
    height = painter.px(18)
    painter.box(pygame.Rect(x, middle - height // 2, width, height), fill, None, 4)
    top = middle - painter.line_height("small") // 2 - painter.px(0.5)
    painter.text(x, top, text, width, "small", "semibold", ink, 1, "centre")
    return width


def avatar(painter: Painter, x: int, y: int, points: float, initials: str, colour_key: str) -> int:
    """Initials in a disc; its diameter in pixels."""
    theme = painter.look.theme
    side = painter.px(points)
    painter.paste(shapes.disc(side, theme.pastel(colour_key)), (x, y))
    size: Size = "small"
    top = y + (side - painter.line_height(size)) // 2
    painter.text(x, top, initials[:2], side, size, "bold", theme.on_pastel, 1, "centre")
    return side


def severity(painter: Painter, x: int, middle: int, level: int, side: float = 11) -> int:
    """Three triangles, `level` of them full; their width in pixels."""
    theme = painter.look.theme
    edge, step = painter.px(side), painter.px(side + 2)
    for rank in range(3):
        painter.triangle(x + rank * step, middle - edge // 2, edge, True, theme.warm, hollow=rank >= level)
    return 3 * step


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0..1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
