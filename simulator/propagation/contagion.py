"""What outraged users set off: who is exposed, who is convinced when it is due, who posts again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.agenda import DUE, USER, Agenda, Events
from simulator.propagation.audience import Audience
from simulator.propagation.counts import spelled_out
from simulator.propagation.daytime import Daytime
from simulator.propagation.draws import keyed
from simulator.propagation.reactions import STRONGEST, Mask, Reactions, firsts
from simulator.propagation.state import WINDOW, Mood, Tick
from simulator.propagation.tables import Whole

PARENT, POST, DEPTH, WORDS, NEEDED = 2, 3, 4, 5, 6
"""Further columns of an event: who exposed the user (-1: an inject); 0 for an exposure, from 1 for that repeat of the
user, FADING for its end; depth in the cascade; moral-emotional words; the strength it needs."""
_COLUMNS = 7

FADING = 255

_SCEPTIC = 1 << 8
"""Added to an exposure's words: below the strength it needs, the user turns sceptic."""
_WORDS = _SCEPTIC - 1
_TO_OUTRAGED = np.uint8(Mood.OUTRAGED - Mood.SUSCEPTIBLE)
_TO_SCEPTIC = np.uint8(Mood.SCEPTIC - Mood.SUSCEPTIBLE)
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
        self._agenda = Agenda(_COLUMNS)

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
        kinds = events[:, POST]
        self.moods[events[:, USER].compress(kinds == FADING)] = Mood.FATIGUED
        convinced, sceptics = self._convince(events.compress(kinds == 0, axis=0), strength)
        posted = (kinds > 0) & (kinds < FADING) & (events[:, NEEDED] <= transmission)
        repeats = events.compress(posted, axis=0)
        activated = np.concatenate([*outraged, convinced]) if outraged else convinced
        if not activated.size and not repeats.size:
            return Tick(minute, sceptics=sceptics)
        posts = np.concatenate([activated, repeats])
        users = posts[:, USER].astype(np.int64)
        new = len(activated)
        degrees = self._audience.degree(users)
        self.followers = degrees[:new]
        reactions = self._reactions_planned(posts, users, degrees)
        repeated, owners = self._repeats_planned(activated, users[:new])
        self._plan(minute, reactions, repeated, owners, users[:new])
        return Tick(
            minute=minute,
            activated=users[:new],
            parents=activated[:, PARENT].astype(np.int64),
            depths=activated[:, DEPTH].astype(np.int64),
            repeats=users[new:],
            repeat_numbers=repeats[:, POST].astype(np.int64),
            sceptics=sceptics,
        )

    def _convince(self, exposures: Events, strength: int) -> tuple[Events, Whole]:
        """Who of the exposed is outraged, and who turns sceptic; the others stay open to the next post."""
        exposures = exposures.compress(self.moods[exposures[:, USER]] == Mood.SCHEDULED, axis=0)
        users = exposures[:, USER]
        convinced: Mask = exposures[:, NEEDED] <= strength
        sceptic = ~convinced & (exposures[:, WORDS] >= _SCEPTIC)
        self.moods[users] = Mood.SUSCEPTIBLE + convinced * _TO_OUTRAGED + sceptic * _TO_SCEPTIC
        outraged = exposures.compress(convinced, axis=0)
        outraged[:, WORDS] &= _WORDS
        return outraged, users.compress(sceptic).astype(np.int64)

    def _reactions_planned(self, posts: Events, users: Whole, degrees: Whole) -> Events:
        """The reactions of those whom `posts` reach, each user's to the first post that reaches it.

        Whom nothing will convince, or turn sceptic, is left out.
        """
        reached, sources = self._reactions.exposed(users, posts[:, POST].astype(np.int64), degrees)
        open_minded = (self.moods[reached] == Mood.SUSCEPTIBLE).nonzero()[0]
        reached, sources = reached[open_minded], sources[open_minded]
        needed, sceptic = self._reactions.needed(reached, posts[:, WORDS][sources])
        keys = keyed(reached, np.arange(len(reached))).compress((needed <= STRONGEST) | sceptic)
        keys.sort()
        first = firsts(keys)
        reached, causes = reached[first], posts.take(sources[first], axis=0)
        self.moods[reached] = Mood.SCHEDULED
        return _events(
            reached,
            parent=causes[:, USER],
            depth=causes[:, DEPTH] + 1,
            words=causes[:, WORDS] + _SCEPTIC * sceptic[first],
            needed=needed[first],
        )

    def _repeats_planned(self, activated: Events, users: Whole) -> tuple[Events, Whole]:
        """The repeats that the newly outraged plan, and for each the place of its author among them."""
        places, numbers = spelled_out(self._reactions.repeats(users))
        authors, first_posts = users[places], activated.take(places, axis=0)
        numbers += 1
        repeats = _events(
            authors,
            post=numbers,
            depth=first_posts[:, DEPTH],
            words=first_posts[:, WORDS],
            needed=self._reactions.needed_to_repeat(authors, numbers),
        )
        return repeats, places

    def _plan(self, minute: int, reactions: Events, repeats: Events, owners: Whole, users: Whole) -> None:
        """Puts all into the agenda, each at its minute; the newly outraged `users` fade after their last repeat."""
        events = np.concatenate([reactions, repeats, _events(users, post=FADING)])
        drawn = len(events) - len(users)
        users_drawn, posts_drawn = (events[:drawn, column].astype(np.int64) for column in (USER, POST))
        due = self._daytime.due(minute, self._reactions.delays(users_drawn, posts_drawn))
        last = np.full(len(users), minute, np.int64)
        np.maximum.at(last, owners, due[len(reactions) :])
        events[:drawn, DUE], events[drawn:, DUE] = due, last + WINDOW
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
    events: Events = np.empty((len(users), _COLUMNS), np.int32)
    events[:, USER], events[:, PARENT], events[:, POST] = users, parent, post
    events[:, DEPTH], events[:, WORDS], events[:, NEEDED] = depth, words, needed
    return events
