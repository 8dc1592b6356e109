"""Whatever a student can decide in a play can be decided in an exam, by the command of the same name."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_type_hints

import pytest

from simulator.classroom.exam.seat import Seat
from simulator.play.deciding import Deciding
from simulator.play.edition import Edition
from simulator.play.my_class.exam_session import ExamSession
from simulator.play.presenters.dialogs import HoldingChoice
from simulator.play.session import Session
from simulator.scenario.load import load_scenario
from simulator.submission.wire import exam_commands as wire
from tests.plays import MINIMAL

OF_TIME = {"abandon": "give_up", "next_event": "wait", "wait": "wait"}
"""What moves the clock or ends the play, and the command that does it."""
NOT_IN_EXAMS = {"decide": "bots alone decide by values"}
SAMPLES: dict[Any, Any] = {str: "a-name", bool: True, int: 40, str | None: "a-name", int | None: 40,
                           HoldingChoice: HoldingChoice((("known", 0),), 60)}  # fmt: skip


def commands() -> dict[str, type[wire.Wire]]:
    """Every command by its name on the wire."""
    return {get_args(kind.model_fields["do"].annotation)[0]: kind for kind in get_args(get_args(wire.Command)[0])}


def decisions() -> Iterator[str]:
    """Every method of a session that gives the sentence of why not: that is what a decision is."""
    for name, method in inspect.getmembers(Session, inspect.isfunction):
        is_decision = get_type_hints(method).get("return") == (str | None)
        if is_decision and not name.startswith("_") and name not in NOT_IN_EXAMS:
            yield name


class Line:
    """Remembers what was ordered."""

    def __init__(self) -> None:
        self.said: list[wire.Command] = []

    def order(self, command: wire.Command, _: Callable[[Any], None]) -> None:
        self.said.append(command)


def ordered(name: str, *words: Any) -> wire.Command:
    """What an exam sends when its front end calls the method `name`."""
    exam = ExamSession.__new__(ExamSession)
    exam.line, exam.revision = Line(), 0  # type: ignore[assignment]
    exam._answered, exam._attending = set(), False
    getattr(exam, name)(*words)
    (command,) = exam.line.said  # type: ignore[attr-defined]
    return command  # type: ignore[no-any-return]


@pytest.fixture
def seat() -> Seat:
    return Seat(Edition(load_scenario(MINIMAL)), "fr", 5, 1.0)


def test_there_are_as_many_decisions_as_commands_for_them() -> None:
    assert set(decisions()) | set(OF_TIME.values()) | {"attend"} == set(commands())


@pytest.mark.parametrize("name", sorted(decisions()))
def test_a_decision_reaches_the_run_as_it_was_taken(name: str, seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = get_type_hints(getattr(Deciding, name))
    del hints["return"]
    words = tuple(SAMPLES[kind] for kind in hints.values())
    came: list[tuple[Any, ...]] = []

    def taken(*words: Any) -> str:
        came.append(words)
        return "no"

    monkeypatch.setattr(seat, name, taken)
    command = ordered(name, *words)
    assert type(command) is commands()[name]
    assert type(command).model_validate_json(command.model_dump_json()) == command
    assert seat.obey(command) == ("no", []) and came == [words]


@pytest.mark.parametrize(("name", "command"), sorted(OF_TIME.items()))
def test_what_moves_the_clock_is_ordered_too(name: str, command: str) -> None:
    words = (5,) if name == "wait" else ()
    assert ordered(name, *words).do == command
