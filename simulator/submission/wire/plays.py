"""A play that is sent, its receipt, and what became of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.submission.wire.base import MOST_TEAM, Answer, Id, Instant, Name, Wire


class Submission(Wire):
    """`POST /assignments/{id}/plays`. `replay` is what `Replay.to_record` gives; only its decisions count.

    `team` are the pseudonyms of those who played along.
    """

    replay: dict[str, Any]
    team: Annotated[tuple[Name, ...], Field(max_length=MOST_TEAM)] = ()


class Receipt(Answer):
    """The play lies on the server's disk. The same request sent again gives the same receipt.

    `late`: received after the closing instant; it is kept, and counts if the teacher accepts it.
    """

    play: Id
    assignment: Id
    attempt: int
    received: Instant
    late: bool
    body_sha256: str


class Score(Answer):
    """The server's own grade, 0..100; every figure None where the scenario is not graded.

    `grade` is the one that counts: the teacher's where there is one (`overridden`), else `overall`.
    """

    overall: float | None
    reactivity: float | None
    transparency: float | None
    tone: float | None
    band: str | None
    grade: float | None
    overridden: bool


class PlayView(Answer):
    """`GET /plays/{id}`. `refusal` is the sentence of why it was refused.

    `place` (from 1) among `ranked` counted plays is told where the assignment lets students see it.
    """

    play: Id
    assignment: Id
    attempt: int
    state: Literal["waiting", "verified", "refused"]
    received: Instant
    late: bool
    counts: bool
    refusal: str | None = None
    refusal_code: str | None = None
    score: Score | None = None
    first_message_minute: int | None = None
    place: int | None = None
    ranked: int | None = None
    comments: tuple[str, ...] = ()
