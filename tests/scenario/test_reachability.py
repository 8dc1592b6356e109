"""What can ever happen, and from when on: the author's conditions, not the storm's luck."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.reachability import reachability
from tests.scenario.editing import copy_of_minimal, replace


def reached(tmp_path: Path, condition: str) -> int | None:
    """The first minute of the minimal scenario's conditional inject, with `condition` in the place of its own."""
    folder = copy_of_minimal(tmp_path)
    text = (folder / "scenario.yaml").read_text("utf-8")
    start, end = (
        text.index("    when:\n      every:"),
        text.index('    sender: gazette\n    channel: pepia\n    title: "La presse'),
    )
    (folder / "scenario.yaml").write_text(f"{text[:start]}    when: {condition}\n{text[end:]}", "utf-8")
    return reachability(load_scenario(folder).scenario).injects.get("gazette-asks")


def test_what_has_an_hour_is_reached_then(minimal: Scenario) -> None:
    found = reachability(minimal)
    assert found.injects == {"burnt": 20, "gazette-asks": 20, "shelf": 50}
    assert found.verified == {"heat": 35, "cause": 60}
    assert found.leaked == {"heat": 60}
    assert found.published["heat"] == 35


@pytest.mark.parametrize(
    ("condition", "minute"),
    [
        ("{ after: H+1:10 }", 70),
        ("{ chosen: burnt-care }", 20),
        ("{ every: [{ chosen: burnt-care }, { after: H+0:30 }] }", 30),
        ("{ some: [{ after: H+1:10 }, { chosen: burnt-care }] }", 20),
        ("{ unanswered: burnt }", 41),
        ("{ answered: burnt }", 20),
        ("{ fact: { id: heat, state: leaked } }", 60),
        ("{ fact: { id: heat, state: verified, outcome: confirmed } }", 35),
        ("{ outrage_above: 50 }", 20),
        ("{ done: holding }", 20),
        ("{ none: [{ chosen: burnt-care }] }", 0),
    ],
)
def test_a_condition_holds_from_its_first_minute_on(tmp_path: Path, condition: str, minute: int) -> None:
    assert reached(tmp_path, condition) == minute


@pytest.mark.parametrize(
    "condition",
    [
        "{ outrage_above: 100 }",
        "{ outrage_below: 0 }",
        "{ reach_above: 20000 }",
        "{ fact: { id: heat, state: known, outcome: fine } }",
        "{ fact: { id: cause, state: known } }",
        "{ chosen: gazette-known }",
        "{ unanswered: shelf }",
        "{ answered: shelf }",
        "{ every: [{ chosen: burnt-care }, { not_chosen: burnt-care }] }",
        "{ every: [{ chosen: burnt-care }, { none: [{ chosen: burnt-care }] }] }",
        "{ every: [{ chosen: burnt-care }, { chosen: burnt-deny }] }",
        "{ every: [{ chosen: burnt-care }, { unanswered: burnt }] }",
        "{ every: [{ done: holding }, { not_done: holding }] }",
        "{ every: [{ outrage_above: 60 }, { outrage_below: 50 }] }",
        "{ every: [{ fact: { id: heat, state: unknown } }, { fact: { id: heat, state: leaked } }] }",
        "{ every: [{ after: H+0:30 }, { every: [{ chosen: burnt-care }, { not_chosen: burnt-care }] }] }",
    ],
)
def test_what_can_never_hold_is_never_reached(tmp_path: Path, condition: str) -> None:
    assert reached(tmp_path, condition) is None


def test_an_inject_that_waits_for_its_own_answer_is_never_reached(tmp_path: Path) -> None:
    assert reached(tmp_path, "{ chosen: gazette-later }") is None


def test_a_response_waits_for_what_it_requires(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, "opens: H+0:20 }", "opens: H+1:00 }")
    assert reachability(load_scenario(folder).scenario).responses["gazette-known"] == 75


@pytest.mark.parametrize("name", sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml")))
def test_all_that_ships_can_happen(name: str) -> None:
    scenario = load_scenario(shipped("scenarios") / name).scenario
    found = reachability(scenario)
    assert found.injects.keys() == {inject.id for inject in scenario.injects}
