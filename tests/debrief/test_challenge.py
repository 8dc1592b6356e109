"""A play leaves one concrete thing to do better; the next one meets it or does not."""

from __future__ import annotations

import pytest

from simulator.debrief.challenge import CHALLENGES, CONFIRM, Challenge
from simulator.engine.run import Run
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.scenario.rubric import overall_weights
from simulator.scoring import ScoreCard, score
from simulator.scoring.of_run import record_of
from tests.plays import played


def graded(run: Run) -> ScoreCard:
    return score(record_of(run))


def after(run: Run) -> Challenge:
    return Challenge.after(graded(run).evidence, overall_weights(run.scenario.severity))


@pytest.mark.parametrize("bot", ["silent", "denier", "template", "spammer", "random", "first", "longest", "slow"])
def test_no_play_meets_the_challenge_that_it_leaves(bot: str) -> None:
    run = played("rappel-tardif", bot, 3)
    card = graded(run)
    challenge = after(run)
    assert challenge.lesson != CONFIRM
    assert not challenge.is_met(card.evidence, card.overall, card.overall)


@pytest.mark.parametrize("bot", ["silent", "denier", "template", "first"])
def test_an_exemplary_play_meets_what_a_poor_one_left(bot: str) -> None:
    better = graded(played("rappel-tardif", "exemplary", 3))
    assert after(played("rappel-tardif", bot, 3)).is_met(better.evidence, better.overall, 0.0)


def test_silence_is_asked_to_speak_and_a_denial_to_stop_denying() -> None:
    assert after(played("rappel-tardif", "silent", 3)).lesson in ("acknowledgement", "silence", "information")
    assert after(played("rappel-tardif", "denier", 3)).lesson in ("denial", "truth", "falsehood", "information")


def test_who_has_nothing_to_do_better_is_asked_to_do_as_well_elsewhere() -> None:
    confirm = Challenge(CONFIRM)
    assert confirm.is_met((), 90.0, 88.0)
    assert not confirm.is_met((), 80.0, 88.0)
    assert Challenge.after((), overall_weights(2)) == confirm


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", CHALLENGES)
def test_each_challenge_is_told_within_a_sentence(lesson: str, language: Language) -> None:
    told = phrasebook(language).say(Challenge(lesson).message)
    assert told[0].islower() and not told.endswith(".")
    assert len(told.split()) <= 20
