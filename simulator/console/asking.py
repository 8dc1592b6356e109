"""A list that is read, picked from by number, and read again until one leaves it."""

from __future__ import annotations

from collections.abc import Callable

from simulator.console.called import is_called
from simulator.console.commands import number_of
from simulator.console.lines import Lines
from simulator.console.menu import Menu
from simulator.locale import Phrasebook


def ask_list(lines: Lines, speak: Callable[[], Phrasebook], make: Callable[[], Menu], *, once: bool = False) -> None:
    """Read what `make` gives and do what is picked, until nothing is; with `once`, after one. Raises EndOfInput."""
    while True:
        menu, say = make(), speak()
        lines.write_all(menu.lines(say))
        if not menu.choices:
            return
        typed = lines.ask(say("console.prompt_back"))
        number = number_of(typed)
        if not typed or is_called(typed, say, "console.words_back"):
            return
        if number is None or not 1 <= number <= len(menu.choices):
            lines.write(say("console.no_such_number", last=str(len(menu.choices))))
            continue
        outcome = menu.choices[number - 1].do()
        if isinstance(outcome, Menu):
            ask_list(lines, speak, lambda shown=outcome: shown, once=True)  # type: ignore[misc]
        elif outcome is not None:
            lines.write(outcome)
        if once:
            return
