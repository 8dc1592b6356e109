"""What is known of the class from its server: asked for beside, and kept for when there is no answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from simulator.durable import write_durably
from simulator.locale import Message
from simulator.play.my_class.errands import Errands
from simulator.play.my_class.hearing import Hearing
from simulator.submission.backoff import FIRST_SECONDS, pause_before
from simulator.submission.failure import Refused, sentence_of
from simulator.submission.packs import CannotFetch, ClassPacks
from simulator.submission.server import ClassServer
from simulator.submission.wire.assignments import Assignment, Me
from simulator.submission.wire.board import Board, Choices
from simulator.submission.wire.debrief import ClassDebrief
from simulator.submission.wire.plays import PlayView

T = TypeVar("T")
_APART_SECONDS = 10.0
_BOARDS_APART_SECONDS = 4.0
"""How long news are new where none are heard; those of a board that is looked at."""
_HEARD_APART_SECONDS = 60.0
"""The same while what changes is heard: what nobody says, such as more time for oneself, is found out in the end."""
_TURN_SECONDS = 1.0
"""After an instant at which something opens or closes, until it is asked whether it did."""
_DEBRIEF = "debrief "
_MAX_BYTES = 4 * 1024 * 1024


class Looking:
    """News of a class. `me` is what was told last, `heard` when, by the wall clock; None: not since this began.

    `trouble` is why there are no news, None while there are. `boards` and `choices` are by assignment; a choice that
    may not be seen is the sentence of why, as a debrief. `plays` are mine, by their id, as they stand now. What
    `hearing` hears is taken in by `hear`; while it hears nothing, news are asked for now and then.
    """

    def __init__(
        self, server: ClassServer, errands: Errands, file: Path, packs: ClassPacks, clock: Callable[[], float]
    ) -> None:
        self.me: Me | None = None
        self.heard: datetime | None = None
        self.trouble: Message | None = None
        self.boards: dict[str, Board] = {}
        self.choices: dict[str, Choices | Message] = {}
        self.plays: dict[str, PlayView] = {}
        self.is_asking = False
        self._server = server
        self._errands = errands
        self._file = file
        self._packs = packs
        self._clock = clock
        self.debriefs: dict[str, ClassDebrief | Message] = {}
        self.hearing = Hearing(server)
        self._spread = pause_before(server.membership.student, 1) - FIRST_SECONDS / 2
        """Seconds by which one asks later than others of the class, who all heard the same."""
        self._due: float | None = None
        self._asked: dict[str, float] = {}
        self._chosen_at: dict[str, int] = {}
        self._boards_under_way = 0
        self._recall()

    @property
    def is_online(self) -> bool:
        """Whether the server answered when it was asked last."""
        return self.heard is not None and self.trouble is None

    def assignment(self, assignment_id: str) -> Assignment | None:
        """An assignment by its id."""
        return next((one for one in self.me.assignments if one.id == assignment_id), None) if self.me else None

    def hear(self) -> bool:
        """Take in what the server said by itself; whether there is something to show."""
        is_news, boards = self.hearing.poll()
        if is_news:
            self._ask_in(self._spread)
        for board in boards:
            self.boards[board.assignment] = board
            self.trouble = None
        return bool(boards)

    def ask(self, *, now: bool = False) -> None:
        """Ask what is set, unless that was done a moment ago, or would have been heard."""
        is_due = self._due is not None and self._clock() >= self._due
        apart = _HEARD_APART_SECONDS if self.hearing.hears_class else _APART_SECONDS
        if self._may_ask("", apart, now=now or is_due):
            self._due = None
            self.is_asking = True
            self._errands.ask(self._look, self._told, self._failed)

    def ask_board(self, assignment: Assignment, *, now: bool = False) -> None:
        """Ask where the class stands in `assignment`, and what it chose if that may be seen."""
        name, known = assignment.id, self.boards.get(assignment.id)
        heard = known is not None and self.hearing.hears_board(name)
        if heard and known is not None and self._chosen_at.get(name) == known.revision and not now:
            return
        if not self._may_ask(name, _BOARDS_APART_SECONDS, now=now):
            return
        if known is not None:
            self._chosen_at[name] = known.revision
        if assignment.students_see != "none" and not heard:
            self._ask_part(partial(self._server.board, name), lambda one: self.boards.update({name: one}))
        self._ask_part(partial(self._look_at_choices, assignment), lambda one: self.choices.update({name: one}))

    def ask_debrief(self, assignment: Assignment, *, now: bool = False) -> None:
        """Ask how the class did in `assignment`, and how oneself beside it; anew whenever there are news."""
        name = assignment.id
        if self._may_ask(_DEBRIEF + name, _HEARD_APART_SECONDS, now=now):
            self._ask_part(partial(self._look_back, assignment), lambda one: self.debriefs.update({name: one}))

    @property
    def is_asking_board(self) -> bool:
        """Whether a board or a debrief is under way."""
        return self._boards_under_way > 0

    def _ask_part(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._boards_under_way += 1

        def came(part: T) -> None:
            self._boards_under_way -= 1
            self.trouble = None
            done(part)

        def failed(why: Message) -> None:
            self._boards_under_way -= 1
            self.trouble = why

        self._errands.ask(work, came, failed)

    def _look_at_choices(self, assignment: Assignment) -> Choices | Message:
        """What was chosen, and the scenario that has its words; or why that cannot be seen."""
        try:
            chosen = self._server.choices(assignment.id)
        except Refused as refused:
            if refused.code == "choices_hidden":
                return sentence_of(refused)
            raise
        self._fetch_words(assignment)
        return chosen

    def _look_back(self, assignment: Assignment) -> ClassDebrief | Message:
        try:
            debrief = self._server.debrief(assignment.id)
        except Refused as refused:
            if refused.code == "debrief_closed":
                return sentence_of(refused)
            raise
        self._fetch_words(assignment)
        return debrief

    def _fetch_words(self, assignment: Assignment) -> None:
        """The scenario, which has the words of what was chosen."""
        if assignment.pack is not None:
            with suppress(CannotFetch):
                self._packs.get(assignment.pack, assignment.scenario_digest, partial(self._server.pack, assignment.id))

    def _ask_in(self, seconds: float) -> None:
        due = self._clock() + seconds
        self._due = due if self._due is None else min(due, self._due)

    def _may_ask(self, what: str, apart: float, *, now: bool) -> bool:
        last = self._asked.get(what)
        if last is not None and self._clock() - last < apart and not now:
            return False
        self._asked[what] = self._clock()
        return True

    def _look(self) -> tuple[Me, list[PlayView]]:
        """What is set, and how those of my plays that count stand now."""
        me = self._server.me()
        counted = [play.play for one in me.assignments for play in one.plays if play.counts]
        return me, [self._server.play(play) for play in counted]

    def _told(self, told: tuple[Me, list[PlayView]]) -> None:
        me, plays = told
        self._asked = {what: at for what, at in self._asked.items() if not what.startswith(_DEBRIEF)}
        self.plays.update({play.play: play for play in plays})
        self.me, self.heard, self.trouble, self.is_asking = me, datetime.now().astimezone(), None, False
        turns = [at for one in me.assignments for at in (one.opens, one.closes) if at is not None and at > me.now]
        if turns:
            self._ask_in((min(turns) - me.now).total_seconds() + _TURN_SECONDS + self._spread)
        with suppress(OSError):
            write_durably(self._file, me.model_dump_json())

    def _failed(self, why: Message) -> None:
        self.trouble, self.is_asking = why, False

    def _recall(self) -> None:
        """What was told before the game was closed, if it was told to the same student."""
        with suppress(OSError, ValueError, ValidationError, RecursionError):
            if self._file.stat().st_size <= _MAX_BYTES:
                known = Me.model_validate(json.loads(self._file.read_text(encoding="utf-8")))
                self.me = known if known.student == self._server.membership.student else None
