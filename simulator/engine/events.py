"""What happened, in the past tense, dated by scenario minute: the run's log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.engine.decision import Decision
from simulator.engine.message import PublishedMessage

Work = Literal["writing", "legal", "verification"]


@dataclass(frozen=True)
class Event:
    """Something that happened at `minute`."""

    minute: int


@dataclass(frozen=True)
class StageEntered(Event):
    """The crisis entered the stage `stage`."""

    stage: str


@dataclass(frozen=True)
class InjectDelivered(Event):
    """The inject came; an answer is expected by the minute `deadline`, if any."""

    inject: str
    deadline: int | None


@dataclass(frozen=True)
class InjectMet(Event):
    """An action (`reply`, `check`, `escalate`, `watch`), expected or not, met the inject; `evade` meets none."""

    inject: str
    action: str
    response: str | None = None


@dataclass(frozen=True)
class DeadlinePassed(Event):
    """The inject's deadline came, and nothing was decided of it, or what was decided is not out yet."""

    inject: str


@dataclass(frozen=True)
class DecisionMade(Event):
    """A decision was taken."""

    decision: Decision


@dataclass(frozen=True)
class WorkStarted(Event):
    """Work on `task` began; it will end at the minute `until`."""

    work: Work
    task: str
    until: int


@dataclass(frozen=True)
class WorkMoved(Event):
    """`task`, which waited, is now the first in its line."""

    work: Work
    task: str


@dataclass(frozen=True)
class WorkWithdrawn(Event):
    """The response `response`, which waited in a line, was taken back."""

    work: Work
    response: str


@dataclass(frozen=True)
class MessagePublished(Event):
    """A message went out."""

    message: PublishedMessage


@dataclass(frozen=True)
class HoldingReady(Event):
    """The holding statement is written and kept ready."""

    wordings: tuple[str, ...]


@dataclass(frozen=True)
class FactVerified(Event):
    """The cell verified the fact."""

    fact: str


@dataclass(frozen=True)
class FactLeaked(Event):
    """A third party (`by`, a persona) made the fact public first."""

    fact: str
    by: str


@dataclass(frozen=True)
class FactDisclosed(Event):
    """The organisation made the fact public, in the message `serial`."""

    fact: str
    serial: int


@dataclass(frozen=True)
class ClaimDisproved(Event):
    """The public knows the fact, and so that what the message `serial` asserted of it is false."""

    fact: str
    serial: int


@dataclass(frozen=True)
class FeedSearched(Event):
    """A listening search ended; `signals` were found."""

    topic: str
    signals: tuple[str, ...]


@dataclass(frozen=True)
class CellAlerted(Event):
    """The cell was alerted, about a signal (`genuine` or not) or about the crisis itself."""

    signal: str | None
    genuine: bool


@dataclass(frozen=True)
class PostReviewed(Event):
    """A scheduled post was kept or suspended."""

    post: str
    keep: bool


@dataclass(frozen=True)
class PostSent(Event):
    """A scheduled post left by itself."""

    post: str
    harmful: bool


@dataclass(frozen=True)
class SpokespersonChosen(Event):
    """`member` of the cell speaks from now on."""

    member: str


@dataclass(frozen=True)
class WatchRecorded(Event):
    """It was recorded that one watches, why, and up to which outrage."""

    inject: str | None
    reason: str
    threshold: int


@dataclass(frozen=True)
class ThresholdCrossed(Event):
    """Outrage is over the threshold of a recorded watch."""

    threshold: int


@dataclass(frozen=True)
class PromiseDue(Event):
    """The update that the message `serial` announced for the minute `due` has not come yet."""

    serial: int
    due: int


@dataclass(frozen=True)
class RunEnded(Event):
    """The last minute was played, or the play was given up."""

    abandoned: bool
