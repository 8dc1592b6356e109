"""How a sentence is typeset once its parts are in."""

import pytest

from simulator.play.presenters.typography import balanced, typeset, unquoted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("« Un titre » et « un autre ».", "« Un titre » et « un autre »."),
        ("À commencer par « « Trop fort » chez Lumo ».", "À commencer par « “Trop fort” chez Lumo »."),
        ("« On dit « non », puis « oui » » : dit.", "« On dit “non”, puis “oui” » : dit."),
        ("“He said “no” twice”", "“He said ‘no’ twice”"),
        ("« Elle a dit “non” »", "« Elle a dit “non” »"),
    ],
)
def test_quotes_within_quotes_have_marks_of_their_own(before: str, after: str) -> None:
    assert typeset(before) == after
    assert typeset(before.replace(" »", "\u202f»").replace("« ", "«\u202f")).replace("\u202f", " ") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Onze lots de plus ?.", "Onze lots de plus ?"),
        ("Ici, « Pourquoi ce silence ? ».", "Ici, « Pourquoi ce silence ? »"),
        ("Ici, « Nous cherchons… ».", "Ici, « Nous cherchons… »"),
        ("Here: “Why this silence?”.", "Here: “Why this silence?”"),
        ("Le 12 janv..", "Le 12 janv."),
        ("Trois points... et la suite.", "Trois points... et la suite."),
    ],
)
def test_a_sentence_ends_once(before: str, after: str) -> None:
    assert typeset(before) == after


def test_a_text_loses_the_marks_around_it_only_where_they_are_a_pair() -> None:
    assert unquoted("« Tout va bien. »") == "Tout va bien."
    assert unquoted("« Tout » va « bien »") == "« Tout » va « bien »"
    assert unquoted("Elle a dit « non »") == "Elle a dit « non »"
    assert unquoted("") == ""


def test_a_quotation_that_was_cut_is_closed() -> None:
    assert balanced("Elle a dit « non…") == "Elle a dit « non…\u202f»"
    assert balanced("She said “no…") == "She said “no…”"
    assert balanced("« oui »") == "« oui »"
