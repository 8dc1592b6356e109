"""What a student can decide, as dated values: the only input of a run besides scenario and seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, ClassVar

from simulator.locale import Message


class BadDecision(ValueError):
    """A record that is no decision; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True)
class Decision:
    """Something decided at a scenario minute."""

    do: ClassVar[str]
    minute: int


@dataclass(frozen=True)
class Respond(Decision):
    """Choose the response `response`: to the inject `inject`, to the post `post`, or on one's own initiative."""

    do: ClassVar[str] = "respond"
    response: str
    inject: str | None = None
    post: str | None = None


@dataclass(frozen=True)
class Listen(Decision):
    """Search the feed for the topic `topic` (empty: for words that no topic holds): five minutes of attention."""

    do: ClassVar[str] = "listen"
    topic: str


@dataclass(frozen=True)
class Verify(Decision):
    """Have the fact `fact` verified."""

    do: ClassVar[str] = "verify"
    fact: str


@dataclass(frozen=True)
class PrepareHolding(Decision):
    """Compose the holding statement, a wording a block, next update `promise` minutes later; `publish` when ready."""

    do: ClassVar[str] = "prepare_holding"
    wordings: tuple[str, ...]
    promise: int
    publish: bool = False


@dataclass(frozen=True)
class PublishHolding(Decision):
    """Publish the holding statement that was kept ready."""

    do: ClassVar[str] = "publish_holding"


@dataclass(frozen=True)
class ReviewPost(Decision):
    """Keep or suspend the scheduled post `post`."""

    do: ClassVar[str] = "review_post"
    post: str
    keep: bool


@dataclass(frozen=True)
class AlertCell(Decision):
    """Alert the crisis cell about the signal `signal`, or about the crisis itself."""

    do: ClassVar[str] = "alert"
    signal: str | None = None


@dataclass(frozen=True)
class ChooseSpokesperson(Decision):
    """From now on `member` of the cell speaks."""

    do: ClassVar[str] = "spokesperson"
    member: str


@dataclass(frozen=True)
class Watch(Decision):
    """Record the decision not to answer `inject` (or in general), why, and at which outrage (0..100) to look again."""

    do: ClassVar[str] = "watch"
    reason: str
    threshold: int
    inject: str | None = None


@dataclass(frozen=True)
class Prioritise(Decision):
    """Put a piece of waiting work first in its line: `work` is whose line, `about` a response's or a fact's id.

    `about` is empty for the holding statement.
    """

    do: ClassVar[str] = "prioritise"
    work: str
    about: str = ""


@dataclass(frozen=True)
class Withdraw(Decision):
    """Take back the response `response`, which nobody has begun to write, or to read: its inject is open again."""

    do: ClassVar[str] = "withdraw"
    response: str


KINDS: Mapping[str, type[Decision]] = {
    kind.do: kind
    for kind in (
        Respond,
        Listen,
        Verify,
        PrepareHolding,
        PublishHolding,
        ReviewPost,
        AlertCell,
        ChooseSpokesperson,
        Watch,
        Prioritise,
        Withdraw,
    )
}

_READ_AS: Mapping[object, type] = {"int": int, "bool": bool, "str": str, "str | None": str, "tuple[str, ...]": list}
"""What JSON gives for each type that a decision's keys are annotated with."""


def to_record(decision: Decision) -> dict[str, object]:
    """A JSON-ready mapping: `minute`, `do` and the decision's own keys; absent where they hold their default."""
    record: dict[str, object] = {"minute": decision.minute, "do": decision.do}
    for part in fields(decision):
        value = getattr(decision, part.name)
        if part.name != "minute" and value != part.default:
            record[part.name] = list(value) if isinstance(value, tuple) else value
    return record


def from_record(record: object) -> Decision:
    """The decision that `to_record` wrote. Anything else raises BadDecision."""
    do = record.get("do") if isinstance(record, Mapping) else None
    if not isinstance(record, Mapping) or not isinstance(do, str) or do not in KINDS:
        name = do if isinstance(do, str) else type(do if isinstance(record, Mapping) else record).__name__
        raise BadDecision(Message("engine.record_unknown_kind", {"kind": name}))
    kind = KINDS[do]
    values: dict[str, Any] = {}
    for part in fields(kind):
        if part.name in record:
            values[part.name] = _read(record[part.name], part)
        elif part.default is MISSING:
            raise BadDecision(Message("engine.record_missing_key", {"key": part.name}))
    if unknown := sorted(set(map(str, record)) - {part.name for part in fields(kind)} - {"do"}):
        raise BadDecision(Message("engine.record_unknown_key", {"key": unknown[0]}))
    return kind(**values)


def _read(value: object, part: Field[Any]) -> object:
    if type(value) is not _READ_AS[part.type]:
        raise BadDecision(Message("engine.record_bad_value", {"key": part.name}))
    if not isinstance(value, list):
        return value
    if not all(isinstance(item, str) for item in value):
        raise BadDecision(Message("engine.record_bad_value", {"key": part.name}))
    return tuple(value)
