"""A list to pick from by number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.locale import Phrasebook


@dataclass(frozen=True)
class Choice:
    """One line. `do` gives the next list, a sentence of why not, or None once it is done."""

    text: str
    do: Callable[[], Menu | str | None]


@dataclass(frozen=True)
class Menu:
    """What is said first, then the numbered choices, then `foot`.

    `again` makes the list anew where what gave it would not: lists opened since that one was are left.
    """

    heading: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    foot: str = ""
    again: Callable[[], Menu] | None = None

    def lines(self, say: Phrasebook) -> Iterator[str]:
        """The list as it is read."""
        yield from self.heading
        for number, choice in enumerate(self.choices, 1):
            yield say("console.numbered", number=str(number), text=choice.text)
        if self.foot:
            yield self.foot
