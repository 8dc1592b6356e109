"""`model what-if`: the same storms with a message, in words, as JSON and as a page."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.study import what_if
from tests.cli.conftest import Badbuzz

pytestmark = pytest.mark.slow

SMALL = ("--users", "1000", "--seeds", "6")
STANCES = [f"stance {stance}" for stance in range(8)]


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool of processes takes longer to start than these storms last."""
    monkeypatch.setattr(what_if, "compare", partial(what_if.compare, processes=1))


def names(out: str) -> list[str]:
    return [outcome["name"] for outcome in json.loads(out)["outcomes"]]


def test_without_options_it_is_the_whole_picture(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    answer = badbuzz("model", "what-if", *SMALL, "--hours", "13", "--json", "--report", str(file))
    assert (answer.code, answer.err) == (0, "")
    timed = [f"minute {minute}" for minute in (30, 60, 180, 360, 720)]
    assert names(answer.out) == ["silence", *timed, "matched", "mismatched", "denial", *STANCES]
    text = file.read_text(encoding="utf-8")
    assert text.count("<svg") == text.count("<details") == 4
    assert "badbuzz model what-if --severity 2 --users 1000 --hours 13 --seeds 6" in text


def test_json_has_the_estimates_with_their_interval(badbuzz: Badbuzz) -> None:
    answer = badbuzz("model", "what-if", *SMALL, "--hours", "2", "--minute", "45", "--minute", "10", "--json")
    found = json.loads(answer.out)
    assert (found["storm"]["users"], found["storm"]["hours"], len(found["seeds"])) == (1000, 2, 6)
    silence, early, late = found["outcomes"]
    assert silence["left"] == {"median": 1.0, "low": 1.0, "high": 1.0} and silence["minute"] is None
    assert (early["minute"], late["minute"]) == (10, 45)
    assert early["left"]["low"] <= early["left"]["median"] <= early["left"]["high"]
    assert len(early["hourly_volume"]) == 2
    assert {"label", "peak_outrage", "loud_hours", "posts", "activated", "peak_volume"} <= early.keys()


def test_a_message_that_fits_leaves_less_than_one_that_does_not(badbuzz: Badbuzz) -> None:
    left = []
    for words in ((), ("--mismatched",)):
        answer = badbuzz("model", "what-if", *SMALL, "--hours", "6", "--minute", "0", *words, "--json")
        left.append(json.loads(answer.out)["outcomes"][1]["left"]["median"])
    assert left[0] < left[1] == 1


def test_in_words_each_message_has_its_line_and_its_curve(badbuzz: Badbuzz) -> None:
    words = ("model", "what-if", *SMALL, "--hours", "2", "--minute", "30", "--stance", "5", "--holding")
    answer = badbuzz(*words)
    assert (answer.code, answer.err) == (0, "")
    said = " ".join(answer.out.split())
    assert "estimations du modèle" in said and "100 %" in said and "█" in said
    assert "éclate à 12 h 45" in said and "posture : corriger" in said
    assert answer.out.count("Silence") == 2
    assert "estimates" in badbuzz(*words, "--lang", "en").out


def test_the_assumptions_are_on_the_page(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    badbuzz("model", "what-if", *SMALL, "--hours", "1", "--lang", "en", "--report", str(file))
    text = " ".join(file.read_text(encoding="utf-8").split())
    for said in ("preventable crisis", "Nothing new happens", "cost trust", "Herhausen", "storm by storm", "row 14"):
        assert said in text


def test_empathy_without_effect_is_said(badbuzz: Badbuzz) -> None:
    """Empathy acts on a calm crowd: at the outbreak, and not once outrage is high."""
    words = ("model", "what-if", "--users", "2000", "--severity", "3", "--seeds", "6", "--hours", "3")
    loud = badbuzz(*words, "--minute", "0", "--minute", "75", "--empathy", "3", "--lang", "en")
    assert "does nothing in an answer after 1 h 15 min." in " ".join(loud.out.split())
    assert "does nothing" not in badbuzz(*words, "--minute", "75", "--lang", "en").out


def test_compensation_at_once_is_not_as_good_as_an_apology(badbuzz: Badbuzz) -> None:
    answer = badbuzz("model", "what-if", *SMALL, "--hours", "4", "--stance", "6", "--minute", "30", "--lang", "en")
    assert "Answer after 30 min (too early)" in answer.out


def test_thousands_may_be_set_apart(badbuzz: Badbuzz) -> None:
    for users in ("1 000", "1\u202f000", "1\u00a0000"):
        answer = badbuzz(
            "model", "what-if", "--users", users, "--seeds", "6", "--hours", "1", "--minute", "5", "--json"
        )
        assert json.loads(answer.out)["storm"]["users"] == 1000


def test_help_names_every_stance(badbuzz: Badbuzz) -> None:
    for language in LANGUAGES:
        said = " ".join(badbuzz("model", "what-if", "--help", "--lang", language).out.split())
        assert all(f"{stance} {phrasebook(language)(f'scoring.stance_{stance}')}" in said for stance in range(8))


def test_a_short_storm_is_asked_only_about_its_own_minutes(badbuzz: Badbuzz) -> None:
    answer = badbuzz("model", "what-if", *SMALL, "--hours", "1", "--json")
    assert names(answer.out) == ["silence", "minute 30", "matched", "mismatched", "denial", *STANCES]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--stance", "9"), "de 0 à 7"),
        (("--stance=-1",), "de 0 à 7"),
        (("--empathy", "four"), "de 0 à 3"),
        (("--severity", "0"), "de 1 à 3"),
        (("--seeds", "1"), "--seeds demande un nombre entier de 6 à 1"),
        (("--users", "²"), "²"),
        (("--hours", "2", "--minute", "120"), "jusqu’à la minute 119"),
        (("--holding", "--stance", "0"), "--holding ne va pas avec --stance 0"),
        (("--holding", "--mismatched"), "--holding ne va pas avec --mismatched"),
        (("--mismatched", "--stance", "0"), "posture 0 ne convient"),
        (("--report", "/no/such/folder/page.html"), "/no/such/folder"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(badbuzz: Badbuzz, words: tuple[str, ...], said: str) -> None:
    answer = badbuzz("model", "what-if", *words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err.replace("\u202f", " ")
