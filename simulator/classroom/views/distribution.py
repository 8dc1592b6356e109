"""What the class chose, event by event; which choices were good is told only once the teacher has revealed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.classroom.plays.merit import Merit, Merits
from simulator.classroom.plays.verdict import WATCHED
from simulator.engine.catalogue import offers
from simulator.locale import Phrasebook
from simulator.scenario.model import Scenario
from simulator.submission.wire.board import Choice, Choices, InjectChoices

_SIGNS: Mapping[Merit, str] = {"good": "✓", "acceptable": "≈", "poor": "✕"}


@dataclass(frozen=True)
class ChoiceBar:
    """How many chose a response; `merit` is "" until it is revealed, and where it is not known."""

    text: str
    figure: str
    count: str
    share: float
    merit: Merit | str = ""
    sign: str = ""
    word: str = ""


@dataclass(frozen=True)
class InjectRow:
    """An event and its choices, most chosen first. `number` counts those that asked for an answer."""

    key: str
    heading: str
    question: str
    answered: str
    bars: tuple[ChoiceBar, ...]


@dataclass(frozen=True)
class DistributionView:
    """`note` says how the colours come about, or why there are none."""

    injects: tuple[InjectRow, ...]
    revealed: bool
    note: str
    empty: str


def distribution(chosen: Choices, scenario: Scenario, merits: Merits | None, say: Phrasebook) -> DistributionView:
    """The choices of a class; `merits` None: they are not revealed."""
    return DistributionView(
        injects=tuple(_inject(one, scenario, merits, say) for one in chosen.injects),
        revealed=merits is not None,
        note=say("boards.choices_note" if merits is not None else "boards.choices_hidden_note"),
        empty="" if chosen.injects else say("boards.choices_empty"),
    )


def _inject(one: InjectChoices, scenario: Scenario, merits: Merits | None, say: Phrasebook) -> InjectRow:
    asked = [inject for inject in scenario.injects if inject.responses]
    place, inject = next((place, inject) for place, inject in enumerate(asked, 1) if inject.id == one.inject)
    texts = {name: offer.response.text for name, offer in offers(scenario).items()}
    texts |= {"": say("myclass.chose_none"), WATCHED: say("myclass.chose_watch")}
    whole = sum(choice.count for choice in one.choices) or 1
    known = None if merits is None else merits.get(one.inject, {})
    return InjectRow(
        key=one.inject,
        heading=say("boards.inject", number=str(place), title=inject.title),
        question=inject.question or "",
        answered=say("boards.answered", answered=str(one.answered), count=whole),
        bars=tuple(_bar(choice, texts, whole, known, say) for choice in one.choices),
    )


def _bar(
    choice: Choice, texts: Mapping[str, str], whole: int, known: Mapping[str, Merit] | None, say: Phrasebook
) -> ChoiceBar:
    merit = None if known is None else known.get(choice.response)
    return ChoiceBar(
        text=texts.get(choice.response, choice.response),
        figure=say("myclass.share", share=str(round(100 * choice.count / whole))),
        count=say("boards.chosen_by", count=choice.count),
        share=round(choice.count / whole, 4),
        merit=merit or "",
        sign=_SIGNS[merit] if merit else "",
        word=say(f"boards.merit_{merit}") if merit else "",
    )
