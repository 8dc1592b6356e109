"""What the cell knows, fact by fact. See `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactState = Literal["unknown", "verifying", "verified", "published", "leaked", "restricted"]


@dataclass(frozen=True)
class FactMark:
    """One of the two marks of a fact, *verified* and *published*; `tone` chooses its sign and colour."""

    text: str
    tone: Literal["open", "progress", "done", "held", "bad", "locked"] = "open"


@dataclass(frozen=True)
class FactRow:
    """One fact of the ledger: `text` says what the cell knows of it now; the flags open its two actions.

    On the board, `label` names it, `marks` are *verified* and *published*, `fraction` how far its verification is, and
    `others` says who could tell it first.
    """

    fact_id: str
    text: str
    state: FactState
    state_text: str
    can_verify: bool = False
    verify_refusal: str = ""
    verify_cost: str = ""
    """Who verifies it and how long that takes ("Samira Roche · 20 min")."""
    can_publish: bool = False
    publish_refusal: str = ""
    publish_cost: str = ""
    """What it takes until it is public ("5 min · puis relecture juridique, 15 min"), empty when it cannot be."""
    label: str = ""
    marks: tuple[FactMark, ...] = ()
    fraction: float = 0.0
    others: str = ""
