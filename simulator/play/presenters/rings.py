"""The four grades, each with its band's word and one sentence of why."""

from __future__ import annotations

from simulator.play.presenters.hindsight import RingRow
from simulator.play.presenters.pages import Band, Criterion
from simulator.play.presenters.telling import Telling
from simulator.scoring import ScoreCard, band_of
from simulator.scoring.weights import weights_of

BAND_CODES: dict[Band, str] = {
    "insufficient": "play.band_insufficient",
    "fair": "play.band_fair",
    "good": "play.band_good",
    "excellent": "play.band_excellent",
}
CRITERION_CODES: dict[Criterion, str] = {
    "overall": "play.criterion_overall",
    "reactivity": "play.criterion_reactivity",
    "transparency": "play.criterion_transparency",
    "tone": "play.criterion_tone",
}
_OTHER_FIRSTS = {
    "scoring.acknowledgement_partial": "play.ring_first_word_partial",
    "scoring.acknowledgement_partial_late": "play.ring_first_word_partial",
    "scoring.acknowledgement_watch": "play.ring_first_watch",
}
"""What came first where it was no complete statement, by the sentence of the score card."""
_DEFENSIVE = 3
"""Stances below this one defend the organisation."""


def points(score: float) -> int:
    """A score as a whole number, never one of a better band than it has: 64.6 is not good yet, and shows 64."""
    whole = round(score)
    return whole if band_of(whole) == band_of(score) else whole - 1


def rings(telling: Telling, card: ScoreCard) -> tuple[RingRow, ...]:
    """The overall grade, then the three dimensions."""
    parts: tuple[tuple[Criterion, float, str], ...] = (
        ("overall", card.overall, _overall(telling, card)),
        ("reactivity", card.reactivity, _reactivity(telling, card)),
        ("transparency", card.transparency, _transparency(telling)),
        ("tone", card.tone, _tone(telling)),
    )
    return tuple(
        RingRow(
            criterion=criterion,
            name=telling.say(CRITERION_CODES[criterion]),
            value=points(value),
            band=band_of(value),
            band_name=telling.say(BAND_CODES[band_of(value)]),
            sentence=sentence,
        )
        for criterion, value, sentence in parts
    )


def _overall(telling: Telling, card: ScoreCard) -> str:
    weights = weights_of(telling.scenario.rubric, telling.scenario.severity)
    reactivity, transparency, tone = (str(round(100 * weights[rule])) for rule in ("O.R", "O.T", "O.S"))
    mean = telling.say("play.ring_overall", reactivity=reactivity, transparency=transparency, tone=tone)
    if any(row.rule == "O.cap" for row in card.evidence):
        return telling.say("play.ring_capped", mean=mean)
    return mean


def _reactivity(telling: Telling, card: ScoreCard) -> str:
    """When the first words came: the criterion that weighs most."""
    first = next((row for row in card.evidence if row.rule == "R.A" and row.earned > 0), None)
    if first is None or first.minute is None:
        return telling.say("play.ring_no_first_word")
    if first.message.code in _OTHER_FIRSTS:
        return telling.say(_OTHER_FIRSTS[first.message.code], first_minute=first.minute)
    delay = first.minute - telling.scenario.crisis_begins
    if delay <= 0:
        return telling.say("play.ring_first_word_at_once", first_minute=first.minute)
    return telling.say("play.ring_first_word", first_minute=first.minute, delay_span=delay)


def _transparency(telling: Telling) -> str:
    facts = [telling.run.state.facts[fact.id] for fact in telling.scenario.facts if not fact.restricted]
    told = [fact for fact in facts if fact.disclosed is not None]
    late = sum(fact.leaked is not None for fact in told)
    summary = telling.say("play.ring_transparency", count=len(told), all=str(len(facts)))
    return telling.say("play.ring_after_leak", summary=summary, count=late) if late else summary


def _tone(telling: Telling) -> str:
    published = [message for message in telling.run.state.messages if message.is_public]
    stances = [message.tags.stance for message in published if not message.repeat]
    if not stances:
        return telling.say("play.ring_no_message")
    defensive = sum(stance is not None and stance < _DEFENSIVE for stance in stances)
    summary = telling.say("play.ring_tone", count=len(stances))
    again = len(published) - len(stances)
    if again:
        summary = telling.say(
            "play.ring_pasted", summary=summary, count=len(stances), times=str(len(published)), again=str(again)
        )
    if again and not defensive:
        return summary
    if len(stances) == defensive == 1:
        return telling.say("play.ring_only_defensive", summary=summary)
    code = "play.ring_defensive" if defensive else "play.ring_not_defensive"
    return telling.say(code, summary=summary, count=defensive)
