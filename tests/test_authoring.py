"""docs/authoring.md says every key, in both languages, and its examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from simulator.cli.entry import main
from simulator.places import shipped
from simulator.scenario import case as parts
from simulator.scenario.shape import keys_of
from simulator.scenario.tags import Claim

DOCS = shipped("scenarios").parent / "docs"
GUIDE = (DOCS / "authoring.md").read_text(encoding="utf-8")
FRENCH, ENGLISH = GUIDE.split("\n# In English\n")
HALVES = pytest.mark.parametrize("half", [FRENCH, ENGLISH], ids=["fr", "en"])

SECTIONS: dict[str, tuple[type[BaseModel], ...]] = {
    "#### `channels`": (parts.CaseChannel,),
    "#### `spokespeople`": (parts.Spokesperson,),
    "#### `facts`": (parts.CaseFact,),
    "#### `questions`": (parts.CaseQuestion,),
    "#### `acknowledgements`": (parts.CaseAcknowledgement,),
    "#### `injects`": (parts.CaseInject, parts.CaseAction),
    "#### `watches`": (parts.CaseWatch,),
    "#### `deletions`": (parts.CaseDeletion,),
    "#### `messages`": (parts.CaseMessage, parts.CaseTone, parts.CasePromise, Claim),
}


def section(half: str, heading: str) -> str:
    return half.partition(heading + "\n")[2].partition("\n###")[0]


def keys(half: str) -> str:
    """The table of the case's own keys, which stands before those of its parts."""
    return half.partition("| `title` |")[2].partition("\n####")[0]


@HALVES
def test_every_key_of_a_case_is_documented(half: str) -> None:
    own = "| `title` |" + keys(half)
    assert [key for key in keys_of(parts.Case) if f"\n| `{key}` |" not in "\n" + own] == []
    for heading, models in SECTIONS.items():
        told = section(half, heading)
        assert [
            key for model in models for key in keys_of(model) if f"`{key}`" not in told.replace(": true`", "`")
        ] == []


@HALVES
def test_no_key_is_documented_that_does_not_exist(half: str) -> None:
    for heading, (model, *_) in SECTIONS.items():
        rows = re.findall(r"^\| `([a-z_]+)` \|", section(half, heading), re.MULTILINE)
        assert set(rows) == set(keys_of(model)), heading


@pytest.mark.parametrize("text", re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))
def test_the_examples_are_graded(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(text, encoding="utf-8")
    assert main(["score", str(file)]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(("half", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_the_cards_are_those_that_are_printed(half: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"\(cases/([a-z-]+\.yaml)\).*?\n\n```text\n(.*?)```", half, re.DOTALL)
    assert len(shown) == len(list((DOCS / "cases").glob("*.yaml")))
    for name, card in shown:
        assert main(["score", str(DOCS / "cases" / name), "--lang", language]) == 0
        printed = [line.strip() for line in capsys.readouterr().out.splitlines()]
        assert [line for line in card.splitlines() if line not in printed] == []
