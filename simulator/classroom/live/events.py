"""Server-sent events of boards: whoever looks is told at most twice a second, and never waits for somebody slow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from simulator.classroom.live.boards import APART_SECONDS, Boards, Key, Made

_QUIET_SECONDS = 15
"""A word that means nothing, so that proxies keep the connection."""
_LOOK_SECONDS = 0.25


class _Channel:
    """One board, and everybody who looks at it: each waits for the next revision, and sees the newest only."""

    def __init__(self) -> None:
        self.newest: Made | None = None
        self.listeners = 0
        self.changed = asyncio.Event()
        self.watch: asyncio.Task[None] | None = None

    def put(self, made: Made) -> None:
        self.newest = made
        self.changed.set()
        self.changed = asyncio.Event()


class Events:
    """The streams of one worker; one task a board looks for changes, however many listen."""

    def __init__(self, boards: Boards) -> None:
        self._boards = boards
        self._channels: dict[Key, _Channel] = {}
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

    async def stream(self, assignment: str, teacher: bool, last: int | None) -> AsyncIterator[bytes]:
        """The board at once, unless revision `last` is it, then each newer one."""
        key = (assignment, teacher)
        channel = self._channels.setdefault(key, _Channel())
        channel.listeners += 1
        if channel.watch is None or channel.watch.done():
            channel.watch = asyncio.create_task(self._watch(key, channel))
        try:
            yield b"retry: 2000\n\n"
            while not self._closing:
                changed, made = channel.changed, channel.newest
                if made is not None and made.revision != last:
                    last = made.revision
                    yield b"id: %d\nevent: board\ndata: %s\n\n" % (made.revision, made.body)
                    continue
                try:
                    await asyncio.wait_for(changed.wait(), _QUIET_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
        finally:
            channel.listeners -= 1

    async def _watch(self, key: Key, channel: _Channel) -> None:
        """Look for changes while somebody listens."""
        while channel.listeners and not self._closing:
            pause = _LOOK_SECONDS
            try:
                made = await self._boards.current(*key)
                if channel.newest is None or made.revision != channel.newest.revision:
                    channel.put(made)
                    pause = APART_SECONDS
            except Exception:  # the database may be away: look again
                pause = 2 * APART_SECONDS
            await asyncio.sleep(pause)
        if self._channels.get(key) is channel:
            del self._channels[key]
