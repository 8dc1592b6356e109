"""What the models refuse, as problems at their places."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from simulator.locale import Message
from simulator.scenario.positions import Path, Places
from simulator.scenario.problem import Problem, hint, kind
from simulator.scenario.shape import bounds_at, keys_of, model_at

_OF_TYPES = {
    "string_type": "text",
    "int_type": "integer",
    "float_type": "number",
    "bool_type": "boolean",
    "tuple_type": "list",
    "model_type": "mapping",
    "dict_type": "mapping",
}
_RULES = {
    "not_a_minute": "S110",
    "not_a_date": "S111",
    "one_test": "S112",
    "one_time": "S113",
    "responses_and_deadline": "S114",
    "backwards": "S115",
    "weights": "S116",
    "not_a_case_moment": "S501",
    "two_readings": "S502",
    "no_such_day": "S503",
    "wrong_weekday": "S511",
    "not_a_span": "S512",
    "one_promise": "S513",
}
_CULPRIT: Mapping[str, Path] = {"backwards": ("between",)}
"""The key of a part, where it has it, that a rule of the whole part speaks of."""
_HINTS = {
    "S110": "minute",
    "S111": "date",
    "S501": "case_moment",
    "S502": "one_reading",
    "S503": "case_moment",
    "S511": "weekday",
    "S512": "span",
}


@dataclass(frozen=True)
class Refusal:
    """One thing that the model `root` refuses: pydantic's error `type` at `path`, where `value` stands."""

    root: type[BaseModel]
    type: str
    path: Path
    value: object
    context: Mapping[str, object]

    @property
    def is_unknown_key(self) -> bool:
        """Whether the last step of `path` is a key that should not be there."""
        return self.type == "extra_forbidden"

    @property
    def choices(self) -> tuple[str, ...]:
        """What may stand here, where that is a list of words or of keys."""
        if self.is_unknown_key and "expected" not in self.context:
            model = model_at(self.root, self.path[:-1])
            return keys_of(model) if model else ()
        return tuple(re.findall(r"'([^']*)'", str(self.context.get("expected", ""))))

    def guess(self, taken: Iterable[object] = ()) -> str | None:
        """The choice that was probably meant, `taken` ones excluded."""
        written = str(self.path[-1]) if self.is_unknown_key else str(self.value)
        free = [choice for choice in self.choices if choice not in set(taken)]
        return next(iter(difflib.get_close_matches(written.lower(), free, n=1, cutoff=0.6)), None)


def refusal_of(root: type[BaseModel], error: Mapping[str, object]) -> Refusal:
    """The refusal that pydantic's `error` tells of. A wrong key of a mapping is an unknown key like any other."""
    path, name = error["loc"], str(error["type"])
    context = error.get("ctx")
    assert isinstance(path, tuple)
    if path and path[-1] == "[key]":
        path, name = path[:-1], "extra_forbidden"
    return Refusal(root, name, path, error.get("input"), context if isinstance(context, Mapping) else {})


def complaint(refusal: Refusal, places: Places) -> Problem:
    """The problem behind `refusal`."""
    if refusal.type in _OF_TYPES:
        return _wrong_type(refusal, places)
    if refusal.type in _RULES:
        code = _RULES[refusal.type]
        advice = hint(_HINTS[code]) if code in _HINTS else None
        path = (*refusal.path, *_CULPRIT.get(refusal.type, ()))
        return Problem.of(code, places.of(path), advice, written=_shown(refusal.value))
    describe = _DESCRIPTIONS.get(refusal.type, _wrong_type)
    return describe(refusal, places)


def _unknown_key(refusal: Refusal, places: Places) -> Problem:
    guess = refusal.guess()
    advice = did_you_mean(guess) if guess else hint("allowed", choices=", ".join(refusal.choices))
    return Problem.of("S101", places.of_key(refusal.path), advice, key=str(refusal.path[-1]))


