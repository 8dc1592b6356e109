"""What outraged users set off: who is exposed, who is convinced when it is due, who posts again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.agenda import DUE, USER, Agenda, Events
from simulator.propagation.audience import Audience
from simulator.propagation.daytime import Daytime
from simulator.propagation.draws import keyed
from simulator.propagation.reactions import Mask, Reactions, firsts
from simulator.propagation.state import WINDOW, Mood, Tick
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
_CALM = (Mood.SUSCEPTIBLE, Mood.SCHEDULED, Mood.SCEPTIC)


class Contagion:
    """The users of an audience, or of many side by side, from minute to minute.

    `moods` holds one byte a user (see `Mood`), `followers` how many followed those who were outraged in the last
    minute lived through. The cost of a minute grows with its posts alone.
    """

    def __init__(self, audience: Audience, reactions: Reactions, daytime: Daytime, users: int) -> None:
        self.moods: NDArray[np.uint8] = np.zeros(users, np.uint8)
        self.followers: Whole = np.empty(0, np.int64)
        self._audience = audience
        self._reactions = reactions
        self._daytime = daytime
        self._agenda = Agenda(_ROWS)

    def outrage(self, users: Whole, words: int) -> Events:
        """Outrages those of `users` who are calm, by an event of so many moral-emotional words."""
        users = users[np.isin(self.moods[users], _CALM)]
        self.moods[users] = Mood.OUTRAGED
        return _events(users, words=words)

    def live(self, minute: int, outraged: list[Events], strength: int, transmission: int) -> Tick:
        """Lives through `minute`, in which events have `outraged` some users.

        `strength` is what novelty and messages leave of the transmission from user to user, `transmission` what
        messages alone leave, both in 2^-16.
        """
        events = self._agenda.take(minute)
        self.followers = self.followers[:0]
        if not events.size and not outraged:
            return Tick(minute)
        kinds = events[POST]
        self.moods[events[USER, kinds == FADING]] = Mood.FATIGUED
        convinced, sceptics = self._convince(events[:, kinds == 0], strength)
        repeats = events[:, (kinds > 0) & (kinds < FADING) & (events[NEEDED] <= transmission)]
        activated = np.concatenate([*outraged, convinced], axis=1) if outraged else convinced
        if not activated.size and not repeats.size:
            return Tick(minute, sceptics=sceptics)
        posts = np.concatenate([activated, repeats], axis=1)
        users = posts[USER].astype(np.int64)
        new = activated.shape[1]
        degrees = self._audience.degree(users)
        self.followers = degrees[:new]
        reactions = self._reactions_planned(posts, users, degrees)
        repeated, owners = self._repeats_planned(activated, users[:new])
        self._plan(minute, reactions, repeated, owners, users[:new])
        return Tick(
            minute=minute,
            activated=users[:new],
            parents=activated[PARENT].astype(np.int64),
            depths=activated[DEPTH].astype(np.int64),
            repeats=users[new:],
            repeat_numbers=repeats[POST].astype(np.int64),
            sceptics=sceptics,
        )

    def _convince(self, exposures: Events, strength: int) -> tuple[Events, Whole]:
        """Who of the exposed is outraged, and who turns sceptic; the others stay open to the next post."""
        exposures = exposures[:, self.moods[exposures[USER]] == Mood.SCHEDULED]
        convinced: Mask = exposures[NEEDED] <= strength
        sceptic = ~convinced & (exposures[WORDS] >= _SCEPTIC)
        moods = np.where(convinced, Mood.OUTRAGED, np.where(sceptic, Mood.SCEPTIC, Mood.SUSCEPTIBLE))
        self.moods[exposures[USER]] = moods
        outraged = exposures[:, convinced]
        outraged[WORDS] &= _WORDS
        return outraged, exposures[USER, sceptic].astype(np.int64)

    def _reactions_planned(self, posts: Events, users: Whole, degrees: Whole) -> Events:
        """The reactions of those whom `posts` reach, each user's to the first post that reaches it.

        Whom nothing will convince, or turn sceptic, is left out.
        """
        reached, sources = self._reactions.exposed(users, posts[POST].astype(np.int64), degrees)
        open_minded = (self.moods[reached] == Mood.SUSCEPTIBLE).nonzero()[0]
        reached, sources = reached[open_minded], sources[open_minded]
        needed, sceptic = self._reactions.needed(reached, posts[WORDS, sources])
        keys = keyed(reached, np.arange(len(reached)))[(needed <= STRONGEST) | sceptic]
        keys.sort()
        first = firsts(keys)
        reached, sources = reached[first], sources[first]
        self.moods[reached] = Mood.SCHEDULED
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
