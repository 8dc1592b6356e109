"""A scenario in another language: a file beside it gives each text, by a key that stays when others come and go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from simulator.locale import Language
from simulator.scenario.base import Id, Model, Text
from simulator.scenario.build import Builder
from simulator.scenario.load import LoadedScenario
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Places
from simulator.scenario.problem import Problem, ScenarioProblems, first_of, hint
from simulator.scenario.shape import text_fields
from simulator.scenario.source import Source, read_source
from simulator.scenario.survey import nearest

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class Translation(Model):
    """The texts of the scenario `translates` in another `language`, by their keys.

    `sources` is written by `badbuzz translate`: of each text, what the original was when it was translated.
    """

    format: Literal[1]
    translates: Id
    language: Literal["fr", "en"]
    texts: dict[str, Text]
    sources: dict[str, Annotated[str, Field(pattern=r"^(todo|[0-9a-f]{8})(\?[0-9a-f]{8})?$")]] = Field(default={})


def translation_of(source: Source) -> Translation:
    """The translation that `source` holds. Raises ScenarioProblems with all that is wrong with its shape."""
    builder = Builder(Translation, source)
    if builder.problems or builder.built is None:
        raise ScenarioProblems(builder.problems)
    return builder.built


def texts_of(scenario: Scenario) -> dict[str, str]:
    """Every text of `scenario` by its key: field names and ids joined by dots, an index for what has no id.

    `injects.marion.responses.marion-care.tone.reason`, `organisation.dossier.0.title`.
    """
    return dict(_texts(scenario, ""))


def in_language(loaded: LoadedScenario, language: Language) -> Scenario:
    """The scenario with its texts in `language`; its structure and its digest are the same.

    Raises ScenarioProblems where the translation is missing, incomplete or wrong.
    """
    if language == loaded.scenario.language:
        return loaded.scenario
    file = loaded.texts_file(language)
    builder = Builder(Translation, source := read_source(file))
    problems = list(builder.problems)
    if builder.built is not None:
        problems += first_of(_misfits(builder.built, loaded.scenario, language, source.places))
    if problems or builder.built is None:
        raise ScenarioProblems(problems)
    translated = _translated(loaded.scenario, "", builder.built.texts)
    assert isinstance(translated, Scenario)
    return translated.model_copy(update={"language": language})


def _misfits(translation: Translation, scenario: Scenario, language: Language, places: Places) -> Iterator[Problem]:
    if translation.translates != scenario.id:
        yield Problem.of("S304", places.of(("translates",)), name=translation.translates, scenario=scenario.id)
    if translation.language != language:
        yield Problem.of("S306", places.of(("language",)), hint("write", written=language), language=language)
    originals = texts_of(scenario)
    missing = originals.keys() - translation.texts.keys()
    for key, text in translation.texts.items():
        if key not in originals:
            yield Problem.of("S301", places.of_key(("texts", key)), nearest(key, missing) if missing else None, key=key)
        elif sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(originals[key])):
            wanted = ", ".join(_PLACEHOLDER.findall(originals[key])) or "—"
            yield Problem.of("S303", places.of(("texts", key)), hint("placeholders", written=wanted), key=key)
    for key in originals:
        if key in missing:
            yield Problem.of("S302", places.of_key(("texts",)), key=key)


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple):
        for step, item in _steps(value):
            yield from _texts(item, f"{key}.{step}")
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            part, inner = getattr(value, name), f"{key}.{name}" if key else name
            yield from _own_texts(part, inner) if name in text_fields(type(value)) else _texts(part, inner)


def _own_texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        yield from ((f"{key}.{index}", item) for index, item in enumerate(value))


def _translated(value: object, key: str, texts: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return texts.get(key, value)
    if isinstance(value, tuple):
        return tuple(_translated(item, f"{key}.{step}", texts) for step, item in _steps(value))
    if isinstance(value, BaseModel):
        names = ((name, f"{key}.{name}" if key else name) for name in type(value).model_fields)
        return value.model_copy(update={name: _translated(getattr(value, name), path, texts) for name, path in names})
    return value


def _steps(items: tuple[object, ...]) -> Iterator[tuple[str, object]]:
    for index, item in enumerate(items):
        yield str(getattr(item, "id", index)), item
