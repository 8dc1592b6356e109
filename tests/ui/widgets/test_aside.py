"""What takes long to draw is drawn once, at once for who needs it now and later for who can wait."""

from __future__ import annotations

from threading import Event, current_thread

import pygame

from simulator.play.presenters.pages import Settings
from simulator.ui.look import Look
from simulator.ui.widgets.aside import Aside
from simulator.ui.widgets.painter import Painter


def test_who_needs_it_now_has_it_now_and_once() -> None:
    drawn: list[int] = []

    def draw(number: int) -> int:
        drawn.append(number)
        return 10 * number

    aside = Aside(draw, 4)
    assert (aside(3), aside(3), drawn) == (30, 30, [3])
    assert aside.is_ready(3)


def test_who_can_wait_is_told_when_it_is_there() -> None:
    begin, threads = Event(), list[str]()

    def draw(number: int) -> int:
        begin.wait(30)
        threads.append(current_thread().name)
        return number

    aside = Aside(draw, 4)
    assert not aside.is_ready(7)
    begin.set()
    assert aside(7) == 7, "who needs it waits for what is being drawn"
    assert aside.is_ready(7) and len(threads) == 1 and threads[0] != current_thread().name


def test_only_the_latest_are_kept() -> None:
    drawn: list[int] = []

    def draw(number: int) -> None:
        drawn.append(number)

    aside = Aside(draw, 2)
    for number in (1, 2, 3, 1):
        aside(number)
    assert drawn == [1, 2, 3, 1]


def test_a_patient_painter_shows_an_empty_place_and_knows_what_it_awaits() -> None:
    begin = Event()
    aside = Aside(lambda name: begin.wait(30) and name, 4)
    painter = Painter(Look((1280, 800), Settings()), pygame.Surface((100, 100)), "feed", (0, 0))
    assert aside.is_here(painter, painter.surface.get_rect(), "now or never"), "an impatient one has it drawn at once"
    painter.patient = True
    assert not aside.is_here(painter, painter.surface.get_rect(), "later")
    assert painter.surface.get_at((50, 50)) == painter.look.theme.sunken
    begin.set()
    aside("later")
    assert [is_there() for is_there in painter.awaited] == [True]
