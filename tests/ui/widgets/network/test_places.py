"""Where everything stands on the map: the same for the same room, nothing on anything else, every label whole."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from simulator.play.presenters.network_rows import NetworkGround
from simulator.ui.widgets.network.places import Places, placed
from tests.ui.network_samples import sample_map

SIZES = [(900, 430), (745, 280), (1240, 560), (1840, 760), (500, 600), (400, 900)]
LABEL, GAP, PAD = 30, 12, 10
WIDTHS = [112, 118, 124, 130, 120, 126, 188]


@pytest.fixture
def ground() -> NetworkGround:
    network = sample_map("fr")
    while not network.advance():
        pass
    return network.ground


def laid_out(ground: NetworkGround, size: tuple[int, int]) -> Places:
    return placed(ground, size, LABEL, GAP, PAD, WIDTHS)


@pytest.mark.parametrize("size", SIZES)
def test_no_community_lies_on_another_or_outside_of_its_segment(ground: NetworkGround, size: tuple[int, int]) -> None:
    places = laid_out(ground, size)
    for one, other in combinations(range(len(ground.communities)), 2):
        apart = np.hypot(*(places.discs[one] - places.discs[other]))
        assert apart >= places.radii[one] + places.radii[other] - 1
    for segment, area in zip(ground.segments, places.segments, strict=True):
        for place in segment.communities:
            x, y = places.discs[place]
            radius = places.radii[place]
            assert area.left <= x - radius and x + radius <= area.right
            assert area.top + LABEL <= y - radius and y + radius <= area.bottom


@pytest.mark.parametrize("size", SIZES)
def test_segments_lie_apart_within_the_room(ground: NetworkGround, size: tuple[int, int]) -> None:
    areas = laid_out(ground, size).segments
    assert all(area.left >= 0 and area.right <= size[0] and area.top >= 0 and area.bottom <= size[1] for area in areas)
    assert not any(one.colliderect(other) for one, other in combinations(areas, 2))


@pytest.mark.parametrize("size", [(900, 430), (1240, 560), (1840, 760)])
def test_no_label_is_cut_short_where_there_is_room(ground: NetworkGround, size: tuple[int, int]) -> None:
    areas = laid_out(ground, size).segments
    assert all(area.width >= wide for area, wide in zip(areas, WIDTHS, strict=True))


@pytest.mark.parametrize("size", SIZES)
def test_every_node_stands_in_its_community_and_none_on_another(ground: NetworkGround, size: tuple[int, int]) -> None:
    places = laid_out(ground, size)
    for place, one in enumerate(ground.communities):
        own = places.nodes[one.nodes.start : one.nodes.stop]
        if len(own) < 2:
            continue
        assert (np.hypot(*(own - places.discs[place]).T) < places.radii[place]).all()
        between = np.hypot(*(own[:, None] - own[None, :]).transpose(2, 0, 1))
        assert between[~np.eye(len(own), dtype=bool)].min() > 0.6 * places.spacing


def test_the_same_room_gives_the_same_map(ground: NetworkGround) -> None:
    one, other = laid_out(ground, (900, 430)), laid_out(ground, (900, 430))
    assert np.array_equal(one.nodes, other.nodes)
    assert one.segments == other.segments
