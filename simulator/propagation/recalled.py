"""People among whom storm after storm of one seed is lived: whom a post reaches is drawn once for all of them."""

from __future__ import annotations

import numpy as np

from simulator.propagation.audience import Audience
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.reactions import MOST_WORDS, STRONGEST, Reactions
from simulator.propagation.tables import Whole

_POST_BITS = 8
_MOST_POSTS = 1 << 17
"""So many posts are kept in some 20 MB."""


class RecalledReactions(Reactions):
    """The reactions of people who are asked again in every what-if, and by every bot that plays their seed.

    A user's post reaches the same followers in every storm of a seed. Those whom nothing will convince, or turn
    sceptic, are left out. Worth its memory only where storms of one seed follow each other.
    """

    def __init__(self, audience: Audience, parameters: SpreadParameters, seed: int) -> None:
        super().__init__(audience, parameters, seed)
        self._recalled: dict[int, Whole] = {}

    def exposed(self, users: Whole, posts: Whole, degrees: Whole) -> tuple[Whole, Whole]:
        """The users open to being convinced whom these posts expose, and for each the place of its post."""
        if len(self._recalled) > _MOST_POSTS:
            self._recalled = {}
        keys = ((users << _POST_BITS) + posts).tolist()
        recalled = [self._recalled.get(key) for key in keys]
        new = [place for place, each in enumerate(recalled) if each is None]
        if new:
            for place, each in zip(new, self._open_to_it(users[new], posts[new], degrees[new]), strict=True):
                recalled[place] = self._recalled[keys[place]] = each
        reached = [each for each in recalled if each is not None]
        sources = np.arange(len(keys), dtype=np.int64).repeat([len(each) for each in reached])
        return np.concatenate(reached), sources

    def _open_to_it(self, users: Whole, posts: Whole, degrees: Whole) -> list[Whole]:
        """For each post those whom it reaches and something could convince or turn sceptic."""
        reached, sources = super().exposed(users, posts, degrees)
        needed, sceptic = self.needed(reached, np.full(len(reached), MOST_WORDS))
        kept = (needed <= STRONGEST) | sceptic
        reached, sources = reached.compress(kept), sources.compress(kept)
        ends = sources.searchsorted(np.arange(len(users)), side="right").tolist()
        return [reached[start:end] for start, end in zip([0, *ends], ends, strict=False)]
