"""A finished play on its way to the server: sealed on the disk, so that what was changed in the file is noticed."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from simulator.locale import Message
from simulator.submission.wire.base import Id, Key
from simulator.submission.wire.plays import PlayView, Receipt

KIND = "badbuzz play to hand in"
FORMAT = 1
State = Literal["waiting", "received", "verified", "refused"]
"""Not acknowledged yet; on the server's disk; lived again and graded there; turned down, for good."""


class BadParcel(Exception):
    """A file that is no parcel as it was sealed; `message` says so."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code)
        self.message = Message(f"sending.{code}", {"file": name})


@dataclass(frozen=True)
class Parcel:
    """A play to hand in. `name` is that of the play among those kept, `body` the request to the letter.

    `receipt` is the server's, `outcome` what it found; `why` is its sentence where it turned the play down.
    """

    name: str
    student: str
    assignment: str
    title: str
    attempt: int
    key: str
    body: str
    finished: datetime
    state: State = "waiting"
    receipt: Receipt | None = None
    outcome: PlayView | None = None
    why: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to be asked about it."""
        return self.state in ("verified", "refused")

    @property
    def is_late(self) -> bool:
        """Whether the server received it after the closing instant."""
        return self.receipt is not None and self.receipt.late

    def received(self, receipt: Receipt) -> Parcel:
        """The same, on the server's disk."""
        return replace(self, state="received", receipt=receipt)

    def judged(self, outcome: PlayView) -> Parcel:
        """The same, with what the server found so far."""
        if outcome.state == "waiting":
            return replace(self, outcome=outcome)
        return replace(self, state=outcome.state, outcome=outcome, why=outcome.refusal or "")

    def declined(self, why: str) -> Parcel:
        """The same, turned down for good."""
        return replace(self, state="refused", why=why)


class Handed(BaseModel):
    """What a server needs of a parcel's file that was handed in by other means; it cannot check the seal."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    student: Id
    assignment: Id
    key: Key
    body: str


class _Record(BaseModel):
    """A parcel in its file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(pattern=r"^[\w.-]{1,200}$")]
    student: Id
    assignment: Id
    title: str
    attempt: int
    key: Key
    body: str
    finished: AwareDatetime
    state: State
    receipt: Receipt | None
    outcome: PlayView | None
    why: str


def sealed(parcel: Parcel, key: bytes) -> str:
    """The file of `parcel`, with a seal by `key` over all of it."""
    said = _Record(**parcel.__dict__).model_dump(mode="json")
    return json.dumps({"kind": KIND, "format": FORMAT, "seal": _seal(said, key), "parcel": said}, ensure_ascii=False)


def unsealed(text: str, key: bytes, name: str) -> Parcel:
    """The parcel in the file called `name`. Raises BadParcel where it is none, or not as it was sealed."""
    try:
        record = json.loads(text)
        if record["kind"] != KIND or record["format"] != FORMAT:
            raise BadParcel("parcel_unreadable", name)
        if not hmac.compare_digest(str(record["seal"]), _seal(record["parcel"], key)):
            raise BadParcel("parcel_edited", name)
        said = _Record.model_validate_json(json.dumps(record["parcel"]))
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        raise BadParcel("parcel_unreadable", name) from None
    return Parcel(**{field: getattr(said, field) for field in _Record.model_fields})


def _seal(said: object, key: bytes) -> str:
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, canonical.encode("utf-8", "replace"), sha256).hexdigest()
