"""`badbuzz validate-model`: what is published about cascades and storms, measured on simulated populations."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.columns import table_lines
from simulator.cli.progress import shown_progress
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, json_option, language_option, seed_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Message, Phrasebook

SEED = 1
"""The seed where none is given."""

MISSED = 1


def command(say: Phrasebook) -> click.Command:
    """The command `validate-model`."""

    def run(seed: int | None, quick: bool, as_json: bool, report: Path | None, lang: str | None) -> int:  # noqa: ARG001
        return _validate(say, SEED if seed is None else seed, report, quick=quick, as_json=as_json)

    return Speaking(
        "validate-model",
        say,
        callback=run,
        params=[
            click.Option(["--quick"], is_flag=True, help=say("cli.option_quick")),
            seed_option(say, "cli.option_seed_of_model"),
            json_option(say),
            report_option(say),
            language_option(say),
        ],
    )


def _validate(say: Phrasebook, seed: int, report: Path | None, *, quick: bool, as_json: bool) -> int:
    from simulator.cli.facts import cells, heads, page, record, summary
    from simulator.study.validation.table import validate

    with shown_progress(say, Message("cli.measuring")) as progress:
        facts = validate(seed, quick, progress)
    if report is not None:
        write_report(report, page(facts, seed, say, quick=quick), say)
    if as_json:
        write_json([record(fact, say) for fact in facts])
    else:
        rows = [cells(fact, say) for fact in facts]
        for line in table_lines([say.say(head) for head in heads()], rows, wrapped=1):
            write_line(line)
        write_line()
        write_line(say.say(summary(facts, seed, quick=quick)))
        if report is not None:
            write_line(say("cli.report_written", file=str(report)))
    return 0 if all(fact.holds for fact in facts) else MISSED
