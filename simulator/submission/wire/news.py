"""What is told as it changes, by server-sent events; `Last-Event-ID` resumes where one was."""

from __future__ import annotations

from simulator.submission.wire.base import Answer

BOARD_EVENT = "board"
"""`GET /assignments/{id}/events`: its data is the `Board`."""
CLASS_EVENT = "class"
"""`GET /me/events`: its data is `ClassNews`."""
QUIET_SECONDS = 15.0
"""A server says a word that means nothing whenever it had nothing to say for so long."""


class ClassNews(Answer):
    """Something that `GET /me` or a debrief tells is another now: the `revision` rises with each change."""

    revision: int
