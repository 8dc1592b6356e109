"""An exam: the run lives on the server; what is decided goes there, and what can be seen comes back.

What each command does is what the method of its name does in the game's `Deciding` and `Session`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, TypeAdapter

from simulator.submission.wire.base import Answer, Id, Instant, Wire, plain

Word = Annotated[str, BeforeValidator(plain), Field(min_length=1, max_length=80)]
Words = Annotated[str, BeforeValidator(plain), Field(max_length=200)]
Wordings = Annotated[tuple[tuple[Word, Annotated[int, Field(ge=0, le=1000)]], ...], Field(max_length=20)]


class Holding(Wire):
    """A holding statement as composed: (block, wording index) of each block; minutes until the next update."""

    wordings: Wordings = ()
    next_update: Annotated[int, Field(ge=0, le=10_000)] | None = None


class Choose(Wire):
    do: Literal["choose"]
    inject: Word
    response: Word


class Listen(Wire):
    do: Literal["listen"]
    words: Words


class Verify(Wire):
    do: Literal["verify"]
    fact: Word


class Disclose(Wire):
    do: Literal["disclose"]
    fact: Word


class Publish(Wire):
    do: Literal["publish"]
    response: Word
    post: Word | None = None


class KeepHolding(Wire):
    do: Literal["keep_holding"]
    choice: Holding


class PublishHolding(Wire):
    do: Literal["publish_holding"]
    choice: Holding


class Schedule(Wire):
    do: Literal["schedule"]
    post: Word
    keep: bool


class Alert(Wire):
    do: Literal["alert"]
    post: Word | None = None


class Spokesperson(Wire):
    do: Literal["spokesperson"]
    member: Word


class Watch(Wire):
    do: Literal["watch"]
    reason: Word
    threshold: Annotated[int, Field(ge=0, le=100)]
    inject: Word | None = None


class Prioritise(Wire):
    do: Literal["prioritise"]
    work: Word
    about: Annotated[str, BeforeValidator(plain), Field(max_length=80)] = ""


class Withdraw(Wire):
    do: Literal["withdraw"]
    response: Word


class SetThreshold(Wire):
    do: Literal["set_threshold"]
    level: Annotated[int, Field(ge=0, le=100)] | None


class Attend(Wire):
    """Whether a dialog is open: the clock then runs as slowly as while a card is read."""

    do: Literal["attend"]
    attending: bool


class Wait(Wire):
    """Let minutes pass, fewer when something wants attention; for untimed students alone. 0: until the next event."""

    do: Literal["wait"]
    minutes: Annotated[int, Field(ge=0, le=240)]


class GiveUp(Wire):
    """End the play here."""

    do: Literal["give_up"]


Command = Annotated[
    Choose
    | Listen
    | Verify
    | Disclose
    | Publish
    | KeepHolding
    | PublishHolding
    | Schedule
    | Alert
    | Spokesperson
    | Watch
    | Prioritise
    | Withdraw
    | SetThreshold
    | Attend
    | Wait
    | GiveUp,
    Field(discriminator="do"),
]


class Order(Wire):
    """`POST /assignments/{id}/exam/decisions`. `number` is one more than the last order's, so that none is done twice.

    The same number with the same command gives the same outcome again.
    """

    number: Annotated[int, Field(ge=1, le=1_000_000)]
    command: Command


class Outcome(Answer):
    """What came of an order: `refusal` is the sentence of why not, None when it was done."""

    number: int
    minute: int
    refusal: str | None


class AskReplies(Wire):
    ask: Literal["replies"]
    post: Word


class AskListening(Wire):
    ask: Literal["listening"]


class AskWatching(Wire):
    ask: Literal["watching"]


class AskThread(Wire):
    ask: Literal["thread"]
    post: Word


class AskProfile(Wire):
    ask: Literal["profile"]
    post: Word


class AskAlerting(Wire):
    ask: Literal["alerting"]


class AskHolding(Wire):
    ask: Literal["holding"]
    choice: Holding | None = None


class AskBriefing(Wire):
    ask: Literal["briefing"]


class AskGuide(Wire):
    ask: Literal["guide"]


Question = Annotated[
    AskReplies
    | AskThread
    | AskProfile
    | AskListening
    | AskWatching
    | AskAlerting
    | AskHolding
    | AskBriefing
    | AskGuide,
    Field(discriminator="ask"),
]
QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
"""`POST /assignments/{id}/exam/questions`: what a dialog shows. The answer is that dialog's rows."""


class ExamView(Answer):
    """`POST` and `GET /assignments/{id}/exam`. `crisis` are the rows of the crisis scene.

    `last_order` is the number of the last order that was taken. `speed` is scenario minutes a wall minute; `untimed`:
    time passes by `wait` alone. `play` names the play once the exam is `over`.
    """

    exam: Id
    revision: int
    minute: int
    over: bool
    speed: float
    untimed: bool
    last_order: int
    closes: Instant | None
    crisis: dict[str, Any]
    play: Id | None = None
