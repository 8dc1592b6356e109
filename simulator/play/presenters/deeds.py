"""Decisions in a few words, as marks on a curve and lines of a log."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Listen,
    PrepareHolding,
    Prioritise,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
    Withdraw,
)
from simulator.play.presenters.tasks import offer_name, work_name
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.watching import watch_subject

_NAMED = (("holding", 1), ("disclosure", 2), ("inject", 2))
"""How many decisions of each kind are landmarks of a play, those that weigh most first."""
_APART = 0.04
"""Share of the play that lies between two landmarks at least."""


def deed(telling: Telling, decision: Decision) -> str:
    """`decision` in a few words: « Réponse : une cliente brûlée »."""
    match decision:
        case Respond(response=response):
            return _response(telling, response)
        case Verify(fact=fact):
            return telling.say("play.deed_verify", fact=telling.facts[fact].label)
        case PrepareHolding(publish=publish):
            return telling.say("play.deed_holding" if publish else "play.deed_holding_ready")
        case PublishHolding():
            return telling.say("play.deed_holding")
        case ReviewPost(keep=keep):
            return telling.say("play.deed_keep_post" if keep else "play.deed_suspend_post")
        case AlertCell():
            return telling.say("play.deed_alert")
        case ChooseSpokesperson(member=member):
            return telling.say("play.deed_spokesperson", name=telling.members[member].name)
        case Watch(inject=inject):
            return telling.say("play.deed_watch", subject=watch_subject(telling, inject))
        case Listen():
            return telling.say("play.deed_listen")
        case Prioritise(about=about):
            return telling.say("play.deed_prioritise", subject=work_name(telling, about))
        case Withdraw(response=response):
            return telling.say("play.deed_withdraw", subject=offer_name(telling, response))
    raise TypeError(f"no words for {decision!r}")


def is_mark(decision: Decision) -> bool:
    """Whether a decision is shown on the curve; searches, scheduled posts and the order of lines are not."""
    return not isinstance(decision, Listen | ReviewPost | Prioritise | Withdraw)


def landmarks(telling: Telling, decisions: Sequence[Decision]) -> frozenset[int]:
    """Which of `decisions` a story of the play names: the first of each kind that weighs, five at most, well apart."""
    apart = telling.scenario.length * _APART
    named: set[int] = set()
    for kind, count in _NAMED:
        left = count
        for place, decision in enumerate(decisions):
            near = any(abs(decisions[other].minute - decision.minute) < apart for other in named)
            if left and not near and _kind(telling, decision) == kind:
                named.add(place)
                left -= 1
    return frozenset(named)


def _kind(telling: Telling, decision: Decision) -> str:
    match decision:
        case PublishHolding() | PrepareHolding(publish=True):
            return "holding"
        case Respond(response=response):
            return telling.offers[response].origin
    return ""


def _response(telling: Telling, response_id: str) -> str:
    offer = telling.offers[response_id]
    subject = offer_name(telling, response_id)
    if offer.origin == "inject":
        if offer.response.channel:
            return telling.say("play.deed_answer", subject=subject)
        return telling.say("play.deed_unanswered" if offer.response.watch else "play.deed_measure", subject=subject)
    if offer.origin == "disclosure":
        return telling.say("play.deed_disclose", subject=subject)
    return subject
