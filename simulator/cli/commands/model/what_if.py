"""`badbuzz model what-if`: the same storms in silence and with a message, by its stance, its tone and its minute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure
from simulator.cli.progress import shown_progress
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, json_option, language_option, whole_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.cli.what_ifs import Question
    from simulator.propagation import MessageAttributes
    from simulator.study.what_if import Answer

_ATTACK = 0
_MOST_USERS, _MOST_HOURS = 1_000_000, 168
_FEWEST_SEEDS, _MOST_SEEDS = 6, 1000
"""With fewer seeds no interval holds the median 19 times in 20."""


@dataclass(frozen=True)
class Asked:
    """What was typed after `what-if`; a None was not."""

    stance: int | None
    empathy: int | None
    mismatched: bool
    holding: bool
    minute: tuple[int, ...]
    severity: int
    users: int
    hours: int
    seeds: int

    @property
    def is_whole_picture(self) -> bool:
        """Whether nothing was asked of one message, so that every question is."""
        return (
            self.stance is None and self.empathy is None and not (self.mismatched or self.holding) and not self.minute
        )

    @property
    def command(self) -> str:
        """The words that ask the same."""
        words = ["badbuzz model what-if"]
        words += [f"--{name} {value}" for name in ("stance", "empathy") if (value := getattr(self, name)) is not None]
        words += [f"--{name}" for name in ("mismatched", "holding") if getattr(self, name)]
        words += [f"--minute {minute}" for minute in self.minute]
        words += [f"--{name} {getattr(self, name)}" for name in ("severity", "users", "hours", "seeds")]
        return " ".join(words)


def command(say: Phrasebook) -> click.Command:
    """The command `what-if`."""

    def run(as_json: bool, report: Path | None, lang: str | None, **typed: object) -> int:  # noqa: ARG001
        return _what_if(say, Asked(**typed), report, as_json=as_json)  # type: ignore[arg-type]

    return Speaking(
        "what-if",
        say,
        callback=run,
        params=[
            whole_option(say, "stance", 0, 7),
            whole_option(say, "empathy", 0, 3),
            click.Option(["--mismatched"], is_flag=True, help=say("cli.option_mismatched")),
            click.Option(["--holding"], is_flag=True, help=say("cli.option_holding")),
            whole_option(say, "minute", 0, _MOST_HOURS * 60 - 1, multiple=True),
            whole_option(say, "severity", 1, 3, default="2"),
            whole_option(say, "users", 1000, _MOST_USERS, default="100000"),
            whole_option(say, "hours", 1, _MOST_HOURS, default="24"),
            whole_option(say, "seeds", _FEWEST_SEEDS, _MOST_SEEDS, "cli.option_storms", default="20"),
            json_option(say),
            report_option(say),
            language_option(say),
        ],
    )


def _what_if(say: Phrasebook, asked: Asked, report: Path | None, *, as_json: bool) -> int:
    from simulator.cli.what_ifs import lines, page, record
    from simulator.study.what_if import Storm, compare

    questions = _questions(asked)
    storm = Storm(severity=asked.severity, users=asked.users, hours=asked.hours)
    answers = {name: answer for group in questions.values() for name, answer in group.items()}
    with shown_progress(say, Message("cli.simulating", {"storms": asked.seeds})):
        comparison = compare(storm, answers, range(1, asked.seeds + 1))
    names = {question: tuple(group) for question, group in questions.items()}
    if report is not None:
        write_report(report, page(comparison, names, asked.command), say)
    if as_json:
        write_json(record(comparison, say))
        return 0
    for line in lines(comparison, names, say):
        write_line(line)
    if report is not None:
        write_line()
        write_line(say("cli.report_written", file=str(report)))
    return 0


def _questions(asked: Asked) -> Mapping[Question, Mapping[str, Answer]]:
    """The answers to compare, by question; Failure for a minute after the storm, or for a contradiction."""
    from simulator.study.what_if import TIMES, matching, stances, timing

    message = _message(asked)
    end = 60 * asked.hours
    if asked.minute:
        if (latest := max(asked.minute)) >= end:
            raise Failure.of("cli.minute_after_storm", minute=latest, last=end - 1, hours=asked.hours)
        return {"when": timing(message, sorted(set(asked.minute)))}
    timed = timing(message, [minute for minute in TIMES if minute < end])
    if not asked.is_whole_picture:
        return {"when": timed}
    minute = 60 if end > 60 else 30
    return {"when": timed, "what": matching(message, minute), "which": stances(minute)}


def _message(asked: Asked) -> MessageAttributes:
    """The message asked about; Failure where an option would change nothing, or contradicts another."""
    from simulator.study.what_if import message_of

    stance = 7 if asked.stance is None else asked.stance
    if asked.holding and stance == _ATTACK:
        raise Failure.of("cli.holding_attack")
    if asked.holding and asked.mismatched:
        raise Failure.of("cli.holding_mismatched")
    if asked.mismatched and not message_of(stance).matched:
        raise Failure.of("cli.mismatched_anyway", stance=str(stance))
    return message_of(stance, asked.empathy or 0, holding=asked.holding, mismatched=asked.mismatched)
