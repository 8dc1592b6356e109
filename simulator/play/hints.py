"""Which tips this player has been told: each is told once, in all plays together."""

from __future__ import annotations

import json
from pathlib import Path

from simulator.durable import write_durably
from simulator.play.presenters.hints import HINTS, hint_of, is_useful
from simulator.play.presenters.telling import Telling

_LARGEST = 20_000
"""Bytes that are read at most."""


class Hints:
    """Remembers in `file` what was told; without one, for this session only. `current` is the tip that stands now."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._told = set() if file is None else _read(file)
        self.current = ""

    def look(self, telling: Telling) -> str:
        """The tip of this moment, "" for none: it stands until it was followed, or put away."""
        if self.current and not is_useful(telling, self.current):
            self.current = ""
        if not self.current:
            self.current = hint_of(telling, self._told)
            if self.current:
                self._tell(self.current)
        return self.current

    def put_away(self) -> None:
        """The tip that stands has been read."""
        self.current = ""

    def _tell(self, name: str) -> None:
        self._told.add(name)
        if self._file is not None:
            try:
                write_durably(self._file, json.dumps(sorted(self._told)) + "\n")
            except OSError:
                self._file = None


def _read(file: Path) -> set[str]:
    """What was told; a file that is damaged costs a tip told twice."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8")) if file.stat().st_size <= _LARGEST else []
    except (OSError, ValueError, RecursionError):
        return set()
    return {name for name in kept if name in HINTS} if isinstance(kept, list) else set()
