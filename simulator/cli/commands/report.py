"""`badbuzz report REPLAY -o FILE`: the debrief of a kept play as a page to read and to print."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure
from simulator.cli.progress import shown_progress
from simulator.cli.relive import OtherScenario, divergence_sentence, kept_about, relived
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import warn, write_line
from simulator.cli.workplace import given_paths
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.play.presenters.hindsight import DebriefView
    from simulator.play.rerun import Rerun

DIVERGES = 1


def command(say: Phrasebook) -> click.Command:
    """The command `report`."""

    @click.pass_context
    def run(
        context: click.Context,
        file: str,
        output: Path | None,
        scenarios: tuple[str, ...],
        lang: str | None,  # noqa: ARG001
    ) -> int:
        if output is None:
            raise Failure.of("cli.report_needs_output")
        return _report(say, Path(file), output, given_paths(context, scenarios))

    return Speaking(
        "report",
        say,
        callback=run,
        params=[
            click.Argument(["file"], metavar=say("cli.file_metavar")),
            report_option(say, "-o", "--output", help_code="cli.option_output"),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _report(say: Phrasebook, file: Path, output: Path, paths: tuple[Path, ...]) -> int:
    from simulator.play.report import report_of

    try:
        again = relived(file, paths)
    except OtherScenario as error:
        warn(say, error.message)
        return DIVERGES
    if again.divergence is not None:
        sys.stderr.write(divergence_sentence(again, again.divergence, say.language) + "\n")
        return DIVERGES
    write_report(output, report_of(_view(say, file, again)), say)
    write_line(say("cli.report_written", file=str(output)))
    return 0


def _view(say: Phrasebook, file: Path, again: Rerun) -> DebriefView:
    """The debrief, with its what-ifs lived among as many other people as it takes to say how sure they are."""
    from simulator.play.presenters.debrief import debrief
    from simulator.play.what_ifs import WhatIfs
    from simulator.scoring import score
    from simulator.scoring.of_run import record_of

    what_ifs = WhatIfs(again.run)
    try:
        with shown_progress(say, Message("cli.living_what_ifs")) as progress:
            what_ifs.ask_usual()
            what_ifs.finish(progress)
    finally:
        what_ifs.close()
    about = kept_about(file)
    telling, card = again.edition.telling(again.run, say.language), score(record_of(again.run))
    if about is None:
        return debrief(telling, card, what_ifs.asked)
    return debrief(telling, card, what_ifs.asked, about.when, about.words)
