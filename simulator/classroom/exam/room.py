"""The seats that one worker has at hand. What the database keeps is the exam; a seat is made of it wherever needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from sqlalchemy import select

from simulator.classroom.exam.seat import Seat
from simulator.classroom.store.database import Database
from simulator.classroom.store.exams import ExamOrder, ExamRun
from simulator.classroom.work.packs import Packs
from simulator.locale import Language

_MOST = 400


@dataclass
class _Held:
    """A seat, the number of the last order it took, and the instant at which its clock was written down."""

    lock: Lock = field(default_factory=Lock)
    seat: Seat | None = None
    last_order: int = 0
    steady: float = 0.0


class Room:
    """Seats by exam; those unused longest are given up, and made again when they are asked for."""

    def __init__(self, database: Database, packs: Packs) -> None:
        self._database = database
        self._packs = packs
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def seat(self, exam: ExamRun, pack: str, until: float, language: Language) -> Iterator[Seat]:
        """A student's seat with its clock counted up to `until`; nobody else has it meanwhile.

        What raises while it is held gives it up: it may then stand where nothing that is kept stands. Whoever writes
        an order down changes `exam` alike.
        """
        held = self._take(exam.id)
        with held.lock:
            seat = held.seat
            if seat is None or held.last_order != exam.last_order:
                seat = self._relived(exam, pack)
            else:
                seat.steady += exam.steady - held.steady  # time that was left out since
            held.seat = None
            seat.count_to(until)
            seat.speak(language)
            yield seat
            held.seat, held.last_order, held.steady = seat, exam.last_order, exam.steady

    def _relived(self, exam: ExamRun, pack: str) -> Seat:
        decisions = self._database.read(
            lambda session: session.scalars(
                select(ExamOrder.decisions)
                .where(ExamOrder.exam_id == exam.id, ExamOrder.number <= exam.last_order)
                .order_by(ExamOrder.number)
            ).all()
        )
        seat = Seat(self._packs.edition(pack), "fr", exam.seed, exam.factor)
        made = [record for several in decisions for record in several]
        seat.relive(made, exam.minute, exam.fraction, exam.read)
        seat.attending, seat.steady = exam.attending, exam.steady
        seat.threshold.level = exam.threshold
        if exam.abandoned:
            seat.run.abandon()
        return seat

    def _take(self, exam_id: str) -> _Held:
        with self._lock:
            held = self._held.setdefault(exam_id, _Held())
            self._held.move_to_end(exam_id)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
            return held
