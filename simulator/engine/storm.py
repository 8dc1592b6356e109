"""The storm that a run lives in: its audience, its spread, and what the organisation's messages do to both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from simulator.engine.message import PublishedMessage
from simulator.engine.reception import LOUD, Circumstances, attributes_of
from simulator.engine.responsibility import is_settled
from simulator.engine.state import RunState
from simulator.propagation.audience import Audience
from simulator.propagation.indices import outrage_index, segment_outrage
from simulator.propagation.interventions import MessageAttributes, Transmission
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.recalled import RecalledReactions
from simulator.propagation.spread import Spread
from simulator.propagation.state import Tick
from simulator.propagation.trust import Trust
from simulator.scenario.facts import Fact
from simulator.scenario.model import Scenario
from simulator.scenario.tags import Recipient

NEWS_OF_A_DISCLOSURE = 1 << 14
NEWS_OF_A_LEAK = 1 << 16
"""How far a fact makes the story new again, in 2^-16: what one says oneself is less of a story (design)."""

_FINER = 100
"""Trust is kept a hundred times finer than thousandths."""

_ADDRESSED: dict[Recipient, str] = {"employees": "employees", "authority": "authorities"}
"""The segment that a message is meant for; others overhear it."""


@dataclass(frozen=True)
class Weather:
    """One minute of the storm: outrage and trust in thousandths, volumes in posts an hour, reach in people."""

    tick: Tick
    segments: list[int]
    outrage: int
    volume: int
    segment_volume: dict[str, int]
    reach: int
    trust: dict[str, int]


@lru_cache(maxsize=2)
def _people(size: int, quotas: tuple[tuple[str, int], ...], reproduction: float, seed: int) -> RecalledReactions:
    """The people of one seed and what they are like; kept, for the next play is often among the same."""
    parameters = SpreadParameters(reproduction=reproduction)
    return RecalledReactions(Audience(size, seed, dict(quotas), parameters), parameters, seed)


class Storm:
    """Steps once a minute; injects feed it, messages and news change it. `ticks` holds each minute lived through."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.ticks: list[Tick] = []
        self._scenario = scenario
        start = datetime.strptime(scenario.start, "%Y-%m-%d %H:%M")
        quotas = tuple((str(name), users) for name, users in scenario.audience.segments.items())
        people = _people(scenario.audience.size, quotas, scenario.outbreak.r0, seed)
        start_of_day = start.hour * 60 + start.minute
        self._spread = Spread(people.audience, people.parameters, seed, start_of_day, people)
        self._transmission = Transmission()
        self._trust = Trust(scenario.cluster)
        self._outrage = 0

    @property
    def audience(self) -> Audience:
        """Who lives in it."""
        return self._spread.audience

    @property
    def posts(self) -> int:
        """Posts of the storm so far."""
        return self._spread.total

    def break_out(self, minute: int) -> None:
        """The crisis begins: the first users are outraged."""
        self._spread.seed_users(minute, self._scenario.outbreak.seed_users, "outbreak")

    def inject(self, minute: int, name: str, count: int, moral_words: int) -> None:
        """A public event outrages `count` users at once."""
        self._spread.seed_users(minute, count, name, words=moral_words)

    def learn(self, minute: int, *, leaked: bool, withheld: bool) -> None:
        """The public learns a fact: leaked by a third party (and `withheld` by the organisation), or told by it."""
        self._spread.reignite(minute, NEWS_OF_A_LEAK if leaked else NEWS_OF_A_DISCLOSURE)
        if leaked and withheld:
            self._trust.leak()

    def disprove(self, minute: int) -> None:
        """Something that the organisation asserted turned out false."""
        self._transmission.disprove(minute)
        self._trust.disprove()

    def publish(self, message: PublishedMessage, state: RunState, facts: Mapping[str, Fact]) -> None:
        """A message reaches the audience; a repeat or a private one leaves the spread as it is."""
        attributes = self._attributes(message, state, facts)
        if message.is_public and not message.repeat:
            self._transmission.publish(message.minute, attributes)
        if not message.repeat:
            self._trust.publish(message.minute, attributes, _ADDRESSED.get(message.recipient))

    def suppress(self, minute: int) -> None:
        """Criticism, or one's own error, was deleted without a word: screenshots make it known to everybody."""
        deletion = MessageAttributes(deletion_or_threat=True)
        self._transmission.publish(minute, deletion)
        self._trust.publish(minute, deletion)

    def step(self, minute: int) -> Weather:
        """Live through `minute`."""
        tick = self._spread.step(minute, self._transmission.at(minute))
        self.ticks.append(tick)
        v_half, segment_volume = self._scenario.outbreak.v_half, self._spread.segment_volume
        volume = sum(segment_volume.values())
        self._outrage = outrage_index(volume, v_half)
        self._trust.step(minute, segment_outrage(segment_volume, self._spread.audience.quotas, v_half))
        return Weather(
            tick=tick,
            segments=self._spread.audience.segment(tick.activated).tolist() if len(tick.activated) else [],
            outrage=self._outrage,
            volume=volume,
            segment_volume=segment_volume,
            reach=self._spread.reach * self._scenario.audience.people_per_user,
            trust={name: level // _FINER for name, level in self._trust.levels.items()},
        )

    def digest_part(self) -> bytes:
        """16 bytes that stand for every post of the storm so far."""
        return self._spread.digest_part()

    def _attributes(self, message: PublishedMessage, state: RunState, facts: Mapping[str, Fact]) -> MessageAttributes:
        scenario = self._scenario
        public = [earlier for earlier in state.messages if earlier.is_public and earlier is not message]
        circumstances = Circumstances(
            cluster=scenario.cluster,
            history_of_crises=scenario.history_of_crises,
            people_at_risk=scenario.people_at_risk,
            settled=is_settled(facts.values(), state.facts, message.minute),
            loud=self._outrage >= LOUD,
        )
        return attributes_of(
            message.tags,
            circumstances,
            truthful=not any(message.belies(name, state.facts[name].outcome) for name in facts),
            channel_change_early=bool(public)
            and message.channel != public[-1].channel
            and message.minute - scenario.crisis_begins <= 60,
            discloses_first=any(not state.facts[name].is_known for name in message.tags.discloses),
            reach=0 if message.recipient == "private" else message.reach,
        )
