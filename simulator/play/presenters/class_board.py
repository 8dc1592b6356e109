"""Where the class stands in an assignment: as much of it as its teacher lets one see."""

from __future__ import annotations

import json

from simulator.locale import Message, Phrasebook
from simulator.play.my_class import MyClass
from simulator.play.presenters.class_rows import BoardLine, ClassBoardView, InjectShares, ShareRow
from simulator.play.presenters.class_shares import WATCHED, inject_shares
from simulator.play.presenters.rings import points
from simulator.play.presenters.typography import typeset
from simulator.submission.parcel import Parcel
from simulator.submission.wire.assignments import Assignment
from simulator.submission.wire.board import Board, BoardRow, Choices
from simulator.submission.wire.plays import PlayView

_TENS = 10


def class_board(my_class: MyClass, assignment: Assignment, say: Phrasebook) -> ClassBoardView:
    """The board of `assignment` as it is known now."""
    looking = my_class.looking
    assert looking is not None
    board = looking.boards.get(assignment.id)
    mine = next((looking.plays[play.play] for play in assignment.plays if play.play in looking.plays), None)
    sent = _counted_parcel(my_class, mine)
    found = looking.choices.get(assignment.id)
    edition = my_class.edition(assignment)
    scenario = None if edition is None else edition.scenario(say.language)
    injects: tuple[InjectShares, ...] = ()
    if isinstance(found, Choices):
        injects = tuple(inject_shares(one, scenario, _chosen(sent), say) for one in found.injects)
    return ClassBoardView(
        title=assignment.title,
        subtitle=_subtitle(board, say),
        mine=my_grade(mine, say),
        comments=mine.comments if mine is not None else (),
        lines=() if board is None else tuple(_line(row, board, mine, my_class, say) for row in board.rows),
        no_lines=_no_lines(assignment, board, say),
        distribution=_distribution(board, mine, say),
        distribution_note="" if board is None or board.mean is None
        else say("myclass.mean", grade=str(points(board.mean)), count=board.ranked),
        firsts=() if board is None else tuple(float(minute) for minute in board.first_messages),
        firsts_note=_firsts_note(board, mine, say),
        my_first=None if mine is None or mine.first_message_minute is None else float(mine.first_message_minute),
        injects=injects,
        no_injects=_no_injects(found, say),
        said="" if looking.trouble is None else typeset(say.say(looking.trouble)),
    )  # fmt: skip


def _subtitle(board: Board | None, say: Phrasebook) -> str:
    if board is None:
        return say("myclass.board_asking")
    waiting = say("myclass.board_waiting", count=board.waiting) if board.waiting else ""
    counted = say("myclass.board_counted", played=str(board.played), count=board.joined)
    return " · ".join(part for part in (counted, waiting) if part)


def my_grade(mine: PlayView | None, say: Phrasebook) -> str:
    """My place and grade in a sentence."""
    if mine is None or mine.score is None or mine.score.grade is None:
        return ""
    grade = str(points(mine.score.grade))
    told = say("myclass.my_grade", grade=grade)
    if mine.place is not None and mine.ranked is not None:
        code = "myclass.my_place_first" if mine.place == 1 else "myclass.my_place"
        told = say(code, place=str(mine.place), count=mine.ranked, grade=grade)
    return f"{told} {say('myclass.overridden')}" if mine.score.overridden else told


def _line(row: BoardRow, board: Board, mine: PlayView | None, my_class: MyClass, say: Phrasebook) -> BoardLine:
    me = my_class.me
    pseudonym = me.pseudonym if me is not None else ""
    if row.names:
        is_mine = pseudonym in row.names
        name = ", ".join(row.names)
    else:
        grade = mine.score.grade if mine is not None and mine.score is not None else None
        alone = sum(other.place == row.place for other in board.rows) == 1
        is_mine = mine is not None and mine.place == row.place and grade == row.grade and alone
        name = say("myclass.you") if is_mine else say("myclass.unnamed")
    scores = (row.reactivity, row.transparency, row.tone)
    return BoardLine(
        place=str(row.place),
        name=name,
        grade="–" if row.grade is None else say.number(points(row.grade)),
        dimensions=tuple(None if score is None else score / 100 for score in scores),  # type: ignore[arg-type]
        is_mine=is_mine,
    )


def _no_lines(assignment: Assignment, board: Board | None, say: Phrasebook) -> str:
    if assignment.students_see in ("none", "own"):
        return say(f"myclass.sees_{assignment.students_see}")
    if board is not None and not board.rows:
        return say("myclass.board_empty")
    return ""


def _distribution(board: Board | None, mine: PlayView | None, say: Phrasebook) -> tuple[ShareRow, ...]:
    if board is None or not any(board.distribution):
        return ()
    most = max(board.distribution)
    grade = mine.score.grade if mine is not None and mine.score is not None else None
    own = None if grade is None else min(int(grade // _TENS), len(board.distribution) - 1)
    return tuple(
        ShareRow(str(_TENS * rank), say.number(count) if count else "", count / most, is_mine=rank == own)
        for rank, count in enumerate(board.distribution)
    )


def _firsts_note(board: Board | None, mine: PlayView | None, say: Phrasebook) -> str:
    if board is None or not board.first_messages:
        return ""
    if mine is not None and mine.first_message_minute is not None:
        return say("myclass.my_first", elapsed=_elapsed(mine.first_message_minute))
    return say("myclass.firsts", count=len(board.first_messages))


def _elapsed(minute: int) -> str:
    return f"T+{minute // 60}:{minute % 60:02d}"


def _no_injects(found: Choices | Message | None, say: Phrasebook) -> str:
    if isinstance(found, Message):
        return typeset(say.say(found))
    if found is not None and not found.injects:
        return say("myclass.board_empty")
    return ""


def _counted_parcel(my_class: MyClass, mine: PlayView | None) -> Parcel | None:
    if mine is None:
        return None
    sent = (parcel for parcel in my_class.parcels()[0] if parcel.receipt is not None)
    return next((parcel for parcel in sent if parcel.receipt is not None and parcel.receipt.play == mine.play), None)


def _chosen(sent: Parcel | None) -> dict[str, str]:
    """What I answered, by inject, as my own play has it."""
    if sent is None:
        return {}
    chosen: dict[str, str] = {}
    for decision in json.loads(sent.body)["replay"]["decisions"]:
        inject = decision.get("inject")
        if isinstance(inject, str):
            chosen[inject] = WATCHED if decision.get("do") == "watch" else str(decision.get("response", ""))
    return chosen
