"""The comments of a translation file: a translator's own, the game's marks, and translations laid aside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.scenario.positions import Places

MARK = "#!"
"""Begins a line that the game wrote for the translator, who deletes it when the text below is right."""
OBSOLETE = "#~"
"""Begins a translation whose original is no more."""


@dataclass(frozen=True)
class Comments:
    """`head` stands above the first key; `above` are the lines over a text's key, without marks; `marked` those keys
    that have a mark; `obsolete` the translations laid aside, by key."""

    head: Sequence[str] = ()
    above: Mapping[str, Sequence[str]] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    obsolete: Mapping[str, str] = field(default_factory=dict)


def comments_of(content: str, places: Places) -> Comments:
    """The comments in `content`, whose keys stand at `places`."""
    lines = content.splitlines()
    above: dict[str, list[str]] = {}
    marked = set()
    for key, line in places.keys_in(("texts",)).items():
        over = _comments_over(lines, line - 1)
        own = [one for one in over if not one.startswith((MARK, OBSOLETE))]
        if own:
            above[key] = own
        if any(one.startswith(MARK) for one in over):
            marked.add(key)
    head = []
    for one in lines:
        if not one.startswith("#"):
            break
        if not one.startswith(MARK):
            head.append(one)
    return Comments(head, above, frozenset(marked), dict(_laid_aside(lines)))


def _comments_over(lines: Sequence[str], index: int) -> list[str]:
    found: list[str] = []
    while index > 0 and lines[index - 1].lstrip().startswith("#"):
        index -= 1
        found.insert(0, lines[index].strip())
    return found


def _laid_aside(lines: Sequence[str]) -> list[tuple[str, str]]:
    found = []
    for line in lines:
        if line.startswith(OBSOLETE):
            key, _, text = line.removeprefix(OBSOLETE).strip().partition(": ")
            try:
                value = json.loads(text)
            except ValueError:
                continue
            if isinstance(value, str):
                found.append((key, value))
    return found
