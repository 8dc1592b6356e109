"""`badbuzz balance ID`: every bot plays a scenario on many seeds; is what is taught what wins?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure
from simulator.cli.progress import shown_progress
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, json_option, language_option, scenarios_option, whole_option
from simulator.cli.streams import disk_failure, warn, write_json, write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.study.balance import Balance

MISSED = 1
_MOST_PLAYS = 10_000


def command(say: Phrasebook) -> click.Command:
    """The command `balance`."""

    @click.pass_context
    def run(
        context: click.Context,
        scenario: str,
        plays: int,
        cluster: str | None,
        fresh: bool,
        report: Path | None,
        as_json: bool,
        scenarios: tuple[str, ...],
        lang: str | None,  # noqa: ARG001
    ) -> int:
        chosen = _scenario(say, scenario, given_paths(context, scenarios))
        return _tell(say, _measured(say, chosen, plays, cluster, fresh=fresh), report, as_json=as_json)

    return Speaking(
        "balance",
        say,
        callback=run,
        params=[
            click.Argument(["scenario"], metavar="ID"),
            whole_option(say, "plays", 1, _MOST_PLAYS, default="40"),
            click.Option(["--cluster"], metavar=say("cli.address_metavar"), help=say("cli.option_cluster")),
            click.Option(["--fresh"], is_flag=True, help=say("cli.option_fresh")),
            report_option(say),
            json_option(say),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _scenario(say: Phrasebook, name: str, paths: tuple[Path, ...]) -> Scenario:
    """The scenario `name` in the language of `say` if it has it; Failure where it is not graded."""
    from simulator.play.edition import Edition

    loaded = loaded_scenario(name, paths)
    if not loaded.scenario.scored:
        raise Failure.of("cli.balance_ungraded", scenario=loaded.scenario.id)
    return Edition(loaded).scenario(say.language)


def _measured(say: Phrasebook, scenario: Scenario, plays: int, cluster: str | None, *, fresh: bool) -> Balance:
    """The balance, with what an earlier measurement kept; an interruption tells what is kept of this one."""
    from concurrent.futures.process import BrokenProcessPool

    from simulator.study.balance import Journal, NoCluster, measure, on_cluster, pooled

    journal = Journal.of_user(scenario)
    done = [0, 0]
    try:
        lives = pooled if cluster is None else on_cluster(cluster)
        with shown_progress(say, Message("cli.balance_begun")) as shown:

            def progress(there: int, of: int) -> None:
                if there and not done[1]:
                    warn(say, Message("cli.balance_resumed", {"done": there, "of": of}))
                done[:] = there, of
                if shown is not None:
                    shown(there, of)

            return measure(scenario, plays, lives, journal, progress, fresh=fresh)
    except NoCluster as error:
        raise Failure(error.message) from None
    except OSError as error:
        raise disk_failure(journal.path, error) from None
    except (KeyboardInterrupt, BrokenProcessPool) as error:
        warn(say, Message("cli.balance_kept", {"done": done[0], "of": done[1]}))
        if isinstance(error, BrokenProcessPool):
            raise Failure.of("cli.balance_broken") from None
        raise


def _tell(say: Phrasebook, balance: Balance, report: Path | None, *, as_json: bool) -> int:
    from simulator.cli.balance import lines, page, record

    if report is not None:
        write_report(report, page(balance, say), say)
    if as_json:
        write_json(record(balance, say))
    else:
        for line in lines(balance, say):
            write_line(line)
        if report is not None:
            write_line()
            write_line(say("cli.report_written", file=str(report)))
    return 0 if balance.holds else MISSED
