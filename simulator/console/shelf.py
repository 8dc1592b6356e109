"""The scenarios one can choose from: all of them, or those that a filter leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from simulator.console.menu import Choice, Menu
from simulator.locale import Phrasebook
from simulator.play.presenters.pages import LibraryRow
from simulator.play.presenters.sieve import plain

Kind = Literal["ethical_breach", "security_breach", "service_problem", "defamation"]
_SEVERITIES = (1, 2, 3)
_ORIGINS = ("internal", "external")


@dataclass(frozen=True)
class Filter:
    """Which scenarios are wanted; `name` says so."""

    name: str
    holds: Callable[[LibraryRow], bool]


class Shelf:
    """Remembers the filter that was chosen last, None for all scenarios."""

    def __init__(self) -> None:
        self.filter: Filter | None = None

    def shown(self, rows: tuple[LibraryRow, ...]) -> tuple[LibraryRow, ...]:
        """Those of `rows` that the filter leaves, in their order."""
        return tuple(row for row in rows if self.filter is None or self.filter.holds(row))

    def word(self, word: str, say: Phrasebook) -> None:
        """Leave those in whose title or summary `word` stands."""
        asked = plain(word)
        name = say("console.filter_word", word=word)
        self.filter = Filter(name, lambda row: asked in plain(f"{row.title} {row.subtitle} {row.summary}"))

    def menu(self, rows: tuple[LibraryRow, ...], say: Phrasebook) -> Menu:
        """The filters that leave something, each with how much."""
        choices = [Choice(say("console.filter_all", count=len(rows)), self._choosing(None))]
        for one in _filters(say):
            count = sum(one.holds(row) for row in rows)
            if 0 < count < len(rows):
                choices.append(Choice(say("console.filter", name=one.name, count=count), self._choosing(one)))
        return Menu((say("console.filters"),), tuple(choices), say("console.filters_how"))

    def _choosing(self, wanted: Filter | None) -> Callable[[], None]:
        def choose() -> None:
            self.filter = wanted

        return choose


def _filters(say: Phrasebook) -> list[Filter]:
    kinds = [Filter(say(f"play.kind_{kind}"), _is("kind", kind)) for kind in get_args(Kind)]
    origins = [Filter(say(f"console.filter_{origin}"), _is("origin", origin)) for origin in _ORIGINS]
    severities = [
        Filter(say("console.filter_severity", severity=str(level)), _is("severity", level)) for level in _SEVERITIES
    ]
    never = Filter(say("console.filter_unplayed"), lambda row: not row.best and not row.tutorial and not row.problem)
    return [*kinds, *origins, *severities, never]


def _is(part: str, wanted: object) -> Callable[[LibraryRow], bool]:
    """Whether that `part` of a row is what is wanted; the tutorial is of no kind."""
    return lambda row: bool(getattr(row, part) == wanted and not row.tutorial)
