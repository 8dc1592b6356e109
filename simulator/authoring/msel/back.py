"""What was edited in a MSEL, as edits of the scenario's files; what a spreadsheet cannot hold stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path as FilePath

from simulator.authoring.msel.columns import ACTIONS, MselRow, heading, rows_of
from simulator.authoring.msel.sheet import Sheet
from simulator.authoring.splice import Append, Drop, Edit, Put, spliced
from simulator.locale import Message, phrasebook
from simulator.scenario.load import LoadedScenario
from simulator.scenario.model import Scenario
from simulator.scenario.source import read_source

_TEXTS = {"event": "title", "inject": "text", "objective": "objective", "evaluator_note": "evaluator_note"}
_OPTIONAL = frozenset({"expected", "objective", "evaluator_note"})
_AFTER = ("id", "title", "text", "question", "deadline", "priority", "expected", "asks", "objective")
"""The keys of an inject after which a new one comes."""
_TIME = re.compile(r"(?:H\+)?(\d{1,2}):([0-5]\d)(?::00)?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Change:
    """One cell that was edited, or a whole row (`column` "") that is new or gone; `line` is the spreadsheet's."""

    inject: str
    column: str
    before: str
    after: str
    line: int

    @property
    def is_text(self) -> bool:
        """Whether other languages have something to translate now."""
        return self.column in _TEXTS if self.column else not self.is_removal

    @property
    def is_removal(self) -> bool:
        """Whether the spreadsheet has this row no more."""
        return not self.column and not self.after


@dataclass(frozen=True)
class Returned:
    """What came back: the files to write, by name, and what changed; or `refused`, the cells that cannot be taken."""

    files: Mapping[str, str]
    changes: Sequence[Change]
    refused: Sequence[Message]


def brought_back(sheet: Sheet, loaded: LoadedScenario, told: Scenario) -> Returned:
    """The edits that `sheet` holds against `loaded`, whose texts in the sheet's language are those of `told`."""
    return _Back(sheet, loaded, told).returned()


