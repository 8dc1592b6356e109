"""A place is said as it is written."""

from __future__ import annotations

import pygame

from simulator.ui.speech.wording import inside, joined, spoken, words_of
from simulator.ui.spots import Spot
from simulator.ui.widgets.panel import Panel


def panel(*written: tuple[tuple[int, int, int, int], str], scrolled: int = 0) -> Panel:
    made = Panel("card")
    made.area = pygame.Rect(100, 50, 400, 300)
    made.scrolled = scrolled
    made.written = [(pygame.Rect(place), text) for place, text in written]
    return made


def spot(area: tuple[int, int, int, int], tip: str = "") -> Spot:
    return Spot("here", pygame.Rect(area), pygame.Rect(area), lambda: None, tip, panel="card")


def test_what_stands_inside_is_said_and_what_stands_beside_is_not() -> None:
    made = panel(((10, 10, 80, 20), "Réponse publique"), ((10, 40, 80, 20), "2 min"), ((300, 10, 80, 20), "Autre"))
    assert words_of(spot((100, 50, 200, 100)), {"card": made}) == "Réponse publique. 2 min."


def test_a_scrolled_panel_is_read_where_it_stands_now() -> None:
    made = panel(((10, 510, 80, 20), "Plus bas"), scrolled=500)
    assert inside(pygame.Rect(100, 50, 200, 100), made) == ["Plus bas"]


def test_spaced_capitals_are_read_as_words_and_dots_as_pauses() -> None:
    assert spoken("V\u200aO\u200aT\u200aR\u200aE C\u200aE\u200aL\u200aL\u200aU\u200aL\u200aE") == "Votre cellule"
    assert spoken("Faille de sécurité · interne") == "Faille de sécurité, interne"


def test_a_tip_that_says_more_is_said_last_and_an_icon_by_its_tip_alone() -> None:
    made = panel(((10, 10, 80, 20), "Vérifier"))
    assert words_of(spot((100, 50, 200, 100), "Personne n’est libre."), {"card": made}) == (
        "Vérifier. Personne n’est libre."
    )
    assert words_of(spot((400, 200, 50, 50), "Fermer"), {"card": made}) == "Fermer."


def test_initials_on_an_avatar_are_not_read_beside_the_name() -> None:
    made = panel(((0, 0, 20, 20), "FC"), ((30, 0, 80, 20), "Le Fil Conso"), ((30, 30, 80, 20), "FR"))
    assert words_of(spot((100, 50, 300, 100)), {"card": made}) == "Le Fil Conso. FR."


def test_a_sentence_that_has_its_stop_gets_no_other() -> None:
    assert joined(["Est-ce vrai ?", "Oui", "…"]) == "Est-ce vrai ? Oui. …"
