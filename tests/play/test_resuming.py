"""An interrupted play: resumed at its minute with its digest, or one sentence, and its file is never lost."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from simulator.engine.replay import recorded
from simulator.play import keeping, kept
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.journal import begun, following, last_line, read_journal
from simulator.play.journal_entries import Beginning, Reached
from simulator.play.laid_apart import LaidApart
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.rerun import rerun
from simulator.play.resuming import CannotResume
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from tests.play.conftest import SCENARIOS

EVERYTHING = FeedFilter()
Another = Callable[[], Desk]


@pytest.fixture
def another(data: Path, library: Library) -> Another:
    """Another instance of the game on the same data folder."""
    return lambda: Desk(library, History(data / "plays"), SettingsFile(data / "settings.json"), "fr")


def journal_in(data: Path) -> Path:
    (path,) = (data / "unfinished").glob("*.journal")
    return path


def played(desk: Desk, seed: int = 1) -> Session:
    """Some of everything: a card open, a statement kept ready, a fact being verified."""
    session = desk.start("minimal", seed)
    session.play_until(6)
    assert session.listen("lampe") is None
    assert session.keep_holding(session.holding(None).choice) is None
    assert session.schedule("spring", False) is None
    session.play_until(21)
    assert session.alert(None) is None
    assert session.verify("heat") is None
    session.play_until(23)
    return session


def crash(data: Path, room: Path) -> None:
    """The data folder as a process that was killed leaves it: what the system has, and no claim."""
    shutil.copytree(data / "unfinished", room / "unfinished")
    if (data / "plays").exists():
        shutil.copytree(data / "plays", room / "plays")


def desk_on(room: Path, library: Library) -> Desk:
    return Desk(library, History(room / "plays"), SettingsFile(room / "settings.json"), "fr")


def test_a_killed_play_goes_on_at_the_same_minute_with_the_same_digest(
    desk: Desk, data: Path, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    session = played(desk)
    first, second = (row.post_id for row in session.crisis(EVERYTHING).feed[:2])
    session.lay_apart(LaidApart(frozenset({first}), frozenset({second})))
    room = tmp_path_factory.mktemp("killed")
    crash(data, room)
    again = desk_on(room, library)
    row = again.to_continue()
    assert row is not None
    assert row.label == f"Reprendre · {session.crisis(EVERYTHING).header.clock}"
    resumed = again.resume(row.play_id)
    assert (resumed.run.minute, resumed.run.digest()) == (session.run.minute, session.run.digest())
    before, after = session.crisis(EVERYTHING), resumed.crisis(EVERYTHING)
    assert tuple(after.feed) == tuple(before.feed)
    assert replace(after, feed=()) == replace(before, feed=())
    assert resumed.holding(None) == session.holding(None)
    assert resumed.laid_apart == session.laid_apart
    assert again.problem is None
    for one in (session, resumed):
        one.play_until(10_000)
    assert resumed.run.digest() == session.run.digest()
    assert resumed.review().view().rings == session.review().view().rings


def test_a_resumed_play_is_kept_and_verifies_like_any_other(
    desk: Desk, data: Path, another: Another, library: Library
) -> None:
    played(desk)
    desk.close()
    second = another()
    session = second.resume(second.history()[0].play_id)
    session.play_until(10_000)
    (row,) = second.history()
    assert not row.is_unfinished and row.overall
    replay = History(data / "plays").replay(row.play_id)
    assert replay == recorded(session.run)
    assert rerun(replay, library).divergence is None
    assert second.to_continue() is None


def test_a_play_is_interrupted_and_resumed_as_often_as_one_likes(desk: Desk, another: Another) -> None:
    whole = desk.start("minimal", 2)
    whole.play_until(10_000)
    session = another().start("minimal", 2)
    instance = desk
    for minute in (0, 5, 20, 21, 60, 119):
        session.play_until(minute)
        if minute:
            session.leave()
            instance = another()
            row = instance.to_continue()
            assert row is not None
            session = instance.resume(row.play_id)
            assert session.run.minute == minute
    session.play_until(10_000)
    assert session.run.digest() == whole.run.digest()
    assert [row.is_unfinished for row in instance.history()] == [False, False]


def test_leaving_a_play_that_goes_on_keeps_it_and_giving_it_up_does_not(desk: Desk) -> None:
    desk.start("minimal", 1).play_until(10)
    desk.start("minimal", 2).play_until(12)
    desk.close()
    assert [row.is_unfinished for row in desk.history()] == [True, True]
    assert [row.seed for row in desk.history()] == ["tirage 2", "tirage 1"]
    session = desk.resume(desk.history()[0].play_id)
    session.abandon()
    assert [(row.seed, row.is_unfinished) for row in desk.history()] == [("tirage 1", True), ("tirage 2", False)]


def test_a_play_in_which_nothing_happened_leaves_nothing(desk: Desk, data: Path) -> None:
    desk.start("minimal", 1)
    desk.close()
    assert desk.history() == ()
    assert list((data / "unfinished").iterdir()) == []


def test_one_that_was_resumed_last_is_the_latest_whatever_the_clock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed, year in ((1, 2031), (2, 1999), (3, 2026)):
        wind(monkeypatch, year)
        desk.start("minimal", seed).play_until(10)
    desk.close()
    assert [row.seed for row in desk.history()] == ["tirage 3", "tirage 2", "tirage 1"]
    desk.resume(desk.history()[2].play_id)
    desk.close()
    assert [row.seed for row in desk.history()] == ["tirage 1", "tirage 3", "tirage 2"]


def test_plays_are_in_the_order_in_which_they_ended_whatever_the_clock(
    desk: Desk, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed, year in ((1, 2031), (2, 1999), (3, 2026)):
        wind(monkeypatch, year)
        desk.start("minimal", seed).play_until(10_000)
    history = History(data / "plays")
    assert [play.seed for play in history.plays()] == [3, 2, 1]
    first = history.first("minimal")
    assert first is not None and first.seed == 1
    assert [play.when.year for play in history.plays() if play.when] == [2026, 1999, 2031]
    assert [desk.offered_seed("minimal")] == [1], "three were played of three offered"


def test_the_clock_set_back_or_forward_moves_no_minute(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.start("minimal", 1)
    for year in (2026, 1971, 2099, 2026):
        wind(monkeypatch, year)
        before = session.run.minute
        session.advance(0.016)
        assert session.run.minute == before
    digest = session.run.digest()
    desk.close()
    assert desk.start("minimal", 1).run.digest() == digest


def wind(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """Set the wall clock to some day of `year`."""

    class Wound(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003 - as it is called
            return datetime(year, 3, 10, 14, 32)

    for module in (keeping, kept):
        monkeypatch.setattr(module, "datetime", Wound)


def test_a_play_taken_up_from_a_decision_is_resumed_unranked(desk: Desk, another: Another, data: Path) -> None:
    session = played(desk)
    session.play_until(10_000)
    branched = session.review().branch(3)
    branched.play_until(40)
    digest = branched.run.digest()
    desk.close()
    second = another()
    again = second.resume(second.history()[0].play_id)
    assert (again.branched, again.run.minute, again.run.digest()) == (21, 40, digest)
    again.play_until(10_000)
    assert History(data / "plays").plays()[0].branched == 21


def test_the_next_draw_is_another_than_that_of_an_interrupted_play(desk: Desk) -> None:
    desk.start("minimal", desk.offered_seed("minimal")).play_until(5)
    desk.close()
    assert desk.offered_seed("minimal") == 2


def test_a_resumed_play_speaks_the_language_of_now(desk: Desk) -> None:
    desk.start("minimal", 1).play_until(30)
    desk.close()
    desk.set_language("en")
    row = desk.to_continue()
    assert row is not None and row.label.startswith("Resume · ")
    assert desk.resume(row.play_id).language == "en"


# between the last minute and the play's file


def test_a_play_that_was_kept_before_its_journal_could_go_is_not_there_twice(
    desk: Desk, data: Path, another: Another
) -> None:
    session = desk.start("minimal", 1)
    session.play_until(119)
    before = journal_in(data).read_bytes()
    session.play_until(120)
    (play,) = (data / "plays").glob("*.json")
    (data / "unfinished" / f"{play.stem}.journal").write_bytes(before)
    again = another()
    assert again.to_continue() is None
    assert [row.is_unfinished for row in again.history()] == [False]
    assert list((data / "unfinished").iterdir()) == []


def test_a_play_that_was_over_but_not_kept_is_kept_when_it_is_resumed(desk: Desk, data: Path, another: Another) -> None:
    session = desk.start("minimal", 1)
    (data / "plays").write_text("in the way")
    session.play_until(10_000)
    assert desk.problem is not None and desk.problem.code == "desk.play_unkept_yet"
    assert session.review().view().rings
    desk.close()
    (data / "plays").unlink()
    again = another()
    row = again.to_continue()
    assert row is not None
    resumed = again.resume(row.play_id)
    assert resumed.finished
    assert resumed.review().view().rings == session.review().view().rings
    assert [row.is_unfinished for row in again.history()] == [False]


def test_own_words_on_a_play_the_disk_refused_keep_it_once_it_accepts(desk: Desk, data: Path) -> None:
    session = desk.start("minimal", 1)
    (data / "plays").write_text("in the way")
    session.play_until(10_000)
    (data / "plays").unlink()
    review = session.review()
    assert review.write(review.words.with_note(0, "tôt")) is None
    assert [row.is_unfinished for row in desk.history()] == [False]
    assert list((data / "unfinished").iterdir()) == []


# what cannot be resumed, and what was lost


def test_a_cut_save_says_so_and_goes_on_from_what_is_whole(desk: Desk, data: Path, another: Another) -> None:
    played(desk)
    desk.close()
    path = journal_in(data)
    content = path.read_bytes()
    path.write_bytes(content[:-30])
    again = another()
    session = again.resume(again.history()[0].play_id)
    assert again.problem is not None and again.problem.code == "desk.journal_cut"
    assert session.run.minute == 21
    again.close()
    assert read_journal(path.read_bytes(), path.name).loss == ""
    assert not list((data / "unfinished").glob("*.damaged"))


def test_a_damaged_save_is_kept_beside(desk: Desk, data: Path, another: Another) -> None:
    played(desk)
    desk.close()
    path = journal_in(data)
    content = path.read_bytes()
    middle = content.index(b'"verify"')
    damaged = content[:middle] + b"?" + content[middle + 1 :]
    path.write_bytes(damaged)
    again = another()
    session = again.resume(again.history()[0].play_id)
    assert again.problem is not None and again.problem.code == "desk.journal_damaged"
    assert [decision.do for decision in recorded(session.run).decisions] == [
        "listen", "prepare_holding", "review_post", "alert",
    ]  # fmt: skip
    assert path.with_suffix(".damaged").read_bytes() == damaged


def test_every_beginning_of_a_save_is_resumed_with_the_digest_it_had(desk: Desk, data: Path, another: Another) -> None:
    session = played(desk)
    desk.close()
    path = journal_in(data)
    lines = path.read_bytes().splitlines(keepends=True)
    seen = []
    for count in range(1, len(lines) + 1):
        path.write_bytes(b"".join(lines[:count]))
        again = another()
        resumed = again.resume(path.stem)
        seen.append((resumed.run.minute, len(recorded(resumed.run).decisions)))
        again.close()
    assert seen == sorted(seen)
    assert seen[-1] == (23, 5)
    assert resumed.run.digest() == session.run.digest()


def rewritten(data: Path, change: Callable[[Beginning], Beginning]) -> bytes:
    """The interrupted play with another beginning, its checksums as they must be."""
    path = journal_in(data)
    journal = read_journal(path.read_bytes(), path.name)
    content = line = begun(change(journal.beginning))
    for entry in journal.entries:
        line = following(line, entry)
        content += line
    path.write_bytes(content)
    return content


@pytest.mark.parametrize("case", ["engine", "seed", "scenario", "unknown entry", "header"])
def test_what_cannot_be_resumed_is_a_sentence_and_stays_on_the_disk(
    desk: Desk, data: Path, another: Another, case: str
) -> None:
    played(desk)
    desk.close()
    path = journal_in(data)
    if case == "engine":
        content = rewritten(data, lambda beginning: replace(beginning, engine_version=1))
    elif case == "seed":
        content = rewritten(data, lambda beginning: replace(beginning, seed=2))
    elif case == "scenario":
        content = rewritten(data, lambda beginning: replace(beginning, scenario="gone", scenario_digest="f" * 32))
    elif case == "unknown entry":
        content = path.read_bytes()
        content += following(last_line(content), Reached(-1, ""))
        path.write_bytes(content)
    else:
        content = b"?" + path.read_bytes()
        path.write_bytes(content)
    again = another()
    (row,) = again.history()
    assert row.is_unfinished
    with pytest.raises(CannotResume) as refused:
        again.resume(row.play_id)
    assert refused.value.sentence
    assert path.read_bytes() == content
    if case != "seed":
        assert again.to_continue() is None
        assert row.state == refused.value.sentence
    again.start("minimal", 3).play_until(5)
    assert path.read_bytes() == content


def test_an_edited_or_broken_scenario_leaves_its_interrupted_play_alone(data: Path) -> None:
    folder = data / "mine" / "minimal"
    folder.mkdir(parents=True)
    text = (SCENARIOS / "minimal" / "scenario.yaml").read_text(encoding="utf-8")
    file = folder / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    desk = Desk(Library([data / "mine"]), History(data / "plays"), SettingsFile(data / "settings.json"), "fr")
    session = desk.start("minimal", 1)
    session.play_until(40)
    for edited in (text.replace("seed_users: 20", "seed_users: 60"), "format: 1\n"):
        desk.close()
        file.write_text(edited, encoding="utf-8")
        row = desk.to_continue()
        assert row is not None
        assert desk.resume(row.play_id).run.digest() == session.run.digest()


def test_no_name_leads_out_of_the_folder(desk: Desk, data: Path) -> None:
    desk.start("minimal", 1).play_until(5)
    desk.close()
    for name in ("", "../settings", "none", str(data)):
        with pytest.raises(CannotResume):
            desk.resume(name)


def test_what_a_killed_process_left_without_a_play_is_taken_away(desk: Desk, data: Path) -> None:
    session = desk.start("minimal", 1)
    folder = data / "unfinished"
    (folder / "gone-1-20260101T000000.claim").touch()
    (folder / ".gone-1-20260101T000000.journal.0a0b0c0d.part").write_text("half")
    desk.history()
    assert sorted(path.stem for path in folder.iterdir()) == 2 * [session.autosave.name]


# a second instance


def test_a_second_instance_plays_apart_and_takes_nothing(desk: Desk, data: Path, another: Another) -> None:
    session = played(desk)
    path = journal_in(data)
    second = another()
    assert second.to_continue() is None
    (row,) = second.history()
    assert row.state == "en cours dans une autre fenêtre"
    with pytest.raises(CannotResume):
        second.resume(row.play_id)
    theirs = second.start("minimal", 1)
    assert second.problem is not None and second.problem.code == "desk.play_elsewhere"
    theirs.play_until(30)
    session.play_until(25)
    second.close()
    desk.close()
    assert read_journal(path.read_bytes(), path.name).minute == 25
    assert len(desk.history()) == 2


def test_one_instance_at_a_time_resumes_a_play(desk: Desk, another: Another) -> None:
    played(desk)
    desk.close()
    name = desk.history()[0].play_id
    first, second = another(), another()
    first.resume(name)
    with pytest.raises(CannotResume):
        second.resume(name)
    first.close()
    assert second.resume(name).run.minute == 23


# a disk that refuses


def test_a_folder_that_takes_nothing_costs_a_sentence_and_no_play(desk: Desk, data: Path) -> None:
    (data / "unfinished").write_text("in the way")
    session = played(desk)
    assert desk.problem is not None and desk.problem.code == "desk.play_unsaved"
    (data / "unfinished").unlink()
    desk.close()
    assert desk.to_continue() is not None
    assert desk.resume(desk.history()[0].play_id).run.digest() == session.run.digest()


def test_a_play_the_disk_never_took_ends_as_any_other(desk: Desk, data: Path) -> None:
    (data / "unfinished").write_text("in the way")
    session = desk.start("minimal", 1)
    session.play_until(10_000)
    assert desk.problem is None
    assert json.loads(next((data / "plays").glob("*.json")).read_text("utf-8"))["digest"] == session.run.digest()


def test_the_date_of_a_save_beyond_the_calendar_harms_no_other(desk: Desk, data: Path) -> None:
    played(desk)
    desk.close()
    os.utime(journal_in(data), (0, 2**40))
    assert len(desk.history()) == 1


def test_sleep_and_a_held_window_lose_no_minute(desk: Desk) -> None:
    session = desk.start("minimal", 1)
    session.advance(timedelta(hours=8).total_seconds())
    assert session.run.minute <= 1
