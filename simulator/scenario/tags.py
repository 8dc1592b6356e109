"""What a message says and how it says it: the tags that an author gives a text and that scoring reads.

No text is ever analysed: a message is graded on these tags alone.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.base import Id, Level, Model, Span, Text

Stance = Annotated[int, Field(ge=0, le=7)]
"""0 attack, 1 deny, 2 excuse, 3 instruct or inform, 4 adjust, 5 correct, 6 compensate, 7 full apology (Coombs)."""

HoldingPart = Literal["happened", "doing", "known", "unknown", "instruction", "next_update"]
HOLDING_PARTS: tuple[HoldingPart, ...] = (
    "happened",
    "doing",
    "known",
    "unknown",
    "instruction",
    "next_update",
)

ApologyComponent = Literal["responsibility", "repair", "regret", "explanation", "repentance", "forgiveness"]
"""The six components of an effective apology (Lewicki, Polin & Lount 2016)."""

Recipient = Literal["person", "private", "public", "media", "employees", "authority"]
"""`person`: a public reply to somebody; `private`: a message only they can read."""

Deletion = Literal["criticism", "own_error", "abuse"]


class Tone(Model):
    """How a message sounds, with the author's reason for saying so."""

    empathy: Level
    voice: Level
    arousal: Literal["acknowledged", "ignored", "mirrored"]
    humour: bool = False
    reason: Text


class Claim(Model):
    """The message asserts that `fact` has the outcome `says`; a `precaution` presented as such asserts nothing."""

    fact: Id
    says: Id
    precaution: bool = False


class Promise(Model):
    """The message announces the next update `within` so many minutes of its publication."""

    within: Annotated[Span, Field(ge=5)]


class Said(Model):
    """What a message says, of a scenario or of a documented case; every key has a neutral default.

    `owns`, `answers` and `evades` hold ids of acknowledgements and questions; `discloses` and `corrects` ids of
    facts. `update` says whether the message brings something new or an honest "nothing new".
    """

    stance: Stance | None = None
    claims: tuple[Claim, ...] = ()
    discloses: tuple[Id, ...] = ()
    corrects: tuple[Id, ...] = ()
    holding: tuple[HoldingPart, ...] = ()
    apology: tuple[ApologyComponent, ...] = ()
    owns: tuple[Id, ...] = ()
    answers: tuple[Id, ...] = ()
    evades: tuple[Id, ...] = ()
    invitation: bool = False
    update: Literal["new", "nothing_new"] | None = None
    deletes: Deletion | None = None
    notice: bool = False


class Tags(Said):
    """Everything a scoring formula reads of a message: what it says, its tone, what it promises."""

    tone: Tone | None = None
    promise: Promise | None = None
