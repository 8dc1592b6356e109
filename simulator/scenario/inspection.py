"""Everything that is wrong in a scenario's folder (scenario, translations, voices), or in a documented case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath

from simulator.locale import LANGUAGES
from simulator.scenario.case_load import load_case, tells_a_case
from simulator.scenario.emoji import remarks_on_emoji
from simulator.scenario.load import SCENARIO_FILE, LoadedScenario, load_scenario, scenario_file
from simulator.scenario.picture_files import problems_of_pictures
from simulator.scenario.problem import Place, Problem, ScenarioProblems, first_of
from simulator.scenario.remarks import remarks_on
from simulator.scenario.translation import in_language
from simulator.scenario.translation_state import remarks_on_translations
from simulator.scenario.voices import load_voices


def problems_in(path: FilePath) -> tuple[Problem, ...]:
    """Every problem of the scenario in the folder or file `path`, then every remark, sorted by place.

    No problem: it can be played in its languages. A file that tells a documented case has that case's problems; none:
    it can be graded. Translations and voices of a scenario are looked at, and
    remarks made, once the scenario itself is whole.
    """
    if path.name != SCENARIO_FILE and tells_a_case(path):
        return _problems_of_case(path)
    problems = list(_unread_files(scenario_file(path).parent))
    try:
        loaded = load_scenario(path)
    except ScenarioProblems as error:
        return tuple(sorted([*problems, *error.problems]))
    wrong = list(_problems_of_texts(loaded))
    problems += wrong
    problems += problems_of_pictures(loaded)
    if loaded.texts_file(loaded.scenario.language).is_file():
        file = loaded.texts_file(loaded.scenario.language)
        problems.append(Problem.of("S305", Place(str(file)), language=loaded.scenario.language))
    problems += first_of(remarks_on(loaded.scenario, loaded.places), more="S622")
    problems += first_of(_remarks_on_signs(loaded), more="S622")
    if not wrong:
        problems += first_of(remarks_on_translations(loaded), more="S622")
    return tuple(sorted(problems))


def _unread_files(folder: FilePath) -> Iterator[Problem]:
    for pattern in ("texts.*.yaml", "voices.*.yaml"):
        for file in folder.glob(pattern):
            if _language(file) not in LANGUAGES:
                yield Problem.of("S305", Place(str(file)), language=_language(file))


def _problems_of_texts(loaded: LoadedScenario) -> Iterator[Problem]:
    for reader, pattern in ((in_language, "texts.*.yaml"), (load_voices, "voices.*.yaml")):
        for file in loaded.folder.glob(pattern):
            if (language := _language(file)) in LANGUAGES:
                try:
                    reader(loaded, language)
                except ScenarioProblems as error:
                    yield from error.problems


def _remarks_on_signs(loaded: LoadedScenario) -> Iterator[Problem]:
    yield from remarks_on_emoji(loaded.file)
    for pattern in ("texts.*.yaml", "voices.*.yaml"):
        for file in sorted(loaded.folder.glob(pattern)):
            yield from remarks_on_emoji(file)


def _problems_of_case(file: FilePath) -> tuple[Problem, ...]:
    try:
        load_case(file)
    except ScenarioProblems as error:
        return error.problems
    return ()


def _language(file: FilePath) -> str:
    return file.name.split(".")[1]