class _Back:
    def __init__(self, sheet: Sheet, loaded: LoadedScenario, told: Scenario) -> None:
        self._sheet, self._loaded, self._told = sheet, loaded, told
        self._say = phrasebook(sheet.language)
        self._places = {inject.id: place for place, inject in enumerate(loaded.scenario.injects)}
        self._edits: dict[FilePath, list[Edit]] = {}
        self._changes: list[Change] = []
        self._refused: list[Message] = []

    def returned(self) -> Returned:
        before = {row["id"]: row for row in rows_of(self._told, self._say)}
        seen: set[str] = set()
        for row, line in zip(self._sheet.rows, self._sheet.lines, strict=True):
            name = row["id"]
            if not name:
                self._refuse("msel_no_id", line, "id")
            elif name in seen or not _ID.fullmatch(name):
                self._refuse("msel_bad_id", line, "id", name=name)
            elif name in before:
                self._compare(before[name], row, line)
            else:
                self._add(row, line)
            seen.add(name)
        for name in before.keys() - seen:
            self._changes.append(Change(name, "", before[name]["event"], "", 0))
        self._drop(before.keys() - seen)
        if self._refused:
            return Returned({}, (), tuple(self._refused))
        return Returned(dict(self._files()), tuple(self._changes), ())

    def _files(self) -> Iterator[tuple[str, str]]:
        for file, edits in self._edits.items():
            if edits:
                yield file.name, spliced(file.read_bytes().decode("utf-8-sig"), edits)

    def _drop(self, names: set[str]) -> None:
        """Without the injects `names`, nor their texts in any translation."""
        self._edit(self._loaded.file, *(Drop(("injects", self._places[name])) for name in names))
        begins = tuple(f"injects.{name}." for name in names)
        for language in self._loaded.languages[1:]:
            file = self._loaded.texts_file(language)
            keys = read_source(file).places.keys_in(("texts",))
            self._edit(file, *(Drop(("texts", key)) for key in keys if begins and key.startswith(begins)))

    def _edit(self, file: FilePath, *edits: Edit) -> None:
        self._edits.setdefault(file, []).extend(edits)

    def _compare(self, before: MselRow, row: MselRow, line: int) -> None:
        for column, written in row.items():
            same = written == before[column] or (
                column == "time" and _minutes(written) is not None and _minutes(written) == _minutes(before["time"])
            )
            if column != "id" and not same:
                self._change(before, column, written, line)

    def _change(self, before: MselRow, column: str, written: str, line: int) -> None:
        name = before["id"]
        path = ("injects", self._places[name])
        self._changes.append(Change(name, column, before[column], written, line))
        if not written:
            if column not in _OPTIONAL:
                self._refuse("msel_empty", line, column)
            elif column == "expected" or self._own:
                self._edit(self._loaded.file, Drop((*path, _TEXTS.get(column, column))))
            else:
                self._refuse("msel_other_language", line, column, language=self._loaded.scenario.language)
        elif column in _TEXTS:
            self._put_text(name, _TEXTS[column], written, line, column)
        elif (value := self._value(column, written, before, line)) is not None:
            key = {"time": "at", "sender": "sender", "method": "channel", "expected": "expected"}[column]
            self._edit(self._loaded.file, Put((*path, key), value, _AFTER))

    @property
    def _own(self) -> bool:
        return self._sheet.language == self._loaded.scenario.language

    def _put_text(self, name: str, key: str, written: str, line: int, column: str) -> None:
        if self._own:
            self._edit(self._loaded.file, Put(("injects", self._places[name], key), written, _AFTER))
        elif getattr(self._loaded.scenario.injects[self._places[name]], key) is None:
            self._refuse("msel_other_language", line, column, language=self._loaded.scenario.language)
        else:
            file = self._loaded.texts_file(self._sheet.language)
            self._edit(file, Put(("texts", f"injects.{name}.{key}"), written))

    def _value(self, column: str, written: str, before: MselRow, line: int) -> str | None:
        """What stands in the scenario for the words of a cell; None, and refused, where they mean nothing."""
        if column == "time":
            minutes = _minutes(written)
            if before["time"] and _minutes(before["time"]) is None:
                self._refuse("msel_waits", line, column)
                return None
            if minutes is None:
                self._refuse("msel_bad_time", line, column)
                return None
            return f"H+{minutes // 60}:{minutes % 60:02d}"
        vocabulary: Mapping[str, Mapping[str, str]] = {
            "sender": {one.name: one.id for one in self._told.personas},
            "method": {one.name: one.id for one in self._told.channels},
            "expected": {self._say(f"authoring.action_{action}"): action for action in ACTIONS},
        }
        words = vocabulary.get(column, {})
        if not words:
            self._refuse("msel_fixed", line, column)
            return None
        known = {name.casefold(): value for name, value in words.items()} | {value: value for value in words.values()}
        if written.casefold() not in known:
            near = get_close_matches(written, list(words), n=1)
            self._refuse("msel_unknown", line, column, choices=near[0] if near else ", ".join(words))
        return known.get(written.casefold())

    def _add(self, row: MselRow, line: int) -> None:
        """A new row is news of the story: what is to be decided about it is written in the scenario."""
        if not self._own:
            self._refuse("msel_other_language", line, "id", language=self._loaded.scenario.language)
            return
        wanted = ("time", "event", "inject", "sender", "method")
        for column in wanted:
            if not row.get(column):
                self._refuse("msel_empty", line, column)
                return
        if row.get("kind", "").casefold() not in {"", self._say("authoring.kind_news")}:
            self._refuse("msel_only_news", line, "kind")
            return
        if row.get("expected"):
            self._refuse("msel_only_news", line, "expected")
            return
        empty = dict.fromkeys(row, "")
        values = {column: self._value(column, row[column], empty, line) for column in ("time", "sender", "method")}
        if None in values.values():
            return
        lines = [f"id: {row['id']}", "kind: news", f"at: {values['time']}"]
        lines += [f"sender: {values['sender']}", f"channel: {values['method']}"]
        for column, key in _TEXTS.items():
            if row.get(column):
                lines.append(spliced(f"{key}: x", [Put((key,), row[column])]))
        self._edit(self._loaded.file, Append(("injects",), lines))
        self._changes.append(Change(row["id"], "", "", row["event"], line))

    def _refuse(self, code: str, line: int, column: str, **arguments: object) -> None:
        cell = {"line": line, "column": heading(column, self._say)}
        self._refused.append(Message(f"authoring.{code}", {**cell, **arguments}))


def _minutes(written: str) -> int | None:
    """Scenario minutes of `H+1:05`, or of `1:05` as a spreadsheet makes of it."""
    found = _TIME.fullmatch(written)
    return int(found[1]) * 60 + int(found[2]) if found else None
