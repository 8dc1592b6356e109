"""A post office that takes plays, loses answers and stays closed as the test wants; and parcels to give it."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from simulator.submission.failure import NoAnswer, Refused
from simulator.submission.parcel import Parcel
from simulator.submission.wire.plays import PlayView, Receipt
from simulator.submission.wire.problem import Problem

KEY = bytes(range(32))
STUDENT, ASSIGNMENT, PLAY = "0" * 26, "A" * 26, "1" * 26
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def parcel(name: str = "a-play", body: str = '{"replay": {}, "team": []}') -> Parcel:
    """A play that waits."""
    return Parcel(name, STUDENT, ASSIGNMENT, "Exercice", 1, f"key-of-{name}", body, NOON)


def refusal(code: str, status: int, retry_after: int | None = None) -> Refused:
    """What a server answers."""
    return Refused(Problem(title="No", status=status, detail=f"Non : {code}.", code=code, retry_after=retry_after))


class Office:
    """Takes plays as a server does: the same key and body, the same receipt. `fails` are raised first, one a call.

    `loses` answers are lost after the play was taken.
    """

    def __init__(self) -> None:
        self.taken: dict[str, Receipt] = {}
        self.fails: list[Exception] = []
        self.loses = 0
        self.calls: list[str] = []
        self.verdicts: dict[str, PlayView] = {}

    def send(self, assignment: str, body: str, key: str) -> Receipt:
        self.calls.append(f"send {key}")
        if self.fails:
            raise self.fails.pop(0)
        digest = sha256(body.encode()).hexdigest()
        if key in self.taken and self.taken[key].body_sha256 != digest:
            raise refusal("key_reused", 409)
        play = f"{len(self.taken) + 1:026d}"
        receipt = Receipt(play=play, assignment=assignment, attempt=1, received=NOON, late=False, body_sha256=digest)
        receipt = self.taken.setdefault(key, receipt)
        if self.loses:
            self.loses -= 1
            raise NoAnswer("slow", host="server")
        return receipt

    def play(self, play: str) -> PlayView:
        self.calls.append(f"play {play}")
        if self.fails:
            raise self.fails.pop(0)
        waiting = PlayView(play=play, assignment=ASSIGNMENT, attempt=1, state="waiting", received=NOON, late=False,
                           counts=False)  # fmt: skip
        return self.verdicts.get(play, waiting)
