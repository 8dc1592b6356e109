"""Catalogues are whole: each code has its sentence in both languages, and each sentence its code."""

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

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
SHORT_CODES = {
    "Refusal": "engine",
    "NotAReplay": "engine",
    "Declined": "classroom",
    "NoAnswer": "sending",
    "BadAddress": "sending",
    "BadParcel": "sending",
}
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
    assert not sorted(code for code in source().codes if code not in known)


def test_no_sentence_is_without_a_use() -> None:
    codes = (code for domain in DOMAINS for code in sentences("fr", domain))
    assert not [code for code in codes if code not in source().codes and not is_put_together(code)]


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


class Source(NamedTuple):
    """What stands in the source: codes of sentences, beginnings of codes, and every text and name of a field."""

    codes: set[str]
    prefixes: set[str]
    literals: set[str]


@cache
def source() -> Source:
    """Read once, and no tree kept: a million nodes alive would slow every other test that allocates."""
    found = Source(set(), set(), set())
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            _read(node, found)
    for path in PACKAGE.rglob("templates/**/*.html"):
        _read_template(path.read_text(encoding="utf-8"), found)
    return found


def _read_template(text: str, found: Source) -> None:
    """Texts in a template's expressions; before a tilde, the beginning of a code."""
    for match in re.finditer(r"'([^'\n]*)'( ~)?", " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL))):
        found.literals.add(match[1])
        if match[2] and PREFIX.fullmatch(match[1]):
            found.prefixes.add(match[1])
        elif CODE.fullmatch(match[1]):
            found.codes.add(match[1])


def _read(node: ast.AST, found: Source) -> None:
    match node:
        case ast.Constant(value=str(text)):
            found.literals.add(text)
            if CODE.fullmatch(text):
                found.codes.add(text)
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if name in SHORT_CODES:
            found.codes.add(f"{SHORT_CODES[name]}.{text}")
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) if PREFIX.fullmatch(text):
            found.prefixes.add(text)
        case ast.AnnAssign(target=ast.Name(id=name)):
            found.literals.add(name)


def is_put_together(code: str) -> bool:
    """Whether a code is made at run time, f"scenario.{name}", of a beginning and a name that stand in the source."""
    ends = (code.removeprefix(prefix) for prefix in source().prefixes if code.startswith(prefix))
    return any(end in source().literals or end.isdigit() for end in ends)
