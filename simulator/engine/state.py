"""Where a run stands: everything that the student's side of the crisis has become."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.engine.events import Work
from simulator.engine.message import PublishedMessage
from simulator.engine.variants import Drawn
from simulator.scenario.model import Scenario


@dataclass
class FactState:
    """A fact's minutes: verification ordered and done, leaked by a third party, disclosed by the organisation."""

    outcome: str
    ordered: int | None = None
    verified: int | None = None
    leaked: int | None = None
    disclosed: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the public knows it."""
        return self.leaked is not None or self.disclosed is not None


@dataclass
class InjectState:
    """An inject that came: since when, until when, and how it was met.

    `response` is what was chosen to answer it, `actions` what has met it so far, each with its minute. `watched_to` is
    the outrage (0..100) up to which one watches. `expired`: its deadline has passed.
    """

    delivered: int
    deadline: int | None
    response: str | None = None
    actions: list[tuple[int, str]] = field(default_factory=list)
    watched_to: int | None = None
    expired: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a decision is still awaited; one that expired can still be answered, late.

        Alerting the cell, or checking, may meet an inject without deciding what it asks.
        """
        return self.deadline is not None and self.response is None and self.watched_to is None

    @property
    def is_missed(self) -> bool:
        """Whether its deadline has passed and nothing had met it by then."""
        return self.expired and not any(minute <= (self.deadline or 0) for minute, _ in self.actions)


@dataclass
class HoldingState:
    """The holding statement: composed with these wordings, ready at a minute, published at a minute."""

    wordings: tuple[str, ...]
    promise: int
    publish_when_ready: bool
    ready: int | None = None
    published: int | None = None


@dataclass(frozen=True)
class Task:
    """A piece of work for the cell: `key` names it (`message:3`, `verify:lot`, `holding`), `minutes` it needs."""

    work: Work
    key: str
    minutes: int
    opens: int = 0


@dataclass
class Bench:
    """The people who do one kind of work: at most `capacity` tasks run (with their end), the others wait in order."""

    capacity: int
    running: list[tuple[Task, int]] = field(default_factory=list)
    waiting: list[Task] = field(default_factory=list)


@dataclass
class RunState:
    """The mutable heart of a Run; read it freely, change it only through the Run.

    `outrage` is one entry a minute, thousandths (0..1000); `trust` is thousandths by segment; `volume` activations of
    the last 60 minutes (`segment_volume`: by segment) and `reach` people, one entry a minute.
    """

    minute: int
    stage: str
    truth: str | None
    facts: dict[str, FactState]
    benches: dict[Work, Bench]
    spokesperson: str | None
    injects: dict[str, InjectState] = field(default_factory=dict)
    messages: list[PublishedMessage] = field(default_factory=list)
    holding: HoldingState | None = None
    reviews: dict[str, bool] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    alerts: dict[str, int] = field(default_factory=dict)
    """The minute of each alert by its signal, "" for the crisis itself."""
    alerted: int | None = None
    busy_until: int = 0
    """A listening search takes the student's attention until this minute."""
    occupied_until: int = 0
    """A false alarm occupies the whole cell until this minute."""
    chosen: set[str] = field(default_factory=set)
    """Responses published, or done where nothing is published."""
    watches: list[tuple[int, str | None, str, int]] = field(default_factory=list)
    outrage: list[int] = field(default_factory=list)
    volume: list[int] = field(default_factory=list)
    segment_volume: list[dict[str, int]] = field(default_factory=list)
    reach: list[int] = field(default_factory=list)
    trust: list[dict[str, int]] = field(default_factory=list)
    over: bool = False
    abandoned: bool = False


def opening_state(scenario: Scenario, drawn: Drawn) -> RunState:
    """How the variant `drawn` of a scenario stands before its first minute; what nobody need verify is verified."""
    facts = {
        fact.id: FactState(drawn.outcomes[fact.id], verified=0 if fact.verification is None else None)
        for fact in scenario.facts
    }
    hands: dict[Work, int] = {"writing": 0, "legal": 0, "verification": 0}
    for member in scenario.cell:
        if member.does != "none":
            hands[member.does] += member.capacity
    return RunState(
        minute=0,
        stage=scenario.stages[0].id,
        truth=drawn.truth,
        facts=facts,
        benches={work: Bench(max(capacity, 1)) for work, capacity in hands.items()},
        spokesperson=next((member.id for member in scenario.cell if member.spokesperson), None),
    )
