"""`validate-model`: the rows in words, as JSON and as a page; the exit code says whether all hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import inf, nan
from pathlib import Path

import pytest

from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.study.validation import table
from simulator.study.validation.fact import Fact, Measure
from tests.cli.conftest import Badbuzz

AXIS = Message("cli.fact_measured")
CHART = Chart(AXIS, AXIS, AXIS, [Series(AXIS, [1, 2], [3, 4])], Message("cli.facts_caption"))
ONE = Fact(1, "never_reshared", [Measure(0.953, 0.85, 0.97)], [CHART])
SEVERAL = Fact(2, "hundred_or_more", [Measure(2.3, 2.1, 2.7, "xmin_50"), Measure(2.5, 2.1, 2.7, "xmin_100")])
RISING = Fact(14, "timing", [Measure(0.02, 0, inf)])
MISSED = Fact(15, "sameness", [Measure(nan, 1, 1)])

Tabled = Callable[..., list[tuple[int, bool]]]


@pytest.fixture
def tabled(monkeypatch: pytest.MonkeyPatch) -> Tabled:
    """Puts these facts in the place of a measurement, and gives the list of what is asked of it."""

    def put(*facts: Fact) -> list[tuple[int, bool]]:
        asked: list[tuple[int, bool]] = []

        def validate(seed: int, quick: bool, progress: Callable[[int, int], None] | None) -> list[Fact]:
            asked.append((seed, quick))
            if progress is not None:
                progress(1, 1)
            return list(facts)

        monkeypatch.setattr(table, "validate", validate)
        monkeypatch.setattr("simulator.cli.facts.sentence", lambda fact: Message("cli.usage", {"command": fact.code}))
        return asked

    return put


def test_json_is_a_list_of_rows(badbuzz: Badbuzz, tabled: Tabled) -> None:
    tabled(ONE, SEVERAL, RISING)
    answer = badbuzz("validate-model", "--json")
    assert (answer.code, answer.err) == (0, "")
    one, several, rising = json.loads(answer.out)
    assert one.keys() == {"row", "code", "kind", "fact", "measured", "target", "source", "pass"}
    assert (one["row"], one["code"], one["measured"], one["target"]) == (1, "never_reshared", 0.953, "0.85-0.97")
    assert one["pass"] is True and "0,95" in one["source"]
    assert several["measured"] == {"xmin_50": 2.3, "xmin_100": 2.5}
    assert several["target"] == {"xmin_50": "2.1-2.7", "xmin_100": "2.1-2.7"}
    assert rising["target"] == ">= 0"


def test_a_narrow_target_is_told_to_the_digit_for_machines_alone(badbuzz: Badbuzz, tabled: Tabled) -> None:
    tabled(Fact(12, "threshold", [Measure(1, 1 - 1e-9, 1 + 1e-9)]))
    assert json.loads(badbuzz("validate-model", "--json").out)[0]["target"] == "0.999999999-1.000000001"
    assert "1 – 1" not in badbuzz("validate-model").out


def test_a_missed_fact_is_exit_code_1(badbuzz: Badbuzz, tabled: Tabled) -> None:
    tabled(ONE, MISSED)
    answer = badbuzz("validate-model", "--json")
    assert answer.code == 1
    missed = json.loads(answer.out)[1]
    assert (missed["measured"], missed["target"], missed["pass"]) == (None, "1", False)
    assert badbuzz("validate-model").code == 1


def test_in_words_each_row_has_its_numbers_in_the_language(badbuzz: Badbuzz, tabled: Tabled) -> None:
    tabled(ONE, SEVERAL)
    answer = badbuzz("validate-model")
    assert (answer.code, answer.err) == (0, "")
    assert "0,953" in answer.out and "0,85 – 0,97" in answer.out and "à partir de 100\u202f: 2,5" in answer.out
    assert "2 contrôles réussis sur 2, dont 2 faits extérieurs sur 2" in answer.out
    assert "0.85 – 0.97" in badbuzz("validate-model", "--lang", "en").out


def test_seed_and_quick_are_passed_on(badbuzz: Badbuzz, tabled: Tabled) -> None:
    asked = tabled(ONE)
    badbuzz("validate-model")
    badbuzz("validate-model", "--quick", "--seed", "77")
    assert asked == [(1, False), (77, True)]


def test_the_page_holds_the_table_and_the_charts(badbuzz: Badbuzz, tabled: Tabled, tmp_path: Path) -> None:
    tabled(ONE, SEVERAL)
    file = tmp_path / "page.html"
    answer = badbuzz("validate-model", "--report", str(file), "--seed", "5", "--quick")
    assert answer.code == 0 and str(file) in answer.out
    text = file.read_text(encoding="utf-8")
    assert text.count("<svg") == 1
    assert "badbuzz validate-model --quick --seed 5" in text
    assert "0,953" in text and "Goel et al. 2016" in text
    assert list(tmp_path.glob("*.part")) == []


def test_a_page_that_cannot_be_written_leaves_the_old_one(
    badbuzz: Badbuzz, tabled: Tabled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabled(ONE)
    file = tmp_path / "page.html"
    file.write_text("the old one", encoding="utf-8")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    answer = badbuzz("validate-model", "--report", str(file))
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert file.read_text(encoding="utf-8") == "the old one"


@pytest.mark.parametrize("file", ["nowhere/page.html", "page.docx", "folder.html"])
def test_a_wrong_page_is_refused_before_anything_is_measured(
    badbuzz: Badbuzz, tabled: Tabled, tmp_path: Path, file: str
) -> None:
    asked = tabled(ONE)
    (tmp_path / "folder.html").mkdir()
    answer = badbuzz("validate-model", "--report", str(tmp_path / file))
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert asked == []


def test_progress_is_for_a_terminal_alone(badbuzz: Badbuzz, tabled: Tabled, monkeypatch: pytest.MonkeyPatch) -> None:
    tabled(ONE)
    assert badbuzz("validate-model").err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "Étape 1 sur 1" in badbuzz("validate-model").err


def test_an_interruption_is_a_sentence(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    def validate(*_: object) -> list[Fact]:
        raise KeyboardInterrupt

    monkeypatch.setattr(table, "validate", validate)
    answer = badbuzz("validate-model")
    assert (answer.code, answer.out, answer.err) == (2, "", "Interrompu.\n")
