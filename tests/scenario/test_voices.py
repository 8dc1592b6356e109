"""The crowd: the right words for the moment, and none again before the others had their turn."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path

import pytest

from simulator.scenario import ScenarioProblems, load_scenario
from simulator.scenario.voices import Moment, PublicFact, Voices, load_voices
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace

ANGRY = Moment("customers", "outraged", "high", "microblog", "crisis", {})
TOLD = changed(ANGRY, facts={"heat": PublicFact("confirmed", "published")})
LEAKED = changed(ANGRY, facts={"heat": PublicFact("confirmed", "leaked")})


@pytest.fixture(scope="module")
def voices() -> Voices:
    return load_voices(load_scenario(MINIMAL), "en")


def group(voices: Voices, name: str) -> set[str]:
    return {text for found in voices.groups if found.id == name for text in found.texts}


def said(voices: Voices, moment: Moment, times: int) -> list[str]:
    return [voices.text(moment, serial) for serial in range(times)]


@pytest.mark.parametrize("moment", [ANGRY, TOLD, LEAKED])
def test_nothing_is_said_again_before_everything_that_fits_was_said(voices: Voices, moment: Moment) -> None:
    fitting = set(said(voices, moment, 200))
    assert set(said(voices, moment, len(fitting))) == fitting


def test_the_same_serial_says_the_same(voices: Voices) -> None:
    assert said(voices, TOLD, 30) == said(voices, TOLD, 30)


def test_a_group_that_follows_a_fact_waits_for_it(voices: Voices) -> None:
    assert not group(voices, "told") & set(said(voices, ANGRY, 50))
    assert group(voices, "told") <= set(said(voices, TOLD, 50))
    assert not group(voices, "told") & set(said(voices, LEAKED, 50))
    assert group(voices, "leaked") <= set(said(voices, LEAKED, 50))


def test_a_group_for_an_outcome_waits_for_that_truth(voices: Voices) -> None:
    other = changed(ANGRY, facts={"heat": PublicFact("fine", "leaked")})
    assert not group(voices, "leaked") & set(said(voices, other, 50))


def test_news_comes_first(voices: Voices) -> None:
    assert voices.text(TOLD, 0) in group(voices, "told")


def test_the_internal_channel_has_words_of_its_own(voices: Voices) -> None:
    inside = Moment("employees", "worried", "low", "internal", "crisis", {})
    assert set(said(voices, inside, 20)) == group(voices, "team")


def test_there_is_always_something_to_say(voices: Voices) -> None:
    for segment in ("customers", "authorities", "bots", "employees"):
        for mood in ("outraged", "worried", "mocking", "sceptic", "supportive", "neutral"):
            for channel in ("press", "internal"):
                assert voices.text(Moment(segment, mood, "low", channel, "veille", {}), 3)


def problems(folder: Path, language: str) -> list[str]:
    with pytest.raises(ScenarioProblems) as caught:
        load_voices(load_scenario(folder), "fr" if language == "fr" else "en")
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  - id: told", "  - id: quiet", "S201"),
        ("fact: heat, is: published", "fact: heet, is: published", "S204"),
        ("outcome: confirmed", "outcome: certain", "S205"),
        ("is: published", "is: verified", "S104"),
        ("after: { fact: heat, is: published }", "after: { fact: heat }", "S102"),
        ("elle éclaire bien 👏", "elle éclaire {bien}", "S228"),
        ("elle éclaire bien 👏", "elle éclaire bien", "S401"),
        ("language: fr", "language: en", "S306"),
        ("channel: internal", "chanel: internal", "S101"),
    ],
)
def test_what_is_wrong_with_voices_is_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, old, new, "voices.fr.yaml")
    assert problems(folder, "fr") == [code]


def test_missing_voices_are_a_problem(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    (folder / "voices.en.yaml").unlink()
    assert problems(folder, "en") == ["S001"]
