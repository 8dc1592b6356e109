"""Fetching all that an assignment needs before it is begun."""

from __future__ import annotations

from functools import partial

from simulator.engine.replay import ENGINE_VERSION
from simulator.locale import Message
from simulator.play.my_class.errands import CannotDo
from simulator.play.my_class.ready import ExamReady, PlayReady
from simulator.play.my_class.tickets import Ticket
from simulator.submission.membership import new_key
from simulator.submission.packs import ClassPacks
from simulator.submission.server import ClassServer
from simulator.submission.wire import exam_questions as questions
from simulator.submission.wire.assignments import Assignment

_FIRST = (
    questions.AskBriefing(ask="briefing"),
    questions.AskListening(ask="listening"),
    questions.AskWatching(ask="watching"),
    questions.AskAlerting(ask="alerting"),
    questions.AskHolding(ask="holding"),
)
"""What the dialogs of an exam show first, so that none opens empty."""


def prepared(
    server: ClassServer, packs: ClassPacks, assignment: Assignment, team: tuple[str, ...]
) -> PlayReady | ExamReady:
    """What a play of `assignment` needs; an exam begins by that. Raises CannotDo, CannotFetch, NoAnswer, Refused.

    Another engine version is refused before anything is begun: the server could not live such a play again.
    """
    if assignment.engine_version != ENGINE_VERSION:
        arguments = {"theirs": str(assignment.engine_version), "ours": str(ENGINE_VERSION)}
        raise CannotDo(Message("sending.other_engine", arguments))
    if assignment.mode == "exam":
        view = server.begin_exam(assignment.id)
        rows = {str(question.ask): server.question(assignment.id, question) for question in _FIRST}
        return ExamReady(assignment, view, rows)
    if assignment.pack is None:
        raise CannotDo(Message("sending.no_pack"))
    start = server.start(assignment.id)
    loaded = packs.get(assignment.pack, assignment.scenario_digest, partial(server.pack, assignment.id))
    ticket = Ticket(
        student=server.membership.student,
        assignment=assignment.id,
        title=assignment.title,
        attempt=start.attempt,
        factor=start.factor,
        key=new_key(),
        team=team,
    )
    return PlayReady(loaded, start.seed, ticket)
