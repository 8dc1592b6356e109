"""The MSEL played out: what the scenario brings in its minute, or once a condition holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from simulator.engine.clock import Priority
from simulator.engine.conditions import test_of
from simulator.engine.events import DeadlinePassed, FactLeaked, InjectDelivered, PostSent, StageEntered
from simulator.engine.post import Kind, Post
from simulator.engine.state import InjectState
from simulator.scenario.story import Inject, ScheduledPost, Signal

if TYPE_CHECKING:
    from simulator.engine.run import Run


class Msel:
    """Stages, injects, leaks, weak signals and scheduled posts of a run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._segments = {persona.id: persona.segment for persona in run.scenario.personas}
        self._awaited = [(inject, test_of(inject.when)) for inject in run.scenario.injects if inject.when is not None]
        self._plan()

    def deliver_awaited(self) -> None:
        """Deliver each inject whose condition holds by now, once, in the order of the scenario."""
        state = self._run.state
        ready = [inject for inject, comes in self._awaited if comes(state)]
        for inject in ready:
            self._deliver(inject)
        if ready:
            self._awaited = [(inject, comes) for inject, comes in self._awaited if inject.id not in state.injects]

    def _plan(self) -> None:
        scenario, drawn, clock = self._run.scenario, self._run.drawn, self._run.clock
        for stage in scenario.stages:
            clock.at(stage.begins, Priority.STAGE, partial(self._enter, stage.id))
        for fact_id, (minute, index) in drawn.leaks.items():
            clock.at(minute, Priority.LEAK, partial(self._leak, fact_id, index))
        for inject in scenario.injects:
            due = inject.at if inject.at is not None else drawn.free.get(inject.id)
            if due is not None:
                clock.at(due, Priority.INJECT, partial(self._deliver, inject))
        for signal in scenario.signals:
            clock.at(signal.at, Priority.SCHEDULED, partial(self._show_signal, signal))
        for post in scenario.scheduled:
            clock.at(post.at, Priority.SCHEDULED, partial(self._send, post))
        outbreak = scenario.outbreak
        clock.at(outbreak.at, Priority.INJECT, partial(self._run.storm.break_out, outbreak.at))

    def _enter(self, stage: str) -> None:
        self._run.state.stage = stage
        self._run.log(StageEntered(self._run.minute, stage))

    def _deliver(self, inject: Inject) -> None:
        run = self._run
        deadline = None if inject.deadline is None else run.minute + inject.deadline
        run.state.injects[inject.id] = InjectState(run.minute, deadline)
        run.log(InjectDelivered(run.minute, inject.id, deadline))
        self._show("inject", inject.id, inject.channel, inject.sender)
        self._stir(f"inject:{inject.id}", inject.seeds, inject.moral_words)
        for fact_id in inject.reveals:
            self._reveal(fact_id, inject.sender)
        if deadline is not None:
            run.clock.at(deadline + 1, Priority.DEADLINE, partial(self._expire, inject.id))

    def _expire(self, inject_id: str) -> None:
        inject = self._run.state.injects[inject_id]
        inject.expired = True
        if inject.is_missed and inject.response not in self._run.state.chosen:
            self._run.log(DeadlinePassed(self._run.minute, inject_id))

    def _leak(self, fact_id: str, index: int) -> None:
        if not self._run.state.facts[fact_id].is_known:
            leak = self._run.facts[fact_id].leaks[index]
            self._show("leak", fact_id, leak.channel, leak.by, source=f"{fact_id}:{index}")
            self._stir(f"leak:{fact_id}", leak.seeds)
            self._reveal(fact_id, leak.by)

    def _reveal(self, fact_id: str, by: str) -> None:
        """A third party makes a fact public, unless everybody knows it."""
        run = self._run
        fact = run.state.facts[fact_id]
        if not fact.is_known:
            fact.leaked = run.minute
            run.log(FactLeaked(run.minute, fact_id, by))
            run.storm.learn(run.minute, leaked=True, withheld=fact.verified is not None)
            run.messages.disprove(fact_id)

    def _show_signal(self, signal: Signal) -> None:
        self._show("signal", signal.id, signal.channel, signal.sender)

    def _send(self, post: ScheduledPost) -> None:
        run = self._run
        if run.state.reviews.get(post.id, True):
            run.state.sent[post.id] = run.minute
            self._show("scheduled", post.id, post.channel)
            run.log(PostSent(run.minute, post.id, post.harmful))
            if post.harmful and run.minute >= run.scenario.crisis_begins:
                self._stir(f"scheduled:{post.id}", post.seeds)

    def _show(self, kind: Kind, name: str, channel: str, author: str = "", *, source: str = "") -> None:
        segment = self._segments[author] if author else "public"
        post = Post(f"{kind}:{name}", self._run.minute, kind, channel, segment, source=source or name, author=author)
        self._run.feed.show(post)

    def _stir(self, post_id: str, seeds: int, moral_words: int = 0) -> None:
        """A post that outrages `seeds` users at once carries the storm from now on."""
        if seeds:
            self._run.feed.wave(post_id)
            self._run.storm.inject(self._run.minute, post_id, seeds, moral_words)
