"""The reference is what its generator makes, and nothing of the formats or of the command line is left out of it."""

from __future__ import annotations

import re

import click
import pytest

from docs import make_reference
from docs.make_reference import DOCS, Undescribed, all_parts, anchor, commands, own_keys, parts_of_schema, reference
from simulator.cli.root import root
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.scenario.tags import Tags

EVERYWHERE = ("--lang", "--scenarios")
"""Options that are told once for all commands."""

IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


def committed(language: Language) -> str:
    return (DOCS / f"reference.{language}.md").read_text("utf-8")


def sections(page: str) -> dict[str, str]:
    """The text of every part by its anchor."""
    pieces = re.split(r'^<a id="([a-z-]+)"></a>$', page, flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


@IN_BOTH
def test_the_committed_page_is_the_one_that_is_made(language: Language) -> None:
    assert committed(language) == reference(language), "run python docs/make_reference.py"


@IN_BOTH
def test_every_key_of_every_part_is_told(language: Language) -> None:
    told = sections(committed(language))
    tags = set(Tags.model_json_schema()["properties"])
    parts = {part.__name__: part for part in all_parts()}
    for name, schema in parts_of_schema().items():
        section = told[anchor(parts[name])]
        rows = set(re.findall(r"^\| `([a-z_0-9]+)` \|(?:[^|]*\|){3}$", section, re.MULTILINE))
        shared = tags if issubclass(parts[name], Tags) and name != "Tags" else set()
        assert rows == set(schema["properties"]) - shared, name
        assert not shared or "(#tags)" in section


@IN_BOTH
def test_every_link_of_the_page_leads_somewhere(language: Language) -> None:
    page = committed(language)
    anchors = set(sections(page))
    assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= anchors
    for name in set(re.findall(r"\]\((?!#)([^)#]+)[^)]*\)", page)):
        assert (DOCS / name).exists(), name


def test_a_key_that_is_not_described_in_french_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make_reference.french()
    scenario = dict(whole["parts"]["Scenario"])
    scenario["keys"] = {key: told for key, told in scenario["keys"].items() if key != "licence"}
    monkeypatch.setattr(make_reference, "french", lambda: {**whole, "parts": {**whole["parts"], "Scenario": scenario}})
    with pytest.raises(Undescribed, match=r"Scenario\.licence") as caught:
        reference("fr")
    assert caught.value.keys == ("Scenario.licence",)


def test_no_key_is_described_that_does_not_exist() -> None:
    described = make_reference.french()["parts"]
    known = {part.__name__: set(own_keys(part)) for part in all_parts()}
    assert set(described) == set(known)
    assert {f"{name}.{key}" for name, part in described.items() for key in set(part["keys"]) - known[name]} == set()


def test_every_command_and_option_is_documented() -> None:
    pages = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
    pieces = [piece for page in pages for piece in re.split(r"\n(?=#+ |\| `badbuzz)", page.read_text("utf-8"))]
    missing = []
    for typed, command in commands(root(phrasebook("en"))):
        about = [piece for piece in pieces if re.search(rf"{typed}(?![ -]?[a-z])", piece)]
        missing += [] if about else [typed]
        for option in (param for param in command.params if isinstance(param, click.Option)):
            name = next(name for name in option.opts if name.startswith("--"))
            told = pieces if name in EVERYWHERE else about
            missing += [] if any(name in piece for piece in told) else [f"{typed} {name}"]
    assert missing == []
