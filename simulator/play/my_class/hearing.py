"""What a class's server tells by itself, heard in threads of their own and taken in between two frames."""

from __future__ import annotations

from functools import partial
from queue import SimpleQueue

from pydantic import ValidationError

from simulator.submission.listener import Listener
from simulator.submission.server import ClassServer
from simulator.submission.stream import Heard
from simulator.submission.wire.board import Board
from simulator.submission.wire.news import BOARD_EVENT, CLASS_EVENT


class Hearing:
    """Hears `server`: that there are news of the class, and the board that is watched. Nothing until it is begun."""

    def __init__(self, server: ClassServer) -> None:
        self._server = server
        self._name = server.membership.student
        self._came: SimpleQueue[Board | None] = SimpleQueue()
        self._class: Listener | None = None
        self._board: tuple[str, Listener] | None = None

    @property
    def hears_class(self) -> bool:
        """Whether news of the class will be heard."""
        return self._class is not None and self._class.is_live

    def hears_board(self, assignment: str) -> bool:
        """Whether changes of that board will be heard."""
        return self._board is not None and self._board[0] == assignment and self._board[1].is_live

    def begin(self) -> None:
        """Hear the class, if that is not done already."""
        if self._class is None:
            self._class = Listener(self._name, self._server.class_events, self._heard)
            self._class.begin()

    def watch(self, assignment: str | None) -> None:
        """Hear the board of `assignment`, and no other; None: no board."""
        if self._board is not None and self._board[0] != assignment:
            self._board[1].stop()
            self._board = None
        if self._board is None and assignment is not None:
            listen = partial(self._server.board_events, assignment)
            self._board = (assignment, Listener(f"{self._name} {assignment}", listen, self._heard))
            self._board[1].begin()

    def poll(self) -> tuple[bool, tuple[Board, ...]]:
        """Whether there are news of the class since the last time, and the boards that came."""
        came = []
        while not self._came.empty():
            came.append(self._came.get())
        return None in came, tuple(board for board in came if board is not None)

    def stop(self) -> None:
        """Hear nothing any more."""
        if self._class is not None:
            self._class.stop()
        self.watch(None)

    def _heard(self, heard: Heard) -> None:
        """In the thread that listens: what is long to read is read here."""
        if heard.event == CLASS_EVENT:
            self._came.put(None)
        elif heard.event == BOARD_EVENT:
            try:
                self._came.put(Board.model_validate_json(heard.data))
            except ValidationError:
                return  # what a newer server says is asked for, and then told to be foreign
