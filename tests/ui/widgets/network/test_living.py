"""The map as it lives shows each node where it stands, and a reshare before whom it reaches is lit."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from simulator.play.presenters.network import NetworkMap
from simulator.play.presenters.network_rows import Hop, Standing
from simulator.play.presenters.pages import Settings
from simulator.ui.look import Look
from simulator.ui.widgets.network.dots import colour_of
from simulator.ui.widgets.network.living import LivingMap
from simulator.ui.widgets.painter import Painter
from tests.ui.network_samples import LAST, sample_map

SIZE = (1200, 640)
FRAME = 1 / 60


@pytest.fixture
def network() -> NetworkMap:
    network = sample_map("fr")
    while not network.advance():
        pass
    return network


@pytest.fixture
def look() -> Look:
    return Look((1280, 800), Settings())


def painted(living: LivingMap, look: Look) -> np.ndarray:
    surface = pygame.Surface(SIZE)
    living.paint(Painter(look, surface, "network", (0, 0)))
    return pygame.surfarray.array3d(surface).astype(int)


def seen(hop: Hop) -> bool:
    """Whether somebody on the map is reached by somebody's post."""
    return hop.node is not None and hop.source_community is not None


def busy_minute(network: NetworkMap) -> int:
    return max(range(1, LAST), key=lambda minute: sum(map(seen, network.view(minute).hops)))


def test_every_node_is_drawn_in_the_colour_of_its_standing(network: NetworkMap, look: Look) -> None:
    living = LivingMap(network.ground)
    view = network.view(LAST)
    living.show(view, 1.0, still=True)
    pixels = painted(living, look)
    places = living.paint(Painter(look, pygame.Surface(SIZE), "network", (0, 0)))
    for standing in (Standing.OUTRAGED, Standing.REACHED, Standing.UNTOUCHED):
        nodes = (view.standings == standing).nonzero()[0]
        wanted = np.array(colour_of(look.theme, standing))
        off = [np.abs(pixels[round(x), round(y)] - wanted).max() for x, y in places.nodes[nodes]]
        assert np.median(off) < 30, standing


def test_whom_a_reshare_reaches_is_lit_when_it_arrives_and_not_before(network: NetworkMap, look: Look) -> None:
    minute = busy_minute(network)
    living = LivingMap(network.ground)
    living.show(network.view(minute - 1), 2.0, still=False)
    painted(living, look)
    living.show(network.view(minute), 2.0, still=False)
    places = living.paint(Painter(look, pygame.Surface(SIZE), "network", (0, 0)))
    node = next(hop.node for hop in network.view(minute).hops if seen(hop))
    x, y = (round(value) for value in places.nodes[node])
    hot = np.array(look.theme.hot)
    assert np.abs(painted(living, look)[x, y] - hot).max() > 60
    for _ in range(round(3 / FRAME)):
        living.pass_time(FRAME)
    assert np.abs(painted(living, look)[x, y] - hot).max() < 30


def test_in_the_end_it_looks_as_if_nothing_had_moved(network: NetworkMap, look: Look) -> None:
    minute = busy_minute(network)
    moved, still = LivingMap(network.ground), LivingMap(network.ground)
    for shown in (minute - 1, minute):
        moved.show(network.view(shown), 1.0, still=False)
        painted(moved, look)
        still.show(network.view(shown), 1.0, still=True)
    for _ in range(round(3 / FRAME)):
        moved.pass_time(FRAME)
    assert np.abs(painted(moved, look) - painted(still, look)).mean() < 0.2


def test_without_motion_nothing_moves(network: NetworkMap, look: Look) -> None:
    living = LivingMap(network.ground)
    minute = busy_minute(network)
    for shown in (minute - 1, minute):
        living.show(network.view(shown), 1.0, still=True)
        painted(living, look)
    serial = living.serial
    living.pass_time(0.5)
    assert living.serial == serial


def test_going_back_or_far_on_shows_the_minute_at_once(network: NetworkMap, look: Look) -> None:
    living, fresh = LivingMap(network.ground), LivingMap(network.ground)
    for shown in (LAST, 20):
        living.show(network.view(shown), 1.0, still=False)
        painted(living, look)
    fresh.show(network.view(20), 1.0, still=False)
    assert np.array_equal(painted(living, look), painted(fresh, look))
