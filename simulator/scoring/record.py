"""What scoring reads: a crisis as context, and what was done about it. A run gives one, so does a documented case."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.engine.message import PublishedMessage
from simulator.scenario.model import Cluster
from simulator.scenario.response import Action
from simulator.scenario.rubric import Rubric


@dataclass(frozen=True)
class FactRecord:
    """A fact and what became of it; minutes are scenario minutes, None: never.

    `verifiable` is the first minute at which it could have been verified, `verified` when it was; `outcome` is true.
    """

    id: str
    weight: int
    outcome: str
    restricted: bool = False
    settles_responsibility: bool = False
    verifiable: int | None = None
    verified: int | None = None
    leaked: int | None = None
    disclosed: int | None = None


@dataclass(frozen=True)
class InjectRecord:
    """An inject that asked for something. `actions` are (minute, action) pairs in order; `troll`: it only provokes."""

    id: str
    minute: int
    deadline: int | None
    priority: int
    expected: Action | None
    troll: bool = False
    asks: tuple[str, ...] = ()
    actions: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class QuestionRecord:
    """A question first asked at `minute`. `affected`: by people who are hurt; `personal`: a private answer is right."""

    id: str
    minute: int
    affected: bool = True
    personal: bool = False


@dataclass(frozen=True)
class OwedRecord:
    """An acknowledgement owed since `since`."""

    id: str
    weight: int
    since: int


@dataclass(frozen=True)
class VeilleRecord:
    """The quiet stage: signals escalated in time, false alarms, posts rightly reviewed, the statement kept ready."""

    genuine: int
    escalated: int
    false_alarms: int
    posts: int
    posts_right: int
    holding_ready: bool


@dataclass(frozen=True)
class WatchRecord:
    """A recorded decision to watch."""

    minute: int
    reason: str
    threshold: int
    inject: str | None = None


@dataclass(frozen=True)
class Record:
    """All that is graded. `begins` is the crisis clock's first minute, `ends` the last; messages are in order."""

    severity: int
    cluster: Cluster
    begins: int
    ends: int
    history_of_crises: bool = False
    people_at_risk: bool = False
    paracrisis: bool = False
    documented: bool = False
    rubric: Rubric = field(default_factory=Rubric)
    facts: tuple[FactRecord, ...] = ()
    injects: tuple[InjectRecord, ...] = ()
    questions: tuple[QuestionRecord, ...] = ()
    owed: tuple[OwedRecord, ...] = ()
    veille: VeilleRecord | None = None
    watches: tuple[WatchRecord, ...] = ()
    messages: tuple[PublishedMessage, ...] = ()
