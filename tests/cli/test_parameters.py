"""`model parameters`: every constant, with all that describes it."""

from __future__ import annotations

import json

from simulator.locale import phrasebook
from simulator.propagation.interventions import MessageEffects
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.trust import TrustParameters
from tests.cli.conftest import Badbuzz

SETS = (SpreadParameters(), MessageEffects(), TrustParameters())


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


def test_the_english_sentences_are_those_of_the_source() -> None:
    english = phrasebook("en")
    described = [row for constants in SETS for row in constants.describe()]
    assert [english(f"parameters.{row.name}") for row in described] == [row.meaning for row in described]
