"""The desk: scenarios, draws, plays of the past, settings; a damaged part is a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.review import CannotReview
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from tests.play.conftest import SCENARIOS
from tests.plays import replay_text


def test_the_library_shows_the_best_grade_once_there_is_one(desk: Desk) -> None:
    assert desk.library()[0].best == ""
    desk.start("minimal", 1).play_until(10_000)
    assert desk.library()[0].best != ""


def test_a_broken_scenario_is_listed_with_its_problem_and_harms_no_other(data: Path) -> None:
    broken = data / "broken"
    broken.mkdir()
    (broken / "scenario.yaml").write_text("format: 1\n")
    library = Library([], [SCENARIOS / "minimal", broken])
    desk = Desk(library, History(data / "plays"), SettingsFile(data / "settings.json"), "fr")
    good, bad = desk.library()
    assert (good.scenario_id, good.problem) == ("minimal", "")
    assert bad.scenario_id == "broken"
    assert "scenario.yaml" in bad.problem


def test_the_draws_offered_come_in_turn(desk: Desk) -> None:
    drawn = []
    for _ in range(4):
        drawn.append(desk.offered_seed("minimal"))
        desk.start("minimal", drawn[-1]).abandon()
    assert drawn == [1, 2, 3, 1]


def test_another_draw_follows_the_one_refused(desk: Desk) -> None:
    assert [desk.offered_seed("minimal", after=seed) for seed in (1, 2, 3, 99)] == [2, 3, 1, 1]


def test_the_briefing_speaks_the_language_of_now(desk: Desk) -> None:
    french = desk.briefing("minimal", 1)
    desk.set_language("en")
    assert desk.briefing("minimal", 1).mode != french.mode


def test_how_a_play_is_graded_is_told_before_and_after_it_alike(desk: Desk) -> None:
    before = desk.guide("minimal")
    session = desk.start("minimal", 1)
    session.play_until(10_000)
    assert session.review().view().guide == before
    desk.set_language("en")
    assert desk.guide("minimal").title != before.title


def test_a_new_play_leaves_the_one_going_on_to_be_resumed_and_so_does_closing(desk: Desk) -> None:
    first = desk.start("minimal", 1)
    first.play_until(5)
    second = desk.start("minimal", 2)
    second.play_until(7)
    desk.close()
    assert not first.finished and not second.finished
    assert [row.is_unfinished for row in desk.history()] == [True, True]


def test_a_play_of_the_past_is_lived_again(desk: Desk) -> None:
    session = desk.start("minimal", 1)
    session.play_until(21)
    session.choose("burnt", "burnt-care")
    session.play_until(10_000)
    view = desk.review(desk.history()[0].play_id).view()
    assert [ring.value for ring in view.rings] == [ring.value for ring in session.review().view().rings]


def test_titles_of_plays_follow_the_language(desk: Desk) -> None:
    desk.start("minimal", 1).abandon()
    french = desk.history()[0].title
    desk.set_language("en")
    assert desk.history()[0].title == desk.library()[0].title != french


def test_a_play_survives_an_edit_of_its_scenario(data: Path) -> None:
    folder = data / "mine" / "minimal"
    folder.mkdir(parents=True)
    text = (SCENARIOS / "minimal" / "scenario.yaml").read_text(encoding="utf-8")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    desk = Desk(Library([data / "mine"]), History(data / "plays"), SettingsFile(data / "settings.json"), "fr")
    desk.start("minimal", 1).play_until(10_000)
    (folder / "scenario.yaml").write_text(text.replace("seed_users: 20", "seed_users: 60"), encoding="utf-8")
    assert desk.review(desk.history()[0].play_id).view().rings


def test_a_play_whose_scenario_is_gone_or_whose_file_is_damaged_says_so(desk: Desk, data: Path) -> None:
    desk.start("minimal", 1).abandon()
    (path,) = (data / "plays").glob("*.json")
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, "scenario": "gone", "scenario_digest": "0" * 32}), encoding="utf-8")
    (data / "plays" / "broken.json").write_text("{")
    gone, broken = desk.history()
    for play_id in (gone.play_id, broken.play_id, "../settings"):
        with pytest.raises(CannotReview) as refused:
            desk.review(play_id)
        assert refused.value.sentence


@pytest.mark.parametrize(
    "odd",
    [
        {"when": "0001-01-01T00:00:00"},
        {"branched": 10**400},
        {"branched": -1},
        {"score": {"overall": 1e300}},
        {"score": {"overall": 10**400}},
        {"score": {"overall": -1}},
        {"score": {"overall": float("nan")}},
    ],
)
def test_a_play_edited_by_hand_beyond_measure_harms_no_other(desk: Desk, data: Path, odd: dict[str, object]) -> None:
    desk.start("minimal", 1).play_until(10_000)
    marks = dict.fromkeys(("overall", "reactivity", "transparency", "tone"), 50.0)
    about: dict[str, object] = {"when": "2026-11-22T14:05:00", "score": {**marks, "band": "good"}}
    changed = {
        name: {**marks, "band": "good", **value} if isinstance(value, dict) else value for name, value in odd.items()
    }
    record = {**json.loads(replay_text("minimal", "silent", 1)), "play": {**about, **changed}}
    (data / "plays" / "odd.json").write_text(json.dumps(record), encoding="utf-8")
    assert len(desk.history()) == 2
    assert desk.library()[0].best != ""
    try:
        assert desk.review("odd").view().rings
    except CannotReview as refused:
        assert refused.sentence


def test_a_disk_that_refuses_costs_a_sentence_and_not_the_debrief(desk: Desk, data: Path) -> None:
    session = desk.start("minimal", 1)
    (data / "plays").write_text("in the way")
    session.play_until(10_000)
    assert desk.problem is not None
    assert desk.problem.code == "desk.play_unkept_yet"
    assert session.review().view().rings


def test_settings_are_kept_and_slow_the_play_going_on(desk: Desk, data: Path) -> None:
    session = desk.start("minimal", 1)
    desk.change_settings(replace(desk.settings, tempo=4.0))
    assert session.pace.tempo == 4.0
    assert SettingsFile(data / "settings.json").load().tempo == 4.0


def test_a_language_asked_for_once_is_not_kept(library: Library, data: Path) -> None:
    file = SettingsFile(data / "settings.json")
    file.save(replace(file.load(), language="fr"))
    desk = Desk(library, History(data / "plays"), file, "en")
    desk.change_settings(replace(desk.settings, text_scale=150))
    assert desk.settings.language == "en"
    assert file.load().language == "fr"
    for language in ("fr", "en"):
        desk.change_settings(replace(desk.settings, language=language))
        assert file.load().language == language
