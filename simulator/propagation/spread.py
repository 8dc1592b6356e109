"""The spread of outrage, minute by minute: who posts, who is exposed by it, and when they react."""

from __future__ import annotations

import numpy as np

from simulator.propagation.agenda import DUE, USER, Agenda, Events
from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.counts import keyed
from simulator.propagation.daytime import Daytime
from simulator.propagation.novelty import Novelty
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.reactions import Mask, Reactions, Seeding, firsts
from simulator.propagation.state import WINDOW, Mood, SpreadState, Tick
from simulator.propagation.tables import ONE, Whole

STRONGEST = ONE * 5 // 4
"""The most that messages can multiply transmission by: whom this does not convince, nothing will."""

PARENT, POST, DEPTH, WORDS, NEEDED = 2, 3, 4, 5, 6
"""Further rows of an event: who exposed the user (-1: an inject); 0 for an exposure, from 1 for that repeat of the
user, FADING for its end; depth in the cascade; moral-emotional words; the strength it needs."""
_ROWS = 7

FADING = 255

_SCEPTIC = 1 << 8
"""Added to an exposure's words: below the strength it needs, the user turns sceptic."""
_WORDS = _SCEPTIC - 1
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
        self._agenda = Agenda(_ROWS)
        self._novelty = Novelty()
        self._seedings: dict[int, list[Seeding]] = {}
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
        self._novelty.renew(minute, strength)

    def novelty(self, minute: int) -> int:
        """How new the story is at `minute`, in 2^-16: that of its freshest fact."""
        return self._novelty.at(minute)

    def step(self, minute: int, transmission: int = ONE) -> Tick:
        """Lives through `minute`, in which messages multiply transmission by `transmission` / 65,536.

        ValueError unless minutes come one after the other from 0 and `transmission` is from 0 to STRONGEST.
        """
        if minute != self._minute:
            raise ValueError(f"the next minute is {self._minute}, not {minute}")
        if not 0 <= transmission <= STRONGEST:
            raise ValueError(f"a transmission is from 0 to {STRONGEST}, not {transmission}")
        self._minute += 1
        events = self._agenda.take(minute)
        seeds = self._seeded(minute)
        if not events.size and not seeds.size:
            self.state.pass_quietly(minute)
            return Tick(minute)
        kinds = events[POST]
        self.state.moods[events[USER, kinds == FADING]] = Mood.FATIGUED
        convinced, sceptics = self._convince(events[:, kinds == 0], self.novelty(minute) * transmission >> 16)
        repeats = events[:, (kinds > 0) & (kinds < FADING) & (events[NEEDED] <= transmission)]
        activated = np.concatenate([seeds, convinced], axis=1) if seeds.size else convinced
        if not activated.size and not repeats.size:
            tick = Tick(minute, sceptics=sceptics)
            self.state.count(tick, np.empty(0, np.uint8), 0)
            return tick
        posts = np.concatenate([activated, repeats], axis=1)
        users = posts[USER].astype(np.int64)
        new = activated.shape[1]
        degrees = self.audience.degree(users)
        reactions = self._reactions_planned(posts, users, degrees)
        repeated, owners = self._repeats_planned(activated, users[:new])
        self._plan(minute, reactions, repeated, owners, users[:new])
        tick = Tick(
            minute=minute,
            activated=users[:new],
            parents=activated[PARENT].astype(np.int64),
            depths=activated[DEPTH].astype(np.int64),
            repeats=users[new:],
            repeat_numbers=repeats[POST].astype(np.int64),
            sceptics=sceptics,
        )
        self.state.count(tick, self.audience.segment(users), int(degrees[:new].sum()))
        self._wake_journalists(minute)
        return tick

    def _seeded(self, minute: int) -> Events:
        found: list[Events] = [np.empty((_ROWS, 0), np.int32)]
        for seeding in self._seedings.pop(minute, ()):
            users = self._reactions.seeds(seeding)
            users = users[np.isin(self.state.moods[users], _CALM)]
            self.state.moods[users] = Mood.OUTRAGED
            found.append(_events(users, words=seeding.words))
        return np.concatenate(found, axis=1)

    def _convince(self, exposures: Events, strength: int) -> tuple[Events, Whole]:
        """Who of the exposed is outraged, and who turns sceptic; the others stay open to the next post."""
        exposures = exposures[:, self.state.moods[exposures[USER]] == Mood.SCHEDULED]
        convinced: Mask = exposures[NEEDED] <= strength
        sceptic = ~convinced & (exposures[WORDS] >= _SCEPTIC)
        moods = np.where(convinced, Mood.OUTRAGED, np.where(sceptic, Mood.SCEPTIC, Mood.SUSCEPTIBLE))
        self.state.moods[exposures[USER]] = moods
        outraged = exposures[:, convinced]
        outraged[WORDS] &= _WORDS
        return outraged, exposures[USER, sceptic].astype(np.int64)

    def _reactions_planned(self, posts: Events, users: Whole, degrees: Whole) -> Events:
        """The reactions of those whom `posts` reach, each user's to the first post that reaches it.

        Whom nothing will convince, or turn sceptic, is left out.
        """
        reached, sources = self._reactions.exposed(users, posts[POST].astype(np.int64), degrees)
        open_minded = (self.state.moods[reached] == Mood.SUSCEPTIBLE).nonzero()[0]
        reached, sources = reached[open_minded], sources[open_minded]
        needed, sceptic = self._reactions.needed(reached, posts[WORDS, sources])
        keys = keyed(reached, np.arange(len(reached)))[(needed <= STRONGEST) | sceptic]
        keys.sort()
        first = firsts(keys)
        reached, sources = reached[first], sources[first]
        self.state.moods[reached] = Mood.SCHEDULED
        return _events(
            reached,
            parent=posts[USER, sources],
            depth=posts[DEPTH, sources] + 1,
            words=posts[WORDS, sources] + _SCEPTIC * sceptic[first],
            needed=needed[first],
        )

    def _repeats_planned(self, activated: Events, users: Whole) -> tuple[Events, Whole]:
        """The repeats that the newly outraged plan, and for each the place of its author among them."""
        counts = self._reactions.repeats(users)
        places = np.repeat(np.arange(len(users), dtype=np.int64), counts)
        numbers = 1 + np.arange(len(places), dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)
        authors = users[places]
        repeats = _events(
            authors,
            post=numbers,
            depth=activated[DEPTH, places],
            words=activated[WORDS, places],
            needed=self._reactions.needed_to_repeat(authors, numbers),
        )
        return repeats, places

    def _plan(self, minute: int, reactions: Events, repeats: Events, owners: Whole, users: Whole) -> None:
        """Puts all into the agenda, each at its minute; the newly outraged `users` fade after their last repeat."""
        events = np.concatenate([reactions, repeats, _events(users, post=FADING)], axis=1)
        drawn = events.shape[1] - len(users)
        delays = self._reactions.delays(events[USER, :drawn].astype(np.int64), events[POST, :drawn].astype(np.int64))
        due = self._daytime.due(minute, delays)
        last = np.full(len(users), minute, np.int64)
        np.maximum.at(last, owners, due[reactions.shape[1] :])
        events[DUE, :drawn], events[DUE, drawn:] = due, last + WINDOW
        self._agenda.put(events)

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


def _events(
    users: Whole,
    *,
    parent: Events | int = -1,
    post: Whole | int = 0,
    depth: Events | int = 0,
    words: Events | Whole | int = 0,
    needed: Whole | int = 0,
) -> Events:
    """Events of `users` whose minute is not known yet."""
    events: Events = np.empty((_ROWS, len(users)), np.int32)
    events[USER], events[PARENT], events[POST] = users, parent, post
    events[DEPTH], events[WORDS], events[NEEDED] = depth, words, needed
    return events
