"""The student's own words: bounded, readable again, and never a reason to lose a play."""

from __future__ import annotations

import json

import pytest

from simulator.play.words import LONGEST, Words


def test_words_come_back_as_they_were_kept() -> None:
    words = Words("Dire vite", "Les gens attendaient", "Vérifier avant").with_note(3, "trop tard").with_note(0, "bien")
    assert Words.from_record(json.loads(json.dumps(words.to_record()))) == words
    assert (words.note(3), words.note(1)) == ("trop tard", "")


def test_an_empty_note_removes_it() -> None:
    assert Words().with_note(2, "a").with_note(2, "  ").is_empty


@pytest.mark.parametrize(
    "record",
    [None, 3, [], {"decided": 4}, {"notes": {}}, {"notes": [[True, "a"], ["1", "b"], [1], [2, 3], [4, " "]]}],
)
def test_what_cannot_be_read_is_left_out(record: object) -> None:
    assert Words.from_record(record).is_empty


def test_a_text_is_cut_and_holds_only_what_a_file_can() -> None:
    words = Words.from_record({"decided": "a" * 2 * LONGEST, "why": "\ud83d", "notes": [[1, "\udcff b"]]})
    assert len(words.decided) == LONGEST
    json.dumps(words.to_record(), ensure_ascii=False).encode("utf-8")
