"""A page becomes the same PDF each time, whatever people typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.pages import Page, Quote, Section
from simulator.pages.formats import SUFFIXES, document_of
from simulator.pages.pdf import pdf_of, printable
from tests.pages.samples import TITLE, every_part, page

FRENCH = phrasebook("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_the_same_twice(language: Language) -> None:
    content = pdf_of(every_part(), phrasebook(language))
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    assert content == pdf_of(every_part(), phrasebook(language))


@pytest.mark.parametrize(
    "typed", ["😀 👩\u200d👩\u200d👧 🏽", "你好", "\x00\x07\ud83d", "#let x = 1; $a$ *b* @c <d> \\", "a" * 5000]
)
def test_whatever_was_typed_can_be_printed(typed: str) -> None:
    whole = Page(f"title {typed}", [typed], [Section(f"heading {typed}", [Quote(typed)])], "badbuzz")
    assert pdf_of(whole, FRENCH).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Du lait 🍼 pour Lise", "Du lait pour Lise"),
        ("🍼️ Babilune", "Babilune"),
        ("Babilune🍼🍼", "Babilune"),
        ("🍼", "…"),
        ("Suspendue : «\u202f🍼 Grand jeu\u202f»", "Suspendue : «\u202fGrand jeu\u202f»"),
        ("你好 Lise", "□ Lise"),
        ("« Où ? » − 14 h 32…", "« Où ? » − 14 h 32…"),
    ],
)
def test_pictures_that_no_font_has_are_left_out_and_letters_are_not(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_a_page_without_charts_has_no_annex() -> None:
    short = replace(page(), sections=[Section(TITLE, ["one"])])
    assert len(pdf_of(short, FRENCH)) < len(pdf_of(page(), FRENCH))


def test_the_suffix_says_which_file_it_becomes() -> None:
    short = replace(page(), sections=[])
    contents = {suffix: document_of(short, FRENCH, suffix) for suffix in SUFFIXES}
    assert contents[".html"] == contents[".htm"] and contents[".html"].startswith(b"<!doctype html>")
    assert contents[".pdf"].startswith(b"%PDF-")
    with pytest.raises(ValueError, match="docx"):
        document_of(short, FRENCH, ".docx")
