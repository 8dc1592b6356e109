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
        keys = ((users << _POST_BITS) + posts).tolist()
        if len(self._recalled) > _MOST_POSTS:
            self._recalled.clear()
        new = [place for place, key in enumerate(keys) if key not in self._recalled]
        if new:
            drawn = self._open_to_it(users[new], posts[new], degrees[new])
            self._recalled.update(zip([keys[place] for place in new], drawn, strict=True))
        reached = [self._recalled[key] for key in keys]
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
