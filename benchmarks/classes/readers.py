"""Readers of one address, in a process of their own.

    python -m classes.readers HOST PORT PATH TOKEN SECONDS

Prints how many answers of 200 came a second, over 16 connections that each ask again as soon as they are answered.
"""

from __future__ import annotations

import asyncio
import sys
from time import perf_counter

from classes.wire import request

_CONNECTIONS = 16


class Reader(asyncio.Protocol):
    """Asks, counts, asks again. Answers are told apart by their length alone."""

    def __init__(self, asked: bytes) -> None:
        self._asked = asked
        self._awaited = 0
        self.count = 0
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self._asked)

    def data_received(self, data: bytes) -> None:
        assert self.transport is not None
        if self._awaited <= 0:
            assert data.startswith(b"HTTP/1.1 200"), data[:300]
            head, _, body = data.partition(b"\r\n\r\n")
            low = head.lower()
            place = low.index(b"content-length:") + 15
            self._awaited = int(low[place:].split(b"\r\n", 1)[0]) - len(body)
        else:
            self._awaited -= len(data)
        if self._awaited <= 0:
            self.count += 1
            self.transport.write(self._asked)


async def main(host: str, port: int, path: str, token: str, seconds: float) -> None:
    """All of them."""
    asked = request("GET", path, host, b"", {"Authorization": f"Bearer {token}", "Accept-Encoding": "gzip"})
    loop, readers = asyncio.get_running_loop(), [Reader(asked) for _ in range(_CONNECTIONS)]
    for reader in readers:
        await loop.create_connection(lambda reader=reader: reader, host, port)
    await asyncio.sleep(0.5)
    before, began = sum(reader.count for reader in readers), perf_counter()
    await asyncio.sleep(seconds)
    print((sum(reader.count for reader in readers) - before) / (perf_counter() - began))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], float(sys.argv[5])))
