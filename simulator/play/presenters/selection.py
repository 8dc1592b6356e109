"""Which scenarios of the library are shown, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.play.presenters.pages import LibraryRow
from simulator.play.presenters.sieve import plain

Length = Literal["", "short", "long"]
Order = Literal["advised", "title", "length", "severity", "best"]
KINDS = ("ethical_breach", "security_breach", "service_problem", "defamation")
ORIGINS = ("internal", "external")
SEVERITIES = (1, 2, 3)
LENGTHS: tuple[Length, ...] = ("", "short", "long")
ORDERS: tuple[Order, ...] = ("advised", "title", "length", "severity", "best")
SHORT = 18
"""Minutes of play up to which a crisis is called short."""


@dataclass(frozen=True)
class Wish:
    """What the reader asks for; an empty value asks for nothing. `words` must all stand in what a card says."""

    kind: str = ""
    origin: str = ""
    severity: int = 0
    length: Length = ""
    unplayed: bool = False
    words: str = ""
    order: Order = "advised"

    @property
    def narrows(self) -> bool:
        """Whether some scenarios may be left out."""
        return bool(self.kind or self.origin or self.severity or self.length or self.unplayed or self.words.strip())


def selected(rows: Iterable[LibraryRow], wish: Wish) -> tuple[LibraryRow, ...]:
    """The rows that `wish` asks for, in its order; a broken one is shown when nothing but words is asked for."""
    found = [row for row in rows if _fits(row, wish)]
    key = _KEYS.get(wish.order)
    return tuple(sorted(found, key=key) if key is not None else found)


def _fits(row: LibraryRow, wish: Wish) -> bool:
    length = "short" if row.minutes <= SHORT else "long"
    return (
        (not wish.kind or (row.kind == wish.kind and not row.tutorial))
        and (not wish.origin or (row.origin == wish.origin and not row.tutorial))
        and (not wish.severity or row.severity == wish.severity)
        and (not wish.length or (length == wish.length and not row.problem))
        and (not wish.unplayed or (not row.played and not row.problem))
        and _says(row, wish.words)
    )


def _says(row: LibraryRow, words: str) -> bool:
    text = plain(" ".join((row.title, row.subtitle, row.summary, row.scenario_id)))
    return all(word in text for word in plain(words).split())


_KEYS: Mapping[Order, Callable[[LibraryRow], tuple[object, ...]]] = {
    "title": lambda row: (plain(row.title),),
    "length": lambda row: (bool(row.problem), row.minutes, plain(row.title)),
    "severity": lambda row: (-row.severity, plain(row.title)),
    "best": lambda row: (row.grade is None, -(row.grade or 0.0), plain(row.title)),
}
