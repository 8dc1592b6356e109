"""A balance for machines."""

from __future__ import annotations

from dataclasses import asdict

from simulator.locale import Phrasebook
from simulator.study.balance import UNANSWERED, Balance, Bound, Choices, Distribution, verdict


def record(balance: Balance, say: Phrasebook) -> dict[str, object]:
    """Everything that was measured, unrounded: scores of 100, shares of 1; no answer is "" among the responses."""
    return {
        "scenario": balance.scenario.id,
        "seeds": list(balance.seeds),
        "pass": balance.holds,
        "verdict": [say.say(message) for message in verdict(balance, say)],
        "bounds": [_bound(bound) for bound in balance.bounds],
        "difficulty": {
            "index": balance.difficulty.index,
            "word": balance.difficulty.word,
            "by_chance": balance.difficulty.by_chance,
            "by_delay": balance.difficulty.by_delay,
        },
        "scores": {
            scale: {bot: _distribution(each) for bot, each in by_bot.items()}
            for scale, by_bot in balance.scores.items()
        },
        "choices": [_choices(each) for each in balance.choices],
        "dominated": [asdict(each) for each in balance.dominated],
        "dominant": [{"inject": inject, "response": response} for inject, response in balance.dominant],
        "longest_is_best": balance.longest_is_best,
        "dead": asdict(balance.dead),
        "plays": [
            {
                "bot": play.bot,
                "seed": play.seed,
                "overall": play.overall,
                "reactivity": play.reactivity,
                "transparency": play.transparency,
                "tone": play.tone,
                "digest": play.digest,
            }
            for plays in balance.lived.values()
            for play in plays
        ],
    }


def _bound(bound: Bound) -> dict[str, object]:
    return {
        "code": bound.code,
        "bot": bound.bot or None,
        "measured": bound.measured,
        "side": bound.side,
        "target": bound.target,
        "pass": bound.holds,
    }


def _distribution(scores: Distribution) -> dict[str, object]:
    return {
        "low": scores.low,
        "first_quartile": scores.first_quartile,
        "median": scores.median,
        "third_quartile": scores.third_quartile,
        "high": scores.high,
        "bands": dict(scores.bands),
    }


def _choices(choices: Choices) -> dict[str, object]:
    names = [*(response.id for response in choices.inject.responses), UNANSWERED]
    return {
        "inject": choices.inject.id,
        "came": dict(choices.came),
        "shares": {bot: dict(shares) for bot, shares in choices.shares.items()},
        "all": {name: choices.over_all(name) for name in names},
    }
