"""Listeners of a board, in a process of their own.

    python -m classes.listeners HOST PORT PATH SECONDS TOKEN...

Prints "listening" once all are connected, and at the end a JSON list: the instants at which each was told something.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from time import perf_counter

from classes.wire import request


async def listen(host: str, port: int, path: str, token: str, ready: asyncio.Semaphore) -> list[float]:
    """When events came, until the time is up."""
    reader, writer = await asyncio.open_connection(host, port, limit=2**22)
    writer.write(request("GET", path, host, b"", {"Authorization": f"Bearer {token}"}))
    await reader.readuntil(b"\r\n\r\n")
    ready.release()
    told: list[float] = []
    try:
        while True:
            line = await reader.readline()
            if not line:
                break
            if line.startswith(b"event: board"):
                told.append(perf_counter())
    except asyncio.CancelledError:
        writer.close()
    return told


async def main(host: str, port: int, path: str, seconds: float, tokens: list[str]) -> None:
    """All of them."""
    ready = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(listen(host, port, path, token, ready)) for token in tokens]
    for _ in tasks:
        await ready.acquire()
    print("listening", flush=True)
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(sys.stdin, stop.set)
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
    for task in tasks:
        task.cancel()
    print(json.dumps(await asyncio.gather(*tasks)), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4]), sys.argv[5:]))
