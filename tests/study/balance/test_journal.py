"""Plays survive the process that lived them, and what was damaged is as if it had never been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine.bots import BOTS, texts_looked_at
from simulator.scenario.model import Scenario
from simulator.study.balance import Journal, Lived, in_turn, live, measure
from simulator.study.balance.edition import edition
from simulator.study.balance.jobs import Job
from tests.study.balance.plays import NOTHING


def made(scenario: Scenario, job: Job) -> Lived:
    return replace(NOTHING, bot=job.bot, seed=job.seed, texts=texts_looked_at(scenario, job.bot))


def test_a_play_comes_back_as_it_was_to_the_last_bit(minimal: Scenario, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "plays.jsonl")
    journal.begin()
    play = live(minimal, 3, "exemplary")
    journal.add([play])
    assert journal.read() == {("exemplary", 3, ""): play}


@pytest.mark.parametrize("cut", [1, 2, 40, 200])
def test_a_damaged_last_line_is_ignored_and_the_next_stands_on_its_own(tmp_path: Path, cut: int) -> None:
    journal = Journal(tmp_path / "plays.jsonl")
    journal.begin()
    first, second, third = (replace(NOTHING, seed=seed, overall=0.1 * seed) for seed in (1, 2, 3))
    journal.add([first, second])
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-cut])
    assert set(journal.read().values()) == ({first, second} if cut == 1 else {first})
    journal.begin()
    journal.add([third])
    assert third in journal.read().values() and first in journal.read().values()


@pytest.mark.parametrize(
    "old, new", [(b'"overall":0.1', b'"overall":99.'), (b'"silent"', b'"exemplary"'), (b"{", b"[")]
)
def test_a_line_that_was_changed_is_no_play(tmp_path: Path, old: bytes, new: bytes) -> None:
    journal = Journal(tmp_path / "plays.jsonl")
    journal.begin()
    journal.add([replace(NOTHING, overall=0.1)])
    journal.path.write_bytes(journal.path.read_bytes().replace(old, new, 1))
    assert journal.read() == {}


def test_only_what_is_missing_is_lived(minimal: Scenario, tmp_path: Path) -> None:
    asked: list[Sequence[Job]] = []

    def lives(scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
        asked.append(jobs)
        return (made(scenario, job) for job in jobs)

    journal = Journal(tmp_path / "plays.jsonl")
    done: list[tuple[int, int]] = []
    measure(minimal, 1, lives, journal)
    measure(minimal, 2, lives, journal, lambda there, of: done.append((there, of)))
    assert asked[1] == [(bot, 2) for bot in BOTS]
    assert done[0] == (len(BOTS), 2 * len(BOTS)) and done[-1] == (2 * len(BOTS), 2 * len(BOTS))
    measure(minimal, 1, lives, journal, fresh=True)
    assert len(asked[2]) == len(BOTS)


def test_an_interrupted_measurement_goes_on_where_it_stood(minimal: Scenario, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "plays.jsonl")

    def broken_off(scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
        yield from in_turn(scenario, jobs[:3])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measure(minimal, 1, broken_off, journal)
    assert len(journal.read()) == 3
    rest: list[Job] = []

    def noted(scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
        rest.extend(jobs)
        return in_turn(scenario, jobs)

    resumed = measure(minimal, 1, noted, journal)
    assert len(rest) == len(BOTS) - 3
    assert resumed == measure(minimal, 1, in_turn)


def test_only_who_counts_letters_plays_again_in_another_language(minimal: Scenario, tmp_path: Path) -> None:
    asked: list[Sequence[Job]] = []

    def lives(scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
        asked.append(jobs)
        return (made(scenario, job) for job in jobs)

    journal = Journal(tmp_path / "plays.jsonl")
    card = next(inject for inject in minimal.injects if inject.responses)
    longer = card.model_copy(
        update={"responses": tuple(one.model_copy(update={"text": one.text + "!"}) for one in card.responses)}
    )
    translated = minimal.model_copy(
        update={"injects": tuple(longer if inject is card else inject for inject in minimal.injects)}
    )
    for scenario in (minimal, translated, minimal):
        measure(scenario, 1, lives, journal)
    assert asked[1:] == [[("longest", 1)]]


def test_an_edition_is_of_a_scenario_s_structure(minimal: Scenario) -> None:
    assert edition(minimal) == edition(minimal.model_copy(update={"title": "Another title"}))
    assert edition(minimal) != edition(minimal.model_copy(update={"severity": 3}))


def test_old_editions_of_a_scenario_are_forgotten(tmp_path: Path) -> None:
    for number in range(12):
        Journal(tmp_path / f"minimal-{number:032x}.jsonl").begin()
    other = Journal(tmp_path / f"minimal-two-{0:032x}.jsonl")
    other.begin()
    assert len(list(tmp_path.glob("*.jsonl"))) == 9 and other.path.exists()
