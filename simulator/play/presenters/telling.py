"""A run told in one language: what every presenter reads."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from simulator.chance import Chance
from simulator.engine.catalogue import Offer, offers
from simulator.engine.decision import Decision
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.locale import Message, Phrasebook
from simulator.play.presenters.conversations import Conversations
from simulator.play.presenters.posts import Posts
from simulator.play.presenters.rows import NoticeTone
from simulator.play.presenters.sieve import Sieve
from simulator.play.presenters.times import Times
from simulator.play.presenters.trends import Trends
from simulator.scenario.facts import Fact
from simulator.scenario.model import Scenario
from simulator.scenario.story import CellMember, Channel, Inject, Persona, ScheduledPost, Signal
from simulator.scenario.voices import Voices

ToldEvent = tuple[int, int, int, tuple[NoticeTone, str]]
"""Minute, rank within it, place in the log, and the sentence with its tone."""


class Telling:
    """A run, its scenario in the reader's language, the interface's sentences and the crowd's words.

    `scenario` has the structure of `run.scenario`; its texts may be a translation. Its pictures lie in `folder`.
    Nothing here changes the run.
    """

    def __init__(
        self, run: Run, scenario: Scenario, phrases: Phrasebook, voices: Voices, folder: Path | None = None
    ) -> None:
        self.run = run
        self.scenario = scenario
        self.phrases = phrases
        self.voices = voices
        self.folder = folder
        self.times = Times(scenario.start, phrases)
        self.told: list[tuple[ToldEvent, ...]] = []
        """What the notices told of each event of the minutes gone by, which change no more."""

    @cached_property
    def posts(self) -> Posts:
        """The feed in words."""
        return Posts(self)

    @cached_property
    def conversations(self) -> Conversations:
        """Who answers whom in it."""
        return Conversations(self)

    @cached_property
    def sieve(self) -> Sieve:
        """Which of its posts pass a filter."""
        return Sieve(self)

    @cached_property
    def trends(self) -> Trends:
        """What it speaks of."""
        return Trends(self)

    @property
    def minute(self) -> int:
        """The last minute played."""
        return self.run.minute

    @cached_property
    def chance(self) -> Chance:
        """The run's seed, for what the feed adds to it under names of its own; no digest knows of it."""
        return Chance(self.run.seed)

    @cached_property
    def personas(self) -> dict[str, Persona]:
        return {persona.id: persona for persona in self.scenario.personas}

    @cached_property
    def channels(self) -> dict[str, Channel]:
        return {channel.id: channel for channel in self.scenario.channels}

    @cached_property
    def members(self) -> dict[str, CellMember]:
        return {member.id: member for member in self.scenario.cell}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.scenario.facts}

    @cached_property
    def injects(self) -> dict[str, Inject]:
        return {inject.id: inject for inject in self.scenario.injects}

    @cached_property
    def signals(self) -> dict[str, Signal]:
        return {signal.id: signal for signal in self.scenario.signals}

    @cached_property
    def scheduled(self) -> dict[str, ScheduledPost]:
        return {post.id: post for post in self.scenario.scheduled}

    @cached_property
    def offers(self) -> dict[str, Offer]:
        return offers(self.scenario)

    @cached_property
    def wordings(self) -> dict[str, str]:
        """Text of each wording of the holding statement, by its id."""
        holding = self.scenario.holding
        return {wording.id: wording.text for block in holding.blocks for wording in block.wordings} if holding else {}

    def say(self, code: str, **arguments: object) -> str:
        """The sentence for `code`; arguments named `*_minute` are hours and `*_span` durations."""
        return self.times.say(Message(code, arguments))

    def refusal(self, decision: Decision) -> str:
        """Why `decision` cannot be taken now, empty when it can."""
        try:
            self.run.verify_decision(decision)
        except Refusal as refusal:
            return self.times.say(refusal.message)
        return ""

    def outcome(self, fact_id: str) -> str:
        """What is true of a fact in this run, in words."""
        outcome = self.run.state.facts[fact_id].outcome
        return next(one.text for one in self.facts[fact_id].outcomes if one.id == outcome)
