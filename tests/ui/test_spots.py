"""The way from one spot to the next by keyboard."""

from __future__ import annotations

import pygame

from simulator.ui.spots import Spot, after_arrow, after_tab, under


def spot(key: str, x: int, y: int, group: str = "", panel: str = "p") -> Spot:
    area = pygame.Rect(x, y, 80, 30)
    return Spot(key, area, area, lambda: None, group=group, panel=panel)


GRID = [
    spot("a", 0, 0, "first"),
    spot("b", 100, 0, "first"),
    spot("c", 0, 50, "second"),
    spot("d", 100, 50, "second"),
    spot("e", 400, 20, panel="q"),
]


def test_tab_goes_from_group_to_group_and_round() -> None:
    keys = []
    current: str | None = None
    for _ in range(4):
        found = after_tab(GRID, current, backwards=False)
        assert found is not None
        current = found.key
        keys.append(current)
    assert keys == ["a", "c", "e", "a"]


def test_shift_tab_goes_back() -> None:
    found = after_tab(GRID, "a", backwards=True)
    assert found is not None and found.key == "e"


def test_arrows_go_to_the_nearest_in_line() -> None:
    right, down = after_arrow(GRID, "a", 1, 0), after_arrow(GRID, "a", 0, 1)
    assert right is not None and right.key == "b"
    assert down is not None and down.key == "c"
    assert after_arrow(GRID, "a", -1, 0) is None


def test_an_arrow_prefers_what_is_in_line_to_what_is_near() -> None:
    filter_above = spot("filter", 60, -30, panel="q")
    found = after_arrow([*GRID[:2], filter_above], "a", 1, 0)
    assert found is not None and found.key == "b"


def test_nothing_to_reach_is_no_error() -> None:
    assert after_tab([], None, backwards=False) is None
    assert after_arrow([], None, 1, 0) is None


def test_the_topmost_spot_is_clicked() -> None:
    over = spot("over", 10, 10)
    found = under([*GRID, over], (20, 20))
    assert found is not None and found.key == "over"
    assert under(GRID, (300, 300)) is None
