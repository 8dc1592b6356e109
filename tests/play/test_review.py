"""A play looked back on: own words are kept, one plays on unranked, the report is written whole or told about."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from simulator.debrief.timeline import decisions_of
from simulator.engine.replay import play_back, recorded
from simulator.play.desk import Desk
from simulator.play.history import History, read_replay
from simulator.play.review import Review
from simulator.play.session import Session
from simulator.play.words import Words
from simulator.scenario.library import Library

pytestmark = pytest.mark.slow

WORDS = Words("Répondre d’abord", "On nous attendait", "Vérifier plus tôt").with_note(1, "un peu tard")
END = 10_000


def played(desk: Desk, seed: int = 1) -> Session:
    """A play of three decisions, to its end."""
    session = desk.start("minimal", seed)
    session.play_until(21)
    assert session.choose("burnt", "burnt-care") is None
    assert session.verify("heat") is None
    session.play_until(45)
    assert session.disclose("heat") is None
    session.play_until(END)
    return session


@pytest.fixture
def session(desk: Desk) -> Session:
    return played(desk)


def files(data: Path) -> list[Path]:
    return sorted((data / "plays").glob("*.json"))


def test_words_written_after_the_end_go_to_the_play_s_file(session: Session, desk: Desk, data: Path) -> None:
    (file,) = files(data)
    replay = read_replay(file)
    review = session.review()
    assert review.write(WORDS) is None
    assert review.view().words == WORDS
    assert files(data) == [file]
    assert read_replay(file) == replay
    again = desk.review(file.stem)
    assert again.words == again.view().words == WORDS
    assert again.view().digest == review.view().digest


def test_words_change_no_grade_and_no_digest(session: Session, data: Path) -> None:
    review = session.review()
    before = review.view()
    review.write(WORDS)
    after = review.view()
    assert (after.rings, after.evidence, after.digest) == (before.rings, before.evidence, before.digest)
    assert "Vérifier plus tôt" not in json.dumps(recorded(session.run).to_record(), ensure_ascii=False)
    assert "Vérifier plus tôt" in files(data)[0].read_text(encoding="utf-8")


def test_words_can_be_changed_and_taken_back(desk: Desk, data: Path) -> None:
    played(desk)
    play_id = files(data)[0].stem
    before = files(data)[0].read_text(encoding="utf-8")
    desk.review(play_id).write(WORDS)
    desk.review(play_id).write(Words())
    assert files(data)[0].read_text(encoding="utf-8") == before


def test_a_file_whose_words_were_edited_by_hand_is_still_read(desk: Desk, data: Path) -> None:
    played(desk)
    (file,) = files(data)
    record = json.loads(file.read_text(encoding="utf-8"))
    for words in (3, {"notes": "x", "why": ["a"]}, {"decided": "bon", "notes": [[0, "noté"], [None, 1]]}):
        record["play"]["words"] = words
        file.write_text(json.dumps(record), encoding="utf-8")
        review = desk.review(file.stem)
    assert (review.words.decided, review.words.note(0)) == ("bon", "noté")


def test_a_disk_that_refuses_words_is_a_sentence_and_they_stay(session: Session, data: Path) -> None:
    review = session.review()
    before = files(data)[0].read_text(encoding="utf-8")
    (data / "plays").rename(data / "moved")
    (data / "plays").write_text("in the way")
    assert review.write(WORDS)
    assert review.view().words == WORDS
    (data / "plays").unlink()
    (data / "moved").rename(data / "plays")
    assert files(data)[0].read_text(encoding="utf-8") == before


def test_a_play_that_the_disk_refused_is_kept_with_its_words_later(desk: Desk, data: Path) -> None:
    (data / "plays").write_text("in the way")
    review = played(desk).review()
    assert review.write(WORDS)
    (data / "plays").unlink()
    assert review.write(WORDS) is None
    (play,) = History(data / "plays").plays()
    assert play.words == WORDS


def test_playing_on_starts_just_before_the_decision_in_the_same_world(session: Session) -> None:
    review = session.review()
    for place, decision in enumerate(decisions_of(session.run)):
        branch = review.branch(place)
        assert decisions_of(branch.run) == decisions_of(session.run)[:place]
        assert branch.run.minute == decision.minute
        assert branch.run.ticks == session.run.ticks[: decision.minute + 1]
        for later in decisions_of(session.run)[place:]:
            branch.play_until(later.minute)
            branch.run.decide(later)
        branch.play_until(END)
        assert branch.run.digest() == session.run.digest()


def test_playing_on_otherwise_leads_elsewhere_and_is_a_replay_like_any_other(session: Session, data: Path) -> None:
    branch = session.review().branch(0)
    assert branch.choose("burnt", "burnt-check") is None
    branch.play_until(END)
    assert branch.run.digest() != session.run.digest()
    replay = read_replay(next(file for file in files(data) if json.loads(file.read_text())["play"].get("branched")))
    assert play_back(replay, branch.run.scenario)[1] is None


def test_playing_on_is_kept_but_neither_first_nor_best(session: Session, desk: Desk, data: Path) -> None:
    first = desk.history()[0]
    assert first.mark == "première partie"
    branch = session.review().branch(2)
    branch.set_tempo(2)
    branch.play_until(END)
    rows = desk.history()
    assert len(rows) == 2
    unranked = next(row for row in rows if row.play_id != first.play_id)
    assert (unranked.mark, unranked.overall != "", "non classée" in unranked.state) == ("", True, True)
    assert desk.library()[0].best == first.overall
    assert "n’est pas classée" in branch.review().view().standing
    assert "n’est pas classée" in desk.review(unranked.play_id).view().standing
    assert desk.offered_seed("minimal") == 2
    history = History(data / "plays")
    assert [play.play_id for play in history.ranked("minimal")] == [first.play_id]


def test_a_play_of_a_changed_scenario_is_played_on_as_it_was(data: Path) -> None:
    from simulator.play.settings import SettingsFile
    from tests.play.conftest import SCENARIOS

    folder = data / "mine" / "minimal"
    folder.mkdir(parents=True)
    text = (SCENARIOS / "minimal" / "scenario.yaml").read_text(encoding="utf-8")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    desk = Desk(Library([data / "mine"]), History(data / "plays"), SettingsFile(data / "settings.json"), "fr")
    session = played(desk)
    (folder / "scenario.yaml").write_text(text.replace("seed_users: 20", "seed_users: 60"), encoding="utf-8")
    branch = desk.review(desk.history()[0].play_id).branch(1)
    assert branch.run.ticks == session.run.ticks[: branch.run.minute + 1]
    (folder / "scenario.yaml").unlink()
    assert desk.review(desk.history()[0].play_id).view().scenario_id == ""


def test_how_a_play_stands_is_told(desk: Desk) -> None:
    first = played(desk)
    assert first.review().view().standing == "C’est votre première partie de ce scénario."
    worse = desk.start("minimal", 2)
    worse.play_until(END)
    told = worse.review().view().standing
    grades = [session.review().view().rings[0].value for session in (first, worse)]
    assert all(str(grade) in told for grade in grades)
    assert first.review().view().standing.startswith("C’est votre première partie, et toujours la meilleure")
    given_up = desk.start("minimal", 3)
    given_up.abandon()
    assert given_up.review().view().standing.endswith(f"la meilleure\u202f: {grades[0]}.")


def test_the_view_is_made_anew_only_when_it_changed(session: Session) -> None:
    review = session.review()
    assert review.view() is review.view()
    french = review.view()
    review.set_language("en")
    assert review.view().title != french.title
    english = review.view()
    review.write(WORDS)
    assert review.view() is not english


def exported(review: Review, suffix: str) -> str:
    review.export(suffix)
    assert review.exporting is not None
    deadline = time.monotonic() + 60
    while review.exporting is not None and time.monotonic() < deadline:
        time.sleep(0.02)
        review.advance()
    return review.told


@pytest.mark.usefixtures("no_usual_what_ifs")
def test_the_report_is_written_whole_in_the_background_and_its_place_told(session: Session, data: Path) -> None:
    review = session.review()
    review.write(WORDS)
    told = exported(review, ".html")
    (file,) = (data / "reports").iterdir()
    assert str(file) in told
    page = file.read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    assert "Répondre d’abord" in page


@pytest.mark.usefixtures("no_usual_what_ifs")
def test_a_report_that_the_disk_refuses_is_a_sentence(session: Session, data: Path) -> None:
    (data / "reports").write_text("in the way")
    told = exported(session.review(), ".html")
    assert str(data / "reports") in told and "intacte" in told


def test_closing_while_a_report_is_written_waits_for_nothing(session: Session) -> None:
    review = session.review()
    review.export(".html")
    review.close()
    assert review.exporting is None


def test_the_usual_what_ifs_begin_with_the_first_look_and_closing_ends_them(session: Session) -> None:
    review = session.review()
    assert all(curve.kind == "play" or curve.done == 1 for curve in review.view().curves)
    review.advance()
    assert {"silence", "expert"} <= {curve.key for curve in review.view().curves}
    review.close()
    revision = review.revision
    review.advance()
    assert review.revision == revision


@pytest.mark.usefixtures("no_usual_what_ifs")
def test_what_is_asked_for_stands_among_the_curves(session: Session) -> None:
    review = session.review()
    key = next(row.alternatives[0].key for row in review.view().choices if row.alternatives)
    before = review.revision
    review.ask(key)
    assert review.revision > before
    assert key in [curve.key for curve in review.view().curves]
    with pytest.raises(ValueError, match="nothing"):
        review.ask("nothing")
    review.close()


@pytest.mark.slow
def test_one_can_wait_for_every_interval(session: Session) -> None:
    review = session.review()
    review.advance()
    told: list[tuple[int, int]] = []
    review.finish(lambda done, runs: told.append((done, runs)))
    assert all(curve.done == 1 for curve in review.view().curves)
    assert told[-1][0] == told[-1][1]
    review.close()


def test_a_play_that_goes_on_has_no_debrief(desk: Desk) -> None:
    with pytest.raises(ValueError):
        desk.start("minimal", 1).review()
