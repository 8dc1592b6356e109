"""The chronogram says when each part of a scenario may come, and which never can."""

from __future__ import annotations

from pathlib import Path

from simulator.locale import phrasebook
from simulator.play.presenters.chronogram import ChronogramRow, chronogram
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from tests.scenario.editing import copy_of_minimal, replace


def rows(scenario: Scenario) -> dict[str, ChronogramRow]:
    return {row.key: row for row in chronogram(scenario, phrasebook("fr")).rows}


def test_every_part_has_its_hours(minimal: Scenario) -> None:
    found = rows(minimal)
    card, condition, drawn = found["burnt"], found["gazette-asks"], found["shelf"]
    assert (card.kind, card.minute, card.until, card.certainty, card.when) == (
        "card",
        20,
        40,
        "dated",
        "9\u00a0h\u00a020",
    )
    assert (condition.certainty, condition.minute) == ("conditional", 20)
    assert (drawn.certainty, drawn.minute) == ("drawn", 50)
    heat, cause = found["heat"], found["cause"]
    assert (heat.minute, heat.until) == (35, 60)
    assert (cause.minute, cause.until) == (60, 120)
    assert {"warm", "spring"} <= found.keys()


def test_rows_stand_in_time_and_stages_follow_each_other(minimal: Scenario) -> None:
    view = chronogram(minimal, phrasebook("en"))
    minutes = [row.minute for row in view.rows if row.minute is not None]
    assert minutes == sorted(minutes)
    assert [(stage.begins, stage.ends) for stage in view.stages] == [(0, 20), (20, 60), (60, 90), (90, 120)]


def test_what_never_comes_stands_last_and_says_so(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, "{ outrage_above: 10 }", "{ outrage_above: 100 }")
    view = chronogram(load_scenario(folder).scenario, phrasebook("fr"))
    last = view.rows[-1]
    assert (last.key, last.certainty, last.minute, last.when) == ("gazette-asks", "never", None, "ne vient jamais")
