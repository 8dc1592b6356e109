"""The rows of a scene as JSON and back, for a play whose run is on another machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")


def to_json(view: object) -> Any:
    """A view of plain rows as JSON-ready values; of a picture's place only the file's name, for folders are here."""
    values = _adapter(cast(Any, type(view))).dump_python(view, mode="json")
    _each_picture(values, lambda file: Path(file).name)
    return values


def from_json(kind: type[T], values: Any, pictures: Callable[[str], Path]) -> T:
    """The view of that `kind` that `to_json` made; `pictures` says where a picture of a name is.

    ValidationError where the values are those of no such view.
    """
    _each_picture(values, lambda name: str(pictures(name)))
    return cast(T, _adapter(cast(Any, kind)).validate_python(values))


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _each_picture(values: Any, change: Callable[[str], str]) -> None:
    """Change the file of each picture in place. Only a picture has a file."""
    if isinstance(values, dict):
        picture = values.get("picture")
        if isinstance(picture, dict) and isinstance(picture.get("file"), str):
            picture["file"] = change(picture["file"])
        for value in values.values():
            if isinstance(value, dict | list | tuple):
                _each_picture(value, change)
    elif isinstance(values, list | tuple):
        for value in values:
            _each_picture(value, change)
