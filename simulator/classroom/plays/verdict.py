"""Living a play again, wherever: what it needs travels with it, and what comes back is plain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from simulator.engine.decision import Respond
from simulator.engine.replay import ENGINE_VERSION, NotAReplay, Replay, from_text, play_back
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.scenario.rubric import Rubric
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from simulator.study.balance.jobs import unpacked

WATCHED = "watch"


@dataclass(frozen=True)
class Task:
    """A play to be lived again: `scenario` as `packed` made it, `replay` its record as text."""

    play: str
    scenario: bytes
    replay: str
    rubric: dict[str, Any] | None


@dataclass(frozen=True)
class Verdict:
    """What a play came to. Scores 0..100, None where the scenario is not graded or the play was refused.

    `refusal` is a sentence, as code and arguments, None where every digest agrees. `choices` are the answers that
    stood at the end, by inject: a response's id, "watch", or "" for none; `decisions` is how many were taken.
    `course` is what statements tell beside it: minutes at which injects came and were answered, the last minute, and
    whether the play was given up.
    """

    play: str
    engine_version: int
    refusal: dict[str, Any] | None = None
    overall: float | None = None
    reactivity: float | None = None
    transparency: float | None = None
    tone: float | None = None
    band: str | None = None
    first_message_minute: int | None = None
    choices: dict[str, str] | None = None
    run_digest: str | None = None
    decisions: int = 0
    course: dict[str, Any] | None = None


def judged(task: Task) -> Verdict:
    """Live the play of `task` again, and grade it if it is what it says it is."""
    try:
        replay = from_text(task.replay)
    except NotAReplay as error:
        return Verdict(task.play, ENGINE_VERSION, refusal=as_record(error.message))
    run, divergence = play_back(replay, unpacked(task.scenario))
    if divergence is None:
        return _graded(task, run, replay)
    arguments: dict[str, object] = {"minute": str(divergence.minute), "field": divergence.field}
    code = "classroom.play_diverges"
    if divergence.refusal is not None:
        code, arguments = "classroom.play_impossible", {**arguments, "reason": divergence.refusal}
    return Verdict(task.play, ENGINE_VERSION, refusal=as_record(Message(code, arguments)))


def as_record(message: Message) -> dict[str, Any]:
    """A sentence as JSON-ready values."""
    arguments = {
        name: as_record(value) if isinstance(value, Message) else value for name, value in message.arguments.items()
    }
    return {"code": message.code, "arguments": arguments}


def from_record(record: dict[str, Any]) -> Message:
    """The sentence that `as_record` wrote."""
    arguments = {
        name: from_record(value) if isinstance(value, dict) else value for name, value in record["arguments"].items()
    }
    return Message(record["code"], arguments)


def _graded(task: Task, run: Run, replay: Replay) -> Verdict:
    record = record_of(run)
    if task.rubric is not None:
        record = replace(record, rubric=Rubric.model_validate(task.rubric))
    card = score(record) if run.scenario.scored else None
    return Verdict(
        task.play,
        ENGINE_VERSION,
        overall=card.overall if card else None,
        reactivity=card.reactivity if card else None,
        transparency=card.transparency if card else None,
        tone=card.tone if card else None,
        band=card.band if card else None,
        first_message_minute=_first_message(run),
        choices=choices_of(run),
        run_digest=run.digest(),
        decisions=len(replay.decisions),
        course=_course(run, replay),
    )


def _first_message(run: Run) -> int | None:
    """When the organisation first spoke where the public could hear it."""
    return min((message.minute for message in run.state.messages if message.is_public), default=None)


def _course(run: Run, replay: Replay) -> dict[str, Any]:
    """When each inject came and when the answer that stands was given (None: none was), in minutes."""
    answered = {
        decision.inject: decision.minute
        for decision in replay.decisions
        if isinstance(decision, Respond) and decision.inject is not None
    }
    injects = {
        name: [state.delivered, answered.get(name) if state.response else None]
        for name, state in run.state.injects.items()
    }
    return {"injects": injects, "ended": replay.ended, "abandoned": replay.abandoned}


def choices_of(run: Run) -> dict[str, str]:
    """What stood at the end, as in a `Verdict`, in the order of the scenario: of injects that came with a choice."""
    chosen = {}
    for inject in run.scenario.injects:
        state = run.state.injects.get(inject.id)
        if state is not None and inject.responses:
            chosen[inject.id] = state.response or (WATCHED if state.watched_to is not None else "")
    return chosen
