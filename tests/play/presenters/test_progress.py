"""What came of playing again."""

from __future__ import annotations

from simulator.locale import phrasebook
from simulator.play.presenters.pages import PlayRow
from simulator.play.presenters.progress import listed, progress

ENGLISH = phrasebook("en")


def row(play_id: str, scenario_id: str, grade: float | None, ranked: bool = True) -> PlayRow:
    return PlayRow(play_id, scenario_id.title(), "", "", "", scenario_id=scenario_id, grade=grade, ranked=ranked)


ROWS = (row("e", "milk", 60), row("d", "cake", 71), row("c", "milk", 90), row("b", "milk", 99, ranked=False),
        row("a", "milk", 40), row("z", "milk", None, ranked=False))  # fmt: skip


def test_ranked_plays_of_each_scenario_stand_from_the_earliest_to_the_latest() -> None:
    milk, cake = progress(ROWS, ENGLISH)
    assert (milk.scenario_id, milk.grades) == ("milk", (40, 90, 60))
    assert (cake.scenario_id, cake.grades) == ("cake", (71,))
    assert milk.sentence == "First 40 · best 90 · last 60 (3 plays)"
    assert cake.sentence == "71 out of 100, on the first play."


def test_without_a_ranked_play_there_is_no_progress() -> None:
    assert progress((ROWS[3], ROWS[5]), ENGLISH) == ()


def test_plays_are_listed_as_they_come_or_best_first_with_those_without_a_grade_last() -> None:
    assert listed(ROWS) == ROWS
    assert [play.play_id for play in listed(ROWS, "milk")] == ["e", "c", "b", "a", "z"]
    assert [play.play_id for play in listed(ROWS, best_first=True)] == ["b", "c", "d", "e", "a", "z"]
