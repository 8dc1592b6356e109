"""The order in which what can be chosen is shown: drawn from the seed, so that a place on the screen means nothing."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.chance import Chance
from simulator.scenario.response import Response
from simulator.scenario.story import HoldingBlock, Wording


def responses_in_drawn_order(seed: int, responses: Sequence[Response], subject: str) -> list[Response]:
    """`responses` as the seed orders them for `subject`: an inject's id, or `replies` for the standing ones."""
    return Chance(seed).shuffled("response order", responses, subject)


def wordings_in_drawn_order(seed: int, block: HoldingBlock) -> list[Wording]:
    """The wordings of a block of the holding statement as the seed orders them."""
    return Chance(seed).shuffled("wording order", block.wordings, block.id)
