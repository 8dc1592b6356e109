"""Data that the models refuse, made acceptable: only so that one pass over a broken scenario finds all its problems."""

from __future__ import annotations

import re
from collections.abc import Callable

from simulator.scenario.complaint import Refusal
from simulator.scenario.positions import Path

_PLENTY = 10**9
"""Instead of a number that is none, or too small: the next round cuts it to its bound, where it hides nothing else."""


def repaired(data: object, refusal: Refusal) -> object:
    """`data` with a stand-in for what `refusal` is about; `data` itself where there is none."""
    *_, last = refusal.path or ("",)
    if refusal.is_unknown_key:
        return _changed(data, refusal.path[:-1], lambda part: _without(part, str(last)))
    stand_in = _stand_in(refusal)
    return data if stand_in is None else _changed(data, refusal.path, lambda _: stand_in)


def renamed(data: object, path: Path, key: str) -> object:
    """`data` with `key` instead of the last step of `path`."""
    return _changed(data, path[:-1], lambda part: _with_name(part, str(path[-1]), key))


def part_at(data: object, path: Path) -> object:
    """What stands at `path` in `data`, None where nothing does."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, tuple) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _changed(data: object, path: Path, change: Callable[[object], object]) -> object:
    if not path:
        return change(data)
    step, rest = path[0], path[1:]
    if isinstance(data, dict) and step in data:
        return {key: _changed(value, rest, change) if key == step else value for key, value in data.items()}
    if isinstance(data, tuple) and isinstance(step, int):
        return tuple(_changed(value, rest, change) if index == step else value for index, value in enumerate(data))
    return data


def _without(part: object, key: str) -> object:
    return {name: value for name, value in part.items() if name != key} if isinstance(part, dict) else part


def _with_name(part: object, old: str, new: str) -> object:
    return {new if name == old else name: value for name, value in part.items()} if isinstance(part, dict) else part


def _stand_in(refusal: Refusal) -> object:
    value, context = refusal.value, refusal.context
    match refusal.type:
        case "string_type":
            return None if isinstance(value, dict | tuple) else str(value)
        case "string_too_short":
            return "-"
        case "string_too_long":
            limit = context["max_length"]
            return value[:limit] if isinstance(value, str) and isinstance(limit, int) else None
        case "string_pattern_mismatch":
            return re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")[:48] or None
        case "literal_error":
            return refusal.guess() or next(iter(refusal.choices), 1)
        case "greater_than_equal":
            return _PLENTY
        case "less_than_equal":
            return context["le"] if not isinstance(value, str) else "H+0:00"
        case "int_type" | "float_type":
            return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value) else _PLENTY
        case "bool_type":
            return True
        case "tuple_type":
            return None if isinstance(value, tuple) else (value,)
        case "not_a_minute":
            return "H+0:00"
        case "not_a_date":
            return "2000-01-01 00:00"
        case "not_a_case_moment" | "two_readings" | "no_such_day" | "wrong_weekday":
            return 0
        case "not_a_span":
            return 60
    return None
