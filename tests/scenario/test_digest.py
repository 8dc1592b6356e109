"""The digest: of what a run can depend on, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario import load_scenario
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace

DIGEST = load_scenario(MINIMAL).digest


def test_a_digest_is_32_hexadecimal_digits() -> None:
    assert len(DIGEST) == 32
    assert int(DIGEST, 16) >= 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# The smallest scenario", "# Another comment"),
        ('title: "La lampe qui chauffe"', 'title: "Autre titre"'),
        ('notes: "Pour l’enseignant."', 'notes: "Autre note"'),
        ("language: fr", "language: en"),
        ("offered_seeds: [1, 2, 3]", "offered_seeds: [7]"),
        ('id: head, name: "Claire Aubin"', 'id: head, name: "Zoé"'),
        ('"lampe", "#lumivale"', '"ampoule", "#lumivale"'),
        ("severity: 2", "severity: 2\nhistory_of_crises: false"),
        ("r0: 3.3", "r0: 3.30"),
    ],
)
def test_texts_notes_language_and_written_defaults_are_no_part_of_it(old: str, new: str, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, old, new)
    assert load_scenario(folder).digest == DIGEST


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: 2", "severity: 3"),
        ("severity: 2", "severity: 2\nhistory_of_crises: true"),
        ("chance: 50", "chance: 51"),
        ("v_half: 60", "v_half: 61"),
        ("{ outrage_above: 10 }", "{ outrage_above: 11 }"),
        ("holding: [happened, known]", "holding: [happened]"),
        ('handle: "@marion"', 'handle: "@marion2"'),
        ("  free_slots: [H+0:50]", "  free_slots: [H+0:51]"),
    ],
)
def test_structure_is_part_of_it(old: str, new: str, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, old, new)
    assert load_scenario(folder).digest != DIGEST
