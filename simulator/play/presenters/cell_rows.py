"""What the cell can do and is doing: standing actions, lines of work, people. See `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActionName = Literal[
    "verify",
    "holding",
    "suspend",
    "alert",
    "listen",
    "reply",
    "notify",
    "inform",
    "spokesperson",
    "correct",
    "watch",
]

ACTION_KEYS: dict[ActionName, str] = {
    "listen": "L", "verify": "V", "holding": "H", "suspend": "P", "reply": "R", "alert": "A",
    "notify": "U", "inform": "I", "spokesperson": "S", "correct": "C", "watch": "O",
}  # fmt: skip
"""The letter of each standing action, the same in both languages (N, M, Space and digits are taken)."""


@dataclass(frozen=True)
class WaitingRow:
    """Work that waits in a line: `work` and `about` name it, `place` is "2e", `cost` how long it takes once begun."""

    work: str
    about: str
    text: str
    place: str
    cost: str
    can_go_first: bool = False
    first_refusal: str = ""
    can_withdraw: bool = False
    withdraw_refusal: str = ""


@dataclass(frozen=True)
class TaskRow:
    """One queue of the cell ("Rédaction"): who does it, what is being done, until when, and what waits behind it."""

    queue: Literal["writer", "verification", "legal"]
    name: str
    doing: str = ""
    until: str = ""
    fraction: float = 0.0
    waiting: tuple[str, ...] = ()
    people: str = ""
    lines: tuple[WaitingRow, ...] = ()


@dataclass(frozen=True)
class ActionRow:
    """A standing action. `count` is a small figure beside it; `active` that it is running or already done."""

    action: ActionName
    key: str
    label: str
    enabled: bool = True
    refusal: str = ""
    count: str = ""
    active: bool = False


@dataclass(frozen=True)
class PersonRow:
    """Someone of the cell; `current` marks today's spokesperson."""

    persona_id: str
    name: str
    initials: str
    role: str
    colour_key: str
    current: bool = False
    enabled: bool = True
    refusal: str = ""
