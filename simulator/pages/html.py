"""A page as one HTML file that needs nothing else: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.locale import Message, Phrasebook
from simulator.pages.numbers import significant
from simulator.pages.page import Cell, Page, Table
from simulator.pages.readings import Readings, readings

if TYPE_CHECKING:
    from jinja2 import Template

    from simulator.pages.chart import Chart


_SENTENCE = 32
"""Characters from which the text of a cell is broken into lines rather than that it widens its column."""


@dataclass(frozen=True)
class _Figure:
    """A chart, drawn, with what is to be seen and its numbers."""

    title: str
    svg: str
    alt: str
    readings: list[Readings]


def html_of(page: Page, say: Phrasebook) -> str:
    """`page` in the language of `say`. Loads matplotlib if it has charts, and jinja2."""
    sections = []
    drawn = 0
    for section in page.sections:
        figures = []
        for chart in section.charts:
            drawn += 1
            figures.append(_figure(chart, say, f"chart-{drawn}"))
        sections.append(
            {
                "heading": say.say(section.heading),
                "paragraphs": [say.say(paragraph) for paragraph in section.paragraphs],
                "table": _worded(section.table, say) if section.table is not None else None,
                "figures": figures,
            }
        )
    return _template().render(
        language=say.language,
        title=say.say(page.title),
        lead=[say.say(paragraph) for paragraph in page.lead],
        sections=sections,
        made_by=say.say(_made_by(page)),
        figures_of=say("pages.readings"),
    )


def _figure(chart: Chart, say: Phrasebook, name: str) -> _Figure:
    from simulator.pages.drawing import svg

    return _Figure(say.say(chart.title), svg(chart, say, name), say.say(chart.alt), readings(chart, say))


def _worded(table: Table, say: Phrasebook) -> dict[str, object]:
    rows = [[_cell(cell, say) for cell in row] for row in table.rows]
    return {
        "caption": say.say(table.caption),
        "columns": [say.say(column) for column in table.columns],
        "classes": [_class([row[place] for row in table.rows], say) for place in range(len(table.columns))],
        "rows": rows,
    }


def _class(column: Sequence[Cell], say: Phrasebook) -> str:
    """Numbers stand to the right; cells of several lines are not broken elsewhere; sentences have room."""
    if column and all(isinstance(cell, int | float) for cell in column):
        return "number"
    if any(isinstance(cell, str) and "\n" in cell for cell in column):
        return "lines"
    return "prose" if any(len(_cell(cell, say)) > _SENTENCE for cell in column) else "text"


def _cell(cell: Cell, say: Phrasebook) -> str:
    match cell:
        case Message():
            return say.say(cell)
        case str():
            return cell
        case _:
            return significant(cell, say)


def _made_by(page: Page) -> Message:
    arguments: dict[str, object] = {"version": __version__, "command": page.command}
    if page.seed is None:
        return Message("pages.made_by", arguments)
    return Message("pages.made_by_seed", {**arguments, "seed": str(page.seed)})


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("simulator.pages", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("page.html")
