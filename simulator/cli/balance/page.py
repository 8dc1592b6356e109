"""A balance as a page with pictures."""

from __future__ import annotations

from simulator.cli.balance.tables import (
    bounds_table,
    dead_table,
    dominated_table,
    responses_listing,
    scores_table,
    strategies_table,
)
from simulator.locale import Message, Phrasebook
from simulator.pages import Page, Part, Section
from simulator.study.balance import SCALES, Balance, choices_chart, scores_chart, verdict


def page(balance: Balance, say: Phrasebook) -> Page:
    """The verdict opens it; then bounds, scores by strategy, choices by inject, dominated options, dead branches."""
    scores: list[Part] = [Message("balance.scores_lead")]
    for scale in SCALES:
        scores += [scores_chart(balance, scale), scores_table(balance, scale, say)]
    choices: list[Part] = [
        Message("balance.choices_lead"),
        Message("balance.longest", {"percent": 100 * balance.longest_is_best}),
    ]
    for each in balance.choices:
        choices += [choices_chart(each), responses_listing(each), strategies_table(each)]
    dead = dead_table(balance)
    return Page(
        title=Message("balance.title", {"scenario": balance.scenario.title}),
        lead=[
            Message("balance.lead", {"plays": len(balance.seeds), "bots": len(balance.lived)}),
            *verdict(balance, say),
        ],
        sections=[
            Section(Message("balance.bounds"), [Message("balance.bounds_lead"), bounds_table(balance, say)]),
            Section(Message("balance.scores"), scores),
            Section(Message("balance.choices"), choices),
            Section(
                Message("balance.dominated"),
                [
                    Message("balance.dominated_lead"),
                    dominated_table(balance, "wide") if balance.dominated else Message("balance.nothing_dominated"),
                ],
            ),
            Section(
                Message("balance.dead"),
                [Message("balance.dead_lead"), dead if dead is not None else Message("balance.nothing_dead")],
            ),
        ],
        command=f"badbuzz balance {balance.scenario.id} --plays {len(balance.seeds)}",
    )
