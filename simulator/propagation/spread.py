"""The spread of outrage, minute by minute: who posts, who is exposed by it, and when they react."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.propagation import tables
from simulator.propagation.agenda import EVENT, FADING, Agenda, Events, joined
from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.daytime import Daytime
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.reactions import Reactions, Seeding
from simulator.propagation.state import WINDOW, Mood, SpreadState, Tick
from simulator.propagation.tables import ONE, Whole

_DEEPEST = 255
_MOST_WORDS = 12
_PER_USERS = 10_000
_CALM = (Mood.SUSCEPTIBLE, Mood.SCHEDULED, Mood.SCEPTIC)


class Spread:
    """One storm among an audience: `step` moves it on by one minute, at a cost that grows with the posts alone.

    All draws about a user are keyed by that user, so that a weaker transmission activates a part of the users
    that a stronger one does. `start_of_day_minute` is the minute of the day at which the run starts.
    """

    def __init__(self, audience: Audience, parameters: SpreadParameters, seed: int, start_of_day_minute: int) -> None:
        self.audience = audience
        self.parameters = parameters
        self.state = SpreadState(audience.size)
        self._reactions = Reactions(audience, parameters, seed)
        self._daytime = Daytime(start_of_day_minute)
        self._agenda = Agenda()
        self._seedings: dict[int, list[Seeding]] = {}
        self._facts: list[tuple[int, int]] = []
        self._minute = 0
        self._journalist_waves = 0

    @property
    def volume(self) -> int:
        """Posts of the last 60 minutes, repeats included."""
        return int(self.state.recent.sum())

    @property
    def segment_volume(self) -> dict[str, int]:
        """Posts of the last 60 minutes in each audience segment."""
        return dict(zip(SEGMENTS, self.state.recent.tolist(), strict=True))

    @property
    def activated(self) -> int:
        """Users outraged so far."""
        return self.state.activated

    @property
    def total(self) -> int:
        """Posts so far, repeats included."""
        return self.state.total

    @property
    def reach(self) -> int:
        """Followers of all who posted, no more than the audience."""
        return self.state.reached

    def digest_part(self) -> bytes:
        """16 bytes that stand for everything that has happened."""
        return self.state.digest

    def seed_users(
        self, minute: int, count: int, name: str, segment: str | None = None, *, words: int = 0, novelty: int = ONE
    ) -> None:
        """Lets `count` users (of `segment`, or of all) be outraged at `minute` by the event `name`.

        They are drawn without regard to the storm, so that a name means the same users in every run of a seed;
        those outraged already change nothing. `words` counts the moral-emotional words (0 to 12) of what they
        pass on; `novelty` says how much of a new fact they bring (see `reignite`). ValueError for a minute that
        is over or a segment that does not exist.
        """
        if minute < self._minute:
            raise ValueError(f"minute {minute} is over: the spread stands at {self._minute}")
        if segment is not None and segment not in SEGMENTS:
            raise ValueError(f"unknown audience segment: {segment}")
        self._seedings.setdefault(minute, []).append(Seeding(name, count, segment, min(words, _MOST_WORDS)))
        if count and novelty:
            self.reignite(minute, novelty)

    def reignite(self, minute: int, strength: int) -> None:
        """Makes the story news again from `minute` on: a `strength` of 65,536 is as new as on the first day."""
        self._facts.append((minute, strength))

    def novelty(self, minute: int) -> int:
        """How new the story is at `minute`, in 2^-16: that of its freshest fact."""
        curve = tables.load().novelty
        ages = ((minute - start, strength) for start, strength in self._facts if start <= minute)
        return max((strength * int(curve[min(age, len(curve) - 1)]) >> 16 for age, strength in ages), default=0)

    def step(self, minute: int, transmission: int = ONE) -> Tick:
        """Lives through `minute`, in which messages multiply transmission by `transmission` / 65,536.

        Minutes come one after the other from 0, else ValueError.
        """
        if minute != self._minute:
            raise ValueError(f"the next minute is {self._minute}, not {minute}")
        self._minute += 1
        events = self._agenda.take(minute)
        seeds = self._seeded(minute)
        if not len(events) and not len(seeds):
            self.state.pass_quietly(minute)
            return Tick(minute)
        strength = self.novelty(minute) * transmission >> 16
        self.state.moods[events["user"][events["post"] == FADING]] = Mood.FATIGUED
        convinced, sceptics = self._convince(events[events["post"] == 0], strength)
        repeats = self._repeat(events[(events["post"] > 0) & (events["post"] < FADING)], transmission)
        activated = joined(seeds, convinced)
        posts = joined(activated, repeats)
        if posts.size:
            self._plan_repeats(minute, activated)
            self._expose(minute, posts)
        tick = Tick(
            minute=minute,
            activated=_users(activated),
            parents=activated["parent"].astype(np.int64),
            depths=activated["depth"].astype(np.int64),
            repeats=_users(repeats),
            repeat_numbers=repeats["post"].astype(np.int64),
            sceptics=sceptics,
        )
        followers = int(self.audience.degree(tick.activated).sum())
        self.state.count(tick, self.audience.segment(_users(posts)), followers)
        self._wake_journalists(minute)
        return tick

    def _seeded(self, minute: int) -> Events:
        found: list[Events] = []
        for seeding in self._seedings.pop(minute, ()):
            users = self._reactions.seeds(seeding)
            users = users[np.isin(self.state.moods[users], _CALM)]
            self.state.moods[users] = Mood.OUTRAGED
            found.append(_events(minute, users, parent=-1, words=seeding.words))
        return joined(*found)

    def _convince(self, exposures: Events, strength: int) -> tuple[Events, Whole]:
        """Who of the exposed is outraged, and who turns sceptic; the others stay open to the next post."""
        exposures = exposures[self.state.moods[exposures["user"]] == Mood.SCHEDULED]
        users = _users(exposures)
        convinced = self._reactions.convinced(users, exposures["words"], strength)
        others = users[~convinced]
        sceptics = others[self._reactions.turned_sceptic(others)]
        self.state.moods[users] = Mood.OUTRAGED
        self.state.moods[others] = Mood.SUSCEPTIBLE
        self.state.moods[sceptics] = Mood.SCEPTIC
        return exposures[convinced], sceptics

    def _repeat(self, repeats: Events, transmission: int) -> Events:
        """The planned repeats that are posted: messages calm the outraged, age does not."""
        return repeats[self._reactions.carried_on(_users(repeats), repeats["post"], transmission)]

    def _plan_repeats(self, minute: int, activated: Events) -> None:
        users = _users(activated)
        counts = self._reactions.repeats(users)
        places = np.repeat(np.arange(len(users), dtype=np.int64), counts)
        numbers = 1 + np.arange(len(places), dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)
        due = self._daytime.due(minute, self._reactions.delays(users[places], numbers))
        last = np.full(len(users), minute, np.int64)
        np.maximum.at(last, places, due)
        depth, words = activated["depth"][places], activated["words"][places]
        self._agenda.put(_events(due, users[places], post=numbers, depth=depth, words=words))
        self._agenda.put(_events(last + WINDOW, users, post=FADING))

    def _expose(self, minute: int, posts: Events) -> None:
        """Plans the reactions of those whom `posts` reach, each user's to the first post that reaches it."""
        targets, sources = self._reactions.exposed(_users(posts), posts["post"])
        open_minded = np.flatnonzero(self.state.moods[targets] == Mood.SUSCEPTIBLE)
        users, first = np.unique(targets[open_minded], return_index=True)
        parents = posts[sources[open_minded[first]]]
        self.state.moods[users] = Mood.SCHEDULED
        depth = np.minimum(parents["depth"].astype(np.int64) + 1, _DEEPEST)
        due = self._daytime.due(minute, self._reactions.delays(users, 0))
        self._agenda.put(_events(due, users, parent=parents["user"], depth=depth, words=parents["words"]))

    def _wake_journalists(self, minute: int) -> None:
        """Journalists take the story up when it is loud enough, and again each time it is twice as loud."""
        threshold = self.parameters.journalist_threshold << self._journalist_waves
        if not threshold or self.volume * _PER_USERS < threshold * self.audience.size:
            return
        self._journalist_waves += 1
        if self.audience.quotas["journalists"]:
            self.seed_users(
                minute + self.parameters.journalist_delay,
                self.parameters.journalist_seeds,
                f"journalists {self._journalist_waves}",
                "journalists",
                novelty=0,
            )


def _users(events: Events) -> Whole:
    return events["user"].astype(np.int64)


def _events(
    due: Whole | int,
    users: Whole,
    *,
    parent: Whole | int = -1,
    post: Whole | int = 0,
    depth: NDArray[np.integer] | int = 0,
    words: NDArray[np.integer] | int = 0,
) -> Events:
    events = np.empty(len(users), EVENT)
    events["due"], events["user"], events["parent"] = due, users, parent
    events["post"], events["depth"], events["words"] = post, depth, words
    return events
