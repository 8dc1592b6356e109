"""Players who choose without reading: always the same place or the same length, in the order shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b

from simulator.engine.bots.player import Bot, Player, decide_if_allowed, open_injects, speak_first
from simulator.engine.decision import Respond
from simulator.engine.drawn_order import responses_in_drawn_order, wordings_in_drawn_order
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from simulator.scenario.story import HoldingBlock, Wording

Pick = Callable[[Sequence[int]], int]
"""From the lengths of the texts shown, in characters, at least one, to the place (from 0) of the one chosen."""


def texts_looked_at(scenario: Scenario, name: str) -> str:
    """What a bot's play depends on beside the scenario's digest, which knows no texts: equal where nothing of it is.

    `longest` alone looks at texts, at how many characters they have; for every other bot it is empty.
    """
    if name != "longest":
        return ""
    responses = [response for inject in scenario.injects for response in inject.responses]
    blocks = () if scenario.holding is None else scenario.holding.blocks
    texts = [one.full or one.text for one in responses]
    texts += [wording.text for block in blocks for wording in block.wordings]
    return blake2b(repr([len(text) for text in texts]).encode(), digest_size=8).hexdigest()


def by_place(pick: Pick) -> Bot:
    """The bot that publishes a holding statement and answers every inject, each time with what `pick` takes."""

    def bot(_: Run) -> Player:
        def act(run: Run) -> None:
            speak_first(run, lambda blocks: [_wording(run, block, pick) for block in blocks])
            for inject in open_injects(run):
                shown = responses_in_drawn_order(run.seed, inject.responses, inject.id)
                chosen = shown[pick([len(response.full or response.text) for response in shown])]
                decide_if_allowed(run, Respond(run.minute, chosen.id, inject=inject.id))

        return act

    return bot


def first(_: Sequence[int]) -> int:
    """Always the first."""
    return 0


def middle(lengths: Sequence[int]) -> int:
    """Always the middle one, the later of two."""
    return len(lengths) // 2


def longest(lengths: Sequence[int]) -> int:
    """Always the longest, the first of those as long."""
    return lengths.index(max(lengths))


def second(lengths: Sequence[int]) -> int:
    """Always the key 2, and the only one where there is no other."""
    return min(1, len(lengths) - 1)


def _wording(run: Run, block: HoldingBlock, pick: Pick) -> Wording:
    shown = wordings_in_drawn_order(run.seed, block)
    return shown[pick([len(wording.text) for wording in shown])]
