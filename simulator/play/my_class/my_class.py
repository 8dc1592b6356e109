"""The class that one is in, as the front ends see it: it answers at once, and does what takes time beside."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from simulator.engine.replay import recorded
from simulator.engine.run import Run
from simulator.locale import Language, Message
from simulator.play.edition import Edition
from simulator.play.history import History
from simulator.play.my_class.errands import CannotDo, Errands
from simulator.play.my_class.exam_by_line import ExamByLine
from simulator.play.my_class.exam_pictures import ExamPictures
from simulator.play.my_class.exam_session import ExamSession
from simulator.play.my_class.joining import Joining
from simulator.play.my_class.looking import Looking
from simulator.play.my_class.outbox import Outbox, kept_key
from simulator.play.my_class.preparing import prepared
from simulator.play.my_class.ready import ExamReady, PlayReady
from simulator.play.my_class.tickets import Ticket, Tickets
from simulator.submission.address import Address
from simulator.submission.connection import Connection
from simulator.submission.exam_line import ExamLine
from simulator.submission.membership import BadMembership, Membership, MembershipFile, membership_of
from simulator.submission.packs import ClassPacks
from simulator.submission.parcel import Parcel
from simulator.submission.sender import Sender
from simulator.submission.server import ClassServer, join_class
from simulator.submission.spool import Spoiled
from simulator.submission.wire.assignments import Assignment, Me
from simulator.submission.wire.board import Board
from simulator.submission.wire.joining import Joined

Exam = TypeVar("Exam", bound=ExamSession)


class MyClass:
    """The class of the user whose data folder has `folder`. Everything is called from the front end's thread.

    `revision` rises whenever something to show may have changed; `poll` takes in what was done beside. `problem` is
    why something could not be done just now, None when it could; `busy` what goes on: "joining", "preparing", "".
    """

    def __init__(
        self,
        folder: Path,
        history: History,
        language: Callable[[], Language] = lambda: "fr",
        errands: Errands | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.revision = 0
        self.problem: Message | None = None
        self.busy = ""
        self.ready: PlayReady | ExamReady | None = None
        self.looking: Looking | None = None
        """What is known of the class from its server, None while one is in none."""
        self._clock = clock
        self._folder = folder
        self._history = history
        self._language = language
        self._errands = errands or Errands()
        self._file = MembershipFile(folder / "class.json")
        self.packs = ClassPacks(folder / "packs")
        self.tickets = Tickets(folder / "begun")
        self.outbox: Outbox | None = None
        """What is on its way to the class, None while one is in none."""
        self._server: ClassServer | None = None
        self._joining = Joining()
        self._shown: tuple[object, ...] = ()
        self._edition: Edition | None = None
        try:
            found = self._file.load()
        except BadMembership as error:
            self.problem = error.message
        else:
            if found is not None:
                self._enter(found)

    # -- what is known

    @property
    def membership(self) -> Membership | None:
        """Who one is in which class, None in none."""
        return self._server.membership if self._server is not None else None

    @property
    def me(self) -> Me | None:
        """What the server told of the class last."""
        return self.looking.me if self.looking is not None else None

    @property
    def sender(self) -> Sender | None:
        """Who sends what waits."""
        return self.outbox.sender if self.outbox is not None else None

    def parcels(self) -> tuple[Sequence[Parcel], Sequence[Spoiled]]:
        """Plays handed in or on their way, the latest first; and files of the queue that are not as they were."""
        return self.outbox.parcels() if self.outbox is not None else ((), ())

    def parcel(self, play_id: str) -> Parcel | None:
        """The parcel of the play `play_id`, None where it was played for no class."""
        return next((parcel for parcel in self.parcels()[0] if parcel.name == play_id), None)

    def board_of(self, play_id: str) -> Board | None:
        """Where the class stands in what a play was played for, asked for beside; None until it is known."""
        self.poll()
        parcel, looking = self.parcel(play_id), self.looking
        assignment = looking.assignment(parcel.assignment) if parcel is not None and looking is not None else None
        if assignment is None or looking is None:
            return None
        looking.ask_board(assignment)
        return looking.boards.get(assignment.id)

    @property
    def unsent(self) -> int:
        """How many plays no server has yet."""
        return len(self.outbox.unsent) if self.outbox is not None else 0

    def edition(self, assignment: Assignment) -> Edition | None:
        """The scenario of an assignment, if it is at hand: nothing is read."""
        loaded = self.packs.at_hand(assignment.pack) if assignment.pack is not None else None
        if loaded is None:
            return None
        if self._edition is None or self._edition.loaded is not loaded:
            self._edition = Edition(loaded)
        return self._edition

    def clock(self) -> float:
        """Seconds that only rise, by which it says when something is tried again."""
        return self._clock()

    # -- each frame

    def poll(self) -> None:
        """Take in what was done beside."""
        taken = self._errands.poll()
        taken = (self.looking is not None and self.looking.hear()) or taken
        shown = self.outbox.state() if self.outbox is not None else ()
        if taken or shown != self._shown:
            self._shown = shown
            self.revision += 1

    def look(self, *, now: bool = False) -> None:
        """Ask for news of the class, unless that was done a moment ago; who looks on hears of them by and by."""
        if self.looking is not None:
            if not now:
                self.looking.hearing.begin()
            self.looking.ask(now=now)
        if now and self.outbox is not None:
            self.outbox.hurry()

    def watch_board(self, assignment_id: str | None) -> None:
        """Hear of each change of that board while it is looked at; None: of none."""
        if self.looking is not None:
            self.looking.hearing.watch(assignment_id)

    # -- joining and leaving

    def join(
        self,
        typed: str,
        code: str,
        pseudonym: str,
        *,
        roster_number: str = "",
        rejoin: str = "",
        listed: bool = False,
        ca_file: str = "",
    ) -> None:
        """Join the class of a link, or of an address and a code. Sent again unchanged, it is the same student."""
        self.problem = None
        self.revision += 1
        try:
            address, asked, key = self._joining.request(typed, code, pseudonym, roster_number, rejoin, listed=listed)
        except CannotDo as error:
            self.problem = error.message
            return
        connection = self._connection(address, ca_file)
        self.busy = "joining"

        def work() -> Membership:
            joined: Joined = join_class(connection, asked, key)
            made = membership_of(joined, address, asked.code, ca_file)
            made = replace(made, key=kept_key(self._queue(made), made.key))
            self._file.save(made)
            return made

        self._errands.ask(work, self._entered, self._failed)

    def leave(self) -> Path | None:
        """Leave the class here; the server keeps what it has. Plays that it has not are put among the reports.

        The folder they are in, None where there were none. Raises OSError: then one stays.
        """
        outbox = self.outbox
        written = [outbox.export(name) for name in outbox.unsent] if outbox is not None else []
        self._file.forget()
        self.close()
        if self._server is not None:
            self._server.close()
        self._server = self.outbox = self.looking = None
        self.revision += 1
        return written[0].parent if written else None

    def be_listed(self, listed: bool) -> None:
        """Whether others may see my pseudonym on boards."""
        server, looking = self._server, self.looking
        if server is not None and looking is not None:
            self._errands.ask(lambda: server.be_listed(listed), lambda _: looking.ask(now=True), self._failed)

    # -- playing

    def prepare(self, assignment_id: str, team: tuple[str, ...] = ()) -> None:
        """Have all that a play of an assignment needs; `ready` is it then. `team`: who plays along."""
        server = self._server
        assignment = self.looking.assignment(assignment_id) if self.looking is not None else None
        if server is None or assignment is None:
            return
        self.problem, self.ready, self.busy = None, None, "preparing"
        self.revision += 1
        self._errands.ask(lambda: prepared(server, self.packs, assignment, team), self._prepared, self._failed)

    def take_ready(self) -> PlayReady | ExamReady | None:
        """What was prepared, once."""
        ready, self.ready = self.ready, None
        return ready

    def sit(self, ready: ExamReady) -> ExamSession:
        """The exam that was prepared, its line held until it is left."""
        session = self._seated(ExamSession, ready)
        session.line.begin()
        return session

    def sit_by_line(self, ready: ExamReady) -> ExamByLine:
        """The same for a front end that waits for each answer."""
        session = self._seated(ExamByLine, ready)
        session.line.begin(speaks=False)
        return session

    def _seated(self, kind: type[Exam], ready: ExamReady) -> Exam:
        assert self._server is not None
        line = ExamLine(self._server, ready.assignment.id, ready.view, self._clock)
        pictures = ExamPictures(self._server, self._errands, ready.assignment.id, self._folder / "pictures")
        return kind(line, ready.rows, pictures.place)

    def hand_in(self, ticket: Ticket, run: Run) -> None:
        """Put a play that is over into the queue. Raises OSError: the ticket then stays, and it is done later."""
        if self.outbox is not None:
            self.outbox.hand_in(ticket, recorded(run))
            self.revision += 1

    def sweep(self, is_going_on: Callable[[str], bool]) -> None:
        """Hand in what was over when the game was killed, if anything; the disk may refuse: then another time."""
        try:
            if self.outbox is not None:
                self.outbox.sweep(is_going_on)
        except OSError as error:
            self.problem = Message("sending.disk", {"reason": error.strerror or type(error).__name__})

    def export(self, name: str) -> Path:
        """Put a play of the queue among the reports, to be handed in by other means; its file. Raises OSError."""
        assert self.outbox is not None
        return self.outbox.export(name)

    def close(self) -> None:
        """Send nothing more from here; what waits is sent by the next game."""
        if self.outbox is not None:
            self.outbox.close()
        if self.looking is not None:
            self.looking.hearing.stop()

    # -- what errands come to

    def _entered(self, membership: Membership) -> None:
        self.busy = ""
        self._enter(membership)
        self.look(now=True)

    def _prepared(self, ready: PlayReady | ExamReady) -> None:
        self.busy, self.ready = "", ready

    def _failed(self, why: Message) -> None:
        self.busy, self.problem = "", why

    def _enter(self, membership: Membership) -> None:
        self._server = server = ClassServer(
            self._connection(membership.address, membership.ca_file), membership, self._file.save
        )
        self.outbox = Outbox(
            membership.student,
            self._queue(membership),
            membership.seal_key,
            server,
            self.tickets,
            self._history,
            self._clock,
        )
        self.looking = Looking(server, self._errands, self._folder / "known.json", self.packs, self._clock)
        self.revision += 1

    def _connection(self, address: Address, ca_file: str) -> Connection:
        return Connection(address, Path(ca_file) if ca_file else None, self._language)

    def _queue(self, membership: Membership) -> Path:
        return self._folder / "queue" / membership.student
