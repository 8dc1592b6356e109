"""Whether a scenario's translations are there, finished, and of the texts as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from simulator.locale import LANGUAGES, Language
from simulator.scenario.load import LoadedScenario
from simulator.scenario.problem import Place, Problem, ScenarioProblems, hint
from simulator.scenario.source import read_source
from simulator.scenario.translation import Translation, texts_of, translation_of
from simulator.scenario.voices import load_voices

_ONE_BY_ONE = 20
"""Texts still to be translated that are told one by one; more are told as a number."""

TODO = "todo"
"""Stands in `sources` for a text that is not translated yet."""


def source_digest(text: str) -> str:
    """8 hexadecimal digits that tell whether an original has changed since it was translated."""
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def remarks_on_translations(loaded: LoadedScenario) -> Iterator[Problem]:
    """S616 to S621, of a scenario whose files are whole: languages that are missing, and texts left behind."""
    own = loaded.scenario.language
    for language in LANGUAGES:
        if language != own and not loaded.texts_file(language).is_file():
            advice = hint("translate", scenario=loaded.id, language=language)
            yield Problem.of("S616", loaded.places.of(("language",)), advice, language=language)
    for language in loaded.languages:
        if language != own:
            yield from _left_behind(loaded, language)
        if not loaded.voices_file(language).is_file():
            name = loaded.voices_file(language).name
            yield Problem.of("S619", loaded.places.of(("language",)), hint("voices", file=name), name=name)
        elif language != own and _speaks_as(loaded, language, own):
            yield Problem.of("S620", Place(str(loaded.voices_file(language))), language=language)


def base_of(recorded: str) -> str:
    """Of what was recorded in `sources`, the digest of the original that the translation was made of, or `TODO`."""
    return recorded.partition("?")[0]


def _left_behind(loaded: LoadedScenario, language: Language) -> Iterator[Problem]:
    source = read_source(loaded.texts_file(language))
    translation: Translation = translation_of(source)
    advice = hint("translate_again", scenario=loaded.id, language=language)
    todo = []
    for key, original in texts_of(loaded.scenario).items():
        recorded = translation.sources.get(key)
        if recorded is None:
            continue
        place = source.places.of(("texts", key))
        if base_of(recorded) == TODO:
            if translation.texts.get(key) == original:
                todo.append(Problem.of("S618", place, advice, key=key))
        elif base_of(recorded) != source_digest(original):
            yield Problem.of("S617", place, advice, key=key)
    if len(todo) > _ONE_BY_ONE:
        yield Problem.of("S621", todo[0].place, advice, count=len(todo))
    else:
        yield from todo


def _speaks_as(loaded: LoadedScenario, language: Language, own: Language) -> bool:
    """Whether more than half of what the crowd says in `language` stands in `own` to the letter."""
    if not loaded.voices_file(own).is_file():
        return False
    try:
        said = [text for group in load_voices(loaded, language).groups for text in group.texts]
        originals = {text for group in load_voices(loaded, own).groups for text in group.texts}
    except ScenarioProblems:
        return False
    return sum(text in originals for text in said) > len(said) / 2
