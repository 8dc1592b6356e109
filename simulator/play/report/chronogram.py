"""The chronogram of a scenario as a page: its events and facts as lanes over the hours, and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message, Phrasebook
from simulator.pages import Lane, Moment, Page, Section, Table, Timeline
from simulator.play.presenters.chronogram import KINDS, ChronogramRow, ChronogramView, StageRow, chronogram
from simulator.scenario.load import LoadedScenario
from simulator.scenario.model import Scenario

_LANE = 44
"""Characters of a name over its lane."""
_LANES = 20
"""Lanes of one chart: more do not fit on a printed page."""


def chronogram_page(loaded: LoadedScenario, scenario: Scenario, say: Phrasebook) -> Page:
    """The page of `loaded`, whose texts are those of `scenario`, in the language of `say`."""
    view = chronogram(scenario, say)
    never = [row for row in view.rows if row.certainty == "never"]
    stages = [Section(stage.name, _of_stage(view, stage)) for stage in view.stages]
    facts = [row for row in view.of("fact") if row.minute is not None]
    return Page(
        title=Message("report.chronogram_title", {"title": view.title}),
        lead=[Message("report.chronogram_lead"), _what_never_comes(len(never))],
        sections=[
            *(section for section in stages if section.parts),
            *([Section(Message("report.chronogram_facts"), _timelines(view, facts, 0.0, view.end))] if facts else []),
            Section(Message("report.chronogram_all"), [_table(view)]),
        ],
        command=f"badbuzz preview {loaded.id} --report",
    )


def _what_never_comes(count: int) -> Message:
    return Message("report.chronogram_never", {"count": count}) if count else Message("report.chronogram_all_can")


def _of_stage(view: ChronogramView, stage: StageRow) -> list[Timeline]:
    """What begins in a stage, with the stretch of the day that it reaches."""
    last = stage.ends == view.end
    rows = [
        row
        for row in view.rows
        if row.kind != "fact" and row.minute is not None and stage.begins <= row.minute < stage.ends + last
    ]
    end = max([stage.ends, *(row.until for row in rows if row.until is not None)])
    return _timelines(view, rows, stage.begins, end)


def _timelines(view: ChronogramView, rows: Sequence[ChronogramRow], start: float, end: float) -> list[Timeline]:
    return [
        _timeline(view, rows[first : first + _LANES], start, min(end, view.end))
        for first in range(0, len(rows), _LANES)
    ]


def _timeline(view: ChronogramView, rows: Sequence[ChronogramRow], start: float, end: float) -> Timeline:
    what = "facts" if rows[0].kind == "fact" else "events"
    kinds = [kind for kind in KINDS if (kind == "fact") == (what == "facts")]
    return Timeline(
        title=Message(f"report.chronogram_{what}"),
        x_name=Message("report.hour"),
        kinds=[Message(f"report.chronogram_{kind}") for kind in kinds],
        lanes=[_lane(row, kinds.index(row.kind)) for row in rows],
        alt=Message(f"report.chronogram_alt_{what}", {"count": len(rows)}),
        ticks=[(clock.minute, clock.label) for clock in view.clocks if start <= clock.minute <= end],
        start=start,
        end=end,
    )


def _lane(row: ChronogramRow, kind: int) -> Lane:
    minute = row.minute if row.minute is not None else 0.0
    spans = [(minute, row.until)] if row.until is not None and row.until > minute else []
    return Lane(_plain(row.name), [Moment(minute, kind)], spans)


def _table(view: ChronogramView) -> Table:
    heads = ("kind", "name", "when", "note", "id")
    return Table(
        [Message(f"report.chronogram_head_{head}") for head in heads],
        [[Message(f"report.chronogram_{row.kind}"), row.name, row.when, row.note, row.key] for row in view.rows],
        Message("report.chronogram_caption"),
    )


def _plain(name: str) -> str:
    """A name as a chart can write it: without emoji, and not too long."""
    name = " ".join("".join(sign for sign in name if ord(sign) < 0x2600).split())
    return name if len(name) <= _LANE else name[: _LANE - 1].rstrip() + "…"
