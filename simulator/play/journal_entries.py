"""What the lines of a journal say: how a play began, what was decided, reached, set or laid apart since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from simulator.engine.decision import Decision, from_record, to_record
from simulator.engine.replay import ENGINE_VERSION
from simulator.locale import LANGUAGES, Language
from simulator.play.laid_apart import LaidApart
from simulator.play.play_file import MOST_MINUTES

T = TypeVar("T")

FORMAT = 1
KIND = "badbuzz journal"


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


def record_of_beginning(beginning: Beginning) -> dict[str, object]:
    """What the first line says."""
    return {
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


def record_of(entry: Entry) -> dict[str, object]:
    """What the line of `entry` says."""
    match entry:
        case Reached(minute=minute, tick=tick):
            return {"minute": minute, "tick": tick}
        case TakenUp(order=order):
            return {"taken_up": order}
        case LaidApart(pinned=pinned, hidden=hidden):
            return {"pinned": sorted(pinned), "hidden": sorted(hidden)}
        case ThresholdSet(level=level):
            return {"threshold": level}
        case Decision():
            return {"decision": to_record(entry)}


def beginning_from(record: object) -> Beginning:
    """What `record_of_beginning` gave. Raises ValueError, BadDecision."""
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


def entry_from(record: object) -> Entry:
    """What `record_of` gave. Raises ValueError, BadDecision."""
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
