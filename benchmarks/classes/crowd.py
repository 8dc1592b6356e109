"""A class that ends at once: everybody sends, everybody looks."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from bisect import bisect_left
from dataclasses import dataclass
from time import perf_counter

from sqlalchemy import func, select

from classes.server import HERE, Served
from classes.wire import Answer, Line
from simulator.classroom.store.work import Play
from simulator.classroom.work.assignments import Plan
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.submission.wire.base import API

_PATIENCE = 300.0
_SURELY = 30.0
"""Seconds after which a board on which nothing waits has come to its end."""


@dataclass(frozen=True)
class Outcome:
    """What came of it. `receipts` are the seconds of each acknowledged play.

    `events_a_second` is the most that any listener was told in one second, `events` what each was told in all.
    """

    students: int
    sent_within: float
    receipts: tuple[float, ...]
    verified: int
    verified_after: float
    lost: int
    doubled: int
    events_a_second: float
    events: float


async def class_ends(server: Served, bodies: list[bytes], seed: int) -> Outcome:
    """Each of `bodies` is sent by a student of its own, spread over one second."""
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    code, assignment = server.set_up(loaded, Plan(seed=seed, students_see="board"))
    tokens = [await _joined(server, code, number) for number in range(len(bodies))]
    path = f"{API}/assignments/{assignment}"
    words = [sys.executable, "-m", "classes.listeners", server.host, str(server.port), f"{path}/events"]
    words += [str(_PATIENCE), *tokens]
    listeners = subprocess.Popen(
        words,
        cwd=HERE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert listeners.stdout is not None and listeners.stdin is not None
    assert await asyncio.to_thread(listeners.stdout.readline) == "listening\n"
    lines = [Line(server.host, server.port) for _ in bodies]
    await asyncio.gather(*(line.open() for line in lines))
    began = perf_counter()
    sendings = [
        _sent(line, f"{path}/plays", token, body, began + place / len(bodies))
        for place, (line, token, body) in enumerate(zip(lines, tokens, bodies, strict=True))
    ]
    answers = await asyncio.gather(*sendings)
    sent_within = max(instant for instant, _ in answers) - began
    verified_after = await _all_verified(server, path, tokens[0], len(bodies), began)
    await asyncio.sleep(1.5)
    listeners.stdin.write("\n")
    listeners.stdin.flush()
    told: list[list[float]] = json.loads(await asyncio.to_thread(listeners.stdout.read))
    for line in lines:
        line.close()
    kept = server.database.read(
        lambda session: (
            session.scalar(select(func.count()).where(Play.assignment_id == assignment)) or 0,
            session.scalar(select(func.count(func.distinct(Play.student_id))).where(Play.assignment_id == assignment))
            or 0,
            session.scalar(select(func.count()).where(Play.assignment_id == assignment, Play.counts.is_(True))) or 0,
        )
    )
    acknowledged = [answer.seconds for _, answer in answers if answer.status == 202]
    return Outcome(
        students=len(bodies),
        sent_within=sent_within,
        receipts=tuple(acknowledged),
        verified=kept[2],
        verified_after=verified_after,
        lost=max(0, len(acknowledged) - kept[1]),
        doubled=kept[0] - kept[1],
        events_a_second=max((_most_in_a_second(one) for one in told), default=0),
        events=sum(map(len, told)) / max(1, len(told)),
    )


async def _joined(server: Served, code: str, number: int) -> str:
    line = Line(server.host, server.port)
    body = json.dumps({"code": code, "pseudonym": f"Student {number}", "listed": True}).encode()
    answer = await line.ask("POST", f"{API}/join", body)
    line.close()
    assert answer.status == 201, answer
    token: str = answer.json()["token"]
    return token


async def _sent(line: Line, path: str, token: str, body: bytes, at: float) -> tuple[float, Answer]:
    """When it was sent, and what was answered."""
    await asyncio.sleep(max(0.0, at - perf_counter()))
    instant = perf_counter()
    answer = await line.ask("POST", path, body, Authorization=f"Bearer {token}", Idempotency_Key="the-only-play")
    return instant, answer


async def _all_verified(server: Served, path: str, token: str, count: int, began: float) -> float:
    line = Line(server.host, server.port)
    while perf_counter() - began < _PATIENCE:
        answer = await line.ask("GET", f"{path}/board", Authorization=f"Bearer {token}")
        if answer.json()["verified"] == count or (answer.json()["waiting"] == 0 and perf_counter() - began > _SURELY):
            break
        await asyncio.sleep(0.5)
    line.close()
    return perf_counter() - began


def _most_in_a_second(instants: list[float]) -> float:
    """The most events in any stretch of a second, but for a hair: two half seconds apart are two."""
    first = 1  # what stood there already is told at once, and is no change
    return max(
        (bisect_left(instants, one + 0.99) - place for place, one in enumerate(instants[first:], first)), default=0
    )
