"""Every decision of a play, with the student's own words about it and what else could have been decided."""

from __future__ import annotations

from simulator.debrief.counterfactual import Change, alternatives
from simulator.debrief.timeline import decisions_of
from simulator.engine.decision import Decision, Respond, ReviewPost
from simulator.play.presenters.deeds import deed
from simulator.play.presenters.hindsight import AlternativeRow, ChoiceRow
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.typography import balanced, excerpt, unquoted
from simulator.play.words import Words

_LONGEST = 60
"""Characters by which one recognises a response."""


def choice_rows(telling: Telling, words: Words) -> tuple[ChoiceRow, ...]:
    """The decisions in order."""
    return tuple(
        ChoiceRow(
            place=place,
            minute=float(decision.minute),
            clock=telling.times.clock(decision.minute),
            text=_text(telling, decision),
            words=words.note(place),
            alternatives=tuple(_alternative(telling, change) for change in alternatives(telling.run, place)),
        )
        for place, decision in enumerate(decisions_of(telling.run))
    )


def in_brief(telling: Telling, response_id: str) -> str:
    """The beginning of a response, without the quotation marks around it."""
    return _brief(telling.offers[response_id].response.text)


def opening_words(telling: Telling, serial: int) -> str:
    """The beginning of the published message `serial` (from 1)."""
    said = telling.run.state.messages[serial - 1].signature
    if said[0] in telling.offers:
        return in_brief(telling, said[0])
    return _brief(" ".join(telling.wordings[wording] for wording in said if wording in telling.wordings))


def _brief(text: str) -> str:
    return balanced(excerpt(unquoted(text), _LONGEST))


def _text(telling: Telling, decision: Decision) -> str:
    name = deed(telling, decision)
    match decision:
        case Respond(response=response):
            return telling.say("play.choice_said", deed=name, said=in_brief(telling, response))
        case ReviewPost(post=post):
            return telling.say("play.choice_said", deed=name, said=_brief(telling.scheduled[post].text))
    return name


def _alternative(telling: Telling, change: Change) -> AlternativeRow:
    if change.response is None:
        return AlternativeRow(change.key, telling.say("play.alternative_none"))
    said = in_brief(telling, change.response)
    return AlternativeRow(change.key, telling.say("play.alternative_other", said=said))
