"""What a play that goes on leaves on the disk: its journal, and the claim that keeps other instances away from it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from simulator.durable import remove_parts
from simulator.engine.decision import Decision
from simulator.engine.run import Run
from simulator.play.appender import Appender
from simulator.play.claim import Claim
from simulator.play.journal import following, last_line
from simulator.play.journal_entries import Entry, Reached, ThresholdSet
from simulator.play.laid_apart import LaidApart

SUFFIX = ".journal"


class Autosave:
    """The journal of one play, from its beginning or from where it is taken up.

    `name` is the name that the play's own file will have, so that a play that was kept and one that was interrupted
    are known to be the same. `claim` is None where the disk knows no locks.
    """

    def __init__(self, path: Path, content: bytes, claim: Claim | None) -> None:
        self.name = path.name.removesuffix(SUFFIX)
        self._claim = claim
        self._last = last_line(content)
        self._reached = -1
        self._file: Appender | None = Appender(path, content)
        self._path = path

    @property
    def trouble(self) -> OSError | None:
        """Why the disk does not take what is decided, None while it does."""
        return self._file.trouble if self._file is not None else None

    def decided(self, decision: Decision) -> None:
        """Save a decision that was taken."""
        self._add(decision, flush=True)

    def reached(self, run: Run) -> None:
        """Save that `run` stands at another minute; what is flushed next takes it along."""
        if run.minute != self._reached:
            self._reached = run.minute
            self._add(Reached(run.minute, "".join(run.ticks[-1])), flush=False)

    def laid_apart(self, posts: LaidApart) -> None:
        """Save what the reader pinned and hid."""
        self._add(posts, flush=True)

    def threshold_set(self, level: int | None) -> None:
        """Save the outrage at which the cell is alerted by itself."""
        self._add(ThresholdSet(level), flush=True)

    def leave(self) -> None:
        """Let the play be taken up again, by this instance or by another."""
        self._close(remove=False)

    def remove(self) -> None:
        """The play is kept in another way, or is not worth keeping."""
        self._close(remove=True)

    def _add(self, entry: Entry, *, flush: bool) -> None:
        if self._file is not None:
            self._last = following(self._last, entry)
            self._file.add(self._last, flush=flush)

    def _close(self, *, remove: bool) -> None:
        if self._file is None:
            return
        self._file.close()
        self._file = None
        if remove:
            with suppress(OSError):
                self._path.unlink()
            remove_parts(self._path)
        if self._claim is not None:
            self._claim.end(remove=remove)
