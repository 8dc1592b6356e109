"""Words of the interface language that call something outside a play."""

from __future__ import annotations

from simulator.locale import Phrasebook
from simulator.play.presenters.sieve import plain


def calls(say: Phrasebook, code: str) -> tuple[str, ...]:
    """What calls `code`, the letter last: ("réglages", "s")."""
    return tuple(word.strip() for word in say(code).split(","))


def is_called(typed: str, say: Phrasebook, code: str) -> bool:
    """Whether the first word of `typed` calls `code`."""
    word = plain(typed.partition(" ")[0])
    return bool(word) and word in {plain(call) for call in calls(say, code)}


def rest_of(typed: str) -> str:
    """What follows the first word."""
    return typed.partition(" ")[2].strip()
