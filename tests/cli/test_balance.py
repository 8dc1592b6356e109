"""`balance`: a verdict in words, rows measured against bounds, JSON, a page; plays are kept between two commands."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine.bots import BOTS, texts_looked_at
from simulator.places import shipped
from simulator.scenario.model import Scenario
from simulator.study import balance as study
from simulator.study.balance import Lived
from simulator.study.balance.jobs import Job
from tests.cli.conftest import Badbuzz
from tests.plays import MINIMAL
from tests.study.balance.plays import GRADES, NOTHING

pytestmark = pytest.mark.slow

ROOT = shipped("scenarios").parent
WORDS = ("balance", str(MINIMAL), "--plays", "3")


@pytest.fixture
def lived(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Puts plays with good grades in the place of real ones, and gives the list of those that were asked for."""
    asked: list[Job] = []

    def lives(scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
        for job in jobs:
            asked.append(job)
            grade = GRADES[job.bot][job.seed % 3]
            texts = texts_looked_at(scenario, job.bot)
            yield replace(NOTHING, bot=job.bot, seed=job.seed, overall=grade, texts=texts)

    monkeypatch.setattr(study, "pooled", lives)
    return asked


@pytest.mark.usefixtures("lived")
def test_in_words_the_verdict_comes_first_and_each_bound_has_its_row(badbuzz: Badbuzz) -> None:
    answer = badbuzz(*WORDS)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("La partie exemplaire obtient 92,0 sur 100 en médiane, et au moins 90,0")
    assert "Les 12 limites d’un bon scénario sont tenues." in answer.out
    assert "Difficulté\u202f: exigeante (57 sur 100" in answer.out
    rows = re.findall(r"\s{2,}(oui|NON)$", answer.out, re.MULTILINE)
    assert rows == ["oui"] * 12
    english = badbuzz(*WORDS, "--lang", "en").out
    assert english.startswith("The exemplary play scores 92.0") and "85 or more" in english


@pytest.mark.usefixtures("lived")
def test_a_missed_bound_is_exit_code_1_and_a_warning(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GRADES, "denier", (20.0, 70.0, 20.0))  # type: ignore[arg-type]
    answer = badbuzz(*WORDS)
    assert answer.code == 1
    said = " ".join(answer.out.split())
    assert "Attention : la stratégie « Déni » monte à 70 sur un tirage ; elle doit rester sous 65." in said
    assert "NON" in answer.out and "11 limites sur 12" in answer.out


@pytest.mark.usefixtures("lived")
def test_json_has_every_figure_unrounded(badbuzz: Badbuzz) -> None:
    answer = badbuzz(*WORDS, "--json")
    found = json.loads(answer.out)
    assert answer.code == 0 and found["pass"] is True
    assert found["seeds"] and len(found["plays"]) == 3 * len(BOTS)
    assert set(found["scores"]) == {"overall", "reactivity", "transparency", "tone"}
    assert found["scores"]["overall"]["random"]["median"] == 40.0
    assert found["bounds"][0] == {
        "code": "exemplary", "bot": None, "measured": 90.0, "side": "at_least", "target": 85.0, "pass": True,
    }  # fmt: skip
    assert found["difficulty"]["word"] == "demanding"
    assert {"dominated", "dominant", "dead", "longest_is_best", "choices", "verdict"} <= set(found)


@pytest.mark.usefixtures("lived")
def test_the_page_has_a_picture_for_each_scale_and_card(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "balance.html"
    answer = badbuzz(*WORDS, "--report", str(file))
    assert answer.code == 0 and str(file) in answer.out
    text = file.read_text(encoding="utf-8")
    cards = len(json.loads(badbuzz(*WORDS, "--json").out)["choices"])
    assert text.count("<svg") == 4 + cards
    assert "badbuzz balance" in text and "Limites" in text and "Branches mortes" in text


def test_a_second_command_lives_only_what_is_missing_and_tells_it(badbuzz: Badbuzz, lived: list[Job]) -> None:
    badbuzz(*WORDS)
    assert len(lived) == 3 * len(BOTS)
    again = badbuzz("balance", str(MINIMAL), "--plays", "4")
    assert len(lived) == 4 * len(BOTS)
    assert again.err == f"Parties reprises d’une mesure précédente\u202f: {3 * len(BOTS)} sur {4 * len(BOTS)}.\n"
    fresh = badbuzz(*WORDS, "--fresh")
    assert (fresh.err, len(lived)) == ("", 7 * len(BOTS))


def test_an_interruption_tells_what_is_kept(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    def lives(_: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
        yield replace(NOTHING, bot=jobs[0].bot, seed=jobs[0].seed)
        raise KeyboardInterrupt

    monkeypatch.setattr(study, "pooled", lives)
    answer = badbuzz(*WORDS)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines() == [
        f"Parties gardées\u202f: 1 sur {3 * len(BOTS)}. La même commande reprendra là.",
        "Interrompu.",
    ]


@pytest.mark.usefixtures("lived")
def test_progress_is_for_a_terminal_alone(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert f"Étape {3 * len(BOTS)} sur {3 * len(BOTS)}" in badbuzz(*WORDS).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("balance",), "ID"),
        (("balance", "rappel-tradif"), "« rappel-tardif »"),
        (("balance", "premiers-pas"), "« premiers-pas » n’est pas noté"),
        (("balance", "rappel-tardif", "--plays", "0"), "de 1 à 10 000"),
        (("balance", "rappel-tardif", "--cluster"), "tcp://192.168.1.10:8786"),
        (("balance", "rappel-tardif", "--cluster", "here"), "« here » n’est pas l’adresse"),
        (("balance", "rappel-tardif", "--report", "page.txt"), "page.txt"),
    ],
)
def test_wrong_usage_is_one_sentence(badbuzz: Badbuzz, words: tuple[str, ...], said: str) -> None:
    answer = badbuzz(*words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err.replace("\u202f", " ")


@pytest.mark.usefixtures("lived")
def test_a_disk_that_refuses_is_a_sentence(badbuzz: Badbuzz, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "balance").write_text("a file where a folder should be")
    answer = badbuzz(*WORDS)
    assert (answer.code, answer.err.count("\n")) == (2, 1)


@pytest.mark.slow
def test_a_killed_measurement_is_resumed_with_the_same_figures(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "simulator", "balance", str(MINIMAL), "--plays", "6", "--json", "--lang", "en"]

    def environment(data: str) -> dict[str, str]:
        return {**os.environ, "BADBUZZ_DATA": str(tmp_path / data), "PYTHONPATH": str(ROOT)}

    process = subprocess.Popen(
        words, env=environment("killed"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and sum(map(_lines, (tmp_path / "killed").glob("balance/*.jsonl"))) < 10:
        time.sleep(0.05)
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    file = next((tmp_path / "killed").glob("balance/*.jsonl"))
    kept = _lines(file)
    assert 10 <= kept < 6 * len(BOTS)
    file.write_bytes(file.read_bytes()[:-7])
    resumed = subprocess.run(words, env=environment("killed"), capture_output=True, text=True, check=False)
    whole = subprocess.run(words, env=environment("whole"), capture_output=True, text=True, check=False)
    assert f"{kept - 1} of {6 * len(BOTS)}" in resumed.stderr
    assert json.loads(resumed.stdout) == json.loads(whole.stdout)


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")
