"""What is wrong with a scenario: a code, a place in a file, a sentence and a hint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from simulator.locale import Message

Level = Literal["problem", "remark"]

LONGEST_QUOTE = 300
MAX_PROBLEMS = 100


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in a file; `line` and `column` count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """Something that is wrong with a scenario. Problems sort by place.

    `code` is `S` and three digits: the problem is documented under it in `docs/problems/`. Those of the six hundreds
    are remarks: they keep nothing from being played.
    """

    code: str
    place: Place
    message: Message
    hint: Message | None = None

    @property
    def level(self) -> Level:
        """Whether it must be mended, or is only remarked."""
        return "remark" if self.code.startswith("S6") else "problem"

    def __lt__(self, other: Problem) -> bool:
        return (self.place, self.code, str(self.message)) < (other.place, other.code, str(other.message))

    @classmethod
    def of(cls, code: str, place: Place, hint: Message | None = None, **arguments: object) -> Problem:
        """The problem `code` at `place`; `arguments` fill its sentence."""
        return cls(code, place, Message(f"scenario.{code}", _short(arguments)), hint)


class ScenarioProblems(Exception):
    """A scenario that cannot be played; `problems` holds every one of its problems, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("; ".join(f"{problem.place} {problem.code}" for problem in self.problems))


def first_of(problems: Iterable[Problem], number: int = MAX_PROBLEMS, more: str = "S034") -> list[Problem]:
    """The first `number` of `problems`, and one of the code `more` where there are more; these are not looked for."""
    found = list(islice(problems, number + 1))
    if len(found) <= number:
        return found
    return [*found[:number], Problem.of(more, found[number].place, limit=MAX_PROBLEMS)]


def hint(name: str, **arguments: object) -> Message:
    """The hint `name`: what to write instead."""
    return Message(f"scenario.hint.{name}", _short(arguments))


def kind(name: str) -> Message:
    """What is spoken of, with its article: `kind("persona")` reads "the persona"."""
    return Message(f"scenario.kind.{name}")


def _short(arguments: Mapping[str, object]) -> dict[str, object]:
    """What an author wrote may be of any length; a sentence quotes one line of it."""
    return {name: shorten(value) if isinstance(value, str) else value for name, value in arguments.items()}


def shorten(text: str) -> str:
    """`text` on one line of at most `LONGEST_QUOTE` characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
