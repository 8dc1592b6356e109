"""The journal of a play that goes on: one line a decision and a minute, each bound to the one before by a checksum."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Literal, TypeVar, cast

from simulator.engine.decision import BadDecision, Decision, from_record, to_record
from simulator.engine.replay import ENGINE_VERSION
from simulator.locale import LANGUAGES, Language, Message
from simulator.play.laid_apart import LaidApart
from simulator.play.play_file import MAX_BYTES, MOST_MINUTES

T = TypeVar("T")

FORMAT = 1
KIND = "badbuzz journal"
_CHECK = 16
"""Hexadecimal digits of a line's checksum."""

Loss = Literal["", "cut", "damaged"]
"""What a journal lacks at its end: nothing; the line that was being written; all from a line that is not as written."""


class BadJournal(Exception):
    """A file of which nothing can be resumed; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True)
class Beginning:
    """What a play starts from. `order` is higher than that of every play taken up before it, whatever the clock says.

    `branched` is the scenario minute from which it takes up an earlier play, after the decisions `before`; None for one
    from the start.
    """

    scenario: str
    scenario_digest: str
    title: str
    seed: int
    language: Language
    started: datetime
    order: int
    branched: int | None = None
    before: tuple[Decision, ...] = ()
    engine_version: int = ENGINE_VERSION


@dataclass(frozen=True)
class Reached:
    """A scenario minute that was played, and its digest, which binds all before it."""

    minute: int
    tick: str


@dataclass(frozen=True)
class TakenUp:
    """The play was resumed, and is the latest from now on."""

    order: int


@dataclass(frozen=True)
class ThresholdSet:
    """The outrage (0..100) at which the cell is alerted by itself from here on, None for no more.

    That it was reached is not written: the minutes that are played again reach it again.
    """

    level: int | None


Entry = Decision | Reached | TakenUp | LaidApart | ThresholdSet


@dataclass(frozen=True)
class Journal:
    """What a journal holds as far as it is whole; `content` is that part of the file."""

    beginning: Beginning
    entries: tuple[Entry, ...]
    content: bytes
    loss: Loss = ""

    @property
    def minute(self) -> int:
        """The scenario minute at which the play stands."""
        dated = [entry.minute for entry in self.entries if isinstance(entry, Decision | Reached)]
        return max(dated, default=self.beginning.branched or 0)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions taken since its beginning."""
        return tuple(entry for entry in self.entries if isinstance(entry, Decision))

    @property
    def laid_apart(self) -> LaidApart:
        """What the reader laid apart last."""
        return next((entry for entry in reversed(self.entries) if isinstance(entry, LaidApart)), LaidApart())

    @property
    def order(self) -> int:
        """Higher than that of every play taken up before."""
        return max((entry.order for entry in self.entries if isinstance(entry, TakenUp)), default=self.beginning.order)


def begun(beginning: Beginning) -> bytes:
    """The first line of a journal."""
    record: dict[str, object] = {
        "kind": KIND,
        "format": FORMAT,
        "engine_version": beginning.engine_version,
        "scenario": beginning.scenario,
        "scenario_digest": beginning.scenario_digest,
        "title": beginning.title,
        "seed": beginning.seed,
        "language": beginning.language,
        "started": beginning.started.isoformat(timespec="seconds"),
        "order": beginning.order,
        "branched": beginning.branched,
        "before": [to_record(decision) for decision in beginning.before],
    }
    return _line(b"", record)


def following(line: bytes, entry: Entry) -> bytes:
    """The line of `entry`, which comes after `line`."""
    if isinstance(entry, Reached):
        return _line(line, {"minute": entry.minute, "tick": entry.tick})
    if isinstance(entry, TakenUp):
        return _line(line, {"taken_up": entry.order})
    if isinstance(entry, LaidApart):
        return _line(line, {"pinned": sorted(entry.pinned), "hidden": sorted(entry.hidden)})
    if isinstance(entry, ThresholdSet):
        return _line(line, {"threshold": entry.level})
    return _line(line, {"decision": to_record(entry)})


def last_line(content: bytes) -> bytes:
    """The last line of a journal's `content`."""
    return content[content.rfind(b"\n", 0, -1) + 1 :]


def read_journal(content: bytes, name: str) -> Journal:
    """What `content`, of the file called `name`, holds up to the first line that is not as it was written.

    Raises BadJournal where not even the beginning can be read, or where a line that is whole says what is not known
    here.
    """
    lines = list(_whole_lines(content)) if len(content) <= MAX_BYTES else []
    if not lines:
        raise BadJournal(Message("desk.journal_unreadable", {"file": name}))
    whole = sum(map(len, lines))
    rest = content[whole:]
    loss: Loss = "" if not rest else "damaged" if b"\n" in rest else "cut"
    try:
        first, *others = (json.loads(line[_CHECK:]) for line in lines)
        return Journal(_beginning(first), tuple(map(_entry, others)), content[:whole], loss)
    except (BadDecision, ValueError, RecursionError):
        raise BadJournal(Message("desk.journal_unknown", {"file": name})) from None


def _whole_lines(content: bytes) -> Iterator[bytes]:
    before, start = b"", 0
    while (end := content.find(b"\n", start) + 1) > 0:
        line = content[start:end]
        if line[:_CHECK] != _check(before, line[_CHECK:]):
            return
        yield line
        before, start = line, end


def _line(before: bytes, record: Mapping[str, object]) -> bytes:
    said = b" " + json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return _check(before, said) + said


def _check(before: bytes, said: bytes) -> bytes:
    return blake2b(before[:_CHECK] + said, digest_size=_CHECK // 2).hexdigest().encode()


def _beginning(record: object) -> Beginning:
    if not isinstance(record, Mapping) or record.get("kind") != KIND or record.get("format") != FORMAT:
        raise ValueError
    language, started = record.get("language"), datetime.fromisoformat(_typed(record, "started", str))
    branched = record.get("branched")
    if language not in LANGUAGES:
        raise ValueError
    return Beginning(
        scenario=_typed(record, "scenario", str),
        scenario_digest=_typed(record, "scenario_digest", str),
        title=_typed(record, "title", str),
        seed=_whole(record, "seed", 2**32),
        language=cast(Language, language),
        started=started,
        order=_typed(record, "order", int),
        branched=None if branched is None else _minute(record, "branched"),
        before=tuple(from_record(one) for one in _typed(record, "before", list)),
        engine_version=_typed(record, "engine_version", int),
    )


def _entry(record: object) -> Entry:
    if not isinstance(record, Mapping):
        raise ValueError
    if "decision" in record:
        return from_record(record["decision"])
    if "taken_up" in record:
        return TakenUp(_typed(record, "taken_up", int))
    if "pinned" in record:
        return LaidApart(_names(record, "pinned"), _names(record, "hidden"))
    if "threshold" in record:
        return ThresholdSet(None if record["threshold"] is None else _whole(record, "threshold", 101))
    return Reached(_minute(record, "minute"), _typed(record, "tick", str))


def _minute(record: Mapping[str, object], key: str) -> int:
    return _whole(record, key, MOST_MINUTES)


def _whole(record: Mapping[str, object], key: str, below: int) -> int:
    value = _typed(record, key, int)
    if not 0 <= value < below:
        raise ValueError
    return value


def _names(record: Mapping[str, object], key: str) -> frozenset[str]:
    names = _typed(record, key, list)
    if not all(isinstance(name, str) for name in names):
        raise ValueError
    return frozenset(names)


def _typed(record: Mapping[str, object], key: str, kind: type[T]) -> T:
    value = record.get(key)
    if type(value) is not kind:
        raise ValueError
    return value
