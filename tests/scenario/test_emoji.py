"""Which emoji the game can draw, however a text writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.places import shipped
from simulator.scenario.emoji import drawing_of, drawn, remarks_on_emoji
from simulator.scenario.picture_files import is_plain_picture

DRAWINGS = sorted((shipped("assets") / "emoji").glob("*.svg"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("😡", "😡"),
        ("❤\ufe0f", "❤"),
        ("👍\U0001f3fd", "👍"),
        ("❤\ufe0f\u200d🔥", "❤"),
        ("♥", "❤"),
        ("🧿", None),
        ("👨\u200d👩\u200d👧", None),
    ],
)
def test_selectors_tones_and_joined_emoji_are_shown_as_their_first_part(written: str, shown: str | None) -> None:
    assert drawn(written) == shown


def test_every_drawing_is_a_plain_picture_with_a_name_that_is_found() -> None:
    assert len(DRAWINGS) >= 40
    for file in DRAWINGS:
        sign = "".join(chr(int(part, 16)) for part in file.stem.split("-"))
        assert is_plain_picture(file) and drawing_of(sign) == file


def test_every_emoji_of_the_shipped_scenarios_is_drawn() -> None:
    remarks = [found for file in shipped("scenarios").glob("*/*.yaml") for found in remarks_on_emoji(file)]
    assert not remarks


def test_an_emoji_without_a_drawing_is_remarked_on_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "voices.fr.yaml"
    file.write_text("a: [un, 😡]\nb: quoi 🧿\n# 🧿 pour mémoire\n", encoding="utf-8")
    (remark,) = remarks_on_emoji(file)
    assert (remark.code, remark.place.line, remark.place.column) == ("S624", 2, 9)
