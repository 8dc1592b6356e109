"""What a play that was begun for a class is to be handed in as: kept beside its journal until it is."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from simulator.durable import write_durably

SUFFIX = ".ticket"
_MAX_BYTES = 64 * 1024


@dataclass(frozen=True)
class Ticket:
    """A play of an assignment that goes on. `name` is that of the play, "" until it has one.

    `key` is what it will be sent under: drawn before the play begins, it stays the same whatever happens. `factor` is
    the student's accommodation, 0 untimed. `team` are the pseudonyms of those who play along.
    """

    student: str
    assignment: str
    title: str
    attempt: int
    factor: float
    key: str
    team: tuple[str, ...] = ()
    name: str = ""

    def named(self, name: str) -> Ticket:
        """The ticket of the play `name`."""
        return replace(self, name=name)


class Tickets:
    """The tickets in `folder`. One that cannot be read is none; one that the disk refuses lasts as long as this."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._here: dict[str, Ticket] = {}

    def put(self, ticket: Ticket) -> None:
        """Keep `ticket`. Raises OSError."""
        self._here[ticket.name] = ticket
        write_durably(self._path(ticket.name), json.dumps(asdict(ticket), ensure_ascii=False) + "\n")

    def get(self, name: str) -> Ticket | None:
        """The ticket of the play `name`."""
        return self._here.get(name) or _read(self._path(name))

    def remove(self, name: str) -> None:
        """The play `name` is handed in."""
        self._here.pop(name, None)
        with suppress(OSError):
            self._path(name).unlink()

    def all(self) -> tuple[Ticket, ...]:
        """Every ticket."""
        found = (_read(path) for path in sorted(self._folder.glob(f"*{SUFFIX}")))
        return tuple(ticket for ticket in found if ticket is not None)

    def _path(self, name: str) -> Path:
        return self._folder / f"{Path(name).name}{SUFFIX}"


def _read(path: Path) -> Ticket | None:
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None
        record = json.loads(path.read_text(encoding="utf-8"))
        return _ticket(record)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _ticket(record: Any) -> Ticket:
    words = {name: record[name] for name in ("student", "assignment", "title", "key", "name")}
    if not all(isinstance(word, str) for word in (*words.values(), *record["team"])):
        raise ValueError
    factor = float(record["factor"])
    if factor != 0 and not 1 <= factor <= 10:
        raise ValueError
    return Ticket(attempt=int(record["attempt"]), factor=factor, team=tuple(record["team"]), **words)
