"""That something of a class is another now: students hear of it, and ask for what is theirs."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from simulator.classroom.live.revisions import news_of, revision
from simulator.classroom.store.database import Database
from simulator.submission.wire.news import ClassNews


@dataclass(frozen=True)
class Told:
    """What is told, and the number of its change."""

    revision: int
    body: bytes


class News:
    """The news of every class: the same bytes for all its students, for nothing of one of them stands in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def current(self, class_id: str) -> Told:
        """The news now."""
        number = await asyncio.to_thread(self._database.read, lambda session: revision(session, news_of(class_id)))
        return Told(number, ClassNews(revision=number).model_dump_json().encode())
