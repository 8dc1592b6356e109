"""Server-sent events of boards and classes: told at most twice a second, and nobody waits for somebody slow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Protocol

from simulator.classroom.live.boards import APART_SECONDS, Boards
from simulator.classroom.live.class_news import News
from simulator.submission.wire.news import BOARD_EVENT, CLASS_EVENT, QUIET_SECONDS

_LOOK_SECONDS = 0.25
_Key = tuple[str, ...]


class _Newest(Protocol):
    """What is told."""

    @property
    def revision(self) -> int: ...
    @property
    def body(self) -> bytes: ...


_Look = Callable[[], Awaitable[_Newest]]


class _Channel:
    """One board or class, and everybody who looks at it: each waits for the next revision, and sees the newest only."""

    def __init__(self) -> None:
        self.newest: _Newest | None = None
        self.listeners = 0
        self.changed = asyncio.Event()
        self.watch: asyncio.Task[None] | None = None

    def put(self, made: _Newest) -> None:
        self.newest = made
        self.changed.set()
        self.changed = asyncio.Event()


class Events:
    """The streams of one worker; one task a board or class looks for changes, however many listen."""

    def __init__(self, boards: Boards, news: News) -> None:
        self._boards = boards
        self._news = news
        self._channels: dict[_Key, _Channel] = {}
        self._closing = False

    @property
    def listeners(self) -> int:
        """How many listen."""
        return sum(channel.listeners for channel in self._channels.values())

    def close(self) -> None:
        """End every stream; who listened comes back to a server that runs."""
        self._closing = True
        for channel in self._channels.values():
            channel.changed.set()

    def stream(self, assignment: str, teacher: bool, last: int | None) -> AsyncIterator[bytes]:
        """The board at once, unless revision `last` is it, then each newer one."""
        look = lambda: self._boards.current(assignment, teacher)  # noqa: E731
        return self._stream((BOARD_EVENT, assignment, str(teacher)), BOARD_EVENT, look, last)

    def class_stream(self, class_id: str, last: int | None) -> AsyncIterator[bytes]:
        """That there are news of a class, unless they are those of revision `last`, then each time there are more."""
        return self._stream((CLASS_EVENT, class_id), CLASS_EVENT, lambda: self._news.current(class_id), last)

    async def _stream(self, key: _Key, event: str, look: _Look, last: int | None) -> AsyncIterator[bytes]:
        channel = self._channels.setdefault(key, _Channel())
        channel.listeners += 1
        if channel.watch is None or channel.watch.done():
            channel.watch = asyncio.create_task(self._watch(key, channel, look))
        try:
            yield b"retry: 2000\n\n"
            while not self._closing:
                changed, made = channel.changed, channel.newest
                if made is not None and made.revision != last:
                    last = made.revision
                    yield b"id: %d\nevent: %s\ndata: %s\n\n" % (made.revision, event.encode(), made.body)
                    continue
                try:
                    await asyncio.wait_for(changed.wait(), QUIET_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
        finally:
            channel.listeners -= 1

    async def _watch(self, key: _Key, channel: _Channel, look: _Look) -> None:
        """Look for changes while somebody listens."""
        while channel.listeners and not self._closing:
            pause = _LOOK_SECONDS
            try:
                made = await look()
                if channel.newest is None or made.revision != channel.newest.revision:
                    channel.put(made)
                    pause = APART_SECONDS
            except Exception:  # the database may be away: look again
                pause = 2 * APART_SECONDS
            await asyncio.sleep(pause)
        if self._channels.get(key) is channel:
            del self._channels[key]
