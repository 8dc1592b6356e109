"""The facts about cascades hold on a simulated population, and say what people can read."""

from __future__ import annotations

import pytest

from simulator.locale import LANGUAGES, Message, phrasebook
from simulator.study.validation import cascades, delays, hours, trees
from simulator.study.validation.fact import Fact
from simulator.study.validation.population import Population, simulate
from tests.study.validation.samples import population


def all_facts(simulated: Population) -> list[Fact]:
    return [fact for module in (cascades, trees, delays, hours) for fact in module.facts(simulated)]


def test_every_fact_and_every_chart_has_its_words_in_both_languages() -> None:
    for language in LANGUAGES:
        say = phrasebook(language)
        for fact in all_facts(population()):
            assert say(f"validation.{fact.code}")
            for chart in fact.charts:
                named = [series.name for series in chart.series]
                for message in (chart.title, chart.x_name, chart.y_name, chart.alt, *named):
                    assert isinstance(message, Message) and say.say(message)


def test_charts_are_small_enough_to_be_read() -> None:
    charts = [chart for fact in all_facts(population()) for chart in fact.charts]
    assert len(charts) == 4
    assert max(len(series.x) for chart in charts for series in chart.series) <= 250


@pytest.mark.slow
def test_every_fact_holds_on_a_large_population() -> None:
    facts = all_facts(simulate(20_261, quick=True))
    assert [fact.row for fact in facts] == list(range(1, 12))
    assert not [(fact.code, fact.measures) for fact in facts if not fact.holds]
