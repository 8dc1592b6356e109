"""`badbuzz model parameters`: every constant of the model, with its value, range, unit, source and meaning."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from simulator.cli.columns import table_lines
from simulator.cli.shape import Speaking, json_option, language_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.propagation.described import Described, Number, ParameterRow


_UNITS = {
    "-": "none",
    "of audience": "audience",
    "followers": "followers",
    "users": "users",
    "probability": "probability",
    "posts": "posts",
    "reshares": "reshares",
    "s": "seconds",
    "days": "days",
    "min": "minutes",
    "a word": "word",
    "posts/h/10,000 users": "volume",
    "x": "times",
    "1/1000": "thousandths",
}
_SOURCES = {"design": "design", "computed from real cascades": "cascades"}
"""Units and sources that have words of each language: the end of their code; other sources are citations."""


def command(say: Phrasebook) -> click.Command:
    """The command `parameters`."""

    def run(as_json: bool, lang: str | None) -> int:  # noqa: ARG001
        sets = _sets()
        if as_json:
            write_json([_record(name, row) for name, constants in sets.items() for row in constants.describe()])
            return 0
        columns = ("name", "value", "range", "unit", "meaning")
        heads = [say(f"cli.parameter_{column}") for column in columns]
        for name, constants in sets.items():
            write_line(say(f"cli.parameters_{name}").upper())
            for line in table_lines(heads, [_cells(row, say) for row in constants.describe()], wrapped=4):
                write_line(line)
            write_line()
        write_line(say("cli.parameter_star"))
        return 0

    return Speaking("parameters", say, callback=run, params=[json_option(say), language_option(say)])


def _sets() -> dict[str, Described]:
    from simulator.propagation.interventions import MessageEffects
    from simulator.propagation.parameters import SpreadParameters
    from simulator.propagation.trust import TrustParameters

    return {"spread": SpreadParameters(), "messages": MessageEffects(), "trust": TrustParameters()}


def _record(name: str, row: ParameterRow) -> dict[str, object]:
    return {
        "set": name,
        "name": row.name,
        "value": row.value,
        "low": row.low,
        "high": row.high,
        "unit": row.unit,
        "source": row.source,
        "meaning": row.meaning,
        "tabulated": row.tabulated,
    }


def _cells(row: ParameterRow, say: Phrasebook) -> list[str]:
    source = say(f"parameters.source_{_SOURCES[row.source]}") if row.source in _SOURCES else row.source
    return [
        row.name + ("*" if row.tabulated else ""),
        _written(row.value, say),
        f"{_written(row.low, say)} – {_written(row.high, say)}",
        say(f"parameters.unit_{_UNITS[row.unit]}"),
        say(f"parameters.{row.name}") + f"\n[{source}]",
    ]


def _written(value: Number, say: Phrasebook) -> str:
    """Every digit of a constant."""
    text = f"{Decimal(str(value)).normalize():f}"
    return say.number(value, len(text.partition(".")[2]))
