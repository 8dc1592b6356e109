"""`badbuzz new ID`: the folder of a new scenario, which already plays and says what to change."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import disk_failure, write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import LANGUAGES, Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `new`."""

    @click.pass_context
    def run(context: click.Context, name: str, template: str, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        _begin(Path(name), template, given_paths(context, scenarios), say)
        return 0

    from simulator.authoring.template import TEMPLATES

    return Speaking(
        "new",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(
                ["--from", "template"],
                metavar=say("cli.template_metavar"),
                default=TEMPLATES[0],
                help=say("cli.option_from", templates=", ".join(TEMPLATES)),
            ),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _begin(folder: Path, template: str, paths: tuple[Path, ...], say: Phrasebook) -> None:
    from simulator.authoring.template import AlreadyThere, begin, is_an_id

    if not is_an_id(folder.name):
        raise Failure.of("cli.bad_id", name=folder.name)
    source = _source(template, paths, say)
    try:
        begin(folder, source)
    except AlreadyThere:
        raise Failure.of("cli.already_there", path=str(folder)) from None
    except OSError as error:
        raise disk_failure(folder, error) from None
    other = next(language for language in LANGUAGES if language != say.language)
    write_line(say("authoring.begun", folder=str(folder)))
    for step in ("edit", "check", "preview", "translate"):
        write_line("  " + say(f"authoring.step_{step}", folder=str(folder), other=other))


def _source(template: str, paths: tuple[Path, ...], say: Phrasebook) -> Path:
    """The folder to begin from: a template, or a scenario of the library."""
    from simulator.authoring.template import TEMPLATES, template_folder

    if template in TEMPLATES:
        return template_folder(template, say.language)
    try:
        return loaded_scenario(template, paths).folder
    except Failure:
        raise Failure.of("cli.unknown_template", name=template, templates=", ".join(TEMPLATES)) from None
