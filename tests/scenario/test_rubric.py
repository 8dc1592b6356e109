"""A rubric changes the weights of the grade within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.locale import phrasebook
from simulator.scenario.inspection import problems_in
from tests.scenario.editing import copy_of_minimal, rewrite


def refused(rubric: str, folder: Path) -> list[tuple[str, int, str]]:
    """(code, line in the rubric, hint) of every problem of the scenario with that rubric."""
    copy = copy_of_minimal(folder)
    first = rewrite(copy, f"rubric:\n{rubric}\n")
    say = phrasebook("en").say
    return [
        (found.code, found.place.line - first, say(found.hint) if found.hint else "")
        for found in problems_in(copy)
        if found.level == "problem"
    ]


@pytest.mark.parametrize(
    "rubric",
    [
        "  overall: { reactivity: 0.20, transparency: 0.50, tone: 0.30 }",
        "  reactivity: { acknowledgement: 0.60, updates: 0.10, priorities: 0.20, promises: 0.05, veille: 0.05 }",
        "  transparency: { information: 0.05, accountability: 0.60, participation: 0.15, openness: 0.20 }",
        "  tone: { empathy: 0.60, stance: 0.10, voice: 0.10, fit: 0.10, apology: 0.10 }",
    ],
)
def test_a_rubric_within_the_bounds_is_taken(rubric: str, tmp_path: Path) -> None:
    assert refused(rubric, tmp_path) == []


@pytest.mark.parametrize(
    ("rubric", "problem"),
    [
        ("  overall: { reactivity: 0.15, transparency: 0.45, tone: 0.40 }", ("S105", 1, "at least 0.2")),
        ("  overall: { reactivity: 0.25, transparency: 0.55, tone: 0.20 }", ("S105", 1, "at most 0.5")),
        ("  overall: { reactivity: 0.30, transparency: 0.40, tone: 0.40 }", ("S116", 1, "")),
        (
            "  tone:\n    { empathy: 0.25, stance: 0.30, voice: 0.0, fit: 0.30, apology: 0.15 }",
            ("S105", 2, "at least 0.05"),
        ),
        (
            "  transparency: { information: 0.65, accountability: 0.10, participation: 0.10, openness: 0.15 }",
            ("S105", 1, "at most 0.6"),
        ),
    ],
)
def test_a_rubric_beyond_the_bounds_is_refused_with_place_and_hint(
    rubric: str, problem: tuple[str, int, str], tmp_path: Path
) -> None:
    (found,) = refused(rubric, tmp_path)
    assert found[:2] == problem[:2]
    assert problem[2] in found[2].lower()


def test_the_example_in_the_page_on_scoring_is_taken(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
    _, example, _ = page.split("```")
    assert refused(example.partition("rubric:\n")[2].rstrip(), tmp_path) == []
