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

    Words are the scenario's, ids while that is not at hand. What is revealed as recommended has a bar although nobody
    chose it.
    """
    inject = next((card for card in scenario.injects if card.id == one.inject), None) if scenario is not None else None
    texts = {response.id: response.text for response in inject.responses} if inject is not None else {}
    texts |= {"": say("myclass.chose_none"), WATCHED: say("myclass.chose_watch")}
    counts = {choice.response: choice.count for choice in one.choices}
    whole = sum(counts.values()) or 1
    if one.recommended is not None:
        counts.setdefault(one.recommended, 0)
    rows = tuple(
        ShareRow(
            text=texts.get(response, response),
            figure=say("myclass.share", share=str(round(100 * count / whole))),
            share=count / whole,
            is_mine=chosen.get(one.inject) == response,
            is_recommended=one.recommended == response,
        )
        for response, count in counts.items()
    )
    return InjectShares(inject.title if inject is not None else one.inject, rows, one.recommended is not None)
