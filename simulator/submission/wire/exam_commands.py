"""What can be ordered in an exam: each does what the method of its name does in the game's `Deciding` and `Session`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from simulator.submission.wire.base import Wire, plain

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
