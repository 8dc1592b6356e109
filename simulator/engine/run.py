"""A run: one crisis lived from its briefing to its last minute, moved only by the clock and by decisions."""

from __future__ import annotations

from simulator.chance import Chance
from simulator.engine import benches, rules
from simulator.engine.actions import act
from simulator.engine.catalogue import offers
from simulator.engine.clock import Priority, ScenarioClock
from simulator.engine.conditions import holds
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
    RunEnded,
    StageEntered,
    ThresholdCrossed,
    WorkStarted,
)
from simulator.engine.feed import Feed
from simulator.engine.messages import Messages
from simulator.engine.refusal import Refusal
from simulator.engine.state import Bench, FactState, InjectState, RunState, Task
from simulator.engine.storm import Storm
from simulator.engine.variants import draw_variant
from simulator.scenario.model import Scenario
from simulator.scenario.story import Inject, ScheduledPost, Signal

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
    RunEnded,
    StageEntered,
    ThresholdCrossed,
)
"""Events at which a student who skips ahead is stopped."""


class Run:
    """One play of a scenario: a function of (scenario, seed, dated decisions) and of nothing else.

    `advance_to` plays minutes; `verify_decision` says why not, `can_decide` asks it, `decide` acts. `events` is the
    log, `state` where things stand, `feed` what can be seen, `ticks` the digest of each minute.
    """

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario = scenario
        self.seed = seed
        self.chance = Chance(seed)
        self.offers = offers(scenario)
        self.facts = {fact.id: fact for fact in scenario.facts}
        self.signals = {signal.id: signal for signal in scenario.signals}
        self.events: list[Event] = []
        self.ticks: list[TickDigest] = []
        self.digested = 0
        self.feed = Feed(scenario, self.chance)
        self.storm = Storm(scenario, seed)
        self.clock = ScenarioClock()
        self.drawn = draw_variant(scenario, self.chance)
        self.state = self._first_state()
        self.messages = Messages(self)
        self._waiting = [inject for inject in scenario.injects if inject.when is not None]
        self._fill_clock()
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
        self.start_work()

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

    def order_verification(self, fact_id: str) -> None:
        """Have a fact verified, once, if there is somebody who can."""
        verification = self.facts[fact_id].verification
        fact = self.state.facts[fact_id]
        if verification is not None and fact.ordered is None:
            fact.ordered = self.minute
            task = Task("verification", f"verify:{fact_id}", verification.minutes, verification.opens)
            benches.order(self.state.benches["verification"], task)

    def leak(self, fact_id: str, by: str) -> None:
        """A third party makes a fact public, unless everybody knows it."""
        fact = self.state.facts[fact_id]
        if not fact.is_known:
            fact.leaked = self.minute
            self.log(FactLeaked(self.minute, fact_id, by))
            self.storm.learn(self.minute, leaked=True, withheld=fact.verified is not None)
            self.messages.disprove(fact_id)

    def start_work(self) -> None:
        """Start what the cell's free hands can start; what takes no time is done at once."""
        if self.state.occupied_until > self.minute:
            return
        busy = True
        while busy:
            busy = False
            for work, bench in self.state.benches.items():
                for task, until in benches.started(bench, self.minute):
                    self.log(WorkStarted(self.minute, work, task.key, until))
                    busy = True
                for task in benches.finished(bench, self.minute):
                    self._done(task)
                    busy = True

    def _done(self, task: Task) -> None:
        kind, _, subject = task.key.partition(":")
        if kind == "verify":
            self.state.facts[subject].verified = self.minute
            self.log(FactVerified(self.minute, subject))
        elif kind == "holding":
            self.messages.holding_written()
        else:
            self.messages.worked_on(int(subject), task.work)

    def _first_state(self) -> RunState:
        spokespersons = [member.id for member in self.scenario.cell if member.spokesperson]
        facts = {}
        for fact in self.scenario.facts:
            facts[fact.id] = FactState(self.drawn.outcomes[fact.id], self.drawn.leaks.get(fact.id))
            if fact.verification is None:
                facts[fact.id].verified = 0
        capacity = {
            work: sum(member.capacity for member in self.scenario.cell if member.does == work)
            for work in ("writing", "legal", "verification")
        }
        return RunState(
            minute=0,
            stage=self.scenario.stages[0].id,
            truth=self.drawn.truth,
            facts=facts,
            benches={
                "writing": Bench(max(capacity["writing"], 1)),
                "legal": Bench(max(capacity["legal"], 1)),
                "verification": Bench(max(capacity["verification"], 1)),
            },
            spokesperson=spokespersons[0] if spokespersons else None,
        )

    def _fill_clock(self) -> None:
        for stage in self.scenario.stages:
            self.clock.at(stage.begins, Priority.STAGE, lambda _, name=stage.id: self._enter(name))  # type: ignore[misc]
        for fact_id, (minute, index) in self.drawn.leaks.items():
            self.clock.at(minute, Priority.LEAK, lambda _, name=fact_id, n=index: self._leak_drawn(name, n))  # type: ignore[misc]
        for inject in self.scenario.injects:
            due = inject.at if inject.at is not None else self.drawn.free.get(inject.id)
            if due is not None:
                self.clock.at(due, Priority.INJECT, lambda _, it=inject: self._deliver(it))  # type: ignore[misc]
        for signal in self.scenario.signals:
            self.clock.at(signal.at, Priority.SCHEDULED, lambda _, it=signal: self._show_signal(it))  # type: ignore[misc]
        for post in self.scenario.scheduled:
            self.clock.at(post.at, Priority.SCHEDULED, lambda _, it=post: self._send(it))  # type: ignore[misc]
        outbreak = self.scenario.outbreak
        self.clock.at(outbreak.at, Priority.INJECT, lambda now: self.storm.break_out(now))

    def _play(self, minute: int) -> None:
        self.state.minute = minute
        self.clock.play(minute)
        for bench in self.state.benches.values():
            for task in benches.finished(bench, minute):
                self._done(task)
        self.start_work()
        for inject in [inject for inject in self._waiting if inject.when and holds(inject.when, self.state)]:
            self._waiting.remove(inject)
            self._deliver(inject)
        self._live_through(minute)
        if minute >= self.scenario.length:
            self._end(abandoned=False)
        self.ticks.append(tick_digest(self))

    def _live_through(self, minute: int) -> None:
        before = self.state.outrage[-1] if self.state.outrage else 0
        now = self.storm.step(minute)
        self.state.outrage.append(now.outrage)
        self.state.volume.append(now.volume)
        self.state.segment_volume.append(now.segment_volume)
        self.state.reach.append(now.reach)
        self.state.trust.append(now.trust)
        self.state.outrage_of = now.outrage_of
        self.feed.grow(minute, now.tick, now.segments, self.state.stage, now.outrage, now.trust["customers"])
        for threshold in sorted({10 * watch[3] for watch in self.state.watches}):
            if before <= threshold < now.outrage:
                self.log(ThresholdCrossed(minute, threshold // 10))

    def _end(self, *, abandoned: bool) -> None:
        self.state.over = True
        self.state.abandoned = abandoned
        self.log(RunEnded(self.minute, abandoned))

    def _enter(self, stage: str) -> None:
        self.state.stage = stage
        self.log(StageEntered(self.minute, stage))

    def _deliver(self, inject: Inject) -> None:
        deadline = None if inject.deadline is None else self.minute + inject.deadline
        self.state.injects[inject.id] = InjectState(self.minute, deadline)
        self.log(InjectDelivered(self.minute, inject.id, deadline))
        sender = next(persona for persona in self.scenario.personas if persona.id == inject.sender)
        post_id = f"inject:{inject.id}"
        self.feed.show(self.minute, post_id, "inject", inject.channel, sender.segment, inject.id, sender.id)
        if inject.seeds:
            self.feed.wave(post_id)
            self.storm.inject(self.minute, post_id, inject.seeds, inject.moral_words)
        for fact_id in inject.reveals:
            self.leak(fact_id, inject.sender)
        if deadline is not None:
            self.clock.at(deadline + 1, Priority.DEADLINE, lambda _: self._expire(inject.id))

    def _expire(self, inject_id: str) -> None:
        inject = self.state.injects[inject_id]
        if inject.is_open:
            inject.expired = True
            self.log(DeadlinePassed(self.minute, inject_id))

    def _leak_drawn(self, fact_id: str, index: int) -> None:
        if self.state.facts[fact_id].is_known:
            return
        leak = self.facts[fact_id].leaks[index]
        sender = next(persona for persona in self.scenario.personas if persona.id == leak.by)
        post_id = f"leak:{fact_id}"
        self.feed.show(self.minute, post_id, "leak", leak.channel, sender.segment, f"{fact_id}:{index}", sender.id)
        if leak.seeds:
            self.feed.wave(post_id)
            self.storm.inject(self.minute, post_id, leak.seeds, 0)
        self.leak(fact_id, leak.by)

    def _show_signal(self, signal: Signal) -> None:
        sender = next(persona for persona in self.scenario.personas if persona.id == signal.sender)
        post_id = f"signal:{signal.id}"
        self.feed.show(self.minute, post_id, "signal", signal.channel, sender.segment, signal.id, sender.id)

    def _send(self, post: ScheduledPost) -> None:
        if self.state.reviews.get(post.id, True):
            self.state.sent[post.id] = self.minute
            post_id = f"scheduled:{post.id}"
            self.feed.show(self.minute, post_id, "scheduled", post.channel, "public", post.id, "")
            self.log(PostSent(self.minute, post.id, post.harmful))
            if post.harmful and post.seeds and self.minute >= self.scenario.crisis_begins:
                self.feed.wave(post_id)
                self.storm.inject(self.minute, post_id, post.seeds, 0)
