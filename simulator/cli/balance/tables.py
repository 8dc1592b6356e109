"""The tables of a balance, for the terminal and for the page."""

from __future__ import annotations

from typing import Literal

from simulator.locale import Message, Phrasebook
from simulator.pages import Cell, Listing, Table, shortened
from simulator.pages.text import Text
from simulator.study.balance import (
    BANDS,
    SCALES,
    UNANSWERED,
    Balance,
    Bound,
    Choices,
    Scale,
    bot_name,
    letter,
    measured,
    score,
    target,
)

Width = Literal["narrow", "wide"]
"""A terminal names a response by its id, a page by what it says."""

_LONGEST = 100
"""Characters of a response that tell which one it is."""

_SHOWN = ("random", "exemplary")
"""Strategies that a terminal has room for."""


def bounds_table(balance: Balance, say: Phrasebook) -> Table:
    """A row a bound: measured, target, kept or not."""
    columns = [Message("balance.bound"), *(Message(f"cli.fact_{name}") for name in ("measured", "target", "holds"))]
    rows: list[list[Cell]] = [
        [_bound_name(bound), _with_unit(bound, measured(bound, say)), _target(bound, say), _kept(bound)]
        for bound in balance.bounds
    ]
    return Table(columns, rows, Message("balance.bounds_caption", {"plays": len(balance.seeds)}))


def scores_table(balance: Balance, scale: Scale, say: Phrasebook) -> Table:
    """A row a strategy: five scores that tell how they are distributed, and the share of plays in each band."""
    figures = ("lowest", "first_quartile", "median", "third_quartile", "highest")
    rows: list[list[Cell]] = [
        [
            bot_name(bot),
            *(
                score(value, say)
                for value in (each.low, each.first_quartile, each.median, each.third_quartile, each.high)
            ),
            *(_percent(each.bands[band]) for band in BANDS),
        ]
        for bot, each in balance.scores[scale].items()
    ]
    return Table(
        [
            Message("balance.strategy"),
            *(Message(f"balance.kind_{figure}") for figure in figures),
            *(Message(f"balance.band_{band}") for band in BANDS),
        ],
        rows,
        Message("balance.scores_caption", {"scale": Message(f"balance.scale_{scale}"), "plays": len(balance.seeds)}),
    )


def medians_table(balance: Balance, say: Phrasebook) -> Table:
    """A row a strategy: its median grade and those of the three dimensions."""
    rows: list[list[Cell]] = [
        [bot_name(bot), *(score(balance.scores[scale][bot].median, say) for scale in SCALES)] for bot in balance.lived
    ]
    columns = [Message("balance.strategy"), *(Message(f"balance.scale_{scale}") for scale in SCALES)]
    return Table(columns, rows, Message("balance.medians_caption"))


def choices_table(choices: Choices) -> Table:
    """A row a response, by its id: how often it stood at the end in random play, in exemplary play, over all plays."""
    rows: list[list[Cell]] = [
        [
            name or Message("balance.unanswered"),
            *(_share(choices, bot, name) for bot in _SHOWN),
            _over_all(choices, name),
        ]
        for name in _names(choices)
    ]
    columns = [Message("balance.response"), *(bot_name(bot) for bot in _SHOWN), Message("balance.all_plays")]
    return Table(columns, rows, choices.inject.title)


def strategies_table(choices: Choices) -> Table:
    """A row a strategy: how often each response, by its letter, stood at the end where the inject came."""
    names = _names(choices)
    rows: list[list[Cell]] = [
        [bot_name(bot), str(choices.came[bot]), *(_share(choices, bot, name) for name in names)]
        for bot in choices.shares
    ]
    rows.append(
        [Message("balance.all_plays"), str(sum(choices.came.values())), *(_over_all(choices, name) for name in names)]
    )
    letters = [letter(place, choices) for place in range(len(names))]
    return Table(
        [Message("balance.strategy"), Message("balance.came"), *letters],
        rows,
        Message("balance.choices_caption", {"title": choices.inject.title}),
    )


def responses_listing(choices: Choices) -> Listing:
    """What the letters stand for."""
    texts: list[Text] = [shortened(response.text, _LONGEST) for response in choices.inject.responses]
    texts.append(Message("balance.unanswered"))
    return Listing(
        [
            Message("balance.lettered", {"letter": letter(place, choices), "text": text})
            for place, text in enumerate(texts)
        ]
    )


def dominated_table(balance: Balance, width: Width) -> Table:
    """A row for each response that is never better than another."""
    injects = {inject.id: inject for inject in balance.scenario.injects}
    texts = {one.id: shortened(one.text, _LONGEST) for inject in injects.values() for one in inject.responses}
    rows: list[list[Cell]] = [
        [
            injects[each.inject].title,
            *(name if width == "narrow" else texts[name] for name in (each.loser, each.winner)),
        ]
        for each in balance.dominated
    ]
    columns = [Message(f"balance.{column}") for column in ("inject", "loser", "winner")]
    return Table(columns, rows, Message("balance.dominated_caption"))


def dead_table(balance: Balance) -> Table | None:
    """A row for each kind of branch that no play reached; None where all were."""
    dead = balance.dead
    kinds = {
        "undelivered": dead.undelivered,
        "never_allowed": dead.never_allowed,
        "never_chosen": dead.never_chosen,
        "unverified": dead.unverified,
        "undisclosed": dead.undisclosed,
        "unleaked": dead.unleaked,
    }
    rows: list[list[Cell]] = [[Message(f"balance.dead_{kind}"), ", ".join(ids)] for kind, ids in kinds.items() if ids]
    columns = [Message("balance.dead_kind"), Message("balance.dead_ids")]
    return Table(columns, rows, Message("balance.dead_caption")) if rows else None


def _bound_name(bound: Bound) -> Message:
    return Message(f"balance.bound_{bound.code}", {"bot": bot_name(bound.bot)})


def _target(bound: Bound, say: Phrasebook) -> Message:
    return Message(f"balance.{bound.side}", {"target": _with_unit(bound, target(bound, say))})


def _with_unit(bound: Bound, value: str) -> Cell:
    return Message("balance.percent", {"value": value}) if bound.code == "chance_good" else value


def _kept(bound: Bound) -> Message:
    return Message("cli.yes") if bound.holds else Message("cli.no")


def _percent(share: float) -> Message:
    return Message("balance.percent", {"value": 100 * share})


def _names(choices: Choices) -> list[str]:
    return [*(response.id for response in choices.inject.responses), UNANSWERED]


def _share(choices: Choices, bot: str, name: str) -> Cell:
    return _percent(choices.shares[bot][name]) if bot in choices.shares else "–"


def _over_all(choices: Choices, name: str) -> Cell:
    return _percent(choices.over_all(name)) if choices.shares else "–"
