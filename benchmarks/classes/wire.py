"""Plain HTTP/1.1 over asyncio: an asker that costs a tenth of a library's, on a machine that the server shares."""

from __future__ import annotations

import asyncio
import json
from time import perf_counter
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """Status, body, and seconds from the first byte sent to the last one read."""

    status: int
    body: bytes
    seconds: float

    def json(self) -> Any:
        return json.loads(self.body)


class Line:
    """One connection, kept open."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def open(self) -> None:
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port, limit=2**22)

    async def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """Ask, and wait for the whole answer."""
        if self._writer is None:
            await self.open()
        reader, writer = self._reader, self._writer
        assert reader is not None and writer is not None
        began = perf_counter()
        writer.write(request(method, path, self._host, body, headers))
        head = await reader.readuntil(b"\r\n\r\n")
        length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"), 0)
        content = await reader.readexactly(length)
        return Answer(int(head[9:12]), content, perf_counter() - began)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()


def request(method: str, path: str, host: str, body: bytes, headers: dict[str, str]) -> bytes:
    """A request as it goes over the line; `_` in a header's name is a hyphen."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
    if body:
        lines.append("Content-Type: application/json")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body
