"""`model what-if`: the same storms with a message, in words, as JSON and as a page."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from simulator.study import what_if
from tests.cli.conftest import Badbuzz

SMALL = ("--users", "1000", "--seeds", "6")


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
    assert names(answer.out) == ["silence", *timed, "matched", "mismatched", "denial"]
    text = file.read_text(encoding="utf-8")
    assert text.count("<svg") == text.count("<details") == 3
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
    assert {"label", "peak_outrage", "posts", "activated", "peak_volume"} <= early.keys()


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
    assert "estimations du modèle" in answer.out and "100\u202f%" in answer.out and "█" in answer.out
    assert answer.out.count("Silence") == 2
    assert "estimates" in badbuzz(*words, "--lang", "en").out


def test_a_short_storm_is_asked_only_about_its_own_minutes(badbuzz: Badbuzz) -> None:
    answer = badbuzz("model", "what-if", *SMALL, "--hours", "1", "--json")
    assert names(answer.out) == ["silence", "minute 30", "matched", "mismatched", "denial"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--stance", "9"), "de 0 à 7"),
        (("--stance=-1",), "de 0 à 7"),
        (("--empathy", "four"), "de 0 à 3"),
        (("--severity", "0"), "de 1 à 3"),
        (("--seeds", "1"), "de 6 à 1000"),
        (("--users", "²"), "²"),
        (("--hours", "2", "--minute", "120"), "jusqu’à la minute 119"),
        (("--report", "/no/such/folder/page.html"), "/no/such/folder"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(badbuzz: Badbuzz, words: tuple[str, ...], said: str) -> None:
    answer = badbuzz("model", "what-if", *words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err.replace("\u202f", " ")
