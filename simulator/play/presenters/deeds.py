"""Decisions in a few words, as marks on a curve and lines of a log."""

from __future__ import annotations

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Listen,
    PrepareHolding,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.play.presenters.tasks import offer_name
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.watching import watch_subject


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
    raise TypeError(f"no words for {decision!r}")


def is_mark(decision: Decision) -> bool:
    """Whether a decision is shown on the curve; searches and scheduled posts are not."""
    return not isinstance(decision, Listen | ReviewPost)


def _response(telling: Telling, response_id: str) -> str:
    offer = telling.offers[response_id]
    subject = offer_name(telling, response_id)
    if offer.origin == "inject":
        return telling.say("play.deed_answer" if offer.response.channel else "play.deed_measure", subject=subject)
    if offer.origin == "disclosure":
        return telling.say("play.deed_disclose", subject=subject)
    return subject
