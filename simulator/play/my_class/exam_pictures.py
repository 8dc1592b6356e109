"""The pictures of an exam: asked for when they are first shown, kept as files."""

from __future__ import annotations

from pathlib import Path

from simulator.durable import write_durably
from simulator.play.my_class.errands import Errands
from simulator.submission.server import ClassServer

_SUFFIXES = (".png", ".jpg", ".svg")


class ExamPictures:
    """The pictures of the exam of `assignment`, under `folder`."""

    def __init__(self, server: ClassServer, errands: Errands, assignment: str, folder: Path) -> None:
        self._server = server
        self._errands = errands
        self._assignment = assignment
        self._folder = folder / assignment
        self._asked: set[str] = set()

    def place(self, name: str) -> Path:
        """Where the picture `name` is, or will be once it has come."""
        name = Path(name).name
        file = self._folder / name
        if name not in self._asked and file.suffix in _SUFFIXES and not file.exists():
            self._asked.add(name)
            self._errands.ask(lambda: self._fetch(name, file), lambda _: None, lambda _: self._again(name))
        return file

    def _fetch(self, name: str, file: Path) -> None:
        write_durably(file, self._server.picture(self._assignment, name))

    def _again(self, name: str) -> None:
        """It may be asked for another time."""
        self._asked.discard(name)
