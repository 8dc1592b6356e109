"""A documented crisis: its context as it is known, and the messages that were published, with their tags."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Id, Level, Model, Percent
from simulator.scenario.case_moment import WrittenMoment
from simulator.scenario.case_span import WrittenSpan
from simulator.scenario.model import Cluster
from simulator.scenario.response import Action
from simulator.scenario.rubric import Rubric
from simulator.scenario.tags import Deletion, Recipient, Said

Line = Annotated[str, Field(min_length=1, max_length=2000)]
Prose = Annotated[str, Field(min_length=1, max_length=20_000)]
Step = Annotated[int, Field(ge=1, le=3)]


class CaseChannel(Model):
    """Where messages appeared. `reach` (0..100) weighs them; `formality` 1 conversation .. 3 solemn."""

    id: Id
    name: Line | None = None
    reach: Percent | None = None
    formality: Step | None = None


class Spokesperson(Model):
    """Somebody who spoke for the organisation; `rank` is 1 team .. 3 chief executive."""

    id: Id
    name: Line | None = None
    rank: Step | None = None


class CaseFact(Model):
    """Something that was at stake. `outcome` names what is true of it, `other_outcomes` what else was said of it.

    `verifiable`: when the organisation could have verified it; `verified`: when it had; `leaked`: when somebody else
    made it public. `weight`, `restricted` and `settles_responsibility` are those of a scenario's fact.
    """

    id: Id
    label: Line | None = None
    outcome: Id = "confirmed"
    other_outcomes: tuple[Id, ...] = ()
    weight: Annotated[int, Field(ge=0, le=5)] = 1
    restricted: bool = False
    settles_responsibility: bool = False
    verifiable: WrittenMoment | None = None
    verified: WrittenMoment | None = None
    leaked: WrittenMoment | None = None


class CaseQuestion(Model):
    """Something that people asked, first at `asked`. `affected`: those who are hurt; `personal`: of one's own data."""

    id: Id
    text: Line | None = None
    asked: WrittenMoment | None = None
    affected: bool = True
    personal: bool = False


class CaseAcknowledgement(Model):
    """Something that the organisation owed to acknowledge in public, `since` a moment."""

    id: Id
    text: Line | None = None
    weight: Annotated[int, Field(ge=1, le=5)] = 1
    since: WrittenMoment | None = None


class CaseAction(Model):
    """Something done about an inject, besides a message that replies to it."""

    at: WrittenMoment
    does: Action


class CaseInject(Model):
    """Something that called for an action: a request, an accusation, an alert; `deadline` is a span of time."""

    id: Id
    title: Line | None = None
    at: WrittenMoment
    deadline: WrittenSpan | None = None
    priority: Level | None = None
    expected: Action | None = None
    troll: bool = False
    actions: tuple[CaseAction, ...] = ()


class CaseWatch(Model):
    """A decision not to answer that was recorded, with the outrage (0..100) at which to look again."""

    at: WrittenMoment
    reason: Line | None = None
    threshold: Percent | None = None
    inject: Id | None = None


class CaseDeletion(Model):
    """Something that the organisation hid or removed without a message."""

    at: WrittenMoment
    what: Deletion
    notice: bool = False


class CaseTone(Model):
    """How a message sounds, as far as that can be told, with the coder's reason."""

    empathy: Level | None = None
    voice: Level | None = None
    arousal: Literal["acknowledged", "ignored", "mirrored"] | None = None
    humour: bool = False
    reason: Line | None = None


class CasePromise(Model):
    """The next update that a message announced: `within` a span of time, or `by` a moment."""

    within: WrittenSpan | None = None
    by: WrittenMoment | None = None

    @model_validator(mode="after")
    def _one_time(self) -> Self:
        if (self.within is None) == (self.by is None):
            raise PydanticCustomError("one_promise", "a promise has exactly one of within and by")
        return self


class CaseMessage(Said):
    """Something that the organisation published `at` a moment, with what it says.

    `channel` and `spokesperson` are ids of the lists, or any names where there is no list. `replies_to` holds ids of
    injects. `repeats` is the id of the earlier message that it says again: it then has its tags.
    """

    id: Id | None = None
    at: WrittenMoment
    text: Prose | None = None
    channel: Line | None = None
    spokesperson: Line | None = None
    recipient: Recipient = "public"
    replies_to: tuple[Id, ...] = ()
    repeats: Id | None = None
    tone: CaseTone | None = None
    promise: CasePromise | None = None


class Case(Model):
    """A documented crisis. What is not known is left out, and the score card says what was assumed instead."""

    format: Literal[1] = 1
    id: Id | None = None
    title: Line
    summary: Prose | None = None
    sources: tuple[Line, ...] = ()
    notes: Prose | None = None
    severity: Step | None = None
    cluster: Cluster | None = None
    history_of_crises: bool | None = None
    people_at_risk: bool | None = None
    paracrisis: bool | None = None
    first_signal: WrittenMoment | None = None
    ends: WrittenMoment | None = None
    channels: tuple[CaseChannel, ...] = ()
    spokespeople: tuple[Spokesperson, ...] = ()
    facts: tuple[CaseFact, ...] = ()
    questions: tuple[CaseQuestion, ...] = ()
    acknowledgements: tuple[CaseAcknowledgement, ...] = ()
    injects: tuple[CaseInject, ...] = ()
    watches: tuple[CaseWatch, ...] = ()
    deletions: tuple[CaseDeletion, ...] = ()
    messages: tuple[CaseMessage, ...]
    rubric: Rubric = Rubric()
