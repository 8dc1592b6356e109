"""YAML events -> plain data and the place of every key and value; what YAML would guess or repeat is a problem."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from simulator.locale import Message
from simulator.scenario.positions import Path, Places
from simulator.scenario.problem import MAX_PROBLEMS, Place, Problem, hint
from simulator.scenario.scalars import FORBIDDEN, Unclear, meaning
from simulator.scenario.syntax import MAX_DEPTH, syntax_problem

MAX_NODES = 30_000
MAX_CHARACTERS = 20_000

_READER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stop(Exception):
    """Reading on would be of no use."""


class Composer:
    """Reads one document. `data` is None where it could not be read to its end.

    Data are dict, tuple, str, int, float and bool. A value that could not be understood stands as the text that was
    written, and its path is in `spoiled`, so that nobody complains of it twice.
    """

    def __init__(self, file: str, text: str, reader: type[yaml.SafeLoader] = _READER) -> None:
        self.problems: list[Problem] = []
        self.places = Places(file)
        self.spoiled: set[Path] = set()
        self.data: object = None
        self._file = file
        self._nodes = 0
        self._events: Iterator[Event] = yaml.parse(text, Loader=reader)
        try:
            self.data = self._document()
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(error, file, text))
        except _Stop:
            pass

    def _document(self) -> object:
        data: object = None
        seen = False
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                if event.version or event.tags:
                    self._report("S023", event, what="%")
                if seen:
                    self._report("S015", event)
                    raise _Stop
                seen = True
                data = self._node(next(self._events), ())
            elif isinstance(event, StreamEndEvent) and not seen:
                self._report("S005", event)
                raise _Stop
        return data

    def _node(self, event: Event, path: Path) -> object:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._report("S031", event, limit=MAX_NODES)
            raise _Stop
        self.places.put_value(path, *_mark(event))
        if isinstance(event, AliasEvent):
            self._report("S021", event, path, hint("write_out"), name=f"*{event.anchor}")
            return f"*{event.anchor}"
        if isinstance(event, ScalarEvent | CollectionStartEvent):
            if event.anchor is not None:
                self._report("S021", event, None, hint("write_out"), name=f"&{event.anchor}")
            if event.tag is not None:
                self._report("S023", event, path, hint("no_tag"), what=event.tag)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= MAX_DEPTH:
            self._report("S030", event, limit=MAX_DEPTH)
            raise _Stop
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._sequence(path)

    def _scalar(self, event: ScalarEvent, path: Path) -> str | int | float | bool:
        written: str = event.value
        if len(written) > MAX_CHARACTERS:
            self._report("S032", event, path, limit=MAX_CHARACTERS)
            return written[:MAX_CHARACTERS]
        if found := FORBIDDEN.search(written):
            self._report("S004", event, path, hint("save_as_text"), sign=f"U+{ord(found[0]):04X}")
            return written
        if not event.implicit[0]:
            return written
        try:
            return meaning(written)
        except Unclear as unclear:
            cut = unclear.code == "S027" and any(" " in str(key) for key in path[-1:])
            self._report(unclear.code, event, path, hint("comma") if cut else unclear.advice, written=written)
            return written

    def _sequence(self, path: Path) -> tuple[object, ...]:
        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return tuple(items)

    def _mapping(self, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._node(next(self._events), (*path, ""))
            elif key in data:
                first = str(self.places.of_key((*path, key)).line)
                self._report("S020", event, None, hint("first_at", line=first), key=key)
                self._node(next(self._events), (*path, ""))
            else:
                self.places.put_key((*path, key), *_mark(event))
                data[key] = self._node(next(self._events), (*path, key))
        return data

    def _key(self, event: Event, path: Path) -> str | None:
        """The key that `event` begins, or None after a problem."""
        if isinstance(event, ScalarEvent) and event.value == "<<" and event.implicit[0]:
            self._report("S022", event, None, hint("write_out"))
            return None
        if not isinstance(event, ScalarEvent) or event.tag is not None or event.anchor is not None:
            self._report("S029", event, None, hint("plain_key"))
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                self._node(event, (*path, ""))
            return None
        written: str = event.value
        if event.implicit[0] and _is_no_text(written):
            self._report("S029", event, None, hint("quote", written=written))
            return None
        return written

    def _report(
        self, code: str, event: Event, path: Path | None = None, advice: Message | None = None, **arguments: object
    ) -> None:
        line, column = _mark(event)
        if path is not None:
            self.spoiled.add(path)
        self.problems.append(Problem.of(code, Place(self._file, line, column), advice, **arguments))
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(Problem.of("S034", Place(self._file, line, column), limit=MAX_PROBLEMS))
            raise _Stop


def _mark(event: Event) -> tuple[int, int]:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1


@lru_cache(maxsize=4096)
def _is_no_text(written: str) -> bool:
    try:
        return not isinstance(meaning(written), str)
    except Unclear:
        return True
