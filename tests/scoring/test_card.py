"""The score card as JSON, its rules and its sentences."""

import json
from pathlib import Path
from random import Random

import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.scoring import RULES, score
from tests.scoring.logs import log

PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"


def test_the_card_is_json_ready_and_loses_nothing() -> None:
    card = score(log(Random(7)))
    read = json.loads(json.dumps(card.to_mapping()))
    assert read["overall"] == card.overall
    assert read["band"] == card.band
    assert len(read["evidence"]) == len(card.evidence)
    assert read["evidence"][0]["message"]["code"].startswith("scoring.")


def test_the_same_record_gives_the_same_card() -> None:
    assert score(log(Random(7))) == score(log(Random(7)))


def test_every_row_names_a_rule_of_its_dimension() -> None:
    for seed in range(200):
        for row in score(log(Random(seed))).evidence:
            assert RULES[row.rule].dimension == row.dimension


def test_what_was_lost_has_a_minute() -> None:
    for seed in range(200):
        for row in score(log(Random(seed))).evidence:
            assert row.lost <= 0.0 or row.minute is not None or row.rule in {"O.R", "O.T", "O.S", "O.cap"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: Language) -> None:
    say = phrasebook(language).say
    for seed in range(200):
        for row in score(log(Random(seed))).evidence:
            assert "{" not in say(row.message)
    for rule in RULES.values():
        assert say(rule.name)


def test_the_page_on_scoring_lists_every_rule() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for rule in RULES.values():
        assert f"`{rule.id}`" in page
        assert rule.source is None or rule.source in page
