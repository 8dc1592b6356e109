"""A run: one crisis lived from its briefing to its last minute, moved only by the clock and by decisions."""

from __future__ import annotations

from simulator.chance import Chance
from simulator.engine import rules
from simulator.engine.actions import act
from simulator.engine.catalogue import offers
from simulator.engine.cell import Cell
from simulator.engine.clock import ScenarioClock
from simulator.engine.decision import Decision
from simulator.engine.digest import TickDigest, chained, tick_digest
from simulator.engine.events import (
    DeadlinePassed,
    DecisionMade,
    Event,
    FactDisclosed,
    FactLeaked,
    FactVerified,
    FeedSearched,
    HoldingReady,
    InjectDelivered,
    MessagePublished,
    PostSent,
    PromiseDue,
    RunEnded,
    StageEntered,
    ThresholdCrossed,
)
from simulator.engine.feed import Feed
from simulator.engine.messages import Messages
from simulator.engine.msel import Msel
from simulator.engine.refusal import Refusal
from simulator.engine.state import opening_state
from simulator.engine.storm import Storm
from simulator.engine.variants import draw_variant
from simulator.scenario.model import Scenario

WANTS_ATTENTION = (
    DeadlinePassed,
    FactDisclosed,
    FactLeaked,
    FactVerified,
    FeedSearched,
    HoldingReady,
    InjectDelivered,
    MessagePublished,
    PostSent,
    PromiseDue,
    RunEnded,
    StageEntered,
    ThresholdCrossed,
)
"""Events at which a student who skips ahead is stopped."""


class Run:
    """One play of a scenario: a function of (scenario, seed, dated decisions) and of nothing else.

    `advance_to` plays minutes; `verify_decision` says why not, `can_decide` asks it, `decide` acts. `events` is the
    log, `state` where things stand, `feed` what can be seen, `ticks` the digest of each minute.

    With a `crowd`, any integer, the same crisis happens among other people: what the seed draws of the scenario stays,
    who follows whom and who says what is drawn anew. Such a run answers what-ifs; a replay knows the seed alone.
    """

    def __init__(self, scenario: Scenario, seed: int, *, crowd: int | None = None) -> None:
        self.scenario = scenario
        self.seed = seed
        self.offers = offers(scenario)
        self.facts = {fact.id: fact for fact in scenario.facts}
        self.injects = {inject.id: inject for inject in scenario.injects}
        self.trolls = frozenset(persona.id for persona in scenario.personas if persona.troll)
        self.signals = {signal.id: signal for signal in scenario.signals}
        self.events: list[Event] = []
        self.ticks: list[TickDigest] = []
        self.digested = 0
        people = seed if crowd is None else crowd
        self.drawn = draw_variant(scenario, Chance(seed))
        self.state = opening_state(scenario, self.drawn)
        self.feed = Feed(scenario, Chance(people))
        self.storm = Storm(scenario, people)
        self.clock = ScenarioClock()
        self.cell = Cell(self)
        self.messages = Messages(self)
        self._msel = Msel(self)
        self._play(0)

    @property
    def minute(self) -> int:
        """The last minute played."""
        return self.state.minute

    @property
    def finished(self) -> bool:
        """Whether the last minute was played, or the play given up."""
        return self.state.over

    @property
    def in_preparation(self) -> frozenset[str]:
        """Responses chosen but not published yet."""
        return self.messages.in_preparation

    def advance_to(self, minute: int) -> None:
        """Play each minute up to `minute`, or to the scenario's end."""
        while not self.state.over and self.state.minute < minute:
            self._play(self.state.minute + 1)

    def advance_to_next_event(self) -> int:
        """Play until something wants the student's attention; returns that minute."""
        seen = len(self.events)
        while not self.state.over:
            self._play(self.state.minute + 1)
            if any(isinstance(event, WANTS_ATTENTION) for event in self.events[seen:]):
                break
        return self.state.minute

    def verify_decision(self, decision: Decision) -> None:
        """Raise Refusal, with the sentence to show, if `decision` is not allowed now."""
        rules.verify(self, decision)

    def can_decide(self, decision: Decision) -> bool:
        """Whether `decision` is allowed now."""
        try:
            self.verify_decision(decision)
        except Refusal:
            return False
        return True

    def decide(self, decision: Decision) -> None:
        """Take `decision`, dated with the minute last played; raises Refusal if it is not allowed."""
        self.verify_decision(decision)
        self.log(DecisionMade(self.minute, decision))
        act(self, decision)
        self.cell.work()

    def abandon(self) -> None:
        """Give the play up at this minute."""
        if not self.state.over:
            self._end(abandoned=True)

    def digest(self) -> str:
        """What happened so far, in 32 hexadecimal digits; equal for equal runs, on every machine."""
        return chained(self.ticks, self.events[self.digested :])

    def log(self, event: Event) -> None:
        """Add to the log."""
        self.events.append(event)

    def _play(self, minute: int) -> None:
        self.state.minute = minute
        self.clock.play(minute)
        self.cell.work()
        self._msel.deliver_awaited()
        self._live_through(minute)
        if minute >= self.scenario.length:
            self._end(abandoned=False)
        self.ticks.append(tick_digest(self))

    def _live_through(self, minute: int) -> None:
        state = self.state
        before = state.outrage[-1] if state.outrage else 0
        now = self.storm.step(minute)
        state.outrage.append(now.outrage)
        state.volume.append(now.volume)
        state.segment_volume.append(now.segment_volume)
        state.reach.append(now.reach)
        state.trust.append(now.trust)
        self.feed.grow(minute, now.tick, now.segments, state.stage, now.outrage, now.trust["customers"])
        self._look_again(before, now.outrage)

    def _look_again(self, before: int, now: int) -> None:
        """Tell when outrage rises over the threshold of a recorded watch; what was watched up to it is open again."""
        crossed = {watch[3] for watch in self.state.watches if before <= 10 * watch[3] < now}
        for inject in self.state.injects.values():
            if inject.watched_to is not None and 10 * inject.watched_to < now:
                crossed.add(inject.watched_to)
                inject.watched_to = None
        for threshold in sorted(crossed):
            self.log(ThresholdCrossed(self.minute, threshold))

    def _end(self, *, abandoned: bool) -> None:
        self.state.over = True
        self.state.abandoned = abandoned
        self.log(RunEnded(self.minute, abandoned))
