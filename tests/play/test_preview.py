"""A scenario under its author's eyes: at any minute, read again when it is saved, never lost when it breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.engine.bots import play
from simulator.locale import phrasebook
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.preview import LOOK_EVERY, Preview
from simulator.scenario.problem import ScenarioProblems
from tests.scenario.editing import copy_of_minimal, replace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_minimal(tmp_path)


def save(folder: Path, old: str, new: str) -> int:
    """Edits the scenario as an editor would; the file's time moves on even where the clock is coarse."""
    line = replace(folder, old, new)
    file = folder / "scenario.yaml"
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 2_000_000_000))
    return line


def test_it_stands_at_any_minute_as_the_bot_would_have_it(folder: Path) -> None:
    preview = Preview(folder, "fr", seed=3)
    run = preview.rehearsal
    run.go_to(90)
    assert run.minute == 90
    run.go_to(40)
    assert run.minute == 40
    run.go_to(1000)
    assert run.minute == 120
    assert run.run.digest() == play(preview.loaded.scenario, 3, "exemplary").digest()


def test_what_is_decided_by_hand_holds_until_one_goes_back(folder: Path) -> None:
    rehearsal = Preview(folder, "fr", bot="silent").rehearsal
    rehearsal.go_to(25)
    assert rehearsal.choose("burnt", "burnt-deny") is None
    rehearsal.go_to(60)
    assert "burnt-deny" in rehearsal.run.state.chosen
    rehearsal.go_to(20)
    rehearsal.go_to(60)
    assert "burnt-deny" not in rehearsal.run.state.chosen


def test_time_passes_at_the_speed_chosen_and_stands_still_when_paused(folder: Path) -> None:
    rehearsal = Preview(folder, "fr").rehearsal
    rehearsal.advance(60)
    assert rehearsal.minute == 0
    rehearsal.resume()
    for _ in range(60):
        rehearsal.advance(0.5)
    assert rehearsal.minute == 10, "30 s at 20 scenario minutes a minute"
    rehearsal.faster(1)
    for _ in range(10):
        rehearsal.advance(0.5)
    assert rehearsal.minute == 15
    rehearsal.pause()
    rehearsal.advance(10)
    assert rehearsal.minute == 15


def test_a_saved_file_is_read_and_the_minute_kept(folder: Path) -> None:
    preview = Preview(folder, "fr")
    preview.rehearsal.go_to(70)
    assert not preview.watch(LOOK_EVERY)
    save(folder, 'title: "Une cliente brûlée"', 'title: "Une cliente blessée"')
    assert preview.watch(LOOK_EVERY)
    assert preview.rehearsal.minute == 70
    assert any(row.name == "Une cliente blessée" for row in preview.chronogram().rows)


def test_a_shorter_scenario_is_shown_at_its_end(folder: Path) -> None:
    preview = Preview(folder, "fr")
    preview.rehearsal.go_to(118)
    save(folder, "length: 120", "length: 110")
    assert preview.watch(LOOK_EVERY)
    assert preview.rehearsal.minute == 110


def test_a_broken_file_shows_its_problems_and_the_last_whole_version(folder: Path) -> None:
    preview = Preview(folder, "fr")
    preview.rehearsal.go_to(30)
    line = save(
        folder,
        '    sender: marion\n    channel: pepia\n    title: "Une cliente',
        '    sendr: marion\n    channel: pepia\n    title: "Une cliente',
    )
    assert preview.watch(LOOK_EVERY)
    assert preview.stale
    assert preview.rehearsal.minute == 30
    assert preview.lines(phrasebook("fr"), 3)[0].startswith(f"scenario.yaml:{line}:5 S101 ")
    assert preview.rehearsal.crisis(FeedFilter()).feed
    save(folder, "sendr:", "sender:")
    assert preview.watch(LOOK_EVERY)
    assert not preview.stale


def test_a_file_that_is_gone_for_a_moment_does_no_harm(folder: Path) -> None:
    preview = Preview(folder, "fr")
    (folder / "scenario.yaml").rename(folder / "aside")
    assert preview.watch(LOOK_EVERY)
    assert preview.stale
    (folder / "aside").rename(folder / "scenario.yaml")
    assert preview.watch(LOOK_EVERY)
    assert not preview.stale


def test_the_files_are_looked_at_now_and_then_not_at_every_frame(folder: Path) -> None:
    preview = Preview(folder, "fr")
    save(folder, "length: 120", "length: 110")
    assert not preview.watch(LOOK_EVERY / 4)
    assert preview.watch(LOOK_EVERY)


def test_a_scenario_that_never_was_whole_is_refused(folder: Path) -> None:
    replace(folder, "length: 120", "lenght: 120")
    with pytest.raises(ScenarioProblems):
        Preview(folder, "fr")
