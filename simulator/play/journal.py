"""The journal of a play that goes on: one line a decision and a minute, each bound to the one before by a checksum."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from simulator.engine.decision import BadDecision, Decision
from simulator.locale import Message
from simulator.play.journal_entries import (
    Beginning,
    Entry,
    Reached,
    TakenUp,
    beginning_from,
    entry_from,
    record_of,
    record_of_beginning,
)
from simulator.play.laid_apart import LaidApart
from simulator.play.play_file import MAX_BYTES

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
    return _line(b"", record_of_beginning(beginning))


def following(line: bytes, entry: Entry) -> bytes:
    """The line of `entry`, which comes after `line`."""
    return _line(line, record_of(entry))


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
        return Journal(beginning_from(first), tuple(map(entry_from, others)), content[:whole], loss)
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
