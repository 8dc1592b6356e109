"""How the format's models are made: which parts a scenario has, and which of its fields are texts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulator.scenario.base import Translated
from simulator.scenario.positions import Path


def parts(value: object, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every model in `value`, itself first, with its path."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in _fields_with_parts(type(value)):
            yield from parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts(item, (*path, index))


@cache
def _fields_with_parts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of `model` in which models may stand: most hold texts and numbers, and need not be walked through."""
    return tuple(name for name, field in model.model_fields.items() if _holds_model(field.annotation))


def _holds_model(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_model(part) for part in get_args(annotation))


@cache
def text_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields of `model` that hold a text, or texts, which a translation may replace."""
    return frozenset(name for name, field in model.model_fields.items() if _holds_text(field))


def _holds_text(field: FieldInfo) -> bool:
    return any(isinstance(mark, Translated) for mark in field.metadata) or _annotated_as_text(field.annotation)


def _annotated_as_text(annotation: object) -> bool:
    if get_origin(annotation) is Annotated:
        return any(isinstance(mark, Translated) for mark in get_args(annotation)[1:])
    return any(_annotated_as_text(part) for part in get_args(annotation))


def model_at(root: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that stands at `path` in a `root`, or None where no model does."""
    annotation: object = root
    for step in path:
        if isinstance(step, str) and isinstance(annotation, type) and issubclass(annotation, BaseModel):
            field = _field(annotation, step)
            if field is None:
                return None
            annotation = field.annotation
        annotation = _inner(annotation)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def bounds_at(root: type[BaseModel], path: Path) -> tuple[int | float, int | float] | None:
    """The least and the most that a number at `path` in a `root` may be; None where it has not both."""
    *parent, key = path
    model = model_at(root, tuple(parent))
    field = None if model is None else _field(model, str(key))
    marks = [] if field is None else [*field.metadata, *_marks(field.annotation)]
    low = max((mark.ge for mark in marks if hasattr(mark, "ge")), default=None)
    high = min((mark.le for mark in marks if hasattr(mark, "le")), default=None)
    return None if low is None or high is None else (low, high)


def _marks(annotation: object) -> Iterator[Any]:
    """What the annotations inside an `annotation` say of its values."""
    for part in get_args(annotation):
        yield from part.metadata if isinstance(part, FieldInfo) else _marks(part)


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    return next((field for name, field in model.model_fields.items() if key in (name, field.alias)), None)


def _inner(annotation: object) -> object:
    """The one model inside a tuple, an option or an annotation; anything else as it is."""
    for part in get_args(annotation):
        found = _inner(part)
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
    return annotation


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that an author may write in a `model`."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def texts(scenario: BaseModel) -> Iterator[tuple[Path, str]]:
    """Every text that a translation may replace, with its path."""
    for path, part in parts(scenario):
        for name in text_fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*path, name), value
            elif isinstance(value, tuple):
                yield from (((*path, name, index), item) for index, item in enumerate(value))
