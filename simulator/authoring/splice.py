"""Edits of a YAML file that leave every other character as it was: comments, quotes, order and blank lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from simulator.scenario.positions import Path

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_+:-]*[A-Za-z0-9]|\d+")
"""What may stand without quotation marks and means itself; `1:30` and `no` are none of the game's own words."""


@dataclass(frozen=True)
class Put:
    """`value` at `path`, which ends with a key; a new key comes after the last of `after` that is there."""

    path: Path
    value: str
    after: Sequence[str] = ()


@dataclass(frozen=True)
class Drop:
    """Without the key, or the item of a list, at `path`."""

    path: Path


@dataclass(frozen=True)
class Append:
    """One more item, the lines `lines` of a block without indentation or dash, at the end of the list at `path`."""

    path: Path
    lines: Sequence[str]


Edit = Put | Drop | Append


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits`, whose paths are those of `text` as it is. KeyError for a path that is not there."""
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(top, MappingNode)
    cuts = sorted((_cut(text, top, edit) for edit in edits), reverse=True)
    for start, end, new in cuts:
        text = text[:start] + new + text[end:]
    return text


Cut = tuple[int, int, str]
"""From where to where, in characters, and what comes there instead."""


def _cut(text: str, top: Node, edit: Edit) -> Cut:
    match edit:
        case Put(path, value, after):
            parent = _at(top, path[:-1])
            assert isinstance(parent, MappingNode)
            found = _pair(parent, str(path[-1]))
            return _replaced(found[1], value) if found else _added(text, parent, str(path[-1]), value, after)
        case Drop(path):
            return _dropped(text, _at(top, path[:-1]), path[-1])
        case Append(path, lines):
            return _appended(text, _at(top, path), lines)


def _at(node: Node, path: Path) -> Node:
    for step in path:
        if isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, MappingNode) and (found := _pair(node, str(step))):
            node = found[1]
        else:
            raise KeyError(step)
    return node


def _pair(node: MappingNode, key: str) -> tuple[Node, Node] | None:
    pairs: list[tuple[Node, Node]] = node.value
    return next((pair for pair in pairs if isinstance(pair[0], ScalarNode) and pair[0].value == key), None)


def _replaced(node: Node, value: str) -> Cut:
    start, end = _start(node), _end(node)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return start, end, _written(value) + "\n"
    quoted = isinstance(node, ScalarNode) and node.style is not None
    return start, end, _quoted(value) if quoted else _written(value)


def _added(text: str, parent: MappingNode, key: str, value: str, after: Sequence[str]) -> Cut:
    pairs = [pair for name in after if (pair := _pair(parent, name))] or [parent.value[-1]]
    neighbour = max(pairs, key=lambda pair: _start(pair[0]))
    place = _end(neighbour[1])
    if parent.flow_style:
        return place, place, f", {key}: {_written(value)}"
    place = _line_end(text, place)
    return place, place, f"\n{' ' * _column(neighbour[0])}{key}: {_written(value)}"


def _dropped(text: str, parent: Node, step: str | int) -> Cut:
    assert isinstance(parent, CollectionNode)
    if isinstance(parent, MappingNode):
        pairs = [(_start(key), _end(value)) for key, value in parent.value]
        place = next(index for index, (key, _) in enumerate(parent.value) if key.value == step)
    else:
        pairs = [(_start(item), _end(item)) for item in parent.value]
        assert isinstance(step, int)
        place = step
    start, end = pairs[place]
    if parent.flow_style:
        if place + 1 < len(pairs):
            return start, pairs[place + 1][0], ""
        return (pairs[place - 1][1] if place else start), end, ""
    return _line_start(text, start), _after_line(text, end), ""


def _appended(text: str, items: Node, lines: Sequence[str]) -> Cut:
    assert isinstance(items, SequenceNode) and items.value and not items.flow_style
    dash = " " * (_column(items.value[-1]) - 2)
    place = _line_end(text, _end(items.value[-1]))
    block = "\n".join(f"{dash}{'- ' if index == 0 else '  '}{line}" for index, line in enumerate(lines))
    return place, place, f"\n\n{block}"


def _start(node: Node) -> int:
    index: int = node.start_mark.index
    return index


def _column(node: Node) -> int:
    column: int = node.start_mark.column
    return column


def _end(node: Node) -> int:
    """The character after `node`; a block ends with its last part, not where the next one begins."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    index: int = node.end_mark.index
    return index


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """The end of the line that holds the character before `index`."""
    found = text.find("\n", max(0, index - 1) if text[index - 1 : index] == "\n" else index)
    return len(text) if found < 0 else found


def _after_line(text: str, index: int) -> int:
    """The start of the next line that is not blank."""
    place = min(len(text), _line_end(text, index) + 1)
    blank = re.compile(r"[ \t]*\n").match(text, place)
    return blank.end() if blank else place


def _written(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and value.lower() not in _READ_OTHERWISE else _quoted(value)


_READ_OTHERWISE = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
