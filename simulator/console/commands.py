"""What can be typed: letters and words of the interface language, and numbers of the last list."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from simulator.locale import LANGUAGES, Language, Phrasebook
from simulator.play.presenters.sieve import plain

CommandName = Literal[
    "help", "status", "next", "wait", "card", "feed", "listen", "verify", "holding", "suspend", "reply", "alert",
    "notify", "inform", "speak", "spokesperson", "correct", "watch", "cell", "timeline", "network", "journal",
    "dossier",
    "grading", "pause", "language", "quit",
]  # fmt: skip
COMMANDS: tuple[CommandName, ...] = get_args(CommandName)


@dataclass(frozen=True)
class Command:
    """A command and the rest of its line."""

    name: CommandName
    rest: str = ""


@dataclass(frozen=True)
class Pick:
    """The line `number` (from 1) of the last list."""

    number: int


@dataclass(frozen=True)
class Unknown:
    """Words that are no command; `meant` is the nearest one, "" if none is near."""

    word: str
    meant: str = ""


def words_of(name: CommandName, say: Phrasebook) -> tuple[str, ...]:
    """What calls the command, the letter last: ("suivant", "n")."""
    return tuple(word.strip() for word in say(f"console.words_{name}").split(","))


def language_of(word: str) -> Language | None:
    """The language that `word` begins with: "en", "English"."""
    return next((language for language in LANGUAGES if word.casefold().startswith(language)), None)


def number_of(word: str) -> int | None:
    """The number of a list that `word` is, of at most five digits: Python reads no number of thousands of them."""
    return int(word) if word.isdecimal() and len(word) < 6 else None


def parse(line: str, say: Phrasebook) -> Command | Pick | Unknown:
    """What the line `line` asks for; an empty line asks where one stands."""
    word, _, rest = line.strip().partition(" ")
    if not word:
        return Command("status")
    number = number_of(word)
    if number is not None and not rest.strip():
        return Pick(number)
    known = {plain(call): name for name in COMMANDS for call in words_of(name, say)}
    typed = plain(word)
    name = known.get(typed) or _by_beginning(typed, known)
    if name is not None:
        return Command(name, rest.strip())
    near = get_close_matches(typed, [call for call in known if len(call) > 1], n=1)
    return Unknown(word, words_of(known[near[0]], say)[0] if near else "")


def _by_beginning(typed: str, known: dict[str, CommandName]) -> CommandName | None:
    names = {name for call, name in known.items() if len(typed) > 2 and call.startswith(typed)}
    return names.pop() if len(names) == 1 else None
