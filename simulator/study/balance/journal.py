"""Plays that were lived, one a line, each written as soon as it is over: nothing is lost with the process."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from simulator.places import data_folder
from simulator.scenario.model import Scenario
from simulator.study.balance.edition import edition
from simulator.study.balance.lived import Lived

_FILES = 8
"""Editions of one scenario that are kept; of more, the oldest go."""


class Journal:
    """The plays kept at `path`, JSON lines that each carry their checksum.

    A line that a crash or a hand damaged is as if it were not there: its play is lived again. Lines only ever join.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of_user(cls, scenario: Scenario) -> Journal:
        """The journal of this edition of `scenario` in the user's data folder."""
        return cls(data_folder() / "balance" / f"{scenario.id}-{edition(scenario)}.jsonl")

    def read(self) -> dict[tuple[str, int, str], Lived]:
        """Every whole play by (bot, seed, texts); none where there is no file. Raises OSError if it cannot be read."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        plays = (_play_in(line) for line in content.splitlines())
        return {(play.bot, play.seed, play.texts): play for play in plays if play is not None}

    def begin(self, *, fresh: bool = False) -> None:
        """Make it ready to be written to; `fresh`: without what it holds. Raises OSError where the disk refuses.

        A damaged last line is ended, so that the next stands on its own.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if fresh:
            self.path.unlink(missing_ok=True)
        with self.path.open("ab+") as file:
            if file.tell():
                file.seek(-1, 2)
                if file.read(1) != b"\n":
                    file.write(b"\n")
        self._forget_oldest()

    def add(self, plays: Iterable[Lived]) -> None:
        """Write `plays`, each whole, at the end. Raises OSError where the disk refuses."""
        with self.path.open("ab") as file:
            for play in plays:
                file.write(_line_of(play))

    def _forget_oldest(self) -> None:
        name = self.path.name.rpartition("-")[0]
        others = [path for path in self.path.parent.glob(f"{name}-*.jsonl") if path.name.rpartition("-")[0] == name]
        for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[_FILES:]:
            path.unlink(missing_ok=True)


def _line_of(play: Lived) -> bytes:
    record = play.to_record()
    return (json.dumps({"sum": _sum(record), "play": record}, separators=(",", ":")) + "\n").encode("ascii")


def _play_in(line: bytes) -> Lived | None:
    """The play of a line; None where anything in it is not as it was written."""
    try:
        found = json.loads(line)
        return Lived.from_record(found["play"]) if found["sum"] == _sum(found["play"]) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _sum(record: Any) -> str:
    text = json.dumps(record, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode("ascii"), digest_size=8).hexdigest()
