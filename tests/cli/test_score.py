"""`score`: the card of a documented crisis, and what cannot be graded."""

from __future__ import annotations

import json
from math import fsum
from pathlib import Path

import pytest

from simulator.places import shipped
from tests.cli.conftest import Badbuzz
from tests.cli.test_play import MINIMAL
from tests.scenario.editing import MINIMAL_CASE

CASES = sorted((shipped("scenarios").parent / "docs" / "cases").glob("*.yaml"))
DIMENSIONS = ("reactivity", "transparency", "tone", "overall")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_worked_case_is_graded_in_words(badbuzz: Badbuzz, file: Path, language: str) -> None:
    answer = badbuzz("score", str(file), "--lang", language)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[-1].startswith("Note globale" if language == "fr" else "Overall grade")
    assert "{" not in answer.out and "case." not in answer.out


def test_the_rows_of_the_json_card_add_up(badbuzz: Badbuzz) -> None:
    answer = badbuzz("score", str(MINIMAL_CASE), "--json")
    card = json.loads(answer.out)
    assert (answer.code, card["case"], card["first_signal"]) == (0, "tisane", "2024-03-12 08:30")
    for dimension in DIMENSIONS:
        rows = [row["earned"] for row in card["evidence"] if row["dimension"] == dimension]
        assert fsum(rows) == pytest.approx(card[dimension], abs=1e-9)
    assert card["assumptions"] and all(isinstance(one, str) for one in card["assumptions"])


def test_the_card_names_things_and_says_what_was_assumed(badbuzz: Badbuzz) -> None:
    said = badbuzz("score", str(MINIMAL_CASE)).out
    assert "Un journal appelle" in said and "Serons-nous remboursés" in said
    assert "La veille n’est pas documentée" in said.partition("ce qui a été supposé")[2]


def test_messages_that_are_judged_alike_are_one_row(badbuzz: Badbuzz) -> None:
    said = badbuzz("score", str(CASES[0]), "--lang", "en").out.splitlines()
    (row,) = (line for line in said if "2 messages · No empathy" in line)
    assert "12:05" in row
    assert any("“Nous vous devions" in line and "full empathy" in line.casefold() for line in said)


def test_days_are_named_where_a_case_has_several(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "days.yaml"
    message = "messages: [{ at: H+26, stance: 3 }]\n"
    for first, shown in (("12 mars 2024 8 h", "Mar 13"), ("J+0 8:00", "D+1"), ("H+0", "H+26:00")):
        file.write_text(f"title: Un\nfirst_signal: {first}\n{message}", encoding="utf-8")
        assert shown in badbuzz("score", str(file), "--lang", "en").out


def test_a_date_that_nobody_gave_is_not_made_up(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "undated.yaml"
    file.write_text("title: Un\nfirst_signal: J+0 8:00\nmessages: [{ at: J+1 9:00 }]\n", encoding="utf-8")
    answer = badbuzz("score", str(file), "--json")
    assert json.loads(answer.out)["first_signal"] is None and "2001" not in answer.out


def test_a_changed_weight_is_shown(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "weights.yaml"
    rubric = "rubric: { overall: { reactivity: 0.3, transparency: 0.3, tone: 0.4 } }\n"
    file.write_text(f"title: Un\nseverity: 2\n{rubric}messages: []\n", encoding="utf-8")
    said = badbuzz("score", str(file), "--lang", "en").out
    assert "40% instead of 30%" in said


def test_a_transparency_that_is_not_judged_has_no_figure(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text("title: Un\nmessages: [{ at: H+1, holding: [happened] }]\n", encoding="utf-8")
    said = badbuzz("score", str(file), "--lang", "en").out
    assert "Transparency is not judged" in said and "Transparency:" not in said and "transparency –" in said
    card = json.loads(badbuzz("score", str(file), "--json").out)
    assert card["transparency"] is None and card["unjudged"]
    assert "transparency" not in {row["dimension"] for row in card["evidence"]}


def test_a_broken_case_is_refused_line_by_line(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("titel: Un\nmessages:\n  - at: 12/03/2024\n", encoding="utf-8")
    answer = badbuzz("score", str(file), "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    first, second = answer.err.splitlines()
    assert first.startswith(f"{file}:1:1 S101 ") and "“title”" in first
    assert second.startswith(f"{file}:3:9 S502 ") and "in letters" in second


@pytest.mark.parametrize("path", ["/no/such/case.yaml", f"{MINIMAL}/scenario.yaml", "/"])
def test_what_is_no_case_is_one_sentence(badbuzz: Badbuzz, path: str) -> None:
    answer = badbuzz("score", path)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_check_checks_a_case_too(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("title: Un\nmessages: [{ at: H+1, stance: 9 }]\n", encoding="utf-8")
    answer = badbuzz("check", *map(str, CASES), str(file))
    assert answer.code == 2 and answer.out.startswith(f"{file}:2:31 S105 ")
    assert badbuzz("check", *map(str, CASES)).code == 0


@pytest.mark.parametrize(("name", "begins"), [("card.html", b"<!doctype html>"), ("card.pdf", b"%PDF")])
def test_a_report_holds_the_card(badbuzz: Badbuzz, tmp_path: Path, name: str, begins: bytes) -> None:
    answer = badbuzz("score", str(MINIMAL_CASE), "--report", str(tmp_path / name))
    assert (answer.code, answer.err) == (0, "")
    content = (tmp_path / name).read_bytes()
    assert content[:20].lower().startswith(begins.lower())
    if name.endswith("html"):
        assert "Un sachet de trop" in content.decode() and "Serons-nous remboursés" in content.decode()
