"""What is missing on a machine costs looks or a language, never the game, and is said in one sentence."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from simulator import locale, places
from simulator.locale import LANGUAGES, Message, phrasebook
from simulator.scenario import emoji
from simulator.ui import complaints as complaints_module
from simulator.ui.complaints import complaints
from simulator.ui.widgets import art
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.vector import drawing
from tests.ui.screens import new_game, press, scene_of


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the catalogues that a test may damage."""
    copy = tmp_path / "locales"
    shutil.copytree(places.catalogues(), copy)
    monkeypatch.setattr(locale, "catalogues", lambda: copy)
    monkeypatch.setattr(locale, "_damaged", set())
    locale._sentences.cache_clear()
    yield copy
    monkeypatch.undo()
    locale._sentences.cache_clear()


def test_a_whole_game_complains_of_nothing() -> None:
    assert complaints() == ()


@pytest.mark.parametrize("damage", ["missing", "empty", "no text", "cut"])
def test_a_damaged_catalogue_is_read_in_the_other_language(catalogues: Path, damage: str) -> None:
    file = catalogues / "fr" / "ui.po"
    if damage == "missing":
        file.unlink()
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 5])
    else:
        file.write_bytes(b"" if damage == "empty" else bytes(range(128, 256)) * 40)
    english = phrasebook("en")("ui.wordings_hint")
    assert phrasebook("fr")("ui.wordings_hint") == english
    (complaint,) = [message for message in complaints() if message.code == "ui.texts_damaged"]
    for language in LANGUAGES:
        assert "fr/ui.po" in phrasebook(language).say(complaint)


def test_the_game_opens_without_any_catalogue(catalogues: Path) -> None:
    shutil.rmtree(catalogues)
    game, _ = new_game()
    game.step([], 0.0)
    press(game, pygame.K_RETURN)
    game.step([], 0.0)
    assert scene_of(game).spots


def test_a_code_that_no_catalogue_has_is_still_a_mistake_of_the_program(catalogues: Path) -> None:  # noqa: ARG001
    with pytest.raises(KeyError):
        phrasebook("fr")("ui.nobody_wrote_this")


@pytest.fixture
def no_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in (complaints_module, emoji):
        monkeypatch.setattr(module, "shipped", lambda name: tmp_path / "nowhere" / name)
    emoji._folder.cache_clear()
    yield
    monkeypatch.undo()
    emoji._folder.cache_clear()


@pytest.mark.usefixtures("no_assets")
def test_missing_drawings_are_said_and_done_without() -> None:
    game, _ = new_game()
    game.step([], 0.0)
    said = [notice.text for notice in scene_of(game).notices.waiting]
    assert any("assets" in text for text in said)
    block = game.look.text.block((Span("ah 😡 non"),), "body", "regular", game.look.theme.text, 300)
    assert block.width < 120


def test_the_sentence_of_missing_drawings_names_the_folder() -> None:
    for language in LANGUAGES:
        assert "/x/assets" in phrasebook(language).say(Message("ui.drawings_missing", {"folder": "/x/assets"}))


@pytest.mark.parametrize("content", ["", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "not a drawing"])
def test_a_broken_drawing_leaves_the_network_alone(tmp_path: Path, content: str) -> None:
    file = tmp_path / "art.svg"
    file.write_text(content, encoding="utf-8")
    game, _ = new_game()
    theme = game.look.theme
    plain = art.banner((320, 84), "x", None, 1, theme, theme.card, 1.0)
    shown = art.banner((320, 84), "x", file, 1, theme, theme.card, 1.0)
    assert shown.get_size() == plain.get_size() == (320, 84)


def test_a_missing_drawing_is_none(tmp_path: Path) -> None:
    assert drawing(tmp_path / "nowhere.svg", (20, 20)) is None
