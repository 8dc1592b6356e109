"""What scoring reads: a crisis as context, and what was done about it. A run gives one, so does a documented case."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.engine.message import PublishedMessage
from simulator.scenario.model import Cluster
from simulator.scenario.response import Action
from simulator.scenario.rubric import Rubric
from simulator.scenario.tags import Deletion


@dataclass(frozen=True)
class FactRecord:
    """A fact and what became of it; minutes are scenario minutes, None: never.

    `verifiable` is the first minute at which it could have been verified, `verified` when it was, `leaked` when a
    third party made it public; `outcome` is true. When it was told stands in the messages.
    """

    id: str
    weight: int
    outcome: str
    restricted: bool = False
    settles_responsibility: bool = False
    verifiable: int | None = None
    verified: int | None = None
    leaked: int | None = None


@dataclass(frozen=True)
class InjectRecord:
    """An inject that asked for something. `actions` are (minute, action) pairs in order; `troll`: it only provokes.

    `personal`: it asks about one person's own affairs and nothing else, so that the answer is owed in private.
    """

    id: str
    minute: int
    deadline: int | None
    priority: int
    expected: Action | None
    troll: bool = False
    actions: tuple[tuple[int, str], ...] = ()
    personal: bool = False


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
class SignalRecord:
    """A true weak signal of the quiet stage, and the minute at which the cell was alerted about it, None: never."""

    id: str
    minute: int
    escalated: int | None = None


@dataclass(frozen=True)
class ScheduledRecord:
    """A scheduled post due at `minute`; `kept` is what was decided of it, None: nothing."""

    id: str
    minute: int
    harmful: bool
    kept: bool | None = None


@dataclass(frozen=True)
class VeilleRecord:
    """The quiet stage, until the minute `ends`. `holding_ready` is when the statement was ready, None: never."""

    ends: int
    signals: tuple[SignalRecord, ...] = ()
    false_alarms: tuple[int, ...] = ()
    scheduled: tuple[ScheduledRecord, ...] = ()
    holding_ready: int | None = None


@dataclass(frozen=True)
class WatchRecord:
    """A recorded decision to watch, with its reason and the outrage (0..100) at which to look again."""

    minute: int
    reason: str
    threshold: int
    inject: str | None = None


@dataclass(frozen=True)
class DeletionRecord:
    """Something hidden or removed: other people's criticism, one's own error, or abuse."""

    minute: int
    what: Deletion
    notice: bool = False


@dataclass(frozen=True)
class Record:
    """All that is graded. `begins` is the crisis clock's first minute, `ends` the last; messages are in order.

    `nights` are stretches, from a minute to a minute and in order, in which nobody waits for news.
    """

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
    deletions: tuple[DeletionRecord, ...] = ()
    nights: tuple[tuple[int, int], ...] = ()
    messages: tuple[PublishedMessage, ...] = ()
