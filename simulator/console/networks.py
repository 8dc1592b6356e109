"""The map of the audience in plain lines: who is outraged where, and who carries it."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.console.menu import Choice, Menu
from simulator.console.tell.network import communities_lines, network_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.curve_rows import MarkRow
from simulator.play.presenters.network import NetworkMap


def network_menu(network: NetworkMap, say: Phrasebook, minute: int | None = None) -> Menu:
    """The map at `minute` (None: now); one choice tells every community."""
    while not network.advance():
        pass
    at = network.minute if minute is None else max(0, min(minute, network.minute))
    view = network.view(at)

    def everything() -> Menu:
        return Menu(tuple(communities_lines(network, view)))

    choice = Choice(say("console.network_all", count=len(view.communities)), everything)
    return Menu(tuple(network_lines(network, view, say)), (choice,))


def film_menu(network: NetworkMap, say: Phrasebook, hours: Sequence[MarkRow], loudest: MarkRow) -> Menu:
    """The map of a play that is over: at its loudest, and at each of `hours`."""

    def at(mark: MarkRow) -> Choice:
        return Choice(mark.label, lambda: network_menu(network, say, int(mark.minute)))

    return Menu((say("console.network_when"),), (at(loudest), *map(at, hours)))
