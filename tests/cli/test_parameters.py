"""`model parameters`: every constant, with all that describes it."""

from __future__ import annotations

import json
import re

import pytest

from simulator.locale import phrasebook
from simulator.propagation.interventions import MessageEffects
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.trust import TrustParameters
from tests.cli.conftest import Badbuzz

SETS = (SpreadParameters(), MessageEffects(), TrustParameters())


def bracketed(printed: str) -> set[str]:
    """The sources in a table whose last column is broken into lines."""
    narrow = [line.split("  ")[-1].strip() for line in printed.splitlines()]
    return set(re.findall(r"\[((?:[^][]|\[[^]]*\])*)\]", " ".join(narrow))) - {"source"}


def test_json_has_every_constant(badbuzz: Badbuzz) -> None:
    answer = badbuzz("model", "parameters", "--json")
    assert (answer.code, answer.err) == (0, "")
    rows = json.loads(answer.out)
    described = [row for constants in SETS for row in constants.describe()]
    assert [(row["name"], row["value"]) for row in rows] == [(row.name, row.value) for row in described]
    assert all(row[key] not in ("", None) for row in rows for key in ("low", "high", "unit", "source", "meaning"))


def test_in_words_every_constant_is_named_with_its_value_in_the_language(badbuzz: Badbuzz) -> None:
    answer = badbuzz("model", "parameters")
    assert (answer.code, answer.err) == (0, "")
    assert all(row.name in answer.out for constants in SETS for row in constants.describe())
    assert "0,2314843" in answer.out
    assert "0.2314843" in badbuzz("model", "parameters", "--lang", "en").out


def test_every_source_is_said_in_the_language_of_the_reader(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    sources = {row.source for constants in SETS for row in constants.describe()}
    assert bracketed(badbuzz("model", "parameters", "--lang", "en").out.replace("−", "-")) == sources
    said = bracketed(badbuzz("model", "parameters").out)
    assert len(said) == len(sources)
    assert said & sources == {"Zhao et al. 2015 (SEISMIC)"}


def test_numbers_have_a_minus_sign_and_trust_is_in_points(badbuzz: Badbuzz) -> None:
    lines = {
        line.split()[0]: " ".join(line.split()) for line in badbuzz("model", "parameters").out.splitlines() if line
    }
    assert lines["activity_mu*"].startswith("activity_mu* −0,72 −3 – 0 ")
    assert lines["start"].startswith("start 60 0 – 100 points ")
    assert lines["matched"].startswith("matched 10,34 0 – 100 points ")
    assert lines["leak"].startswith("leak −4 −100 – 0 points ")
    assert lines["victim"].startswith("victim 25 0 – 100 % ")


def test_the_english_sentences_are_those_of_the_source() -> None:
    english = phrasebook("en")
    described = [row for constants in SETS for row in constants.describe()]
    assert [english(f"parameters.{row.name}") for row in described] == [row.meaning for row in described]
