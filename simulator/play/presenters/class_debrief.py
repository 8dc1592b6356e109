"""The class looked back on: how all did and where one stands, what all chose beside one's own choice."""

from __future__ import annotations

from simulator.locale import Phrasebook
from simulator.play.my_class import MyClass
from simulator.play.presenters.class_board import my_grade
from simulator.play.presenters.class_rows import ClassDebriefView, SpreadRow
from simulator.play.presenters.class_shares import inject_shares
from simulator.play.presenters.rings import points
from simulator.play.presenters.typography import typeset
from simulator.submission.wire.assignments import Assignment
from simulator.submission.wire.debrief import ClassDebrief, Spread


def class_debrief(my_class: MyClass, assignment: Assignment, say: Phrasebook) -> ClassDebriefView:
    """The debrief of `assignment` as it is known now."""
    looking = my_class.looking
    assert looking is not None
    found = looking.debriefs.get(assignment.id)
    said = "" if looking.trouble is None else typeset(say.say(looking.trouble))
    if not isinstance(found, ClassDebrief):
        why = say("myclass.debrief_asking") if found is None else typeset(say.say(found))
        return ClassDebriefView(assignment.title, why, said=said)
    edition = my_class.edition(assignment)
    scenario = None if edition is None else edition.scenario(say.language)
    injects = tuple(inject_shares(one, scenario, found.chosen, say) for one in found.choices.injects)
    return ClassDebriefView(
        title=assignment.title,
        subtitle=say("myclass.debrief_counted", count=found.plays),
        mine=my_grade(found.mine, say) if found.mine is not None else say("myclass.debrief_not_played"),
        comments=found.mine.comments if found.mine is not None else (),
        spreads=tuple(_spread(one, say) for one in found.spreads if one.graded),
        spreads_note=_note(found, say),
        injects=injects,
        injects_note=say("myclass.debrief_revealed" if found.choices.revealed else "myclass.debrief_not_revealed")
        if injects else say("myclass.board_empty"),
        said=said,
    )  # fmt: skip


def _spread(one: Spread, say: Phrasebook) -> SpreadRow:
    placed = one.place is not None and one.graded > 1
    return SpreadRow(
        criterion=one.criterion,
        name=say(f"play.criterion_{one.criterion}"),
        grade="–" if one.mine is None else say.number(points(one.mine)),
        median="" if one.median is None else say("myclass.debrief_median", grade=str(points(one.median))),
        place=say("myclass.mine_place", place=str(one.place), count=one.graded) if placed else "",
        mine_at=None if one.mine is None else one.mine / 100,
        median_at=None if one.median is None else one.median / 100,
    )


def _note(found: ClassDebrief, say: Phrasebook) -> str:
    """Why there are no medians, where there are none."""
    few = any(one.graded and one.median is None for one in found.spreads)
    return say("myclass.debrief_few") if few else ""
