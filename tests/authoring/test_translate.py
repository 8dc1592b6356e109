"""Refreshing a translation marks what changed and loses nothing; deleting a mark says that a text is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.translate import Refreshed, crowd_to_translate, refresh
from simulator.locale import phrasebook
from simulator.scenario.inspection import problems_in
from simulator.scenario.load import load_scenario
from simulator.scenario.problem import ScenarioProblems
from simulator.scenario.translation import in_language
from tests.scenario.editing import copy_of_minimal, replace

SAY = phrasebook("en")
TEXTS = "texts.en.yaml"
ADVICE = 'advice: "Écoutez, vérifiez, puis répondez."'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scenario whose translation was recorded once."""
    copy = copy_of_minimal(tmp_path)
    translate(copy)
    return copy


def translate(folder: Path) -> Refreshed:
    made = refresh(load_scenario(folder), "en", SAY)
    (folder / TEXTS).write_text(made.content, encoding="utf-8")
    return made


def lines(folder: Path) -> list[str]:
    return (folder / TEXTS).read_text("utf-8").splitlines()


def delete_mark(folder: Path, key: str) -> None:
    written = lines(folder)
    at = next(index for index, line in enumerate(written) if line.startswith(f"  {key}:"))
    assert written[at - 1].startswith("  #! ")
    (folder / TEXTS).write_text("\n".join([*written[: at - 1], *written[at:]]) + "\n", encoding="utf-8")


def codes(folder: Path) -> set[str]:
    return {problem.code for problem in problems_in(folder)} - {"S605", "S612"}


def test_a_second_run_changes_nothing(folder: Path) -> None:
    before = lines(folder)
    made = translate(folder)
    assert lines(folder) == before
    assert (made.count("todo"), made.count("changed"), made.gone) == (0, 0, ())


def test_a_new_language_starts_from_the_original_and_can_be_played(tmp_path: Path) -> None:
    copy = copy_of_minimal(tmp_path)
    (copy / TEXTS).unlink()
    made = translate(copy)
    assert made.count("todo") == len(made.states) > 50
    assert in_language(load_scenario(copy), "en").title == "La lampe qui chauffe"
    assert codes(copy) == {"S621"}, "so many texts are told as a number"


def test_a_changed_original_is_shown_above_the_translation_that_stays(folder: Path) -> None:
    replace(folder, ADVICE, 'advice: "Écoutez d’abord."')
    assert translate(folder).states["briefing.advice"] == "changed"
    at = next(index for index, line in enumerate(lines(folder)) if line.startswith("  briefing.advice:"))
    assert lines(folder)[at - 1] == "  #! To revise. The original now says: Écoutez d’abord."
    assert lines(folder)[at] == '  briefing.advice: "Listen, check, then answer."'
    assert codes(folder) == {"S617"}


def test_deleting_the_mark_says_that_the_text_is_right(folder: Path) -> None:
    replace(folder, ADVICE, 'advice: "Écoutez d’abord."')
    translate(folder)
    assert translate(folder).states["briefing.advice"] == "changed", "a mark that stands keeps it open"
    delete_mark(folder, "briefing.advice")
    assert translate(folder).states["briefing.advice"] == "fine"
    assert codes(folder) == set()


def test_an_original_that_changes_again_is_marked_again(folder: Path) -> None:
    replace(folder, ADVICE, 'advice: "Écoutez d’abord."')
    translate(folder)
    delete_mark(folder, "briefing.advice")
    replace(folder, 'advice: "Écoutez d’abord."', 'advice: "Taisez-vous."')
    assert translate(folder).states["briefing.advice"] == "changed"
    assert "  #! To revise. The original now says: Taisez-vous." in lines(folder)


def test_a_text_once_translated_is_no_longer_to_do(folder: Path) -> None:
    replace(folder, "id: too-small", "id: too-tiny")
    replace(folder, "reason: too-small", "reason: too-tiny")
    key = "standing.watch_reasons.too-tiny.text"
    assert translate(folder).states[key] == "todo"
    replace(folder, f'  {key}: "Trop peu de gens en parlent."', f'  {key}: "Hardly anybody talks of it."', TEXTS)
    assert translate(folder).states[key] == "fine"
    assert "  #! To translate" not in lines(folder)


def test_a_text_that_is_the_same_in_both_languages_is_done_once_its_mark_is_gone(folder: Path) -> None:
    replace(folder, "{ id: writer, name", "{ id: scribe, name")
    assert translate(folder).states["cell.scribe.name"] == "todo"
    delete_mark(folder, "cell.scribe.name")
    assert translate(folder).states["cell.scribe.name"] == "fine"


def test_a_translation_without_original_is_laid_aside_and_comes_back(folder: Path) -> None:
    replace(folder, "id: too-small", "id: too-tiny")
    replace(folder, "reason: too-small", "reason: too-tiny")
    assert translate(folder).gone == ("standing.watch_reasons.too-small.text",)
    aside = '#~ standing.watch_reasons.too-small.text: "Too few people talk about it."'
    assert aside in lines(folder)
    translate(folder)
    assert aside in lines(folder), "it stays however often one refreshes"
    replace(folder, "id: too-tiny", "id: too-small")
    replace(folder, "reason: too-tiny", "reason: too-small")
    assert translate(folder).states["standing.watch_reasons.too-small.text"] == "changed"
    assert aside not in lines(folder)


def test_comments_of_the_translator_stay(folder: Path) -> None:
    text = '  briefing.advice: "Listen'
    replace(folder, text, f"  # keep the rhythm of three verbs\n{text}", TEXTS)
    translate(folder)
    at = next(index for index, line in enumerate(lines(folder)) if line.startswith("  briefing.advice:"))
    assert lines(folder)[at - 1] == "  # keep the rhythm of three verbs"


def test_quotes_and_several_lines_survive(folder: Path) -> None:
    replace(folder, '"Listen, check, then answer."', '"Say \\"no\\": then\\nwait # calmly"', TEXTS)
    translate(folder)
    assert in_language(load_scenario(folder), "en").briefing.advice == 'Say "no": then\nwait # calmly'


def test_a_file_that_cannot_be_read_is_refused_with_its_place(folder: Path) -> None:
    replace(folder, "translates: minimal", "translates: minimal\ntranslates: minimal", TEXTS)
    with pytest.raises(ScenarioProblems) as error:
        refresh(load_scenario(folder), "en", SAY)
    assert [problem.code for problem in error.value.problems] == ["S020"]


def test_a_crowd_without_words_gets_those_of_the_original(folder: Path) -> None:
    assert crowd_to_translate(load_scenario(folder), "en", SAY) is None
    (folder / "voices.en.yaml").unlink()
    made = crowd_to_translate(load_scenario(folder), "en", SAY)
    assert made is not None and "\nlanguage: en\n" in made
    (folder / "voices.en.yaml").write_text(made, encoding="utf-8")
    assert codes(folder) == {"S620"}
