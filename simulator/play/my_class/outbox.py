"""Plays on their way to the class: handed in once, whatever happens in between, and sent beside the game."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from simulator.durable import write_durably
from simulator.engine.replay import Replay
from simulator.places import reports_folder
from simulator.play.history import BadPlayFile, History
from simulator.play.my_class.tickets import Ticket, Tickets
from simulator.submission.parcel import BadParcel, Parcel
from simulator.submission.sender import Courier, Post, Sender
from simulator.submission.spool import Spoiled, Spool
from simulator.submission.wire.plays import Submission

_KEY_FILE = "key"


class Outbox:
    """The queue of `student`, whose files are in `folder` and sealed by `key`; `post` takes what is sent.

    A play is a file in the queue first, and then its ticket goes. In between, both say the same.
    """

    def __init__(
        self,
        student: str,
        folder: Path,
        key: bytes,
        post: Post,
        tickets: Tickets,
        history: History,
        clock: Callable[[], float],
    ) -> None:
        self._student = student
        self._spool = Spool(folder, key)
        self._tickets = tickets
        self._history = history
        self._courier = Courier(Sender(self._spool, post, clock))
        self._known: tuple[int, tuple[Sequence[Parcel], Sequence[Spoiled]]] | None = None

    @property
    def sender(self) -> Sender:
        """Who sends what waits."""
        return self._courier.sender

    def parcels(self) -> tuple[Sequence[Parcel], Sequence[Spoiled]]:
        """Plays handed in or on their way, the latest first; and files of the queue that are not as they were."""
        if self._known is None or self._known[0] != self._spool.revision:
            self._known = (self._spool.revision, self._spool.parcels())
        return self._known[1]

    @property
    def unsent(self) -> Sequence[str]:
        """The names of those that no server has yet."""
        good, bad = self.parcels()
        return [*(parcel.name for parcel in good if parcel.state == "waiting"), *(one.name for one in bad)]

    def state(self) -> tuple[object, ...]:
        """All that is to be seen of it."""
        return self.sender.sending, self.parcels(), tuple(self.sender.troubles.items())

    def hand_in(self, ticket: Ticket, replay: Replay) -> None:
        """Put a play of this student into the queue; one that is there already stays as it is. Raises OSError."""
        if ticket.student != self._student:
            return
        if not self._is_queued(ticket.name):
            body = Submission(replay=replay.to_record(), team=ticket.team).model_dump_json()
            self._spool.put(
                Parcel(
                    name=ticket.name,
                    student=ticket.student,
                    assignment=ticket.assignment,
                    title=ticket.title,
                    attempt=ticket.attempt,
                    key=ticket.key,
                    body=body,
                    finished=datetime.now().astimezone(),
                )
            )
        self._tickets.remove(ticket.name)
        self._courier.wake()

    def sweep(self, is_going_on: Callable[[str], bool]) -> None:
        """Hand in what was over when the game was killed, and send what waits. Tickets of plays that are gone go too.

        Raises OSError.
        """
        try:
            for ticket in self._tickets.all():
                if ticket.student != self._student or is_going_on(ticket.name):
                    continue
                try:
                    self.hand_in(ticket, self._history.replay(ticket.name))
                except BadPlayFile:
                    self._tickets.remove(ticket.name)
        finally:
            if any(not parcel.is_settled for parcel in self.parcels()[0]):
                self._courier.wake()

    def hurry(self) -> None:
        """Try everything again at once."""
        self.sender.hurry()
        self._courier.wake()

    def export(self, name: str) -> Path:
        """Put a play of the queue among the reports, to be handed in by other means; its file. Raises OSError."""
        file = reports_folder() / f"{name}.badbuzz-play.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self._spool.path(name), file)
        return file

    def close(self) -> None:
        """Send nothing more; what waits is sent by the next game."""
        self._courier.stop()

    def _is_queued(self, name: str) -> bool:
        try:
            return self._spool.get(name) is not None
        except BadParcel:
            return True


def kept_key(folder: Path, fresh: str) -> str:
    """The key that seals the queue in `folder`, as 64 hexadecimal digits; `fresh` where there is none yet.

    It outlives a membership: who comes back to a class finds their own plays as they were sealed. Raises OSError.
    """
    file = folder / _KEY_FILE
    with suppress(OSError, ValueError):
        found = file.read_text(encoding="ascii").strip()
        if len(bytes.fromhex(found)) == len(bytes.fromhex(fresh)):
            return found
    write_durably(file, fresh + "\n")
    with suppress(OSError):
        file.chmod(0o600)
    return fresh
