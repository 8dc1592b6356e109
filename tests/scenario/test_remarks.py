"""Remarks that a page cannot show in one fragment: whole files, pictures, translations, real names."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.brands import brands_in
from simulator.scenario.inspection import problems_in
from simulator.scenario.load import load_scenario
from simulator.scenario.picture_files import art_of
from simulator.scenario.translation import texts_of
from simulator.scenario.translation_state import source_digest
from tests.scenario.editing import copy_of_minimal, replace

PICTURE = "    harmful: true\n"


def told(folder: Path) -> set[tuple[str, str, int]]:
    """(code, file, line) of all that is wrong, without the two remarks that the minimal scenario always has."""
    found = (one for one in problems_in(folder) if one.code not in ("S605", "S612"))
    return {(one.code, Path(one.place.file).name, one.place.line) for one in found}


@pytest.mark.parametrize(
    ("name", "content", "plain"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n....", True),
        ("a.jpg", b"\xff\xd8\xff\xe0....", True),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>', True),
        ("a.png", b"GIF89a", False),
        ("a.svg", b"<svg><script>alert(1)</script></svg>", False),
        ("a.svg", b'<svg onload="go()"/>', False),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', False),
        ("a.svg", b'<svg><image href="https://elsewhere/x.png"/></svg>', False),
        ("a.svg", b'<svg style="fill:url(//elsewhere)"/>', False),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 1024 * 1024, False),
    ],
)
def test_a_picture_is_what_it_seems_and_nothing_more(tmp_path: Path, name: str, content: bytes, plain: bool) -> None:
    folder = copy_of_minimal(tmp_path)
    (folder / name).write_bytes(content)
    line = replace(folder, PICTURE, PICTURE + f'    picture: {{ file: {name}, alt: "Une image." }}\n') + 1
    replace(
        folder,
        "  scheduled.spring.why:",
        '  scheduled.spring.picture.alt: "A picture."\n  scheduled.spring.why:',
        "texts.en.yaml",
    )
    assert told(folder) == (set() if plain else {("S232", "scenario.yaml", line)})


@pytest.mark.parametrize(("drawn", "plain"), [(b"<svg/>", True), (b"<svg><script>x()</script></svg>", False)])
def test_an_authors_emblem_is_a_plain_drawing(tmp_path: Path, drawn: bytes, plain: bool) -> None:
    folder = copy_of_minimal(tmp_path)
    (folder / "art.svg").write_bytes(drawn)
    assert {code for code, _, _ in told(folder)} == (set() if plain else {"S232"})
    assert art_of(load_scenario(folder)) == (folder / "art.svg" if plain else None)


def test_a_scenario_in_one_language_is_told_so(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    (folder / "texts.en.yaml").unlink()
    assert told(folder) == {("S616", "scenario.yaml", 5)}


def test_a_text_that_changed_since_its_translation_is_told_at_the_translation(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    texts = texts_of(load_scenario(folder).scenario)
    with (folder / "texts.en.yaml").open("a", encoding="utf-8") as file:
        file.write("sources:\n" + "".join(f'  {key}: "{source_digest(text)}"\n' for key, text in texts.items()))
    assert told(folder) == set()
    replace(folder, 'advice: "Écoutez, vérifiez, puis répondez."', 'advice: "Écoutez d’abord."')
    line = (
        (folder / "texts.en.yaml")
        .read_text("utf-8")
        .splitlines()
        .index(
            next(
                line for line in (folder / "texts.en.yaml").read_text("utf-8").splitlines() if "briefing.advice" in line
            )
        )
    )
    assert told(folder) == {("S617", "texts.en.yaml", line + 1)}


def test_a_text_left_in_the_original_is_told(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    lines = (folder / "texts.en.yaml").read_text("utf-8").splitlines()
    place = next(index for index, line in enumerate(lines) if line.startswith("  title:"))
    lines[place] = '  title: "La lampe qui chauffe"'
    lines += ["sources:", f'  title: "todo?{source_digest("La lampe qui chauffe")}"']
    (folder / "texts.en.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    assert told(folder) == {("S618", "texts.en.yaml", place + 1)}


def test_a_crowd_without_words_or_in_the_wrong_language_is_told(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    french = (folder / "voices.fr.yaml").read_text("utf-8")
    (folder / "voices.en.yaml").write_text(french.replace("language: fr", "language: en"), "utf-8")
    assert told(folder) == {("S620", "voices.en.yaml", 1)}
    (folder / "voices.en.yaml").unlink()
    assert told(folder) == {("S619", "scenario.yaml", 5)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vu chez IKEA hier", ["IKEA"]),
        ("encore @ikea ?", ["IKEA"]),
        ("Au carrefour, Carrefour du Vieux Pont", []),
        ("#Carrefour", ["Carrefour"]),
        ("Le Monde change, le monde aussi", ["Le Monde"]),
        ("Une ikebana, un Ikéa", []),
        ("Apple ou pas ? @apple !", ["Apple"]),
    ],
)
def test_real_names_are_found_as_words_and_as_handles(text: str, found: list[str]) -> None:
    assert list(brands_in(text)) == found
