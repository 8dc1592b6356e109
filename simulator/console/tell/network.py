"""The map of the audience as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.situation import trend
from simulator.locale import Phrasebook
from simulator.play.presenters.network import NetworkMap
from simulator.play.presenters.network_rows import NetworkView


def network_lines(network: NetworkMap, view: NetworkView, say: Phrasebook) -> Iterator[str]:
    """When, what is to be seen, and each segment, the most outraged first."""
    yield say("console.network", clock=view.clock)
    yield from filter(None, view.words)
    rows = sorted(zip(network.ground.segments, view.segments, strict=True), key=lambda row: -row[1].outrage)
    for segment, heat in rows:
        yield say("console.network_segment", name=segment.name, outrage=heat.outrage, trend=trend(heat.arrow, say))
    yield network.ground.legend


def communities_lines(network: NetworkMap, view: NetworkView) -> Iterator[str]:
    """Every community in a sentence, the most outraged first."""
    places = sorted(range(len(view.communities)), key=lambda place: -view.communities[place].outrage)
    for place in places:
        if len(network.ground.communities[place].nodes):
            yield network.told(view.minute, place)
