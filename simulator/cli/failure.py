"""What a user did wrong, as one sentence, and what is wrong with a scenario, as a line a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.scenario.problem import Problem


class Failure(Exception):
    """Ends the command with `message` on the error stream and exit code 2."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message

    @classmethod
    def of(cls, code: str, **arguments: object) -> Failure:
        """The failure whose sentence stands under `code`."""
        return cls(Message(code, arguments))


class Broken(Exception):
    """Ends the command with every one of a scenario's `problems` on the error stream and exit code 2."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def problem_line(problem: Problem, say: Phrasebook) -> str:
    """`file:line:column code sentence hint`."""
    parts = [str(problem.place), problem.code, say.say(problem.message)]
    if problem.hint is not None:
        parts.append(say.say(problem.hint))
    return " ".join(parts)
