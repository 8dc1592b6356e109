"""The rows of an exam's dialogs: asked for over the line, and as they were known last until they come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from simulator.play.rows_json import from_json
from simulator.submission.exam_line import ExamLine

T = TypeVar("T")
_MOST_KEPT = 60


class ExamRows:
    """What `line` told of each question. `pictures` says where the picture of a name is.

    `is_foreign`: something came that is none of our rows; it is left out.
    """

    def __init__(self, line: ExamLine, pictures: Callable[[str], Path]) -> None:
        self.is_foreign = False
        self._line = line
        self._pictures = pictures
        self._rows: dict[str, Any] = {}
        self._asked_at: dict[str, int] = {}

    def made(self, kind: type[T], rows: Any) -> T:
        """Rows of that `kind` from JSON values. ValidationError where they are none."""
        return from_json(kind, rows, self._pictures)

    def fresh(self, question: BaseModel, kind: type[T], *, once: bool = False) -> T | None:
        """The rows of `question` as known last, asked for anew where the exam has moved on; None: not known yet.

        `once`: what never changes is asked for a single time.
        """
        key = question.model_dump_json()
        now = 0 if once else self._line.view.revision
        if self._asked_at.get(key) != now:
            self._asked_at[key] = now
            self._line.ask(question, lambda rows: self._came(key, kind, rows))
        return cast("T | None", self._rows.get(key))

    def ask_again(self) -> None:
        """Ask for everything anew, when it is next wanted."""
        self._asked_at.clear()

    def _came(self, key: str, kind: type[Any], rows: Any) -> None:
        while len(self._rows) >= _MOST_KEPT:
            self._rows.pop(next(iter(self._rows)))
        try:
            self._rows[key] = self.made(kind, rows)
        except ValidationError:
            self.is_foreign = True
