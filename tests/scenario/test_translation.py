"""A translation: every text by its stable key, the structure untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario import ScenarioProblems, load_scenario
from simulator.scenario.digest import scenario_digest
from simulator.scenario.translation import in_language, texts_of
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace


def test_keys_are_field_names_and_ids_and_stay_when_others_come_and_go(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    before = texts_of(load_scenario(folder).scenario)
    replace(folder, "  - { id: refund,", '  - { id: when, text: "Quand ?" }\n  - { id: refund,')
    after = texts_of(load_scenario(folder).scenario)
    assert after.keys() - before.keys() == {"questions.when.text"}
    assert before.items() <= after.items()
    assert {
        "title",
        "organisation.dossier.0.title",
        "listening.lamp.words.1",
        "facts.heat.leaks.0.text",
        "holding.blocks.happened.wordings.happened-fair.text",
        "injects.burnt.responses.burnt-care.tone.reason",
    } <= before.keys()


def test_only_texts_for_people_are_keys() -> None:
    keys = texts_of(load_scenario(MINIMAL).scenario)
    assert not [
        key for key in keys if key.endswith((".id", ".handle", ".at", ".channel")) or key in ("id", "start", "notes")
    ]


def test_a_scenario_in_another_language_has_the_same_structure() -> None:
    loaded = load_scenario(MINIMAL)
    english = in_language(loaded, "en")
    assert english.title == "The lamp that runs hot"
    assert english.language == "en"
    assert english.injects[0].responses[0].tone is not None
    assert english.injects[0].responses[0].tone.reason == "The person comes first."
    assert english.listening[0].words == ("lamp", "#lumivale")
    assert texts_of(english).keys() == texts_of(loaded.scenario).keys()
    assert scenario_digest(english) == loaded.digest


def test_a_scenario_in_its_own_language_is_itself() -> None:
    loaded = load_scenario(MINIMAL)
    assert in_language(loaded, "fr") is loaded.scenario


def test_a_missing_translation_file_is_a_problem(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    (folder / "texts.en.yaml").unlink()
    loaded = load_scenario(folder)
    assert loaded.languages == ("fr",)
    with pytest.raises(ScenarioProblems) as caught:
        in_language(loaded, "en")
    assert [problem.code for problem in caught.value.problems] == ["S001"]


def test_every_text_that_is_missing_or_too_many_is_told(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, "  title:", "  titel:", "texts.en.yaml")
    replace(folder, "  injects.shelf.text:", "  injects.rayon.text:", "texts.en.yaml")
    with pytest.raises(ScenarioProblems) as caught:
        in_language(load_scenario(folder), "en")
    told = {(problem.code, problem.message.arguments["key"]) for problem in caught.value.problems}
    assert told == {
        ("S301", "titel"),
        ("S301", "injects.rayon.text"),
        ("S302", "title"),
        ("S302", "injects.shelf.text"),
    }
