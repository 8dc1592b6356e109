"""The cell's hands: who is busy with what until when, and what waits."""

from __future__ import annotations

from typing import Literal

from simulator.debrief.timeline import decisions_of
from simulator.engine.catalogue import Origin
from simulator.engine.decision import Prioritise, Respond, Withdraw
from simulator.engine.events import Work
from simulator.engine.state import Bench, Task
from simulator.play.presenters.cell_rows import TaskRow, WaitingRow
from simulator.play.presenters.telling import Telling

_QUEUES: dict[Work, tuple[Literal["writer", "verification", "legal"], str]] = {
    "writing": ("writer", "play.queue_writer"),
    "verification": ("verification", "play.queue_verification"),
    "legal": ("legal", "play.queue_legal"),
}
_STANDING: dict[Origin, str] = {
    "reply": "play.offer_reply",
    "authority": "play.offer_authority",
    "employees": "play.offer_employees",
    "correction": "play.offer_correction",
}


def tasks(telling: Telling) -> tuple[TaskRow, ...]:
    """One row a kind of work."""
    return tuple(_row(telling, work, telling.run.state.benches[work]) for work in _QUEUES)


def task_name(telling: Telling, key: str) -> str:
    """What the piece of work `key` is about: `Marion`, `Lot 2214`, `message d’attente`."""
    kind, _, subject = key.partition(":")
    if kind == "verify":
        return telling.facts[subject].label
    if kind == "holding":
        return telling.say("play.task_holding")
    chosen = [decision for decision in decisions_of(telling.run) if isinstance(decision, Respond)]
    return offer_name(telling, chosen[int(subject) - 1].response)


def offer_name(telling: Telling, response_id: str) -> str:
    """A response by what it belongs to: the inject's title, the fact's label, the kind of standing message."""
    offer = telling.offers.get(response_id)
    if offer is None:
        return telling.say("play.task_holding")
    if offer.origin == "inject":
        return telling.injects[offer.subject].title
    if offer.origin == "disclosure":
        return telling.facts[offer.subject].label
    return telling.say(_STANDING[offer.origin])


def work_name(telling: Telling, about: str) -> str:
    """A piece of work by the id of the response or the fact that it is about, empty for the holding statement."""
    if not about:
        return telling.say("play.task_holding")
    return offer_name(telling, about) if about in telling.offers else telling.facts[about].label


def _row(telling: Telling, work: Work, bench: Bench) -> TaskRow:
    queue, code = _QUEUES[work]
    waiting = tuple(task_name(telling, task.key) for task in bench.waiting)
    lines = tuple(_line(telling, work, task, place) for place, task in enumerate(bench.waiting))
    people = _people(telling, work)
    if not bench.running:
        return TaskRow(queue, telling.say(code), waiting=waiting, people=people, lines=lines)
    busy = sorted(bench.running, key=lambda entry: entry[1])
    task, until = busy[0]
    return TaskRow(
        queue=queue,
        name=telling.say(code),
        doing=" · ".join(task_name(telling, running.key) for running, _ in busy),
        until=telling.times.clock(until),
        fraction=1.0 - (until - telling.minute) / max(task.minutes, 1),
        waiting=waiting,
        people=people,
        lines=lines,
    )


def _line(telling: Telling, work: Work, task: Task, place: int) -> WaitingRow:
    about = telling.run.cell.about(task)
    first = telling.refusal(Prioritise(telling.minute, work, about))
    back = telling.refusal(Withdraw(telling.minute, about)) if task.key.startswith("message:") else None
    return WaitingRow(
        work=work,
        about=about,
        text=task_name(telling, task.key),
        place=telling.say("play.place_in_line", number=place + 1),
        cost=telling.times.span(task.minutes),
        can_go_first=not first,
        first_refusal=first,
        can_withdraw=back == "",
        withdraw_refusal=telling.say("play.cannot_withdraw") if back is None else back,
    )


def _people(telling: Telling, work: Work) -> str:
    """Who does this kind of work."""
    return ", ".join(member.name for member in telling.scenario.cell if member.does == work)
