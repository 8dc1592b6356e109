"""The whole table holds for a seed that nothing was fitted to."""

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.study.validation.table import validate


@pytest.mark.slow(55)
def test_every_row_holds_and_can_be_said() -> None:
    steps: list[tuple[int, int]] = []
    table = validate(4242, True, lambda done, parts: steps.append((done, parts)))
    assert [fact.row for fact in table] == list(range(1, 16))
    assert [fact.code for fact in table if not fact.holds] == []
    assert [done for done, _ in steps] == list(range(1, steps[-1][1] + 1))
    for language in LANGUAGES:
        say = phrasebook(language).say
        assert all(say(chart.title) and say(chart.alt) for fact in table for chart in fact.charts)
