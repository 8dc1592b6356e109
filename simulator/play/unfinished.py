"""Plays that were interrupted: one journal each, in the user's data folder, until the play is over and kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from simulator.durable import reason_of, remove_parts
from simulator.locale import Message
from simulator.play.autosave import SUFFIX, Autosave
from simulator.play.claim import Claim
from simulator.play.journal import BadJournal, Journal, begun, following, last_line, read_journal
from simulator.play.journal_entries import Beginning, TakenUp
from simulator.play.play_file import MAX_BYTES


@dataclass(frozen=True)
class Interrupted:
    """A play that was interrupted. `journal` is None where nothing of it can be resumed: `problem` then says why.

    `is_elsewhere`: it goes on in another instance of the game. `when` is when it was saved last, by the wall clock.
    """

    name: str
    journal: Journal | None = None
    problem: Message | None = None
    is_elsewhere: bool = False
    when: datetime | None = None


class Unfinished:
    """The journals in `folder`, which need not exist yet. None is taken away but by who has the claim on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[Path, tuple[tuple[int, int], Interrupted]] = {}

    def begin(self, beginning: Beginning, is_free: Callable[[str], bool]) -> Autosave:
        """The journal of a play that begins, under a name that `is_free`; one that the disk refuses is in trouble."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        beginning = replace(beginning, order=self._next_order())
        stem = f"{beginning.scenario}-{beginning.seed}-{beginning.started:%Y%m%dT%H%M%S}"
        name, number = stem, 1
        while True:
            if is_free(name) and not self._path(name).exists():
                claim, is_elsewhere = self._claim(name)
                if not is_elsewhere:
                    return Autosave(self._path(name), begun(beginning), claim)
            number += 1
            name = f"{stem}-{number}"

    def plays(self, but: str = "") -> tuple[Interrupted, ...]:
        """Those that can be resumed, the latest first, then those that cannot; all `but` the one played here."""
        self._sweep()
        found = [self._look(path) for path in sorted(self.folder.glob(f"*{SUFFIX}")) if path.stem != but]
        return tuple(sorted(found, key=lambda one: (one.journal is None, -(one.journal.order if one.journal else 0))))

    def claimed(self, name: str) -> tuple[Interrupted, Claim | None]:
        """A play as it is now, and the claim on it, which the caller ends, or the autosave that `go_on` gives.

        Without one the play is elsewhere, or the disk knows no locks.
        """
        claim, is_elsewhere = self._claim(name)
        return replace(self._read(self._path(name)), is_elsewhere=is_elsewhere), claim

    def go_on(self, name: str, journal: Journal, claim: Claim | None) -> Autosave:
        """Save the play of `journal` from now on; a file that was damaged is kept beside."""
        path = self._path(name)
        if journal.loss == "damaged":
            with suppress(OSError):
                shutil.copyfile(path, path.with_suffix(".damaged"))
        remove_parts(path)
        content = journal.content
        return Autosave(path, content + following(last_line(content), TakenUp(self._next_order())), claim)

    def remove(self, name: str, claim: Claim | None) -> None:
        """The play is kept in another way."""
        with suppress(OSError):
            self._path(name).unlink()
        if claim is not None:
            claim.end(remove=True)

    def _sweep(self) -> None:
        """Take away what a process that was killed left before its journal was there, or after: nothing of a play."""
        for path in self.folder.glob("*.claim"):
            if not self._path(path.stem).exists():
                claim, _ = self._claim(path.stem)
                if claim is not None:
                    is_left = not self._path(path.stem).exists()
                    if is_left:
                        remove_parts(self._path(path.stem))
                    claim.end(remove=is_left)

    def _next_order(self) -> int:
        return 1 + max((one.journal.order for one in self.plays() if one.journal is not None), default=0)

    def _look(self, path: Path) -> Interrupted:
        claim, is_elsewhere = self._claim(path.stem)
        if claim is not None:
            claim.end()
        return replace(self._read(path), is_elsewhere=is_elsewhere)

    def _claim(self, name: str) -> tuple[Claim | None, bool]:
        """The claim on a play, and whether another has it; neither where the disk knows no locks."""
        try:
            claim = Claim.take(self._path(name).with_suffix(".claim"))
        except OSError:
            return None, False
        return claim, claim is None

    def _read(self, path: Path) -> Interrupted:
        """The journal as far as it is whole; a file is read again only when it has changed."""
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if path not in self._known or self._known[path][0] != stamp:
                content = path.read_bytes() if status.st_size <= MAX_BYTES else b""
                when = datetime.fromtimestamp(status.st_mtime).astimezone()
                self._known[path] = (stamp, Interrupted(path.stem, read_journal(content, path.name), when=when))
            return self._known[path][1]
        except BadJournal as error:
            return Interrupted(path.stem, problem=error.message)
        except (OSError, OverflowError, ValueError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else type(error).__name__
            return Interrupted(path.stem, problem=Message("desk.play_refused", {"file": path.name, "reason": reason}))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{SUFFIX}"
