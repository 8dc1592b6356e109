"""The file of a play: a replay, and beside it when and how it was played, its grade and the student's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast, get_args

from simulator.durable import reason_of
from simulator.engine.replay import NotAReplay, Replay, from_text
from simulator.locale import LANGUAGES, Language, Message
from simulator.play.words import Words
from simulator.scoring.bands import Band

MAX_BYTES = 8 * 1024 * 1024
MOST_MINUTES = 1_000_000
"""No scenario is longer."""
_MOST_PLAYS = 1_000_000_000
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
    `branched` is the scenario minute from which it took up an earlier play, None for a play from the start. `number`
    is higher than that of every play kept before, 0 in files older than it.
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
    branched: int | None = None
    number: int = 0
    words: Words = field(default_factory=Words)

    @property
    def is_ranked(self) -> bool:
        """Whether it counts among the first and best: graded, and played from the start."""
        return self.result is not None and self.branched is None


def play_text(replay: Replay, play: Play) -> str:
    """What the file of `play` holds."""
    about: dict[str, object] = {
        "title": play.title,
        "when": play.when.isoformat(timespec="seconds") if play.when else None,
        "language": play.language,
        "abandoned": play.abandoned,
        "score": asdict(play.result) if play.result else None,
    }
    if play.branched is not None:
        about["branched"] = play.branched
    if play.number:
        about["number"] = play.number
    return _text_of(_with_words({**replay.to_record(), PLAY: about}, play.words))


def rewritten(path: Path, words: Words) -> str:
    """What the file at `path` holds, with `words` instead of those in it. Raises BadPlayFile."""
    record = _record(path)
    if record is None or not isinstance(record.get(PLAY), dict):
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    return _text_of(_with_words(record, words))


def read_replay(path: Path) -> Replay:
    """The replay that a file holds, whatever else stands in it. Raises BadPlayFile."""
    try:
        replay = from_text(_text(path))
    except NotAReplay as error:
        raise BadPlayFile(error.message) from None
    if not 0 <= replay.seed < 2**32:
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    return replay


def read_play(path: Path) -> Play:
    """When and how the play in a file was played, with the student's words. Raises BadPlayFile."""
    record = _record(path)
    about = None if record is None else record.get(PLAY)
    if record is None or not isinstance(about, dict):
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    scenario_id, seed, when = record.get("scenario"), record.get("seed"), _date(about.get("when"))
    if not isinstance(scenario_id, str) or not isinstance(seed, int) or when is None:
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name}))
    language, title, branched = about.get("language"), about.get("title"), about.get("branched")
    number = about.get("number")
    return Play(
        play_id=path.stem,
        scenario_id=scenario_id,
        title=title if isinstance(title, str) and title else scenario_id,
        seed=seed,
        when=when,
        language=language if language in LANGUAGES else "fr",
        abandoned=about.get("abandoned") is True,
        result=_result(about.get("score")),
        branched=branched if type(branched) is int and 0 <= branched < MOST_MINUTES else None,
        number=number if type(number) is int and 0 <= number < _MOST_PLAYS else 0,
        words=Words.from_record(about.get("words")),
    )


def _text_of(record: Mapping[str, object]) -> str:
    """JSON that UTF-8 can hold: a file edited by hand may name half a character."""
    return json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def _with_words(record: dict[str, object], words: Words) -> dict[str, object]:
    about = {name: value for name, value in cast(dict[str, object], record[PLAY]).items() if name != "words"}
    if not words.is_empty:
        about["words"] = words.to_record()
    return {**record, PLAY: about}


def _record(path: Path) -> dict[str, object] | None:
    """What a file holds as JSON, None where that is no mapping. Raises BadPlayFile where it cannot be read."""
    try:
        record = json.loads(_text(path))
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadPlayFile(Message("desk.play_too_long", {"file": path.name}))
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadPlayFile(Message("desk.play_missing", {"file": str(path)})) from None
    except OSError as error:
        raise BadPlayFile(Message("desk.play_refused", {"file": str(path), "reason": reason_of(error)})) from None
    except ValueError:
        raise BadPlayFile(Message("desk.play_unreadable", {"file": path.name})) from None


def _date(value: object) -> datetime | None:
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\dT", value):
        return None
    try:
        date = datetime.fromisoformat(value)
        # Plays are put in order by it: a date at an end of the calendar has none.
        date.timestamp()
    except (ValueError, OverflowError, OSError):
        return None
    return date


def _result(value: object) -> Result | None:
    if not isinstance(value, Mapping) or value.get("band") not in _BANDS:
        return None
    marks = [value.get(name) for name in _CRITERIA]
    if not all(isinstance(mark, int | float) and 0 <= mark <= 100 for mark in marks):
        return None
    overall, reactivity, transparency, tone = (float(cast(float, mark)) for mark in marks)
    return Result(overall, reactivity, transparency, tone, cast(Band, value["band"]))
