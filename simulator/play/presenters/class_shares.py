"""What a class chose in an inject, as bars: none of them good or bad until the teacher reveals which is."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.locale import Phrasebook
from simulator.play.presenters.class_rows import InjectShares, ShareRow
from simulator.scenario.model import Scenario
from simulator.submission.wire.board import InjectChoices

WATCHED = "watch"


def inject_shares(
    one: InjectChoices, scenario: Scenario | None, chosen: Mapping[str, str], say: Phrasebook
) -> InjectShares:
    """The bars of an inject, most chosen first; `chosen` is what I answered, by inject.

    Words are the scenario's, ids while that is not at hand.
    """
    inject = next((card for card in scenario.injects if card.id == one.inject), None) if scenario is not None else None
    texts = {response.id: response.text for response in inject.responses} if inject is not None else {}
    texts |= {"": say("myclass.chose_none"), WATCHED: say("myclass.chose_watch")}
    whole = sum(choice.count for choice in one.choices) or 1
    rows = tuple(
        ShareRow(
            text=texts.get(choice.response, choice.response),
            figure=say("myclass.share", share=str(round(100 * choice.count / whole))),
            share=choice.count / whole,
            is_mine=chosen.get(one.inject) == choice.response,
            merit=choice.merit or "",
            word=say(f"myclass.merit_{choice.merit}") if choice.merit else "",
        )
        for choice in one.choices
    )
    return InjectShares(inject.title if inject is not None else one.inject, rows, any(row.merit for row in rows))
