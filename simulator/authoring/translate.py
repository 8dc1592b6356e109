"""The translation file of a scenario, made or refreshed: nothing that a translator wrote is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.authoring.comments import MARK, OBSOLETE, Comments, comments_of
from simulator.locale import Language, Message, Phrasebook
from simulator.scenario.load import LoadedScenario
from simulator.scenario.source import read_source
from simulator.scenario.translation import Translation, texts_of, translation_of
from simulator.scenario.translation_state import TODO, base_of, source_digest

State = Literal["fine", "todo", "changed"]


@dataclass(frozen=True)
class Refreshed:
    """The file's new content, and the keys of each state; `gone` are translations whose original is no more."""

    content: str
    states: Mapping[str, State]
    gone: tuple[str, ...]

    def count(self, state: State) -> int:
        """How many texts are in `state`."""
        return sum(found == state for found in self.states.values())


@dataclass(frozen=True)
class _Entry:
    """One text as it will be written: `recorded` of its original, with what its translator must look at."""

    text: str
    recorded: str
    state: State


@dataclass(frozen=True)
class _Before:
    """What stands in the file now."""

    translation: Translation | None = None
    comments: Comments = field(default_factory=Comments)

    @property
    def texts(self) -> Mapping[str, str]:
        return self.translation.texts if self.translation is not None else {}

    def recorded(self, key: str) -> str | None:
        return self.translation.sources.get(key) if self.translation is not None else None


def refresh(loaded: LoadedScenario, language: Language, say: Phrasebook) -> Refreshed:
    """The translation of `loaded` into `language` as it should stand now; marks and headings in the words of `say`.

    A text that is not translated yet stands there as the original, marked; one whose original has changed keeps its
    translation, marked with the new original. A mark that the translator deletes says that the text is right. Comments
    stay. Raises ScenarioProblems where the file that is there cannot be read.
    """
    before = _before(loaded, language)
    originals = texts_of(loaded.scenario)
    entries = {key: _entry(key, original, before) for key, original in originals.items()}
    left = {key: text for key, text in before.texts.items() if key not in originals}
    obsolete = {key: text for key, text in {**before.comments.obsolete, **left}.items() if key not in originals}
    lines = [
        *(before.comments.head or [f"# {say('authoring.texts_head', scenario=loaded.id)}"]),
        "format: 1",
        f"translates: {loaded.id}",
        f"language: {language}",
        "texts:",
        *_texts(entries, originals, before, say),
        *_obsolete(obsolete, say),
        "",
        f"# {say('authoring.sources_head')}",
        "sources:",
        *(f"  {_key(key)}: {_quoted(entry.recorded)}" for key, entry in entries.items()),
    ]
    states = {key: entry.state for key, entry in entries.items()}
    return Refreshed("\n".join(lines) + "\n", states, tuple(left))


def crowd_to_translate(loaded: LoadedScenario, language: Language, say: Phrasebook) -> str | None:
    """A first `voices` file in `language`, still in the scenario's own words; None where there is nothing to make."""
    own = loaded.voices_file(loaded.scenario.language)
    if loaded.voices_file(language).is_file() or not own.is_file():
        return None
    text, changed = re.subn(r"(?m)^language:.*$", f"language: {language}", own.read_text("utf-8"), count=1)
    return f"{MARK} {say('authoring.voices_todo')}\n{text}" if changed else None


def _before(loaded: LoadedScenario, language: Language) -> _Before:
    file = loaded.texts_file(language)
    if not file.is_file():
        return _Before()
    source = read_source(file)
    return _Before(translation_of(source), comments_of(file.read_text("utf-8-sig"), source.places))


def _entry(key: str, original: str, before: _Before) -> _Entry:
    digest = source_digest(original)
    written = before.texts.get(key)
    if written is None:
        revived = before.comments.obsolete.get(key)
        if revived is not None:
            return _Entry(revived, f"00000000?{digest}", "changed")
        return _Entry(original, f"{TODO}?{digest}", "todo")
    recorded, marked = before.recorded(key), key in before.comments.marked
    if recorded is None:
        return _Entry(written, digest, "fine")
    base, flag = base_of(recorded), recorded.partition("?")[2]
    if base == TODO:
        if marked and source_digest(written) == flag:
            return _Entry(original, f"{TODO}?{digest}", "todo")
        base, flag = flag, ""
    if base == digest or (flag == digest and not marked):
        return _Entry(written, digest, "fine")
    return _Entry(written, f"{base}?{digest}", "changed")


def _texts(
    entries: Mapping[str, _Entry], originals: Mapping[str, str], before: _Before, say: Phrasebook
) -> Iterator[str]:
    for key, entry in entries.items():
        yield from (f"  {line}" for line in before.comments.above.get(key, ()))
        if entry.state == "todo":
            yield f"  {MARK} {say('authoring.todo')}"
        elif entry.state == "changed":
            yield f"  {MARK} {say.say(Message('authoring.changed', {'original': ' '.join(originals[key].split())}))}"
        yield f"  {_key(key)}: {_quoted(entry.text)}"


def _obsolete(gone: Mapping[str, str], say: Phrasebook) -> Iterator[str]:
    if gone:
        yield ""
        yield f"{MARK} {say('authoring.gone')}"
        yield from (f"{OBSOLETE} {key}: {_quoted(text)}" for key, text in gone.items())


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z][\w.-]*", key) else _quoted(key)


def _quoted(text: str) -> str:
    """As YAML between double quotes, which JSON's are too."""
    return json.dumps(text, ensure_ascii=False)
