"""A page in words and drawings, apart from the file that it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from simulator import __version__
from simulator.locale import Message, Phrasebook
from simulator.pages.chart import Chart, Timeline
from simulator.pages.numbers import significant
from simulator.pages.page import (
    Cell,
    Checklist,
    Folded,
    Grades,
    Listing,
    Page,
    Part,
    Quote,
    Section,
    SideBySide,
    Subheading,
    Table,
)
from simulator.pages.readings import readings
from simulator.pages.text import worded

_WORD = 12
"""Characters up to which the text of a cell stays on one line."""
_SENTENCE = 32
"""Characters from which the text of a cell is broken into lines rather than that it widens its column."""

Layout = Mapping[str, object]
"""What a template fills in: texts, numbers, lists and further layouts."""


def layout(page: Page, say: Phrasebook) -> Layout:
    """`page` in the language of `say`. Loads matplotlib if it has charts."""
    charts = _numbered()
    return {
        "language": say.language,
        "title": worded(page.title, say),
        "lead": [worded(paragraph, say) for paragraph in page.lead],
        "sections": [_section(section, say, charts) for section in page.sections],
        "foot": [*(worded(line, say) for line in page.foot), say.say(_made_by(page))],
        "readings_of": say("pages.readings"),
        "all_readings": say("pages.all_readings"),
        "page_of": say("pages.page_of"),
    }


def _numbered() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"chart-{number}"


def _section(section: Section, say: Phrasebook, charts: Iterator[str]) -> Layout:
    parts = [_part(part, say, charts) for part in section.parts]
    kinds = [part["kind"] for part in parts]
    first = kinds.index("figure") if "figure" in kinds else -1
    return {
        "heading": worded(section.heading, say),
        "new_page": section.new_page,
        "whole": section.whole,
        "parts": parts,
        # A heading stays with its first chart where nothing but a few sentences lies between.
        "together": first if set(kinds[: first + 1]) <= {"paragraph", "figure"} else -1,
    }


def _part(part: Part, say: Phrasebook, charts: Iterator[str]) -> Layout:
    match part:
        case Message() | str():
            return {"kind": "paragraph", "text": worded(part, say)}
        case Subheading(text):
            return {"kind": "subheading", "text": worded(text, say)}
        case Quote(text):
            return {"kind": "quote", "text": worded(text, say)}
        case Listing(items, numbered):
            return {"kind": "listing", "items": [worded(item, say) for item in items], "numbered": numbered}
        case Checklist(checks):
            lines = [{"text": worded(check.text, say), "remark": worded(check.remark, say)} for check in checks]
            return {"kind": "checklist", "checks": lines}
        case Grades():
            return {"kind": "grades", "grades": _grades(part, say)}
        case Table():
            return {"kind": "table", **_table(part, say)}
        case SideBySide(tables):
            return {"kind": "side_by_side", "tables": [_table(table, say) for table in tables]}
        case Chart() | Timeline():
            return {"kind": "figure", **_figure(part, say, next(charts))}


def _grades(part: Grades, say: Phrasebook) -> list[Layout]:
    return [
        {
            "name": worded(grade.name, say),
            "value": grade.value,
            "figure": say("pages.out_of", value=grade.value),
            "word": worded(grade.word, say),
            "text": worded(grade.text, say),
        }
        for grade in part.grades
    ]


def _figure(chart: Chart | Timeline, say: Phrasebook, name: str) -> Layout:
    from simulator.pages.drawing import svg

    return {
        "title": worded(chart.title, say),
        "svg": svg(chart, say, name),
        "alt": worded(chart.alt, say),
        "readings": [
            {
                "columns": list(table.columns),
                "rows": [list(row) for row in table.rows],
                "classes": ["number"] * len(table.columns),
                "lengths": [0] * len(table.columns),
                "folds": [[None] * len(table.columns) for _ in table.rows],
                "heads": [""] * len(table.rows),
            }
            for table in (readings(chart, say) if isinstance(chart, Chart) else ())
        ],
    }


def _table(table: Table, say: Phrasebook) -> Layout:
    rows = [[_cell(cell, say) for cell in row] for row in table.rows]
    columns = range(len(table.columns))
    heads = {place: worded(head, say) for place, head in table.groups}
    return {
        "caption": worded(table.caption, say),
        "columns": [worded(column, say) for column in table.columns],
        "classes": [_class([row[place] for row in table.rows], say) for place in columns],
        "lengths": [max((len(row[place]) for row in rows), default=0) for place in columns],
        "rows": rows,
        "folds": [[_fold(cell, say) for cell in row] for row in table.rows],
        "heads": [heads.get(place, "") for place in range(len(rows))],
    }


def _class(column: Sequence[Cell], say: Phrasebook) -> str:
    """Numbers stand to the right; few characters, or lines, are not broken elsewhere; sentences have room."""
    if column and all(isinstance(cell, int | float) for cell in column):
        return "number"
    if any(isinstance(cell, str) and "\n" in cell for cell in column):
        return "lines"
    longest = max((len(_cell(cell, say)) for cell in column), default=0)
    if longest > _SENTENCE:
        return "prose"
    return "text" if longest > _WORD else "short"


def _cell(cell: Cell, say: Phrasebook) -> str:
    if isinstance(cell, Folded):
        return worded(cell.text, say)
    return worded(cell, say) if isinstance(cell, Message | str) else significant(cell, say)


def _fold(cell: Cell, say: Phrasebook) -> Layout | None:
    if not isinstance(cell, Folded) or not cell.lines:
        return None
    return {"opener": worded(cell.opener, say), "lines": [worded(line, say) for line in cell.lines]}


def _made_by(page: Page) -> Message:
    arguments: dict[str, object] = {"version": __version__, "command": page.command}
    if page.seed is None:
        return Message("pages.made_by", arguments)
    return Message("pages.made_by_seed", {**arguments, "seed": str(page.seed)})
