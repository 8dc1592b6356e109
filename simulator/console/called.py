"""Words of the interface language that call something outside a play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.locale import Phrasebook
from simulator.play.presenters.sieve import plain


def calls(say: Phrasebook, code: str) -> tuple[str, ...]:
    """What calls `code`, the letter last: ("réglages", "s")."""
    return tuple(word.strip() for word in say(code).split(","))


def is_called(typed: str, say: Phrasebook, code: str) -> bool:
    """Whether the first word of `typed` calls `code`."""
    word = plain(typed.partition(" ")[0])
    return bool(word) and word in {plain(call) for call in calls(say, code)}


def help_lines(names: Iterable[str], say: Phrasebook) -> Iterator[str]:
    """A line for each of the commands `names`: what calls it, and what it is for."""
    for name in names:
        word, *_, letter = calls(say, f"console.words_{name}")
        yield say("console.help_line", letter=letter, word=word, what=say(f"console.about_{name}"))


def rest_of(typed: str) -> str:
    """What follows the first word."""
    return typed.partition(" ")[2].strip()
