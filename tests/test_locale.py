"""Catalogues are whole: each code has its sentence in both languages, and each sentence its code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import simulator
from simulator.locale import LANGUAGES, Language, Message, phrasebook
from simulator.places import catalogues

PACKAGE = Path(simulator.__file__).parent
DOMAINS = sorted(path.stem for path in (catalogues() / "fr").glob("*.po"))
CODE = re.compile(rf"({'|'.join(DOMAINS)})\.(?!.*\.?(yaml|json)$)[A-Za-z0-9_.]*[A-Za-z0-9]")
PREFIX = re.compile(rf"({'|'.join(DOMAINS)})\.([A-Za-z0-9_.]*[_.])?")
SHORT_CODES = {"Refusal": "engine", "NotAReplay": "engine", "Declined": "classroom"}
"""Calls whose first argument is a code without its domain."""


@cache
def sentences(language: Language, domain: str) -> dict[str, tuple[str, ...]]:
    with (catalogues() / language / f"{domain}.po").open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language, abort_invalid=True)
    found = {}
    for entry in catalogue:
        if entry.id:
            code = entry.id if isinstance(entry.id, str) else entry.id[0]
            found[str(code)] = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    return found


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_codes(domain: str) -> None:
    french, english = sentences("fr", domain), sentences("en", domain)
    assert french.keys() == english.keys()
    assert not [code for code in french if not code.startswith(f"{domain}.")]
    assert not [code for code in french if not all(french[code]) or not all(english[code])]


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_placeholders(domain: str) -> None:
    french, english = sentences("fr", domain), sentences("en", domain)
    for code in french.keys() & english.keys():
        assert placeholders(french[code]) == placeholders(english[code]), code
        if len(french[code]) > 1 or len(english[code]) > 1:
            assert len(french[code]) == len(english[code]) == 2, code


@pytest.mark.parametrize("domain", DOMAINS)
def test_french_typography_is_kept(domain: str) -> None:
    """A lone question mark after a comma or a colon is a command to type; voices speak as people type."""
    bad = re.compile(r"(?<![,:]) [;:!?»]|« |\w'\w")
    texts = {code: " ".join(forms) for code, forms in sentences("fr", domain).items() if "voice" not in code}
    assert not [code for code, text in texts.items() if bad.search(text)]


def test_every_code_in_the_source_has_a_sentence() -> None:
    known = {code for domain in DOMAINS for code in sentences("fr", domain)}
    assert not sorted(code for code in used_codes() if code not in known)


def test_no_sentence_is_without_a_use() -> None:
    codes = (code for domain in DOMAINS for code in sentences("fr", domain))
    assert not [code for code in codes if code not in used_codes() and not is_put_together(code)]


def test_a_count_chooses_the_plural_of_its_language() -> None:
    french, english = phrasebook("fr"), phrasebook("en")
    assert french("play.search_done", count=0, searched_minute="x").startswith("0 message trouvé")
    assert english("play.search_done", count=0, searched_minute="x").startswith("0 posts")
    assert french("play.search_done", count=2, searched_minute="x").startswith("2 messages")


def test_a_message_may_stand_in_a_message() -> None:
    inner = Message("engine.record_missing_key", {"key": "do"})
    outer = Message("engine.replay_decision", {"reason": inner})
    assert phrasebook("en").say(outer).endswith("The key “do” is missing.")


def test_numbers_are_written_as_the_language_does() -> None:
    assert [phrasebook(language).short_number(1940) for language in LANGUAGES] == ["1,9\u202fk", "1.9k"]
    assert [phrasebook(language).number(1234.5, 1) for language in LANGUAGES] == ["1\u202f234,5", "1,234.5"]


def placeholders(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def used_codes() -> frozenset[str]:
    return frozenset(code for tree in trees() for code in _codes(tree))


def is_put_together(code: str) -> bool:
    """Whether a code is made at run time, f"scenario.{name}", of a beginning and a name that stand in the source."""
    ends = (code.removeprefix(prefix) for prefix in used_prefixes() if code.startswith(prefix))
    return any(end in literals() or end.isdigit() for end in ends)


@cache
def used_prefixes() -> frozenset[str]:
    joined = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    firsts = (node.values[0] for node in joined if node.values)
    texts = (str(first.value) for first in firsts if isinstance(first, ast.Constant))
    return frozenset(text for text in texts if PREFIX.fullmatch(text))


@cache
def literals() -> frozenset[str]:
    """Every text in the source, and the name of every field."""
    nodes = [node for tree in trees() for node in ast.walk(tree)]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    fields = (node.target for node in nodes if isinstance(node, ast.AnnAssign))
    return frozenset(texts | {field.id for field in fields if isinstance(field, ast.Name)})


def _codes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SHORT_CODES and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield f"{SHORT_CODES[node.func.id]}.{first.value}"
