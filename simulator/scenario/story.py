"""What happens to the organisation: people, channels, injects, weak signals, the holding statement."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Arousal, Id, Level, Minute, Model, Percent, Segment, Span, Text
from simulator.scenario.condition import Condition
from simulator.scenario.response import Action, Response
from simulator.scenario.tags import Tags


class Persona(Model):
    """Somebody who posts. `troll` accounts only provoke: answering them costs."""

    id: Id
    name: Text
    handle: str
    segment: Segment
    bio: Text | None = None
    followers: Annotated[int, Field(ge=0)] = 200
    troll: bool = False


class Channel(Model):
    """A place where messages appear. `reach` (0..100) weighs them; `formality` 1 conversation .. 3 solemn."""

    id: Id
    name: Text
    kind: Literal["microblog", "video", "reviews", "press", "internal", "private", "statement"]
    reach: Percent
    formality: Annotated[int, Field(ge=1, le=3)] = 1


class CellMember(Model):
    """One of the crisis cell. `does` is the work that occupies them, `capacity` how much of it at a time.

    `reading` is the minutes of a legal reading. As a spokesperson, `rank` is 1 team .. 3 chief executive.
    """

    id: Id
    name: Text
    role: Text
    does: Literal["writing", "verification", "legal", "none"] = "none"
    capacity: Annotated[int, Field(ge=1, le=4)] = 1
    reading: Annotated[Span, Field(ge=1)] = 12
    spokesperson: bool = False
    rank: Annotated[int, Field(ge=1, le=3)] = 1


class Question(Model):
    """Something that people ask and that a message can answer or evade. `affected`: asked by those who are hurt."""

    id: Id
    text: Text
    affected: bool = True
    personal: bool = False


class Acknowledgement(Model):
    """Something the organisation owes to acknowledge in public, from the minute `since`."""

    id: Id
    text: Text
    weight: Annotated[int, Field(ge=1, le=5)] = 1
    since: Minute


class Picture(Model):
    """A drawing or photo that a post shows: `file` lies beside the scenario; `alt` says it to who cannot see it."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|svg)$", max_length=60)]
    alt: Text | None = None


class Inject(Model):
    """An event of the MSEL. It comes `at` a minute, or once `when` holds, or in one of the free slots (`free`).

    A `card` asks for a decision within `deadline` minutes; a `post` stands in the feed and can be answered there;
    `news` only happens. `priority` weighs it in reactivity (0: a troll). `seeds` users are outraged by it at once,
    `moral_words` (0..6) spread it. `reveals` are facts that it makes public. `objective` (what is learned here) and
    `evaluator_note` (what to look for) are for instructors; students never see them.
    """

    id: Id
    kind: Literal["card", "post", "news"]
    at: Minute | None = None
    when: Condition | None = None
    free: bool = False
    sender: Id
    channel: Id
    title: Text
    text: Text
    question: Text | None = None
    deadline: Annotated[Span, Field(ge=5, le=240)] | None = None
    priority: Level = 1
    expected: Action | None = None
    asks: tuple[Id, ...] = ()
    arousal: Arousal = "low"
    moral_words: Annotated[int, Field(ge=0, le=6)] = 0
    seeds: Annotated[int, Field(ge=0, le=500)] = 0
    reveals: tuple[Id, ...] = ()
    picture: Picture | None = None
    objective: Text | None = None
    evaluator_note: Text | None = None
    responses: tuple[Response, ...] = ()

    @model_validator(mode="after")
    def _one_time(self) -> Self:
        if (self.at is not None) + (self.when is not None) + self.free != 1:
            raise PydanticCustomError("one_time", "an inject has exactly one of at, when and free")
        if bool(self.responses) != (self.kind != "news") or bool(self.responses) != (self.deadline is not None):
            raise PydanticCustomError("responses_and_deadline", "responses and a deadline go together")
        return self


class Topic(Model):
    """Something to listen for: any of its `words` (or hashtags) finds the signals that carry it."""

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=1)]


class Signal(Model):
    """A post of the quiet hour. `genuine`: a true weak signal, else a decoy. Listening for its `topics` finds it."""

    id: Id
    genuine: bool
    at: Minute
    sender: Id
    channel: Id
    text: Text
    topics: Annotated[tuple[Id, ...], Field(min_length=1)]
    picture: Picture | None = None
    why: Text


class ScheduledPost(Model):
    """A post of the organisation that leaves by itself `at` a minute. `harmful`: it will hurt once the crisis is on."""

    id: Id
    at: Minute
    channel: Id
    text: Text
    harmful: bool
    picture: Picture | None = None
    why: Text
    seeds: Annotated[int, Field(ge=0, le=500)] = 0


class Wording(Tags):
    """One way to say a block of the holding statement. `fair`, or it `minimises`, or it `over_asserts`."""

    id: Id
    text: Text
    manner: Literal["fair", "minimises", "over_asserts"] = "fair"


class HoldingBlock(Model):
    """A part of the holding statement with its wordings; `{time}` in a text is the promised hour."""

    id: Id
    label: Text
    wordings: Annotated[tuple[Wording, ...], Field(min_length=1, max_length=5)]


class HoldingStatement(Model):
    """The statement composed from blocks: one wording a block, `limit` characters in all."""

    channel: Id
    preparation: Span
    limit: Annotated[int, Field(ge=100, le=1000)] = 400
    promise: Annotated[Span, Field(ge=15)] = 60
    blocks: Annotated[tuple[HoldingBlock, ...], Field(min_length=1, max_length=6)]


class WatchReason(Model):
    """A reason that one can give for not answering yet."""

    id: Id
    text: Text


class Standing(Model):
    """What can be published at any time: replies to a post, notices, messages to employees, corrections."""

    replies: tuple[Response, ...] = ()
    authority: tuple[Response, ...] = ()
    employees: tuple[Response, ...] = ()
    corrections: tuple[Response, ...] = ()
    watch_reasons: tuple[WatchReason, ...] = ()
