"""The end of a worker: whoever waits for something new is let go at once, for a stop waits for every answer."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class Closing:
    """Waits that end early when the worker is told to stop. Waited for in one event loop, `begin` from its thread."""

    def __init__(self) -> None:
        self.has_begun = False
        self._told = asyncio.Event()

    def begin(self) -> None:
        """Let everybody go."""
        self.has_begun = True
        self._told.set()

    async def wait(self, seconds: float) -> bool:
        """Wait so long at most; whether the worker closes."""
        if not self.has_begun:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), seconds)
        return self.has_begun
