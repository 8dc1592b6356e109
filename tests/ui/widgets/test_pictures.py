"""Pictures are fitted into their place, whatever their kind; what cannot be read is told in words."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.places import shipped
from simulator.play.presenters.post_rows import PictureRow
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.pictures import fitted, paint_picture
from tests.ui.screens import new_game


@pytest.fixture
def painter() -> Painter:
    game, _ = new_game()
    return Painter(game.look, pygame.Surface((400, 200)), "pictures", (0, 0))


@pytest.mark.parametrize("size", [(40, 30), (31, 77), (300, 20)])
@pytest.mark.parametrize("depth", [8, 24, 32])
def test_any_picture_covers_its_place(tmp_path: Path, size: tuple[int, int], depth: int) -> None:
    drawn = pygame.Surface(size, depth=depth)
    drawn.fill((200, 40, 40))
    pygame.image.save(drawn, tmp_path / "red.png")
    picture = fitted(tmp_path / "red.png", (120, 60))
    assert picture is not None and picture.get_size() == (120, 60)
    assert picture.get_at((60, 30)) == drawn.get_at((0, 0))
    assert picture.get_at((0, 0)).a == 0, "its corners are round"


def test_a_drawing_is_sharp_and_shown(painter: Painter) -> None:
    file = shipped("scenarios") / "rappel-tardif" / "concours.svg"
    area = pygame.Rect(10, 10, 300, 132)
    assert paint_picture(painter, PictureRow(file, "Une affiche."), area) == area.bottom
    assert painter.surface.get_at(area.center)[:3] != (0, 0, 0)


def test_what_cannot_be_read_is_told(painter: Painter, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"nothing")
    for name in ("no.png", "missing.svg"):
        before = len(painter.written)
        paint_picture(painter, PictureRow(tmp_path / name, "Un rayon vide."), pygame.Rect(0, 0, 300, 100))
        assert "Un rayon vide." in " ".join(text for _, text in painter.written[before:])
