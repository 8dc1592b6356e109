"""`badbuzz compare REPLAY...`: the scores of several plays side by side, without any server."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.columns import table_lines
from simulator.cli.failure import Broken, Failure, problem_line
from simulator.cli.progress import shown_progress
from simulator.cli.relive import OtherScenario, divergence_sentence, kept_about, relived
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, json_option, language_option, scenarios_option
from simulator.cli.streams import warn, write_json, write_line
from simulator.cli.workplace import given_paths
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.pages import Cell, Table
    from simulator.play.compare import Compared

LEFT_OUT = 1


def command(say: Phrasebook) -> click.Command:
    """The command `compare`."""

    @click.pass_context
    def run(
        context: click.Context,
        files: tuple[str, ...],
        output: Path | None,
        as_json: bool,
        scenarios: tuple[str, ...],
        lang: str | None,  # noqa: ARG001
    ) -> int:
        paths = given_paths(context, scenarios)
        return _compare(say, [Path(file) for file in files], output, paths, as_json=as_json)

    return Speaking(
        "compare",
        say,
        callback=run,
        params=[
            click.Argument(["files"], metavar=say("cli.files_metavar"), nargs=-1, required=True),
            report_option(say, "-o", "--output", help_code="cli.option_output_too"),
            json_option(say),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _compare(
    say: Phrasebook, files: Sequence[Path], output: Path | None, paths: tuple[Path, ...], *, as_json: bool
) -> int:
    from simulator.play.compare import FEWEST, MOST, comparison_page, short_names

    if not FEWEST <= len(files) <= MOST:
        raise Failure.of("cli.compare_how_many", low=FEWEST, high=MOST, given=len(files))
    left_out: list[Message] = []
    found = []
    with shown_progress(say, Message("cli.reliving")) as progress:
        for done, file in enumerate(files, start=1):
            play = _play(say, file, paths)
            if isinstance(play, Message):
                left_out.append(play)
            else:
                found.append(play)
            if progress is not None:
                progress(done, len(files))
    for message in left_out:
        warn(say, message)
    if len(found) < FEWEST:
        raise Failure.of("cli.compare_too_few")
    plays = short_names(found)
    if output is not None:
        write_report(output, comparison_page(plays, say), say)
    if as_json:
        write_json([play.to_mapping() for play in found])
    else:
        _tell(say, plays)
        if output is not None:
            write_line(say("cli.report_written", file=str(output)))
    return LEFT_OUT if left_out else 0


def _play(say: Phrasebook, file: Path, paths: tuple[Path, ...]) -> Compared | Message:
    """The play in `file`, or why it is left out."""
    from simulator.play.compare import compared

    reason: Message | str
    try:
        again = relived(file, paths)
        if again.divergence is None:
            about = kept_about(file)
            branched = about is not None and about.branched is not None
            return compared(file.stem, again.run, again.edition, say.language, branched=branched)
        reason = divergence_sentence(again, again.divergence, say.language)
    except (Failure, OtherScenario) as error:
        reason = error.message
    except Broken as error:
        reason = problem_line(error.problems[0], say)
    return Message("cli.compare_left_out", {"file": str(file), "reason": reason})


def _tell(say: Phrasebook, plays: Sequence[Compared]) -> None:
    from simulator.play.compare import given_back, likeness, losses_table, scores_table, spread_table, tables_of

    for message in likeness(plays):
        write_line(say.say(message))
    _write_table(say, scores_table(plays, say), wrapped=2)
    if any(play.criteria for play in plays):
        _write_criteria(say, spread_table(plays, say))
        for message in given_back(plays, say):
            write_line(say.say(message))
        _write_table(say, losses_table(plays, say), wrapped=2)
        for table in tables_of(plays, say):
            _write_criteria(say, table)


def _write_criteria(say: Phrasebook, table: Table) -> None:
    _write_table(say, table, wrapped=0)


def _write_table(say: Phrasebook, table: Table, wrapped: int) -> None:
    write_line()
    write_line(_worded(say, table.caption))
    rows = [[_worded(say, cell) for cell in row] for row in table.rows]
    for line in table_lines([_worded(say, column) for column in table.columns], rows, wrapped):
        write_line(line)


def _worded(say: Phrasebook, cell: Cell) -> str:
    from simulator.pages import Folded

    told = cell.text if isinstance(cell, Folded) else cell
    return say.say(told) if isinstance(told, Message) else str(told)
