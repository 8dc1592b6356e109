"""Which responses were chosen to which inject, by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario.model import Scenario
from simulator.scenario.story import Inject
from simulator.study.balance.lived import Lived

UNANSWERED = ""
"""In the place of a response: none stood at the end, whether the inject was watched, forgotten or met otherwise."""


@dataclass(frozen=True)
class Choices:
    """An inject and, for each bot to whom it came, the share (0..1) of plays in which each response stood at the end.

    `shares` are by bot, then by the response's id or UNANSWERED; `came` counts the plays of each bot that it came in.
    """

    inject: Inject
    came: Mapping[str, int]
    shares: Mapping[str, Mapping[str, float]]

    def over_all(self, response: str) -> float:
        """The share of all plays in which the inject came that `response` stands for; 0 where it never came."""
        plays = sum(self.came.values())
        return sum(self.came[bot] * each[response] for bot, each in self.shares.items()) / plays if plays else 0.0

    def most_of(self, bot: str) -> str | None:
        """The response that `bot` gave most often, the first of equals; None if it never gave one."""
        given = {name: share for name, share in self.shares.get(bot, {}).items() if name != UNANSWERED and share}
        return max(given, key=given.__getitem__, default=None)


def choices_of(scenario: Scenario, lived: Mapping[str, Sequence[Lived]]) -> tuple[Choices, ...]:
    """The choices at every inject that can be answered, in the scenario's order."""
    return tuple(_choices(inject, lived) for inject in scenario.injects if inject.responses)


def longest_is_best(choices: Sequence[Choices], expert: str) -> float:
    """The share (0..1) of injects at which what `expert` gives most often is also the longest text; 0 without any.

    Injects that it leaves unanswered do not count. A text as long as the longest is one of the longest.
    """
    best = [(one.inject, response) for one in choices if (response := one.most_of(expert)) is not None]
    longest = [_length(inject, response) == max(_lengths(inject)) for inject, response in best]
    return sum(longest) / len(longest) if longest else 0.0


def _choices(inject: Inject, lived: Mapping[str, Sequence[Lived]]) -> Choices:
    came = {bot: [play for play in plays if inject.id in play.delivered] for bot, plays in lived.items()}
    names = [*(response.id for response in inject.responses), UNANSWERED]
    shares = {}
    for bot, plays in came.items():
        stood = Counter(play.answered.get(inject.id, UNANSWERED) for play in plays)
        # A standing reply under the inject's own post is an answer, but none of the card's.
        stood[UNANSWERED] += sum(count for name, count in stood.items() if name not in names)
        if plays:
            shares[bot] = {name: stood[name] / len(plays) for name in names}
    return Choices(inject, {bot: len(plays) for bot, plays in came.items() if plays}, shares)


def _lengths(inject: Inject) -> list[int]:
    return [len(response.full or response.text) for response in inject.responses]


def _length(inject: Inject, response: str) -> int:
    return next(len(one.full or one.text) for one in inject.responses if one.id == response)
