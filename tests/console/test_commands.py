"""What is typed is understood by letter, word or number, in the interface's language."""

from __future__ import annotations

import pytest

from simulator.console.commands import COMMANDS, Command, Pick, Unknown, number_of, parse, words_of
from simulator.locale import LANGUAGES, Language, phrasebook

FRENCH, ENGLISH = phrasebook("fr"), phrasebook("en")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("n", Command("next")),
        ("Suivant", Command("next")),
        ("VERIFIER", Command("verify")),
        ("vérif", Command("verify")),
        ("w 10", Command("wait", "10")),
        ("l #babilune fièvre", Command("listen", "#babilune fièvre")),
        ("", Command("status")),
        ("   ", Command("status")),
        ("3", Pick(3)),
        (" 12 ", Pick(12)),
        ("k 2", Command("card", "2")),
        ("message", Command("holding")),
        ("vérifer", Unknown("vérifer", "vérifier")),
        ("xyz", Unknown("xyz")),
        ("next", Unknown("next")),
        ("²", Unknown("²")),
    ],
)
def test_french(line: str, meant: object) -> None:
    assert parse(line, FRENCH) == meant


def test_english_words_in_english() -> None:
    assert parse("next", ENGLISH) == Command("next")
    assert parse("suivant", ENGLISH) != Command("next")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_commands_share_a_word_or_letter(language: Language) -> None:
    say = phrasebook(language)
    calls = [call for name in COMMANDS for call in words_of(name, say)]
    assert len(set(calls)) == len(calls)
    assert all(len(words_of(name, say)[-1]) == 1 for name in COMMANDS)


def test_letters_are_the_same_in_both_languages() -> None:
    assert [words_of(name, FRENCH)[-1] for name in COMMANDS] == [words_of(name, ENGLISH)[-1] for name in COMMANDS]


def test_a_number_of_thousands_of_digits_is_no_place_in_a_list() -> None:
    assert number_of("12") == 12
    assert number_of("9" * 5000) is None
    assert number_of("²") is None