def _missing(refusal: Refusal, places: Places) -> Problem:
    *parent, last = refusal.path
    if isinstance(last, int):
        return Problem.of("S109", places.of(tuple(parent)), hint("at_least_items", count=last + 1))
    return Problem.of("S102", places.of_key(tuple(parent)), key=last)


def _not_in_list(refusal: Refusal, places: Places) -> Problem:
    if refusal.path == ("format",):
        return Problem.of("S117", places.of(refusal.path), hint("format"), written=_shown(refusal.value))
    guess = refusal.guess()
    advice = did_you_mean(guess) if guess else hint("allowed", choices=", ".join(refusal.choices))
    return Problem.of("S104", places.of(refusal.path), advice, written=_shown(refusal.value))


def _out_of_range(refusal: Refusal, places: Places) -> Problem:
    name, bound = next((name, refusal.context[name]) for name in ("ge", "le", "lt") if name in refusal.context)
    if isinstance(refusal.value, str) and isinstance(bound, int):
        bound = f"H+{bound // 60}:{bound % 60:02d}"
    elif name == "lt" and isinstance(bound, int | float):
        bound -= 1
    elif isinstance(bound, float):
        bound = f"{bound:g}"
    advice = hint("at_least" if name == "ge" else "at_most", bound=bound)
    return Problem.of("S105", places.of(refusal.path), advice, written=_shown(refusal.value))


def _too_long(refusal: Refusal, places: Places) -> Problem:
    count = len(refusal.value) if isinstance(refusal.value, str) else 0
    advice = hint("at_most_characters", count=refusal.context["max_length"])
    return Problem.of("S106", places.of(refusal.path), advice, count=count)


def _empty(refusal: Refusal, places: Places) -> Problem:
    return Problem.of("S107", places.of(refusal.path), hint("write_text"))


def _not_an_id(refusal: Refusal, places: Places) -> Problem:
    return Problem.of("S108", places.of(refusal.path), hint("id"), written=_shown(refusal.value))


def _list_length(refusal: Refusal, places: Places) -> Problem:
    few = "min_length" in refusal.context
    advice = (
        hint("at_least_items", count=refusal.context["min_length"])
        if few
        else hint("at_most_items", count=refusal.context["max_length"])
    )
    return Problem.of("S109", places.of(refusal.path), advice)


def _wrong_type(refusal: Refusal, places: Places) -> Problem:
    name = _OF_TYPES.get(refusal.type, "other")
    advice = None
    if name == "text" and not isinstance(refusal.value, dict | tuple):
        advice = hint("quote", written=_shown(refusal.value))
    elif name in ("integer", "number"):
        advice = _number_advice(refusal)
    elif name == "boolean" and isinstance(refusal.value, str):
        advice = hint("true_or_false")
    elif name == "list":
        advice = hint("list")
    return Problem.of("S103", places.of(refusal.path), advice, kind=kind(name))


def _number_advice(refusal: Refusal) -> Message | None:
    """What to write where a number was expected: the one between the quotation marks, else one within the bounds."""
    if isinstance(refusal.value, str) and re.fullmatch(r"\s*[+-]?[0-9]+([.,][0-9]+)?\s*", refusal.value):
        return hint("decimal_point") if "," in refusal.value else hint("unquote")
    bounds = bounds_at(refusal.root, refusal.path)
    return None if bounds is None else hint("between", low=f"{bounds[0]:g}", high=f"{bounds[1]:g}")


_DESCRIPTIONS: Mapping[str, Callable[[Refusal, Places], Problem]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_in_list,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "string_pattern_mismatch": _not_an_id,
    "too_short": _list_length,
    "too_long": _list_length,
}


def did_you_mean(guess: str) -> Message:
    """The hint that `guess` was probably meant."""
    return hint("did_you_mean", guess=guess)


def _shown(value: object) -> str:
    return "…" if isinstance(value, dict | tuple) else str(value).lower() if isinstance(value, bool) else str(value)
