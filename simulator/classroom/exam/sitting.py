"""Sitting an exam: beginning or resuming it, looking, asking, ordering, and handing it in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import update
from sqlalchemy.orm import Session

from simulator.classroom.clock import Clock
from simulator.classroom.declined import Declined
from simulator.classroom.exam.attendance import Attendance, Found
from simulator.classroom.exam.handing_in import hand_in
from simulator.classroom.exam.room import Room
from simulator.classroom.exam.seat import Seat
from simulator.classroom.people.secret import digest
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.store.database import Database
from simulator.classroom.store.exams import ExamOrder, ExamRun
from simulator.engine.replay import recorded
from simulator.locale import Language
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.rows_json import to_json
from simulator.submission.wire.exam import ExamView, Order, Outcome
from simulator.submission.wire.exam_questions import Question

T = TypeVar("T")

_REVISIONS_AN_ORDER = 10_000
"""More than a scenario has minutes."""
_TRIES = 4
_MOST_POSTS = 200


class _Moved(Exception):
    """Another worker took an order meanwhile."""


class Exams:
    """The exams of one worker."""

    def __init__(self, database: Database, room: Room, clock: Clock) -> None:
        self._database = database
        self._room = room
        self._clock = clock
        self._attendance = Attendance(database, clock)

    def begin(self, bearer: Bearer, assignment_id: str) -> None:
        """Begin the exam, unless it has begun. Raises Declined."""
        self._attendance.begin(bearer, assignment_id)

    def look(
        self, bearer: Bearer, assignment_id: str, language: Language, feed: FeedFilter, after: int = -1
    ) -> tuple[ExamView | None, float]:
        """What the exam shows, None while that is revision `after`; and seconds until more is to be seen.

        Raises Declined.
        """
        return self._again(lambda: self._look(bearer, assignment_id, language, feed, after))

    def _look(
        self, bearer: Bearer, assignment_id: str, language: Language, feed: FeedFilter, after: int
    ) -> tuple[ExamView | None, float]:
        found = self._attendance.heard(bearer, assignment_id)
        with self._seat(found, language) as seat:
            revision = found.exam.last_order * _REVISIONS_AN_ORDER + seat.run.minute
            over = found.exam.over or seat.run.finished or found.is_closed(self._clock.now())
            if over:
                self._hand_in(found, seat)
                revision += _REVISIONS_AN_ORDER
            if revision == after:
                return None, seat.seconds_to_next_minute()
            view = ExamView(
                exam=found.exam.id,
                revision=revision,
                minute=seat.run.minute,
                over=over,
                speed=0.0 if over or found.school_class.paused else seat.told_speed,
                untimed=seat.pace.untimed,
                last_order=found.exam.last_order,
                closes=found.assignment.closes,
                crisis=to_json(seat.crisis(feed)),
                play=found.exam.play_id,
                on_lost_connection=found.assignment.on_lost_connection,
            )
            return view, seat.seconds_to_next_minute()

    def ask(self, bearer: Bearer, assignment_id: str, question: Question, language: Language) -> object:
        """The rows of a dialog, JSON-ready. Raises Declined."""
        found = self._attendance.heard(bearer, assignment_id)
        with self._seat(found, language) as seat:
            try:
                rows = seat.answer(question)
            except (KeyError, IndexError, StopIteration):
                raise Declined("exam_unknown_thing", 404) from None
            if rows is None:
                raise Declined("exam_unknown_thing", 404)
            return to_json(rows)

    def picture(self, bearer: Bearer, assignment_id: str, name: str) -> Path:
        """A picture that can be seen now. Raises Declined (404) for any other."""
        found = self._attendance.heard(bearer, assignment_id)
        with self._seat(found, "fr") as seat:
            rows = [*seat.crisis(FeedFilter(limit=_MOST_POSTS)).feed]
            rows += [row for search in seat.listening().searches for row in search.found]
            shown = {row.picture.file for row in rows if row.picture is not None}
        file = next((file for file in shown if file.name == name), None)
        if file is None:
            raise Declined("nothing_here", 404)
        return file

    def order(self, bearer: Bearer, assignment_id: str, order: Order, language: Language) -> Outcome:
        """Do what is ordered, once. Raises Declined."""
        return self._again(lambda: self._order(bearer, assignment_id, order, language))

    def _order(self, bearer: Bearer, assignment_id: str, order: Order, language: Language) -> Outcome:
        found = self._attendance.heard(bearer, assignment_id)
        exam, sha256 = found.exam, digest(order.command.model_dump_json())
        if order.number <= exam.last_order:
            return self._outcome(exam.id, order.number, sha256)
        if order.number != exam.last_order + 1:
            raise Declined("exam_order_number", 409, number=str(exam.last_order + 1))
        with self._seat(found, language) as seat:
            if exam.over or seat.run.finished or found.is_closed(self._clock.now()):
                self._hand_in(found, seat)
                raise Declined("exam_over", 409)
            if found.school_class.paused:
                raise Declined("assignment_paused", 409, retry_after=5)
            refusal, decisions = seat.obey(order.command)
            minute = seat.run.minute
            fraction, read = seat.pace.saved()
            kept = {
                "last_order": order.number,
                "minute": minute,
                "fraction": fraction,
                "read": read,
                "attending": seat.attending,
                "threshold": seat.threshold.level,
                "steady": seat.steady,
                "abandoned": seat.run.state.abandoned,
            }
            row = ExamOrder(
                exam_id=exam.id,
                number=order.number,
                command_sha256=sha256,
                minute=minute,
                decisions=decisions,
                refusal=refusal[:500] if refusal else None,
                received=self._clock.now(),
            )
            before = (exam.last_order, exam.steady)
            self._database.write(lambda session: _keep(session, exam.id, before, kept, row))
            for name, value in kept.items():
                setattr(exam, name, value)
            if seat.run.finished:
                self._hand_in(found, seat)
        return Outcome(number=order.number, minute=minute, refusal=refusal)

    def sweep(self) -> int:
        """Hand in what is over although nobody asks: closed, or played to its end; how many."""
        handed_in = 0
        for found in self._attendance.forgotten():
            with suppress(_Moved), self._seat(found, "fr") as seat:
                if seat.run.finished or found.is_closed(self._clock.now()):
                    self._hand_in(found, seat)
                    handed_in += 1
        return handed_in

    def _again(self, work: Callable[[], T]) -> T:
        """What `work` gives, done again where another worker was first."""
        for _ in range(_TRIES):
            try:
                return work()
            except _Moved:
                continue
        raise Declined("database_away", 503, retry_after=1)

    def _seat(self, found: Found, language: Language) -> AbstractContextManager[Seat]:
        until = found.counted_until(self._clock.now(), self._clock.steady())
        return self._room.seat(found.exam, found.assignment.pack_digest, until, language)

    def _hand_in(self, found: Found, seat: Seat) -> None:
        if found.exam.over:
            return
        replay, now = recorded(seat.run), self._clock.now()
        minute, steady, before = seat.run.minute, seat.steady, found.exam.last_order
        play = self._database.write(
            lambda session: hand_in(session, found.exam.id, before, replay, minute, steady, now)
        )
        if play is None:
            raise _Moved
        found.exam.over, found.exam.play_id, found.exam.minute, found.exam.steady = True, play, minute, steady

    def _outcome(self, exam_id: str, number: int, sha256: str) -> Outcome:
        row = self._database.read(lambda session: session.get(ExamOrder, (exam_id, number)))
        if row is None or row.command_sha256 != sha256:
            raise Declined("key_reused", 409)
        return Outcome(number=number, minute=row.minute, refusal=row.refusal)


def _keep(session: Session, exam_id: str, before: tuple[int, float], kept: dict[str, object], row: ExamOrder) -> None:
    changed = session.execute(
        update(ExamRun)
        .where(
            ExamRun.id == exam_id,
            ExamRun.last_order == before[0],
            ExamRun.steady == before[1],
            ExamRun.over.is_(False),
        )
        .values(**kept)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise _Moved
    session.merge(row)
