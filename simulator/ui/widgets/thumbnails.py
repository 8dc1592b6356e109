"""What stands for a video that has no picture: a scene drawn by code, always the same for the same post."""

from __future__ import annotations

import pygame

from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.theme import RADIUS, Colour
from simulator.ui.widgets import shapes
from simulator.ui.widgets.aside import Aside
from simulator.ui.widgets.controls import mixed
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.pictures import fitted

HEIGHT = 138
"""Points that a video takes in a post."""
_FINER = 2


def paint_video(painter: Painter, area: pygame.Rect, row: FeedRow) -> None:
    """A still picture with the sign to play it and how long it is."""
    theme, duration = painter.look.theme, row.duration
    tint = theme.pastel(row.colour_key)
    drawn = None
    if row.picture is not None:
        if not fitted.is_here(painter, area, row.picture.file, area.size):
            return
        drawn = fitted(row.picture.file, area.size)
    if drawn is None:
        asked = (painter.look, area.size, row.drawing, tint)
        if not thumbnail.is_here(painter, area, *asked):
            return
        drawn = thumbnail(*asked)
    painter.paste(drawn, area.topleft)
    side = painter.px(46)
    disc = pygame.Rect(area.centerx - side // 2, area.centery - side // 2, side, side)
    painter.box(disc, theme.on_pastel, None, 23, opacity=200)
    sign = painter.px(18)
    corner = (disc.centerx - sign // 2 + painter.px(2), disc.y + painter.px(14))
    painter.paste(shapes.polygon((sign, sign), _PLAY, tint), corner)
    if duration:
        wide, high = painter.text_width(duration, "small", "semibold") + painter.px(12), painter.px(20)
        place = pygame.Rect(area.right - wide - painter.px(8), area.bottom - high - painter.px(8), wide, high)
        painter.box(place, theme.on_pastel, None, 5, opacity=215)
        top = place.centery - painter.line_height("small") // 2 - painter.px(0.5)
        painter.text(place.x, top, duration, wide, "small", "semibold", tint, 1, "centre")


_PLAY = ((0.12, 0.04), (0.98, 0.5), (0.12, 0.96))


def _thumbnail(look: Look, size: tuple[int, int], drawing: int, tint: Colour) -> pygame.Surface:
    """A scene in `tint`: somebody who speaks, a shelf, or a room; with rounded corners."""
    theme = look.theme
    dark, light = mixed(theme.on_pastel, tint, 0.22), mixed(theme.on_pastel, tint, 0.55)
    large = pygame.Surface((size[0] * _FINER, size[1] * _FINER), pygame.SRCALPHA)
    large.blit(pygame.transform.scale(shapes.gradient((64, 8), dark, light), large.get_size()), (0, 0))
    _SCENES[drawing % len(_SCENES)](large, drawing // len(_SCENES), mixed(theme.on_pastel, tint, 0.12), light, tint)
    picture = pygame.transform.smoothscale(large, size)
    shown = pygame.Surface(size, pygame.SRCALPHA)
    pygame.draw.rect(shown, "white", shown.get_rect(), border_radius=look.px(RADIUS))
    shown.blit(picture, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    return shown


thumbnail = Aside(_thumbnail, 40)
"""The scene of a video that has no picture, by look, size, number and tint."""


def _speaker(on: pygame.Surface, number: int, dark: Colour, light: Colour, tint: Colour) -> None:
    """Somebody films themselves, in front of a window or of nothing."""
    width, height = on.get_size()
    if number % 2:
        frame = pygame.Rect(width * (6 + number % 5) // 100, height // 8, width // 5, height // 2)
        pygame.draw.rect(on, mixed(light, tint, 0.5), frame, border_radius=height // 30)
        pygame.draw.line(on, dark, frame.midtop, frame.midbottom, height // 40)
    middle, radius = width * (45 + number % 21) // 100, height * (17 + number % 4) // 100
    shoulders = pygame.Rect(0, 0, radius * 4, height)
    shoulders.midtop = (middle, height * 62 // 100)
    pygame.draw.ellipse(on, dark, shoulders)
    pygame.draw.circle(on, mixed(tint, dark, 0.28), (middle, height * 42 // 100), radius)
    hair = pygame.Rect(0, 0, radius * 2 + radius // 4, radius * 5 // 4)
    hair.midtop = (middle, height * 42 // 100 - radius - radius // 8)
    pygame.draw.ellipse(on, mixed(dark, light, 0.12), hair)


def _shelf(on: pygame.Surface, number: int, dark: Colour, light: Colour, tint: Colour) -> None:
    """A shelf of things, with a gap."""
    width, height = on.get_size()
    step = width // 11
    for row in range(2):
        floor = height * (row + 1) * 44 // 100
        pygame.draw.rect(on, dark, (0, floor, width, height // 24))
        for place in range(11):
            kind = (number * 7 + place * 5 + row * 3) % 9
            if kind == 0:
                continue
            tall = height * (20 + kind * 2) // 100
            colour = mixed(light, tint, 0.2 + kind / 14)
            thing = pygame.Rect(place * step + step // 6, floor - tall, step * 2 // 3, tall)
            pygame.draw.rect(on, colour, thing, border_radius=height // 40)
            pygame.draw.rect(on, dark, (thing.x, thing.y + tall // 3, thing.width, height // 36))


def _street(on: pygame.Surface, number: int, dark: Colour, light: Colour, tint: Colour) -> None:
    """A street: houses, lit windows, somebody who walks by."""
    width, height = on.get_size()
    step = width // 8
    for place in range(9):
        tall = height * (34 + (number * 11 + place * 17) % 40) // 100
        house = pygame.Rect(place * step - step // 3, height * 86 // 100 - tall, step + step // 12, tall)
        pygame.draw.rect(on, mixed(dark, light, 0.1 + (place % 3) / 8), house)
        for window in range(6):
            if (number + place * 3 + window * 7) % 4 == 0:
                x, y = house.x + step // 5 + window % 2 * step // 3, house.y + height // 14 + window // 2 * height // 9
                pygame.draw.rect(on, mixed(light, tint, 0.75), (x, y, step // 6, height // 18))
    pygame.draw.rect(on, dark, (0, height * 86 // 100, width, height))
    x = width * (30 + number % 40) // 100
    pygame.draw.circle(on, tint, (x, height * 60 // 100), height // 16)
    body = pygame.Rect(x - height // 14, height * 66 // 100, height // 7, height * 26 // 100)
    pygame.draw.rect(on, mixed(tint, dark, 0.4), body, border_radius=height // 14)


_SCENES = (_speaker, _shelf, _speaker, _street)
