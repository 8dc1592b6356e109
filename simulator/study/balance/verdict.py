"""What a balance comes to, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.locale import Message, Phrasebook
from simulator.pages.text import Text
from simulator.study.balance.bounds import Bound
from simulator.study.balance.measured import Balance

LONGEST_TOO_OFTEN = 0.75
"""From this share of injects on, who only looks at lengths learns what is right (design)."""

_TENTH, _CLOSER = 1, 4
"""Decimals of a score, and of one that its tenths cannot tell from a bound."""


def verdict(balance: Balance, say: Phrasebook) -> list[Message]:
    """What the exemplary play and chance come to, how hard it is, whether all bounds are kept; then each warning."""
    overall, difficulty = balance.scores["overall"], balance.difficulty
    best, chance = overall["exemplary"], overall["random"]
    kept, bounds = sum(bound.holds for bound in balance.bounds), len(balance.bounds)
    word = Message(f"balance.difficulty_{difficulty.word}")
    told = {"index": difficulty.index, "chance": difficulty.by_chance, "delay": difficulty.by_delay}
    return [
        Message("balance.verdict_exemplary", {"low": score(best.low, say), "median": score(best.median, say)}),
        Message(
            "balance.verdict_chance",
            {"median": score(chance.median, say), "low": score(chance.low, say), "high": score(chance.high, say)},
        ),
        Message("balance.verdict_difficulty", {"word": word, **told}),
        Message("balance.verdict_all_kept", {"bounds": bounds})
        if balance.holds
        else Message("balance.verdict_kept", {"kept": kept, "bounds": bounds}),
        *(Message("balance.beware", {"what": warning}) for warning in warnings(balance, say)),
    ]


def warnings(balance: Balance, say: Phrasebook) -> Iterator[Message]:
    """What an author should look at: bounds that are not kept, options that are none, dead branches."""
    for bound in balance.bounds:
        if not bound.holds:
            told = {"measured": measured(bound, say), "target": target(bound, say), "bot": bot_name(bound.bot)}
            yield Message(f"balance.missed_{bound.code}", told)
    if balance.dominated:
        yield Message("balance.beware_dominated", {"count": len(balance.dominated)})
    if balance.longest_is_best >= LONGEST_TOO_OFTEN:
        yield Message("balance.beware_longest", {"percent": 100 * balance.longest_is_best})
    if balance.dead:
        yield Message("balance.beware_dead")


def score(points: float, say: Phrasebook) -> str:
    """A score or a difference of scores, as it is read."""
    return say.number(points, _TENTH)


def measured(bound: Bound, say: Phrasebook) -> str:
    """What was measured, as it is read: a share in percent, and never rounded onto a target that it misses."""
    value = _scaled(bound, bound.measured)
    if float(value).is_integer():
        return say.number(value)
    return say.number(value, _CLOSER if round(value, _TENTH) == _scaled(bound, bound.target) else _TENTH)


def target(bound: Bound, say: Phrasebook) -> str:
    """What was aimed at, as it is read: a share in percent."""
    return say.number(_scaled(bound, bound.target))


def bot_name(bot: str) -> Text:
    """What people call the bot of this name, one of BOTS; nothing for none."""
    return Message(f"balance.bot_{bot}") if bot else ""


def _scaled(bound: Bound, value: float) -> float:
    return 100.0 * value if bound.code == "chance_good" else value
