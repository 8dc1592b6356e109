"""What a class is asked to play."""

from __future__ import annotations

from typing import Any, Literal

from simulator.submission.wire.base import Answer, Counting, Id, Instant, LostConnection, Mode, Sees

Standing = Literal["waiting", "open", "paused", "closed"]
"""Not open yet, open, paused with its class, or past its closing instant."""


class PlayState(Answer):
    """One of my plays, in short. `counts`: it is the one that is graded."""

    play: Id
    attempt: int
    state: Literal["waiting", "verified", "refused"]
    late: bool
    counts: bool


class Assignment(Answer):
    """`pack` is the digest of the scenario's pack, to be fetched once, None in an exam: the run stays on the server.

    `attempts` is how many plays may be sent, None: any number. `rubric` are the weights that this class grades by, as
    in a scenario file, None: the scenario's own. `plays` are mine. `on_lost_connection` is an exam's rule;
    `exam_begun`: I have begun it, and it can be gone on with.
    """

    id: Id
    title: str
    scenario: str
    scenario_title: str
    scenario_digest: str
    engine_version: int
    pack: str | None
    mode: Mode
    standing: Standing
    started: bool
    opens: Instant | None
    closes: Instant | None
    attempts: int | None
    counting: Counting
    students_see: Sees
    choices_revealed: bool
    debrief_open: bool
    rubric: dict[str, Any] | None
    plays: tuple[PlayState, ...] = ()
    on_lost_connection: LostConnection | None = None
    exam_begun: bool = False


class Me(Answer):
    """`GET /me`. `factor` is my own accommodation: 1.33 is a third more time, 0 untimed; nobody else is told."""

    student: Id
    pseudonym: str
    listed: bool
    class_name: str
    language: str
    paused: bool
    factor: float
    now: Instant
    assignments: tuple[Assignment, ...]


class Start(Answer):
    """`POST /assignments/{id}/start`: the world of a practice play. `now` is the server's clock."""

    seed: int
    attempt: int
    factor: float
    now: Instant
    closes: Instant | None
