"""Evidence that reads alike, told once: eighteen messages of full empathy are one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import fsum

from simulator.locale import Message
from simulator.play.presenters.addition import Share
from simulator.scoring.evidence import Evidence


@dataclass(frozen=True)
class Alike:
    """Rows of one rule with the same sentence `text`, in time, and their shares together."""

    rows: tuple[Evidence, ...]
    share: Share
    text: str

    @property
    def row(self) -> Evidence:
        """The rows as one: the first, with what all of them earned and could earn."""
        earned, possible = fsum(row.earned for row in self.rows), fsum(row.possible for row in self.rows)
        return replace(self.rows[0], earned=earned, possible=possible)


def told_once(say: Callable[[Message], str], rows: Iterable[tuple[Evidence, Share]]) -> tuple[Alike, ...]:
    """`rows` of one rule, those that `say` tells alike together, in the order of the first of each.

    What is too small to be shown is left out, unless it was never about points: a repeat, a promise that does not
    count.
    """
    found: dict[str, list[tuple[Evidence, Share]]] = {}
    for row, share in rows:
        found.setdefault(say(row.message), []).append((row, share))
    together = (
        Alike(
            tuple(row for row, _ in same),
            Share(sum(share.earned for _, share in same), sum(share.possible for _, share in same)),
            text,
        )
        for text, same in found.items()
    )
    return tuple(one for one in together if one.share.earned or one.share.possible or not one.row.possible)
