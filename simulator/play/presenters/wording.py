"""The sentences of a score card, whose arguments are ids and minutes, in words."""

from __future__ import annotations

from simulator.locale import Message
from simulator.play.presenters.tasks import offer_name
from simulator.play.presenters.telling import Telling

_COMPONENTS: dict[str, str] = {
    "responsibility": "play.component_responsibility",
    "repair": "play.component_repair",
    "regret": "play.component_regret",
    "explanation": "play.component_explanation",
    "repentance": "play.component_repentance",
    "forgiveness": "play.component_forgiveness",
}


def score_sentence(telling: Telling, message: Message) -> str:
    """`message` with the things it is about called by their names."""
    return telling.times.say(_named(telling, message))


def _named(telling: Telling, message: Message) -> Message:
    told = dict(message.arguments)
    for name in told:
        if name.endswith("_version"):
            told[name] = _version(telling, str(told.get("fact", "")), str(told[name]))
    return Message(message.code, {name: _name(telling, name, value) for name, value in told.items()})


def _version(telling: Telling, fact_id: str, outcome_id: str) -> str:
    """What was stated of a fact; of what must stay confidential, its label."""
    fact = telling.facts[fact_id]
    if fact.restricted:
        return fact.label
    return next((outcome.text for outcome in fact.outcomes if outcome.id == outcome_id), outcome_id)


def _name(telling: Telling, argument: str, value: object) -> object:
    if isinstance(value, Message):
        return _named(telling, value)
    key = str(value)
    match argument:
        case "fact" if key in telling.facts:
            return telling.facts[key].label
        case "inject" if key in telling.injects:
            return telling.injects[key].title
        case "signal" if key in telling.signals:
            return telling.personas[telling.signals[key].sender].name
        case "scheduled" if key in telling.scheduled:
            return telling.scheduled[key].text
        case "message" if key.isdigit() and 0 < int(key) <= len(telling.run.state.messages):
            return offer_name(telling, telling.run.state.messages[int(key) - 1].signature[0])
        case "question":
            return next((one.text for one in telling.scenario.questions if one.id == key), key)
        case "acknowledgement":
            return next((one.text for one in telling.scenario.acknowledgements if one.id == key), key)
        case "component" if key in _COMPONENTS:
            return telling.say(_COMPONENTS[key])
    return value
