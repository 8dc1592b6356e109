"""*How I am graded*: the weights of the scenario at hand, on one page."""

import re

import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.play.presenters.guide import guide_of
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import OverallWeights, Rubric, ToneWeights


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("severity", [1, 2, 3])
def test_the_weights_of_each_group_make_a_hundred(minimal: Scenario, severity: int, language: Language) -> None:
    plain = minimal.model_copy(update={"severity": severity, "rubric": Rubric()})
    guide = guide_of(plain, phrasebook(language))
    assert [group.criterion for group in guide.groups] == ["overall", "reactivity", "transparency", "tone"]
    for group in guide.groups:
        assert sum(int(re.findall(r"\d+", row.share)[0]) for row in group.rows) == 100
        assert all(row.text and row.name for row in group.rows)
    assert guide.changed == ""


def test_what_the_rubric_changed_stands_at_its_criterion(minimal: Scenario) -> None:
    tone = ToneWeights(empathy=0.345, stance=0.205, voice=0.15, fit=0.15, apology=0.15)
    overall = OverallWeights(reactivity=0.3, transparency=0.3, tone=0.4)
    guide = guide_of(minimal.model_copy(update={"rubric": Rubric(tone=tone, overall=overall)}), phrasebook("fr"))
    changed = {row.name: row.changed for group in guide.groups for row in group.rows if row.changed}
    assert changed == {
        "Transparence": "d’habitude 40\u202f%",
        "Ton": "d’habitude 30\u202f%",
        "Empathie": "d’habitude 25\u202f%",
        "Posture": "d’habitude 30\u202f%",
    }
    assert "Empathie 34,5\u202f% (d’habitude 25\u202f%)" in guide.changed
    assert sum(int(row.share.split("\u202f")[0]) for row in guide.groups[3].rows) == 100


@pytest.mark.parametrize(("language", "words"), [("fr", "un jugement"), ("en", "a judgment")])
def test_it_says_that_weights_are_a_judgment_and_fits_on_a_page(
    minimal: Scenario, language: Language, words: str
) -> None:
    guide = guide_of(minimal, phrasebook(language))
    sections = [f"{section.heading} {section.text}" for section in guide.sections]
    assert any(words in section for section in sections)
    rows = [f"{row.name} {row.share} {row.text}" for group in guide.groups for row in group.rows]
    page = " ".join([guide.title, guide.lead, *(group.text for group in guide.groups), *rows, *sections])
    assert len(page.split()) < 800
