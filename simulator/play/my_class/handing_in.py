"""A play that is over becomes a parcel in the queue, once, whatever happens in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from simulator.engine.replay import Replay
from simulator.play.history import BadPlayFile, History
from simulator.play.my_class.tickets import Ticket, Tickets
from simulator.submission.parcel import BadParcel, Parcel
from simulator.submission.spool import Spool
from simulator.submission.wire.plays import Submission


class HandingIn:
    """Hands plays in: a file in the queue first, then the ticket goes. In between, both say the same."""

    def __init__(self, spool: Spool, tickets: Tickets, history: History) -> None:
        self._spool = spool
        self._tickets = tickets
        self._history = history

    def hand_in(self, ticket: Ticket, replay: Replay) -> None:
        """Put a play into the queue; one that is there already stays as it is. Raises OSError."""
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

    def sweep(self, student: str, is_going_on: Callable[[str], bool]) -> int:
        """Hand in what was over when the game was killed; how many. Tickets of plays that are gone go too."""
        handed_in = 0
        for ticket in self._tickets.all():
            if ticket.student != student or is_going_on(ticket.name):
                continue
            try:
                replay = self._history.replay(ticket.name)
            except BadPlayFile:
                self._tickets.remove(ticket.name)
                continue
            self.hand_in(ticket, replay)
            handed_in += 1
        return handed_in

    def _is_queued(self, name: str) -> bool:
        try:
            return self._spool.get(name) is not None
        except BadParcel:
            return True
