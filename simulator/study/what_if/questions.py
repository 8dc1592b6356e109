"""What one may ask of the model: when to answer, with what, and in which stance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.engine.reception import Circumstances, attributes_of
from simulator.locale import Message
from simulator.propagation import MessageAttributes
from simulator.scenario.model import Cluster
from simulator.scenario.tags import HOLDING_PARTS, Tags
from simulator.study.what_if.storm import Answer

TIMES = (30, 60, 180, 360, 720)
"""Minutes after the outbreak at which one message is tried."""

UNSETTLED_MINUTES = 180
"""Before this public compensation comes too early: nobody knows yet what the organisation owes to whom (design)."""

STANCES = range(8)

_DENIAL, _COMPENSATION = 1, 6


def message_of(
    stance: int = 7,
    empathy: int = 0,
    *,
    cluster: Cluster = "preventable",
    holding: bool = False,
    mismatched: bool = False,
    settled: bool = True,
) -> MessageAttributes:
    """A public message of `stance` 0 (attack) to 7 (full apology) and `empathy` 0 to 3 on the widest channel.

    It matches if the stance fits a crisis of `cluster`, unless it is `mismatched`: said of something else than what
    happened. `holding`: it has every part of a holding statement. `settled`: it can be known whose fault the crisis
    is. ValueError for a number outside its range.
    """
    tags = Tags(stance=stance, holding=HOLDING_PARTS if holding else ())
    attributes = attributes_of(tags, Circumstances(cluster, settled=settled), truthful=not mismatched)
    return replace(attributes, empathy=empathy)


def timing(message: MessageAttributes, minutes: Iterable[int] = TIMES) -> dict[str, Answer]:
    """The same message at each of `minutes`, under the names "minute 30", "minute 60"...

    Compensation before UNSETTLED_MINUTES comes too early, does not match, and is labelled so.
    """
    answers = {}
    for minute in minutes:
        heard = _published(message, minute)
        label = "model.answer_too_early" if heard.compensation_too_early else "model.answer_after"
        answers[f"minute {minute}"] = Answer(Message(label, {"span": span(minute)}), ((minute, heard),))
    return answers


def matching(message: MessageAttributes, minute: int = 60) -> dict[str, Answer]:
    """At one minute: the message as "matched", as "mismatched", and as "denial" one that is known to be false."""
    denial = replace(message_of(_DENIAL), disproved=True)
    tried = {
        "matched": (Message("model.matched", {"span": span(minute)}), replace(message, matched=True)),
        "mismatched": (Message("model.mismatched", {"span": span(minute)}), replace(message, matched=False)),
        "denial": (Message("model.denial", {"span": span(minute)}), denial),
    }
    return {name: Answer(label, ((minute, attributes),)) for name, (label, attributes) in tried.items()}


def stances(minute: int = 60) -> dict[str, Answer]:
    """At one minute: each stance, from attack to full apology, under the names "stance 0" to "stance 7"."""
    answers = {}
    for stance in STANCES:
        heard = _published(message_of(stance), minute)
        label = "model.stance_too_early" if heard.compensation_too_early else "model.stance"
        name = Message(f"scoring.stance_{stance}")
        answers[f"stance {stance}"] = Answer(Message(label, {"stance": stance, "name": name}), ((minute, heard),))
    return answers


def _published(message: MessageAttributes, minute: int) -> MessageAttributes:
    """The message as it is at `minute`: compensation may come too early for a crowd that is still asking why."""
    if message.stance != _COMPENSATION or minute >= UNSETTLED_MINUTES:
        return message
    return replace(message, matched=False, compensation_too_early=True)


def span(minutes: int) -> Message:
    """A stretch of time in hours and minutes: "45 min", "3 h", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return Message("model.minutes", {"minutes": rest})
    if not rest:
        return Message("model.hours", {"hours": hours})
    return Message("model.hours_and_minutes", {"hours": hours, "minutes": f"{rest:02d}"})
