"""The class as lines: what it is set, what became of one's plays, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.locale import Phrasebook
from simulator.play.presenters.class_rows import (
    AssignmentRow,
    ClassBoardView,
    ClassDebriefView,
    ClassView,
    InjectShares,
    QueueRow,
)


def class_lines(view: ClassView, say: Phrasebook) -> Iterator[str]:
    """The class page, but for what can be done there."""
    yield from (part for part in (view.name, view.who, view.state, view.connection, view.notice, view.said) if part)
    if view.name:
        yield say("myclass.assignments")
        yield from (f"  {assignment_line(row, say)}" for row in view.assignments)
        if not view.assignments:
            yield "  " + say("myclass.no_assignment" if view.tone == "good" else "myclass.unheard")
        yield say("myclass.queue")
        yield from (f"  {queue_line(row, say)}" for row in view.queue)
        if not view.queue:
            yield "  " + say("myclass.no_queue")


def assignment_line(row: AssignmentRow, say: Phrasebook) -> str:
    """An assignment in one line."""
    grade = say("myclass.line_grade", grade=row.grade) if row.grade else ""
    parts = (row.subtitle, row.standing, row.attempts, row.mine, grade)
    return say("myclass.line_assignment", title=row.title, about=" · ".join(part for part in parts if part))


def queue_line(row: QueueRow, say: Phrasebook) -> str:
    """A play of the queue in one line."""
    about = " · ".join(part for part in (row.detail, row.state, row.why) if part)
    return say("myclass.line_assignment", title=row.title, about=about)


def board_lines(view: ClassBoardView, say: Phrasebook) -> Iterator[str]:
    """Where the class stands, part by part."""
    yield from (part for part in (view.title, view.subtitle, view.said, view.mine) if part)
    yield say("myclass.ranking")
    for line in view.lines:
        mark = f" ({say('myclass.mine_mark')})" if line.is_mine and line.name != say("myclass.you") else ""
        yield "  " + say("myclass.line_board", place=line.place, name=line.name + mark, grade=line.grade)
    if not view.lines and view.no_lines:
        yield "  " + view.no_lines
    if view.distribution:
        yield say("myclass.distribution")
        for bar in view.distribution:
            if bar.figure:
                mark = f" ({say('myclass.mine_mark')})" if bar.is_mine else ""
                yield "  " + say("myclass.line_ten", ten=bar.text, plays=bar.figure) + mark
        yield "  " + view.distribution_note
    if view.firsts_note:
        yield view.firsts_note
    yield say("myclass.chosen")
    yield from inject_lines(view.injects, say)
    if not view.injects and view.no_injects:
        yield "  " + view.no_injects
    if view.comments:
        yield say("myclass.comments")
        yield from (f"  {text}" for text in view.comments)


def debrief_lines(view: ClassDebriefView, say: Phrasebook) -> Iterator[str]:
    """The class looked back on, part by part."""
    yield from (part for part in (view.title, view.subtitle, view.said, view.mine) if part)
    if view.comments:
        yield say("myclass.comments")
        yield from (f"  {text}" for text in view.comments)
    if view.spreads:
        yield say("myclass.debrief_spreads")
        for spread in view.spreads:
            about = " · ".join(part for part in (spread.grade, spread.median, spread.place) if part)
            yield "  " + say("myclass.line_assignment", title=spread.name, about=about)
        if view.spreads_note:
            yield "  " + view.spreads_note
    if view.injects_note:
        yield say("myclass.chosen")
        yield "  " + view.injects_note
        yield from inject_lines(view.injects, say)


def inject_lines(injects: Sequence[InjectShares], say: Phrasebook) -> Iterator[str]:
    """What was chosen in each, one's own and what is recommended named."""
    for inject in injects:
        yield "  " + inject.title
        for row in inject.rows:
            marks = [say("myclass.mine_mark")] if row.is_mine else []
            marks += [say("myclass.recommended")] if row.is_recommended else []
            yield f"    {row.figure} {row.text}" + (f" ({', '.join(marks)})" if marks else "")
