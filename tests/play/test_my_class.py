"""A play for the class, from the join code to the board, against a real server; and all that can go wrong between."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.classroom.people.accommodations import accommodate
from simulator.classroom.people.classes import pause
from simulator.classroom.people.joining import let_rejoin
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Play
from simulator.classroom.work.assignments import Plan, reveal_choices
from simulator.play.my_class import ExamReady
from simulator.play.presenters.class_rows import AssignmentRow
from simulator.play.presenters.post_rows import FeedFilter
from tests.submission.pupil import Home, home, play_as, server, set_anew
from tests.submission.server_process import SEED, Server, await_that

__all__ = ["home", "server"]
_FILTER = FeedFilter()
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_usual_what_ifs")]


def plays_of(server: Server, pseudonym: str) -> list[str]:
    """The states of what the server has of a student."""

    def work(session: object) -> list[str]:
        found = session.query(Play).join(Student, Student.id == Play.student_id)  # type: ignore[attr-defined]
        return [play.state for play in found.filter(Student.pseudonym == pseudonym).order_by(Play.attempt)]

    return server.read(work)


def test_from_the_join_code_to_the_board(server: Server, home: Home) -> None:
    ada, ben = home("ada"), home("ben")
    ada.join(server, "Ada", listed=True)
    ben.join(server, "Ben")
    view = ada.desk.class_view()
    assert view.name == "M2 Com · groupe B" and "Ada" in view.who and "En ligne" in view.state
    row = next(row for row in view.assignments if row.assignment_id == server.assignment)
    assert (row.title, row.deed, row.label, row.refusal) == ("Exercice", "play", "Jouer", "")
    session = ada.play(server.assignment)
    assert session.run.seed == SEED and session.finished
    ben.play(server.assignment, "silent")
    ada.await_states("verified")
    ben.await_states("verified")
    server.change(lambda session, one: reveal_choices(session, one, True))
    ada.look()
    ada.until(lambda: (board := ada.desk.class_board(server.assignment)) and len(board.lines) == 2 and board.injects)
    board = ada.desk.class_board(server.assignment)
    assert board is not None
    assert (board.lines[0].name, board.lines[0].is_mine, board.lines[1].name) == ("Ada", True, "—")
    assert board.mine.startswith("Vous êtes en tête sur 2")
    assert sum(int(bar.figure or 0) for bar in board.distribution) == 2
    assert all(sum(row.share for row in inject.rows) == pytest.approx(1) for inject in board.injects)
    assert any(row.is_mine for inject in board.injects for row in inject.rows)
    assert not any(row.text.islower() and "_" in row.text for inject in board.injects for row in inject.rows)


def test_the_debrief_says_where_the_play_stands_in_its_class(server: Server, home: Home) -> None:
    cleo, dan = home("cleo"), home("dan")
    cleo.join(server, "Cleo")
    dan.join(server, "Dan")
    own = server.assign(Plan(title="Deux", seed=SEED, students_see="board"))
    cleo.play(own, "silent")
    review = dan.play(own).review()
    dan.await_states("verified")
    cleo.await_states("verified")
    dan.look()

    def told() -> bool:
        review.advance()
        return "Votre classe" in review.view().standing

    dan.until(told, "the line on the class")
    assert "Médiane" in review.view().standing
    assert not review.view().scenario_id, "the scenario of a class is not played again from its debrief"
    again = dan.desk.review(dan.desk.history()[0].play_id)
    again.advance()
    assert "Votre classe" in again.view().standing


def test_nothing_is_lost_when_the_server_is_down_at_the_end(tmp_path: Path, home: Home) -> None:
    down = Server(tmp_path)
    down.start()
    eve = home("eve")
    eve.join(down, "Eve")
    session = eve.begin(down.assignment)
    down.kill()
    play_as(session, "exemplary")
    sender = eve.desk.my_class.sender
    assert sender is not None
    eve.until(lambda: sender.troubles, "a sentence")
    row = eve.desk.class_view().queue[0]
    assert row.state == "À envoyer" and "ne répond pas" in row.why and row.can_export
    eve.desk.my_class.close()
    later = home("eve")
    later.await_states("waiting")
    down.start()
    later.desk.my_class.look(now=True)
    later.await_states("verified")
    assert plays_of(down, "Eve") == ["verified"]
    down.kill()


def test_a_game_killed_between_the_end_and_the_queue_hands_in_at_its_next_start(server: Server, home: Home) -> None:
    own = set_anew(server)
    gil = home("gil")
    gil.join(server, "Gil")
    session = gil.begin(own)
    ticket = gil.desk.my_class.tickets.get(session.autosave.name)
    assert ticket is not None
    gil.desk.my_class.close()
    play_as(session, "exemplary")
    spool = gil.room / "class" / "queue"
    for file in spool.rglob("*.parcel"):
        file.unlink()
    gil.desk.my_class.tickets.put(ticket)
    later = home("gil")
    later.await_states("verified")
    assert plays_of(server, "Gil") == ["verified"]


def test_an_interrupted_play_is_resumed_for_the_class(server: Server, home: Home) -> None:
    own = set_anew(server)
    hal = home("hal")
    hal.join(server, "Hal")
    session = hal.begin(own)
    session.play_until(20)
    hal.desk.close()
    row = next(row for row in hal.desk.class_view().assignments if row.assignment_id == own)
    assert (row.deed, row.label, row.play_id) == ("resume", "Reprendre", session.autosave.name)
    resumed = hal.desk.resume(row.play_id)
    assert resumed.run.minute == 20
    play_as(resumed, "exemplary")
    hal.await_states("verified")


def test_a_play_that_is_given_up_is_handed_in_as_it_is(server: Server, home: Home) -> None:
    own = set_anew(server)
    ivy = home("ivy")
    ivy.join(server, "Ivy")
    session = ivy.begin(own)
    session.play_until(30)
    session.abandon()
    ivy.until(lambda: ivy.states() in (["verified"], ["refused"]))
    assert len(plays_of(server, "Ivy")) == 1


def test_more_time_slows_the_clock_and_stands_nowhere(server: Server, home: Home) -> None:
    own = set_anew(server)
    jo = home("jo")
    jo.join(server, "Jo")
    plain = jo.begin(own)
    speed, told = plain.pace.speed(plain._situation), plain.crisis(_FILTER).header.pace
    plain.abandon()
    jo.await_states("verified")

    def grant(factor: float) -> None:
        server.write(
            lambda session: accommodate(
                session, session.query(Student).filter(Student.pseudonym == "Jo").one(), factor, datetime.now(UTC)
            )
        )

    grant(2.0)
    slow = jo.begin(own)
    assert slow.pace.speed(slow._situation) == speed / 2
    assert slow.crisis(_FILTER).header.pace == told
    name = slow.autosave.name
    slow.play_until(5)
    jo.desk.close()
    assert jo.desk.resume(name).pace.accommodation == 2.0
    jo.desk.close()
    grant(0.0)
    untimed = jo.begin(own)
    before = untimed.run.minute
    untimed.advance(60)
    assert untimed.run.minute == before


def test_a_play_received_after_the_closing_instant_is_late(server: Server, home: Home) -> None:
    soon = server.assign(Plan(title="Bientôt", seed=SEED))
    kim = home("kim")
    kim.join(server, "Kim")
    session = kim.begin(soon)
    server.change(lambda _, one: setattr(one, "closes", datetime.now(UTC) - timedelta(seconds=1)), soon)
    play_as(session, "exemplary")
    kim.await_states("verified")
    kim.look()
    row = kim.desk.class_view().queue[0]
    assert row.state == "Reçue en retard" and "après la clôture" in row.why
    assigned = next(row for row in kim.desk.class_view().assignments if row.assignment_id == soon)
    assert "Clos depuis" in assigned.standing and assigned.refusal


def test_a_class_that_is_paused_begins_nothing(server: Server, home: Home) -> None:
    lou = home("lou")
    lou.join(server, "Lou")
    server.write(lambda session: pause(session, session.get_one(SchoolClass, server.class_id), True, 0.0))
    try:
        lou.look()
        assert "pause" in lou.desk.class_view().notice
        lou.prepare(server.assignment)
        assert lou.desk.my_class.take_ready() is None
        assert "pause" in lou.desk.class_view().said
    finally:
        server.write(lambda session: pause(session, session.get_one(SchoolClass, server.class_id), False, 0.0))


def test_all_attempts_used_is_said_before_one_begins(server: Server, home: Home) -> None:
    once = server.assign(Plan(title="Une fois", seed=SEED, attempts=1))
    max_ = home("max")
    max_.join(server, "Max")
    max_.play(once, "silent")
    max_.await_states("verified")
    max_.look()
    row = next(row for row in max_.desk.class_view().assignments if row.assignment_id == once)
    assert row.refusal == "Tous les essais sont faits." and row.grade


def test_a_team_plays_under_several_names(server: Server, home: Home) -> None:
    own = set_anew(server)
    nia = home("nia")
    nia.join(server, "Nia", listed=True)
    nia.play(own, team=("Oz",))
    nia.await_states("verified")
    assert server.read(lambda session: session.query(Student).filter(Student.pseudonym == "Oz").count()) == 1


@pytest.mark.parametrize(
    ("code", "pseudonym", "said"),
    [("loutre-0000", "Zoe", "code"), ("", "Zoe", "Il manque"), ("LOUTRE-4821", "", "Il manque")],
)
def test_a_joining_that_fails_is_a_sentence(server: Server, home: Home, code: str, pseudonym: str, said: str) -> None:
    zoe = home("zoe")
    zoe.desk.my_class.join(server.address, code, pseudonym)
    zoe.until(lambda: not zoe.desk.my_class.busy)
    view = zoe.desk.class_view()
    assert not view.name and said in view.said


def test_leaving_writes_what_was_not_sent(tmp_path: Path, home: Home) -> None:
    down = Server(tmp_path)
    down.start()
    pia = home("pia")
    pia.join(down, "Pia")
    session = pia.begin(down.assignment)
    down.kill()
    play_as(session, "exemplary")
    folder = pia.desk.my_class.leave()
    assert folder is not None and [file.suffixes[-1] for file in folder.iterdir()] == [".json"]
    assert not pia.desk.class_view().name and pia.desk.class_view().state == "Aucune classe"
    assert not home("pia").desk.class_view().name


def test_an_exam_is_lived_on_the_server_to_its_end(server: Server, home: Home) -> None:
    exam = server.assign(Plan(title="Épreuve", seed=SEED, mode="exam"))
    ruth = home("ruth")
    ruth.join(server, "Ruth")
    ruth.prepare(exam)
    ready = ruth.desk.my_class.take_ready()
    assert isinstance(ready, ExamReady) and ready.assignment.pack is None
    session = ruth.desk.my_class.sit(ready)
    before = session.crisis(_FILTER)
    assert not before.header.can_pause and session.briefing().seed == 0

    def seen(holds: Callable[[], object]) -> None:
        def looked() -> object:
            session.advance(0.02)
            return holds()

        await_that(looked, "the exam")

    session.verify("no-such-fact")
    seen(lambda: session.told)
    session.leave()
    ruth.prepare(exam)
    again = ruth.desk.my_class.take_ready()
    assert isinstance(again, ExamReady) and again.view.exam == ready.view.exam
    session = ruth.desk.my_class.sit(again)
    session.abandon()
    seen(lambda: session.finished)
    session.leave()
    ruth.look()

    def row() -> AssignmentRow:
        return next(row for row in ruth.desk.class_view().assignments if row.assignment_id == exam)

    def is_judged() -> bool:
        ruth.desk.my_class.look(now=True)
        return row().mine not in ("", "Reçu, en cours de vérification")

    ruth.until(is_judged, "the exam to be judged")
    assert row().deed == "" and plays_of(server, "Ruth") == ["verified"]


def test_an_exam_goes_on_through_a_server_that_was_down(tmp_path: Path, home: Home) -> None:
    fragile = Server(tmp_path)
    fragile.start()
    exam = fragile.assign(Plan(title="Épreuve", seed=SEED, mode="exam", on_lost_connection="waits"))
    sam = home("sam")
    sam.join(fragile, "Sam")
    sam.prepare(exam)
    ready = sam.desk.my_class.take_ready()
    assert isinstance(ready, ExamReady)
    session = sam.desk.my_class.sit(ready)
    fragile.kill()
    session.listen("lampe")

    def seen(holds: Callable[[], object], what: str) -> None:
        def looked() -> object:
            session.advance(0.02)
            return holds()

        await_that(looked, what)

    seen(lambda: session.line.lost, "the line to be down")
    fragile.start()
    seen(lambda: session.line.lost is None and session.listening().searches, "the order to go out")
    session.leave()
    fragile.kill()


@contextmanager
def certificate(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A certificate for 127.0.0.1 that vouches for itself, and its key."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    words += ["-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    words += ["-keyout", str(key), "-out", str(cert)]
    subprocess.run(words, check=True, capture_output=True, timeout=60)
    yield cert, key


def test_a_certificate_that_nobody_vouches_for_is_refused_and_ones_own_authority_is_not(
    tmp_path: Path, home: Home
) -> None:
    with certificate(tmp_path) as tls:
        secure = Server(tmp_path, tls)
        secure.start()
        try:
            quin = home("quin")
            quin.join(secure, "Quin")
            assert "certificat" in quin.desk.class_view().said and not quin.desk.class_view().name
            assert not plays_of(secure, "Quin")
            (tmp_path / "other").mkdir()
            with certificate(tmp_path / "other") as (other, _):
                quin.join(secure, "Quin", ca_file=str(other))
                assert "certificat" in quin.desk.class_view().said
            quin.join(secure, "Quin", ca_file=str(tls[0]))
            assert quin.desk.class_view().name
            assert "chiffrée" in quin.desk.class_view().connection
        finally:
            secure.kill()


def test_who_comes_back_finds_their_own_plays_as_they_were_sealed(tmp_path: Path, home: Home) -> None:
    down = Server(tmp_path)
    down.start()
    tia = home("tia")
    tia.join(down, "Tia")
    session = tia.begin(down.assignment)
    student = tia.desk.my_class.membership
    assert student is not None
    down.kill()
    play_as(session, "exemplary")
    tia.desk.my_class.leave()
    word = down.write(lambda session: let_rejoin(session, session.get_one(Student, student.student), datetime.now(UTC)))
    down.start()
    tia.join(down, "", rejoin=word)
    tia.await_states("verified")
    assert plays_of(down, "Tia") == ["verified"]
    down.kill()
