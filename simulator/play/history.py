"""The plays of the past: one replay file each, in the user's data folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from simulator.durable import remove_parts, write_durably
from simulator.engine.replay import Replay
from simulator.locale import Message
from simulator.places import data_folder
from simulator.play.play_file import BadPlayFile, Play, Result, play_text, read_play, read_replay, rewritten
from simulator.play.words import Words

__all__ = ["BadPlayFile", "History", "Play", "Result", "read_play", "read_replay"]


class History:
    """The plays kept in `folder`. Files that cannot be read are listed as such and harm no other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[Path, tuple[tuple[int, int], Play]] = {}

    @classmethod
    def of_user(cls) -> History:
        """The plays in the user's data folder."""
        return cls(data_folder() / "plays")

    def keep(self, replay: Replay, play: Play, name: str = "") -> Path:
        """Write the play of `replay`, under `name` or one that is free, and give its file.

        Plays are numbered as they are kept: a clock that was wrong changes neither which came first nor their order.
        Raises OSError when the disk refuses.
        """
        path = self._path(name) if name else self._free_path(play)
        number = 1 + max((known.number for known in self.plays()), default=0)
        write_durably(path, play_text(replay, replace(play, number=number)))
        if name:
            remove_parts(path)
        return path

    def has(self, play_id: str) -> bool:
        """Whether a play is kept under that name, and can be read."""
        try:
            read_play(self._path(play_id))
        except BadPlayFile:
            return False
        return True

    def is_free(self, name: str) -> bool:
        """Whether no file has that name."""
        return not self._path(name).exists()

    def write(self, play_id: str, words: Words) -> None:
        """Put the student's words into the file of a play. Raises BadPlayFile, OSError; the file then is as it was."""
        path = self._path(play_id)
        write_durably(path, rewritten(path, words))

    def plays(self) -> tuple[Play, ...]:
        """All plays, the one kept last first; those that cannot be read stand last."""
        read = [self._read(path) for path in sorted(self.folder.glob("*.json"))]
        good = sorted((play for play in read if play.when), key=lambda play: (play.number, _moment(play), play.play_id))
        return (*reversed(good), *(play for play in read if not play.when))

    def ranked(self, scenario_id: str) -> tuple[Play, ...]:
        """The graded plays of the scenario from its start to its end, the earliest first."""
        return tuple(play for play in reversed(self.plays()) if play.scenario_id == scenario_id and play.is_ranked)

    def best(self, scenario_id: str) -> Play | None:
        """The ranked play of the scenario with the highest grade, the earliest of equals."""
        return best_of(self.ranked(scenario_id))

    def first(self, scenario_id: str) -> Play | None:
        """The scenario's first ranked play: the only one that says how a student meets the unknown."""
        return next(iter(self.ranked(scenario_id)), None)

    def play(self, play_id: str) -> Play:
        """When and how a play was played. Raises BadPlayFile."""
        return read_play(self._path(play_id))

    def replay(self, play_id: str) -> Replay:
        """The replay of a play. Raises BadPlayFile."""
        return read_replay(self._path(play_id))

    def counts(self) -> Counter[str]:
        """How often each scenario was played from its start, to the end or not."""
        return Counter(play.scenario_id for play in self.plays() if play.branched is None)

    def _path(self, play_id: str) -> Path:
        path = self.folder / f"{play_id}.json"
        if path.parent != self.folder:
            raise BadPlayFile(Message("desk.play_missing", {"file": play_id}))
        return path

    def _read(self, path: Path) -> Play:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if path not in self._known or self._known[path][0] != stamp:
                self._known[path] = (stamp, read_play(path))
            return self._known[path][1]
        except (OSError, BadPlayFile) as error:
            message = getattr(error, "message", Message("desk.play_unreadable", {"file": path.name}))
            return Play(path.stem, problem=message)

    def _free_path(self, play: Play) -> Path:
        moment = (play.when or datetime.now()).strftime("%Y%m%dT%H%M%S")
        stem = f"{play.scenario_id}-{play.seed}-{moment}"
        path, number = self.folder / f"{stem}.json", 1
        while path.exists():
            number += 1
            path = self.folder / f"{stem}-{number}.json"
        return path


def best_of(ranked: tuple[Play, ...]) -> Play | None:
    """The one with the highest grade, the earliest of equals; None of none."""
    return max(ranked, key=lambda play: play.result.overall if play.result else 0.0, default=None)


def _moment(play: Play) -> float:
    return play.when.timestamp() if play.when else 0.0
