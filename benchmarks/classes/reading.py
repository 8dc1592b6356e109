"""How often a second a board can be read, and what the framework alone does."""

from __future__ import annotations

import asyncio
import json
import random
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from sqlalchemy import insert
from sqlalchemy.orm import Session

from classes.server import HERE, Served
from classes.wire import Line
from simulator.classroom.ids import new_id
from simulator.classroom.store.people import Student
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.work.assignments import Plan
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.submission.wire.base import API

_SECONDS = 5
_BARE = """
from fastapi import FastAPI
app = FastAPI(docs_url=None, redoc_url=None)

@app.get("/board")
async def board() -> dict[str, str]:
    return {"status": "ok"}
"""


def board_reads(server: Served, results: int) -> float:
    """Reads a second of the board of so many verified plays."""
    code, assignment = server.set_up(load_scenario(shipped("scenarios") / "rappel-tardif"), Plan(students_see="names"))

    async def joined() -> str:
        line = Line(server.host, server.port)
        body = json.dumps({"code": code, "pseudonym": "A reader"}).encode()
        token: str = (await line.ask("POST", f"{API}/join", body)).json()["token"]
        line.close()
        return token

    token = asyncio.run(joined())
    server.database.write(lambda session: _fill(session, assignment, results))
    return _reads(server.host, server.port, f"{API}/assignments/{assignment}/board", token)


def bare_reads(room: Path) -> float:
    """Reads a second of an endpoint that does nothing, served as the class server is."""
    (room / "bare.py").write_text(_BARE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [
        sys.executable,
        "-m",
        "uvicorn",
        "bare:app",
        "--port",
        str(port),
        "--no-access-log",
        "--log-level",
        "error",
    ]
    process = subprocess.Popen(words, cwd=room)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.1)
        return _reads("127.0.0.1", port, "/board", "none")
    finally:
        process.terminate()
        process.wait(20)


def _reads(host: str, port: int, path: str, token: str) -> float:
    words = [sys.executable, "-m", "classes.readers", host, str(port), path, token, str(_SECONDS)]
    return float(subprocess.run(words, cwd=HERE, check=True, capture_output=True, text=True).stdout)


def _fill(session: Session, assignment_id: str, results: int) -> None:
    """Students and verified plays, put in as they would stand there after their verification."""
    assignment, now, chance = session.get_one(Assignment, assignment_id), datetime.now(UTC), random.Random(1)
    students = [new_id() for _ in range(results)]
    session.execute(
        insert(Student),
        [
            {
                "id": name,
                "class_id": assignment.class_id,
                "pseudonym": f"Student {number}",
                "folded": f"student {number}",
                "key_generation": 0,
                "listed": True,
                "joined": now,
                "created": now,
            }
            for number, name in enumerate(students)
        ],
    )
    session.execute(
        insert(Play),
        [
            {
                "assignment_id": assignment_id,
                "student_id": name,
                "attempt": 1,
                "idempotency_key": "the-only-play",
                "body_sha256": name,
                "replay": b"",
                "decisions_digest": name,
                "received": now,
                "late": False,
                "state": "verified",
                "counts": True,
                "grade": (grade := 100 * chance.random()),
                "overall": grade,
                "reactivity": 100 * chance.random(),
                "transparency": 100 * chance.random(),
                "tone": 100 * chance.random(),
                "band": "sound",
                "first_message_minute": chance.randrange(300),
                "verified_at": now,
            }
            for name in students
        ],
    )
