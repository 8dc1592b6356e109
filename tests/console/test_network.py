"""The map of the audience in the console says what the window shows."""

from __future__ import annotations

import pytest

from simulator.console.networks import film_menu, network_menu
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.play.presenters.curve_rows import MarkRow
from tests.ui.network_samples import LAST, sample_map


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_every_segment_and_on_demand_every_community(language: Language) -> None:
    network, say = sample_map(language), phrasebook(language)
    menu = network_menu(network, say)
    told = "\n".join(menu.heading)
    assert network.view(LAST).headline in menu.heading
    assert all(segment.name in told for segment in network.ground.segments)
    everything = menu.choices[0].do()
    assert everything is not None and not isinstance(everything, str)
    assert len(everything.heading) == len(network.ground.communities)
    assert set(everything.heading) == {network.told(LAST, place) for place in range(len(everything.heading))}


def test_the_most_outraged_stand_first() -> None:
    network, say = sample_map("en"), phrasebook("en")
    lines = network_menu(network, say, 40).heading
    view = network.view(40)
    most = max(zip(network.ground.segments, view.segments, strict=True), key=lambda row: row[1].outrage)
    first = next(line for line in lines if any(line.startswith(one.name + ":") for one in network.ground.segments))
    assert first.startswith(f"{most[0].name}: outrage {most[1].outrage}")


def test_a_play_that_is_over_is_looked_at_again_at_any_of_its_hours() -> None:
    network, say = sample_map("en"), phrasebook("en")
    menu = film_menu(network, say, (MarkRow(20.0, "10:00"), MarkRow(60.0, "11:00")), MarkRow(40.0, "loudest"))
    assert [choice.text for choice in menu.choices] == ["loudest", "10:00", "11:00"]
    at_ten = menu.choices[1].do()
    assert at_ten is not None and not isinstance(at_ten, str)
    assert network.view(20).headline in at_ten.heading
