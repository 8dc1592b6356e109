"""The plays of the past: one replay file each, in the user's data folder."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import cast, get_args

from simulator.engine.replay import NotAReplay, Replay, from_text
from simulator.locale import LANGUAGES, Language, Message
from simulator.places import data_folder
from simulator.play.durable import write_durably
from simulator.scoring.bands import Band

MAX_BYTES = 8 * 1024 * 1024
PLAY = "play"
"""The key under which a kept replay says when and how it was played; a replay without it is as good."""

_BANDS: tuple[Band, ...] = get_args(Band)
_CRITERIA = ("overall", "reactivity", "transparency", "tone")


class BadPlayFile(Exception):
    """A file that holds no play; `message` says what is wrong with it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True)
class Result:
    """The grade of a play, each criterion 0..100."""

    overall: float
    reactivity: float
    transparency: float
    tone: float
    band: Band


@dataclass(frozen=True)
class Play:
    """A play of the past. `result` is None when it is unscored or was abandoned.

    `play_id` is its file's name without suffix; `problem` says why the file cannot be read: then only the id is sure.
    """

    play_id: str
    scenario_id: str = ""
    title: str = ""
    seed: int = 0
    when: datetime | None = None
    language: Language = "fr"
    abandoned: bool = False
    result: Result | None = None
    problem: Message | None = None


class History:
    """The plays kept in `folder`. Files that cannot be read are listed as such and harm no other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[Path, tuple[tuple[int, int], Play]] = {}

    @classmethod
    def of_user(cls) -> History:
        """The plays in the user's data folder."""
        return cls(data_folder() / "plays")

    def keep(self, replay: Replay, play: Play) -> Path:
        """Write the play of `replay` and give its file. Raises OSError when the disk refuses."""
        about = {
            "title": play.title,
            "when": play.when.isoformat(timespec="seconds") if play.when else None,
            "language": play.language,
            "abandoned": play.abandoned,
            "score": asdict(play.result) if play.result else None,
        }
        path = self._free_path(play)
        write_durably(path, json.dumps({**replay.to_record(), PLAY: about}, ensure_ascii=False, indent=1) + "\n")
        return path

    def plays(self) -> tuple[Play, ...]:
        """All plays, the latest first; those that cannot be read stand last."""
        read = [self._read(path) for path in sorted(self.folder.glob("*.json"))]
        good = sorted((play for play in read if play.when), key=lambda play: (_moment(play), play.play_id))
        return (*reversed(good), *(play for play in read if not play.when))

    def best(self, scenario_id: str) -> Play | None:
        """The finished play of the scenario with the highest grade, the earliest of equals."""
        scored = [play for play in reversed(self.plays()) if play.scenario_id == scenario_id and play.result]
        return max(scored, key=lambda play: play.result.overall if play.result else 0.0, default=None)

    def first(self, scenario_id: str) -> Play | None:
        """The scenario's first finished play: the only one that says how a student meets the unknown."""
        return next((play for play in reversed(self.plays()) if play.scenario_id == scenario_id and play.result), None)

    def replay(self, play_id: str) -> Replay:
        """The replay of a play. Raises BadPlayFile."""
        path = self.folder / f"{play_id}.json"
        if path.parent != self.folder:
            raise BadPlayFile(Message("desk.play_missing", {"file": play_id}))
        return read_replay(path)

    def count(self, scenario_id: str) -> int:
        """How often the scenario was played, to the end or not."""
        return sum(play.scenario_id == scenario_id for play in self.plays())

    def _read(self, path: Path) -> Play:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if path not in self._known or self._known[path][0] != stamp:
                self._known[path] = (stamp, _described(path))
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


def read_replay(path: Path) -> Replay:
    """The replay that a file holds, whatever else stands in it. Raises BadPlayFile."""
    try:
        replay = from_text(_text(path))
    except NotAReplay as error:
        raise BadPlayFile(error.message) from None
    if not 0 <= replay.seed < 2**32:
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    return replay


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadPlayFile(Message("desk.play_too_long", {"file": path.name}))
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadPlayFile(Message("desk.play_missing", {"file": str(path)})) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadPlayFile(Message("desk.play_refused", {"file": str(path), "reason": reason})) from None
    except ValueError:
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name})) from None


def _described(path: Path) -> Play:
    try:
        kept = json.loads(_text(path))
    except (ValueError, RecursionError):
        kept = None
    about = kept.get(PLAY) if isinstance(kept, dict) else None
    if not isinstance(kept, dict) or not isinstance(about, dict):
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    scenario_id, seed, when = kept.get("scenario"), kept.get("seed"), _date(about.get("when"))
    if not isinstance(scenario_id, str) or not isinstance(seed, int) or when is None:
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    language = about.get("language")
    title = about.get("title")
    return Play(
        play_id=path.stem,
        scenario_id=scenario_id,
        title=title if isinstance(title, str) and title else scenario_id,
        seed=seed,
        when=when,
        language=language if language in LANGUAGES else "fr",
        abandoned=about.get("abandoned") is True,
        result=_result(about.get("score")),
    )


def _date(value: object) -> datetime | None:
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\dT", value):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _result(value: object) -> Result | None:
    if not isinstance(value, Mapping) or value.get("band") not in _BANDS:
        return None
    marks = [value.get(name) for name in _CRITERIA]
    if not all(isinstance(mark, int | float) and math.isfinite(mark) for mark in marks):
        return None
    overall, reactivity, transparency, tone = (float(cast(float, mark)) for mark in marks)
    return Result(overall, reactivity, transparency, tone, cast(Band, value["band"]))


def _moment(play: Play) -> float:
    return play.when.timestamp() if play.when else 0.0
