"""Where the crisis stands: hour, outrage, trust, segments, what the cell does."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.locale import Phrasebook
from simulator.play.presenters.cell_rows import TaskRow
from simulator.play.presenters.curve_rows import GaugeView, SegmentRow
from simulator.play.presenters.rows import CrisisView, HeaderView

_TREND = {-1: "console.falls", 0: "console.steady", 1: "console.rises"}


def trend(arrow: int, say: Phrasebook) -> str:
    """An arrow as a word."""
    return say(_TREND[arrow])


def header_line(header: HeaderView, say: Phrasebook) -> str:
    """Hour, elapsed time and stage in one line."""
    stage = next((stage.name for stage in header.stages if stage.current), "")
    return say("console.header", clock=header.clock, elapsed=header.elapsed, stage=stage)


def gauge_line(gauge: GaugeView, say: Phrasebook) -> str:
    """Outrage and trust in one line."""
    return say(
        "console.gauge",
        outrage=gauge.outrage,
        word=gauge.word,
        trend=trend(gauge.arrow, say),
        change=gauge.change,
        trust=gauge.trust,
        trust_trend=trend(gauge.trust_arrow, say),
    )


def situation(view: CrisisView, say: Phrasebook) -> Iterator[str]:
    """The whole situation, a line a thing."""
    yield header_line(view.header, say)
    yield gauge_line(view.gauge, say)
    if view.gauge.reach or view.gauge.posts_per_minute:
        yield say("console.reach", reach=view.gauge.reach, posts=view.gauge.posts_per_minute)
    if view.segments:
        yield say("console.segments", segments=", ".join(_segment(row, say) for row in view.segments))
    yield from tasks(view.tasks, say)
    if view.facts_summary:
        yield say("console.facts_summary", summary=view.facts_summary)
    yield say("console.open_cards", count=len(view.cards)) if view.cards else view.quiet


def tasks(rows: tuple[TaskRow, ...], say: Phrasebook) -> Iterator[str]:
    """Who is busy with what until when, and what waits."""
    for row in rows:
        if not row.doing:
            yield say("console.task_free", queue=row.name)
        else:
            yield say("console.task_busy", queue=row.name, doing=row.doing, until=row.until)
        if row.waiting:
            yield "  " + say("console.task_waiting", what=say("console.between").join(row.waiting))


def _segment(row: SegmentRow, say: Phrasebook) -> str:
    return say("console.segment", name=row.name, outrage=row.outrage, trend=trend(row.arrow, say))
