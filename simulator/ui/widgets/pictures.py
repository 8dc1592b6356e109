"""The pictures that posts show: fitted, with rounded corners; what cannot be loaded is told in words."""

from __future__ import annotations

from pathlib import Path

import pygame

from simulator.play.presenters.post_rows import PictureRow
from simulator.ui.theme import RADIUS
from simulator.ui.widgets.aside import Aside
from simulator.ui.widgets.painter import Painter

HEIGHT = 132
"""Points that a picture takes in a post."""


def paint_picture(painter: Painter, row: PictureRow, area: pygame.Rect) -> int:
    """Show the picture of `row` in `area`; the row under it."""
    if not fitted.is_here(painter, area, row.file, area.size):
        return area.bottom
    theme = painter.look.theme
    picture = fitted(row.file, area.size)
    if picture is None:
        painter.box(area, theme.sunken, theme.line, RADIUS)
        painter.text(area.x + painter.px(12), area.y + painter.px(10), row.alt, area.width - painter.px(24), "small",
                     colour=theme.muted, max_lines=5)  # fmt: skip
        return area.bottom
    painter.paste(picture, area.topleft)
    return area.bottom


def _fitted(file: Path, size: tuple[int, int]) -> pygame.Surface | None:
    """The picture in `file`, covering `size` pixels from its middle; None where it cannot be read."""
    try:
        if file.suffix == ".svg":
            drawn = pygame.image.load_sized_svg(str(file), (size[0] * 2, size[1] * 2))
        else:
            drawn = pygame.image.load(str(file))
    except (pygame.error, OSError):
        return None
    width, height = drawn.get_size()
    scale = max(size[0] / width, size[1] / height)
    plain = pygame.Surface((width, height), pygame.SRCALPHA)
    plain.blit(drawn, (0, 0))
    whole = pygame.transform.smoothscale(
        plain, (max(size[0], round(width * scale)), max(size[1], round(height * scale)))
    )
    left, top = (whole.get_width() - size[0]) // 2, (whole.get_height() - size[1]) // 2
    shown = pygame.Surface(size, pygame.SRCALPHA)
    pygame.draw.rect(shown, (255, 255, 255, 255), shown.get_rect(), border_radius=RADIUS)
    shown.blit(whole, (-left, -top), special_flags=pygame.BLEND_RGBA_MIN)
    return shown


fitted = Aside(_fitted, 24)
"""The picture in a file, covering so many pixels from its middle; None where it cannot be read."""
