"""What may be decided now: each rule raises the Refusal whose sentence the student reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from simulator.engine.composing import wordings_of
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
from simulator.engine.lines import waiting_message, waiting_work
from simulator.engine.refusal import Refusal
from simulator.engine.state import FactState, InjectState
from simulator.scenario.response import Response

if TYPE_CHECKING:
    from simulator.engine.run import Run

PROMISE_RANGE = (15, 240)
"""Shortest and longest announced delay of the next update, minutes."""


def verify(run: Run, decision: Decision) -> None:
    """Raise Refusal if `decision` is not allowed in `run` now."""
    state = run.state
    if state.over:
        raise Refusal("run_over")
    if decision.minute != state.minute:
        raise Refusal("wrong_minute", decided=decision.minute, now=state.minute)
    if state.occupied_until > state.minute:
        raise Refusal("cell_occupied", until_minute=state.occupied_until)
    match decision:
        case Respond():
            _respond(run, decision)
        case Listen():
            _listen(run, decision)
        case Verify():
            _verify_fact(run, decision)
        case PrepareHolding():
            _prepare_holding(run, decision)
        case PublishHolding():
            _publish_holding(run)
        case ReviewPost():
            _review(run, decision)
        case AlertCell():
            _alert(run, decision)
        case ChooseSpokesperson():
            _speak(run, decision)
        case Watch():
            _watch(run, decision)
        case Prioritise():
            waiting_work(run, decision)
        case Withdraw():
            waiting_message(run, decision)


def _respond(run: Run, decision: Respond) -> None:
    state = run.state
    offer = run.offers.get(decision.response)
    if offer is None:
        raise Refusal("unknown_response", response=decision.response)
    if decision.inject != (offer.subject if offer.origin == "inject" else None):
        raise Refusal("response_elsewhere")
    if offer.origin != "inject" and state.minute < run.scenario.crisis_begins:
        raise Refusal("crisis_not_begun")
    match offer.origin:
        case "inject":
            _asked(state.injects.get(offer.subject))
        case "disclosure":
            _volunteered(state.facts[offer.subject])
        case "correction" if offer.response.corrects and not _puts_right(offer.response, run.messages.last_words):
            raise Refusal("nothing_to_correct")
    if (offer.origin == "reply") != (decision.post is not None):
        raise Refusal("reply_needs_post")
    if decision.post is not None and not run.feed.holds(decision.post):
        raise Refusal("unknown_post")
    if run.messages.is_in_preparation(decision.response):
        raise Refusal("being_prepared")
    if not all(test(state) for test in offer.tests):
        raise Refusal("not_yet_possible")


def _asked(inject: InjectState | None) -> InjectState:
    if inject is None:
        raise Refusal("inject_not_here")
    if inject.deadline is None:
        raise Refusal("nothing_asked")
    if inject.response is not None:
        raise Refusal("inject_answered")
    return inject


def _volunteered(fact: FactState) -> None:
    if fact.verified is None:
        raise Refusal("fact_not_verified")
    if fact.disclosed is not None:
        raise Refusal("fact_disclosed")


def _puts_right(correction: Response, said: Mapping[str, str]) -> bool:
    """Whether the organisation's last word on a fact that `correction` corrects, in `said`, is another than its own."""
    spoken_of = [fact for fact in correction.corrects if fact in said]
    if not spoken_of:
        return False
    says = {claim.fact: claim.says for claim in correction.claims}
    return any(said[fact] != says.get(fact) for fact in spoken_of)


def _listen(run: Run, decision: Listen) -> None:
    if run.state.busy_until > run.state.minute:
        raise Refusal("already_listening", until_minute=run.state.busy_until)
    if decision.topic and decision.topic not in {topic.id for topic in run.scenario.listening}:
        raise Refusal("unknown_topic")


def _verify_fact(run: Run, decision: Verify) -> None:
    fact = run.facts.get(decision.fact)
    if fact is None or fact.verification is None:
        raise Refusal("fact_unverifiable")
    if run.state.minute < fact.verification.opens:
        raise Refusal("nothing_to_verify_yet")
    if run.state.facts[fact.id].ordered is not None:
        raise Refusal("verification_ordered")


def _prepare_holding(run: Run, decision: PrepareHolding) -> None:
    statement = run.scenario.holding
    if statement is None:
        raise Refusal("no_holding_statement")
    if run.state.holding is not None and run.state.holding.ready is None:
        raise Refusal("being_prepared")
    if decision.publish and run.state.minute < run.scenario.crisis_begins:
        raise Refusal("crisis_not_begun")
    try:
        chosen = wordings_of(statement, decision.wordings)
    except KeyError:
        raise Refusal("unknown_wording") from None
    if not chosen:
        raise Refusal("empty_statement")
    ids = {wording.id for wording in chosen}
    a_block = [len(ids.intersection(wording.id for wording in block.wordings)) for block in statement.blocks]
    if max(a_block) > 1 or len(chosen) != len(decision.wordings):
        raise Refusal("one_wording_a_block")
    shortest, longest = PROMISE_RANGE
    if not shortest <= decision.promise <= longest:
        raise Refusal("promise_range", shortest=shortest, longest=longest)


def _publish_holding(run: Run) -> None:
    holding = run.state.holding
    if holding is None or holding.ready is None:
        raise Refusal("holding_not_ready")
    if holding.published is not None:
        raise Refusal("holding_published")
    if run.state.minute < run.scenario.crisis_begins:
        raise Refusal("crisis_not_begun")


def _review(run: Run, decision: ReviewPost) -> None:
    due = {post.id: post.at for post in run.scenario.scheduled}
    if decision.post not in due:
        raise Refusal("unknown_post")
    if decision.post in run.state.sent:
        raise Refusal("post_sent")
    if due[decision.post] <= run.state.minute:
        raise Refusal("post_dropped")
    if run.state.reviews.get(decision.post) is decision.keep:
        raise Refusal("already_reviewed")


def _alert(run: Run, decision: AlertCell) -> None:
    state = run.state
    if decision.signal is None:
        if state.minute < run.scenario.crisis_begins:
            raise Refusal("alert_needs_signal")
        if "" in state.alerts:
            raise Refusal("cell_alerted")
        return
    signal = run.signals.get(decision.signal)
    if signal is None or signal.at > state.minute:
        raise Refusal("unknown_signal")
    if signal.id in state.alerts:
        raise Refusal("signal_passed_on")


def _speak(run: Run, decision: ChooseSpokesperson) -> None:
    if not any(member.id == decision.member and member.spokesperson for member in run.scenario.cell):
        raise Refusal("no_spokesperson")
    if run.state.spokesperson == decision.member:
        raise Refusal("already_spokesperson")


def _watch(run: Run, decision: Watch) -> None:
    if all(reason.id != decision.reason for reason in run.scenario.standing.watch_reasons):
        raise Refusal("unknown_reason")
    if not 1 <= decision.threshold <= 100:
        raise Refusal("threshold_range")
    if decision.inject is not None:
        if _asked(run.state.injects.get(decision.inject)).watched_to is not None:
            raise Refusal("already_watching")
    elif any(watch[1] is None and watch[3] == decision.threshold for watch in run.state.watches):
        raise Refusal("already_watching")
