"""A moral-emotional word convinces more users, and each generation passes it on."""

from simulator.locale import LANGUAGES, phrasebook
from simulator.study.validation.words import facts, generations


def test_the_same_first_users_begin_with_and_without_the_word() -> None:
    assert generations(5, 0)[0] == generations(5, 1)[0] == 2000


def test_the_ratio_is_the_published_one_and_compounds() -> None:
    fact = facts(21, quick=True)[0]
    assert (fact.row, fact.code) == (13, "moral_word")
    assert fact.holds
    first, *later = fact.charts[0].series[1].y
    assert first == fact.measures[0].value
    assert later[1] > first
    for language in LANGUAGES:
        assert all(phrasebook(language).say(text) for text in (fact.charts[0].title, fact.charts[0].alt))
