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
from simulator.submission.failure import Refused
from simulator.submission.packs import CannotFetch, ClassPacks
from simulator.submission.server import ClassServer
from simulator.submission.wire.assignments import Assignment, Me
from simulator.submission.wire.board import Board, Choices
from simulator.submission.wire.plays import PlayView

T = TypeVar("T")
_APART_SECONDS = 10.0
_BOARDS_APART_SECONDS = 4.0
"""How long news are new; those of a board that is looked at."""
_MAX_BYTES = 4 * 1024 * 1024


class Looking:
    """News of a class. `me` is what was told last, `heard` when, by the wall clock; None: not since this began.

    `trouble` is why there are no news, None while there are. `boards` and `choices` are by assignment; a choice that
    may not be seen is the sentence of why. `plays` are mine, by their id, as they stand now.
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
        self._asked: dict[str, float] = {}
        self._boards_under_way = 0
        self._recall()

    @property
    def is_online(self) -> bool:
        """Whether the server answered when it was asked last."""
        return self.heard is not None and self.trouble is None

    def assignment(self, assignment_id: str) -> Assignment | None:
        """An assignment by its id."""
        return next((one for one in self.me.assignments if one.id == assignment_id), None) if self.me else None

    def ask(self, *, now: bool = False) -> None:
        """Ask what is set, unless that was done a moment ago."""
        if self._may_ask("", now=now):
            self.is_asking = True
            self._errands.ask(self._look, self._told, self._failed)

    def ask_board(self, assignment: Assignment, *, now: bool = False) -> None:
        """Ask where the class stands in `assignment`, and what it chose if that may be seen."""
        if not self._may_ask(assignment.id, _BOARDS_APART_SECONDS, now=now):
            return
        name = assignment.id
        if assignment.students_see != "none":
            self._ask_part(partial(self._server.board, name), lambda one: self.boards.update({name: one}))
        self._ask_part(partial(self._look_at_choices, assignment), lambda one: self.choices.update({name: one}))

    @property
    def is_asking_board(self) -> bool:
        """Whether a board is under way."""
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
                return Message("sending.said", {"sentence": refused.sentence})
            raise
        if assignment.pack is not None:
            with suppress(CannotFetch):
                self._packs.get(assignment.pack, assignment.scenario_digest, partial(self._server.pack, assignment.id))
        return chosen

    def _may_ask(self, what: str, apart: float = _APART_SECONDS, *, now: bool) -> bool:
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
        self.plays.update({play.play: play for play in plays})
        self.me, self.heard, self.trouble, self.is_asking = me, datetime.now().astimezone(), None, False
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
