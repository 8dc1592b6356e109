"""A file of a scenario -> plain data that remembers its places; strict and bounded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath

from simulator.scenario.compose import Composer
from simulator.scenario.positions import Path, Places
from simulator.scenario.problem import Place, Problem, ScenarioProblems, hint
from simulator.scenario.scalars import FORBIDDEN

MAX_BYTES = 2 * 1024 * 1024
KEPT = 40
"""How many texts stay read: a library, and what lies beside its scenarios, is asked for again and again."""


@dataclass(frozen=True, eq=False)
class Source:
    """What a file says. `spoiled` are the paths of values that already have a problem and mean nothing.

    Several readers may have the same one: it is never changed, and the same text gives the same one.
    """

    data: dict[str, object]
    places: Places
    problems: tuple[Problem, ...]
    spoiled: frozenset[Path]


def read_source(file: FilePath) -> Source:
    """Reads `file`, at most `MAX_BYTES` of it.

    Problems that leave the rest readable are in the result. Raises ScenarioProblems where nothing can be read.
    """
    return parse_source(_text(file), str(file))


@lru_cache(KEPT)
def parse_source(text: str, file: str) -> Source:
    """As `read_source`, of a text that is called `file`."""
    if found := FORBIDDEN.search(text):
        before = text[: found.start()]
        place = Place(file, before.count("\n") + 1, found.start() - before.rfind("\n"))
        raise ScenarioProblems([Problem.of("S004", place, hint("save_as_text"), sign=f"U+{ord(found[0]):04X}")])
    composed = Composer(file, text)
    problems = tuple(composed.problems)
    if composed.data is None:
        raise ScenarioProblems(problems)
    if not isinstance(composed.data, dict):
        raise ScenarioProblems([*problems, Problem.of("S033", composed.places.of(()), hint("first_key"))])
    return Source(composed.data, composed.places, problems, frozenset(composed.spoiled))


def _text(file: FilePath) -> str:
    place = Place(str(file))
    try:
        if not file.is_file():
            raise ScenarioProblems([Problem.of("S001", place, hint("a_folder" if file.is_dir() else "no_such_file"))])
        if file.stat().st_size > MAX_BYTES:
            raise ScenarioProblems([Problem.of("S002", place, limit=MAX_BYTES // 1024 // 1024)])
        content = file.read_bytes()
    except OSError:
        raise ScenarioProblems([Problem.of("S001", place)]) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        place = Place(str(file), before.count(b"\n") + 1, column)
        raise ScenarioProblems([Problem.of("S003", place, hint("save_as_utf8"))]) from None
