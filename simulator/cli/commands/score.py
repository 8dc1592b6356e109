"""`badbuzz score CASE.yaml`: the score card of a documented crisis."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Broken
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, json_option, language_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.play.presenters.case import CaseView
    from simulator.scenario.case_load import LoadedCase
    from simulator.scoring import ScoreCard
    from simulator.scoring.of_case import CaseRecord


def command(say: Phrasebook) -> click.Command:
    """The command `score`."""

    def run(file: str, as_json: bool, report: Path | None, lang: str | None) -> int:  # noqa: ARG001
        from simulator.play.presenters.case import case_view
        from simulator.scenario.case_load import load_case
        from simulator.scenario.problem import ScenarioProblems
        from simulator.scoring import score
        from simulator.scoring.of_case import record_of_case

        try:
            loaded = load_case(Path(file))
        except ScenarioProblems as error:
            raise Broken(error.problems) from None
        graded = record_of_case(loaded)
        card = score(graded.record)
        view = case_view(loaded, graded, card, say)
        if as_json:
            write_json(_mapping(loaded, graded, card, view))
        else:
            _tell(view, say)
        if report is not None:
            from simulator.play.report.case import case_page

            write_report(report, case_page(view), say)
        return 0

    return Speaking(
        "score",
        say,
        callback=run,
        params=[
            click.Argument(["file"], metavar=say("cli.file_metavar")),
            json_option(say),
            report_option(say),
            language_option(say),
        ],
    )


def _mapping(loaded: LoadedCase, graded: CaseRecord, card: ScoreCard, view: CaseView) -> dict[str, object]:
    """The card, whose minutes count from `first_signal` (None where no date is known).

    A transparency that is not judged is None, without evidence.
    """
    start = loaded.calendar.start if loaded.calendar.dated else None
    if graded.unjudged:
        shown = tuple(row for row in card.evidence if row.dimension != "transparency" and row.rule != "O.T")
        card = replace(card, evidence=shown)
    return {
        "case": view.id,
        "title": view.title,
        "first_signal": None if start is None else start.isoformat(" ", "minutes"),
        **card.to_mapping(),
        **({"transparency": None} if graded.unjudged else {}),
        "unjudged": view.unjudged,
        "takeaways": list(view.takeaways),
        "assumptions": list(view.assumptions),
    }


def _tell(view: CaseView, say: Phrasebook) -> None:
    from simulator.console.lines import Lines
    from simulator.console.tell.case import case_lines

    Lines(sys.stdin, sys.stdout).write_all(case_lines(view, say))
    values = {one.criterion: say.number(one.value) for one in view.dimensions}
    write_line(say("cli.grades", **{"transparency": "–", **values}))
