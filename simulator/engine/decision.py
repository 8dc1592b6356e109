"""What a student can decide, as dated values: the only input of a run besides scenario and seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import ClassVar

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
    )
}

_TYPES = {
    "minute": int,
    "response": str,
    "inject": str,
    "post": str,
    "topic": str,
    "fact": str,
    "wordings": tuple,
    "promise": int,
    "publish": bool,
    "keep": bool,
    "signal": str,
    "member": str,
    "reason": str,
    "threshold": int,
}


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
    if not isinstance(record, Mapping) or record.get("do") not in KINDS:
        raise BadDecision(Message("engine.record_unknown_kind", {"kind": _kind_of(record)}))
    kind = KINDS[str(record["do"])]
    values: dict[str, object] = {}
    for part in fields(kind):
        if part.name in record:
            value = record[part.name]
            value = tuple(value) if isinstance(value, list) else value
            wanted = _TYPES[part.name]
            plain = isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))
            whole = not isinstance(value, tuple) or all(isinstance(item, str) for item in value)
            if not (plain and whole):
                raise BadDecision(Message("engine.record_bad_value", {"key": part.name}))
            values[part.name] = value
        elif part.default is MISSING:
            raise BadDecision(Message("engine.record_missing_key", {"key": part.name}))
    if unknown := sorted(set(map(str, record)) - {part.name for part in fields(kind)} - {"do"}):
        raise BadDecision(Message("engine.record_unknown_key", {"key": unknown[0]}))
    return kind(**values)  # type: ignore[arg-type]


def _kind_of(record: object) -> str:
    return str(record.get("do")) if isinstance(record, Mapping) else type(record).__name__
