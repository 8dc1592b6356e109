"""`badbuzz translate ID LANG`: makes or refreshes a scenario's translation file, and marks what changed since."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.failure import Broken, Failure
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import disk_failure, write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import LANGUAGES, Language, Message, Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `translate`."""

    @click.pass_context
    def run(context: click.Context, name: str, language: str, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        _translate(name, _known(language), given_paths(context, scenarios), say)
        return 0

    return Speaking(
        "translate",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Argument(["language"], metavar="|".join(LANGUAGES)),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _known(language: str) -> Language:
    for known in LANGUAGES:
        if known == language:
            return known
    raise Failure.of("cli.bad_language", value=language, allowed=", ".join(LANGUAGES))


def _translate(name: str, language: Language, paths: tuple[Path, ...], say: Phrasebook) -> None:
    from simulator.authoring.translate import crowd_to_translate, refresh
    from simulator.durable import write_durably
    from simulator.scenario.problem import ScenarioProblems

    loaded = loaded_scenario(name, paths)
    if language == loaded.scenario.language:
        raise Failure.of("cli.translate_itself", scenario=loaded.id, language=language)
    try:
        made = refresh(loaded, language, say)
    except ScenarioProblems as error:
        raise Broken(error.problems) from None
    files = {loaded.texts_file(language): made.content}
    crowd = crowd_to_translate(loaded, language, say)
    if crowd is not None:
        files[loaded.voices_file(language)] = crowd
    for file, content in files.items():
        try:
            write_durably(file, content)
        except OSError as error:
            raise disk_failure(file, error) from None
    counts = {
        state: Message(f"authoring.count_{state}", {"count": made.count(state)})
        for state in ("todo", "changed", "fine")
    }
    write_line(say("authoring.translated", file=str(loaded.texts_file(language)), **counts))
    if made.gone:
        write_line(say("authoring.laid_aside", count=len(made.gone)))
    if crowd is not None:
        write_line(say("authoring.crowd_made", file=str(loaded.voices_file(language))))
