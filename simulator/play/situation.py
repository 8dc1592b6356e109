"""What is before the student's eyes, as the pace sees it."""

from __future__ import annotations

from simulator.play.pace import Reading, Situation
from simulator.play.presenters.card import open_cards
from simulator.play.presenters.telling import Telling
from simulator.scenario.model import Pace as Rates
from simulator.scenario.story import Inject


def situation(telling: Telling) -> Situation:
    """The stage's rates and what is open: cards first, in the order of the screen, then posts that await an answer."""
    run = telling.run
    stage = next((stage for stage in telling.scenario.stages if stage.id == run.state.stage), None)
    cards = [_reading(telling.injects[name]) for name, state in open_cards(telling).items() if not state.expired]
    posts = [
        _reading(telling.injects[name])
        for name, state in run.state.injects.items()
        if state.is_open and not state.expired and telling.injects[name].kind == "post"
    ]
    rates = stage.pace if stage is not None else Rates()
    return Situation(rates, veille=run.state.stage == "veille", readings=(*cards, *posts))


def _reading(inject: Inject) -> Reading:
    texts = (inject.title, inject.text, inject.question or "", *(response.text for response in inject.responses))
    return Reading(inject.id, sum(len(text.split()) for text in texts), card=inject.kind == "card")
