"""The scenarios one can choose from: all of them, or those that a filter leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.console.menu import Choice, Menu
from simulator.locale import Phrasebook
from simulator.play.presenters.pages import LibraryRow
from simulator.play.presenters.selection import KINDS, ORIGINS, SEVERITIES, Wish, selected


@dataclass(frozen=True)
class Filter:
    """Which scenarios are wanted; `name` says so."""

    name: str
    wish: Wish


class Shelf:
    """Remembers the filter that was chosen last, None for all scenarios."""

    def __init__(self) -> None:
        self.filter: Filter | None = None

    def shown(self, rows: tuple[LibraryRow, ...]) -> tuple[LibraryRow, ...]:
        """Those of `rows` that the filter leaves, in their order."""
        return rows if self.filter is None else selected(rows, self.filter.wish)

    def word(self, word: str, say: Phrasebook) -> None:
        """Leave those in which `word` stands, or each word of several."""
        self.filter = Filter(say("console.filter_word", word=word), Wish(words=word))

    def menu(self, rows: tuple[LibraryRow, ...], say: Phrasebook) -> Menu:
        """The filters that leave something, each with how much."""
        choices = [Choice(say("console.filter_all", count=len(rows)), self._choosing(None))]
        for one in _filters(say):
            count = len(selected(rows, one.wish))
            if 0 < count < len(rows):
                choices.append(Choice(say("console.filter", name=one.name, count=count), self._choosing(one)))
        return Menu((say("console.filters"),), tuple(choices), say("console.filters_how"))

    def _choosing(self, wanted: Filter | None) -> Callable[[], None]:
        def choose() -> None:
            self.filter = wanted

        return choose


def _filters(say: Phrasebook) -> list[Filter]:
    kinds = [Filter(say(f"play.kind_{kind}"), Wish(kind=kind)) for kind in KINDS]
    origins = [Filter(say(f"console.filter_{origin}"), Wish(origin=origin)) for origin in ORIGINS]
    severities = [
        Filter(say("console.filter_severity", severity=str(level)), Wish(severity=level)) for level in SEVERITIES
    ]
    return [*kinds, *origins, *severities, Filter(say("console.filter_unplayed"), Wish(unplayed=True))]
