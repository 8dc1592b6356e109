"""`badbuzz translate`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Badbuzz
from tests.scenario.editing import copy_of_minimal, replace


def test_it_counts_what_is_left_to_do(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    assert badbuzz("translate", str(folder), "en", "--lang", "en").code == 0
    replace(folder, "Écoutez, vérifiez, puis répondez.", "Écoutez.")
    answer = badbuzz("translate", str(folder), "en", "--lang", "en")
    assert answer.code == 0
    assert answer.out.strip().endswith("0 texts to translate, 1 to revise, 74 in order.")


def test_the_own_language_and_unknown_ones_are_refused_in_a_sentence(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    for language in ("fr", "de"):
        answer = badbuzz("translate", str(folder), language)
        assert (answer.code, len(answer.err.splitlines())) == (2, 1)


def test_a_broken_translation_is_left_as_it_is(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, "format: 1", "format: 1\nformat: 1", "texts.en.yaml")
    before = (folder / "texts.en.yaml").read_bytes()
    answer = badbuzz("translate", str(folder), "en")
    assert answer.code == 2 and "texts.en.yaml:" in answer.err and "S020" in answer.err
    assert (folder / "texts.en.yaml").read_bytes() == before
