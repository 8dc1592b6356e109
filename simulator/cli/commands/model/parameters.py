"""`badbuzz model parameters`: every constant of the model, with its value, range, unit, source and meaning."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from simulator.cli.columns import table_lines
from simulator.cli.shape import Speaking, json_option, language_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Phrasebook
from simulator.pages.numbers import signed

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
}
_SOURCES = {
    "design": "design",
    "computed from real cascades": "cascades",
    "Kwak et al. 2010, fitted below 100,000 followers": "kwak",
    "Zhao et al. 2015 (SEISMIC)": "zhao",
    "Brady et al., meta-analysis of 27 studies: ratio 1.13 [1.06, 1.20] a word": "brady",
    "Herhausen et al. 2019 (472,995 posts): right responses cut virality by up to 11 %": "herhausen",
    "direction: Herhausen et al. 2019; size: design": "herhausen_direction",
    "order: Coombs 2007; size: design": "coombs_order",
    "direction: Arpan and Roskos-Ewoldsen 2005; size: design": "arpan_direction",
    "direction: Kelleher 2009; size: design": "kelleher_direction",
    "attributed responsibility d = -1.28; 22 points of trust are one standard deviation (design)": "responsibility",
    "matched strategy d = .47; 22 points of trust are one standard deviation (design)": "matched",
}
"""Units and sources as the model writes them, and the end of the code of what people read."""

_WHOLE = 1000
"""Thousandths up to here are a share of the whole, beyond it a number of points."""


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
    unit, scale = _unit(row)
    low, high = _written(row.low, scale, say), _written(row.high, scale, say)
    source = say(f"parameters.source_{_SOURCES[row.source]}")
    return [
        row.name + ("*" if row.tabulated else ""),
        _written(row.value, scale, say),
        f"{low} – {high}",
        say(f"parameters.unit_{unit}"),
        say(f"parameters.{row.name}") + f"\n[{source}]",
    ]


def _unit(row: ParameterRow) -> tuple[str, Decimal]:
    """The unit that people read, and how much of it the unit of the model is."""
    if row.unit != "1/1000":
        return _UNITS[row.unit], Decimal(1)
    if max(abs(row.low), abs(row.high)) > _WHOLE:
        return "points", Decimal(1) / 1000
    return "percent", Decimal(1) / 10


def _written(value: Number, scale: Decimal, say: Phrasebook) -> str:
    """Every digit of a constant."""
    scaled = Decimal(str(value)) * scale
    decimals = len(f"{scaled.normalize():f}".partition(".")[2])
    return signed(say.number(float(scaled), decimals))
