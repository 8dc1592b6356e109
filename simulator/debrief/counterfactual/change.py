"""A change: what is decided otherwise, and what becomes of a world with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, cast, get_args

from simulator.engine.decision import Decision

Kind = Literal["none", "earlier_holding", "best_at_worst", "silence", "expert", "without", "instead"]

_PARTS: dict[Kind, int] = {"without": 1, "instead": 2}
"""What a key holds besides its kind: a place, and a response."""


@dataclass(frozen=True)
class Change:
    """What is done otherwise. `place` (from 0) is the decision that is left out, or for which `response` is given."""

    kind: Kind
    place: int | None = None
    response: str | None = None

    @property
    def key(self) -> str:
        """A name to ask by: "silence", "without:12", "instead:12:sorry"."""
        return ":".join(str(part) for part in (self.kind, self.place, self.response) if part is not None)

    @classmethod
    def from_key(cls, key: str) -> Self:
        """The change that `key` names; ValueError for none."""
        kind, *rest = key.split(":", 2)
        if kind not in get_args(Kind) or len(rest) != _PARTS.get(cast(Kind, kind), 0):
            raise ValueError(f"no change is called {key!r}")
        if rest and not rest[0].isdecimal():
            raise ValueError(f"no change is called {key!r}: {rest[0]!r} is no place")
        return cls(cast(Kind, kind), int(rest[0]) if rest else None, rest[1] if len(rest) == 2 else None)


class NoSuchChange(ValueError):
    """A play in which such a change cannot be made, or would change nothing."""

    def __init__(self, change: Change) -> None:
        super().__init__(f"this play has no {change.key!r}")
        self.change = change


@dataclass(frozen=True)
class WhatIf:
    """A world with one change: its outrage, thousandths, one entry a minute; its `posts` in all.

    `skipped` is how many decisions no longer held. `minute` is when the changed decision is taken, None where there is
    not one; `decision` what is decided then, None where it is left out.
    """

    change: Change
    outrage: tuple[int, ...]
    skipped: int = 0
    minute: int | None = None
    posts: int = 0
    decision: Decision | None = None

    @property
    def peak(self) -> int:
        """The highest outrage, thousandths."""
        return max(self.outrage, default=0)
