"""Posts of every look: what is measured is what is painted, and no text leaves its row or touches another."""

from itertools import combinations

import pygame
import pytest

from simulator.locale import Language
from simulator.play.presenters.pages import Settings, ThemeName
from simulator.ui.look import Look
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import paint_in_feed, row_height
from simulator.ui.widgets.post_parts import Figure, emphasised
from tests.ui.feed_samples import of_every_look

WIDTHS = (300, 404, 640, 1100)


def look_at(language: Language = "fr", text_scale: int = 100, theme: ThemeName = "dark") -> Look:
    return Look((1280, 800), Settings(language=language, text_scale=text_scale, theme=theme))


def painted(look: Look, rank: int, width: int) -> tuple[Painter, int]:
    row = of_every_look(look.settings.language)[rank]
    height = row_height(Painter(look, pygame.Surface((1, 1)), "feed", (0, 0)), row, width)
    painter = Painter(look, pygame.Surface((width, height)), "feed", (0, 0))
    assert paint_in_feed(painter, row, width) == height
    return painter, height


@pytest.mark.parametrize("text_scale", [100, 150, 200])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("rank", range(10))
def test_no_text_leaves_its_row_or_touches_another(rank: int, width: int, text_scale: int) -> None:
    for language in ("fr", "en"):
        painter, height = painted(look_at(language, text_scale), rank, width * text_scale // 100)
        box = pygame.Rect(0, 0, width * text_scale // 100, height)
        for area, text in painter.written:
            assert box.contains(area.inflate(-4, 0)), text
        for (area, text), (other, other_text) in combinations(painter.written, 2):
            assert not area.inflate(-4, -6).colliderect(other.inflate(-4, -6)), (text, other_text)


def test_looks_can_be_told_apart() -> None:
    look = look_at()
    pictures = {pygame.image.tobytes(painted(look, rank, 404)[0].surface, "RGB") for rank in range(10)}
    assert len(pictures) == 10


def test_both_themes_have_their_own_looks() -> None:
    dark, light = (painted(look_at(theme=theme), 0, 404)[0].surface for theme in ("dark", "light"))
    assert sum(light.get_at((200, 3))[:3]) > sum(dark.get_at((200, 3))[:3])


def test_the_places_of_the_figures_are_told() -> None:
    look, found = look_at(), list[Figure]()
    row = of_every_look("fr")[0]
    surface = pygame.Surface((404, row_height(Painter(look, pygame.Surface((1, 1)), "feed", (0, 0)), row, 404)))
    painter = Painter(look, surface, "feed", (0, 0))
    paint_in_feed(painter, row, 404, rolled=found)
    assert {figure.name: figure.text for figure in found} == {"replies": "12", "reshares": "1,9 k", "likes": "40"}
    places = [area.topleft for area, text in painter.written if text in ("12", "1,9 k", "40")]
    assert [(figure.x, figure.y) for figure in found] == places


def test_the_age_is_never_cut_and_a_long_name_is() -> None:
    look = look_at()
    painter, _ = painted(look, 0, 404)
    texts = [text for _, text in painter.written]
    assert "· il y a 2 h" in texts and "@claire_delaunay_montferrand" not in " ".join(texts)


def test_words_searched_for_stand_out_whatever_their_accents() -> None:
    accent, found = (1, 2, 3), (4, 5, 6)
    spans = emphasised("Même lot @Marion #Évidence évident", accent, found, ("evid",))
    assert "".join(span.text for span in spans) == "Même lot @Marion #Évidence évident"
    assert [span.text for span in spans if span.colour == found] == ["#Évidence", "évident"]
    assert not [span for span in emphasised("Même lot", accent, found, ("evid",)) if span.colour]
