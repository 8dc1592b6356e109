"""A balance as lines of a terminal."""

from __future__ import annotations

import shutil
from textwrap import wrap

from simulator.cli.balance.tables import bounds_table, choices_table, dead_table, dominated_table, medians_table
from simulator.cli.balance.tables import scores_table as scores
from simulator.cli.columns import table_lines
from simulator.locale import Message, Phrasebook
from simulator.pages import Cell, Folded, Table
from simulator.study.balance import Balance, verdict

_USUAL_WIDTH, _MOST_WIDTH = 100, 120


def lines(balance: Balance, say: Phrasebook) -> list[str]:
    """The verdict, then a table for the bounds, the strategies, the choices, dominated options and dead branches."""
    told = _wrapped([say.say(message) for message in verdict(balance, say)])
    told += _table(bounds_table(balance, say), say)
    told += _table(scores(balance, "overall", say), say)
    told += _table(medians_table(balance, say), say)
    for choices in balance.choices:
        told += _table(choices_table(choices), say)
    told += ["", *_wrapped([say("balance.longest", percent=100 * balance.longest_is_best)])]
    if balance.dominated:
        told += _table(dominated_table(balance, "narrow"), say)
    dead = dead_table(balance)
    return [*told, *(_table(dead, say, wrapped=1) if dead is not None else ["", say("balance.nothing_dead")])]


def _table(table: Table, say: Phrasebook, *, wrapped: int = 0) -> list[str]:
    rows = [[_worded(cell, say) for cell in row] for row in table.rows]
    heads = [_worded(column, say) for column in table.columns]
    return ["", _worded(table.caption, say), *table_lines(heads, rows, wrapped)]


def _worded(cell: Cell, say: Phrasebook) -> str:
    told = cell.text if isinstance(cell, Folded) else cell
    return say.say(told) if isinstance(told, Message) else str(told)


def _wrapped(paragraphs: list[str]) -> list[str]:
    width = min(shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns, _MOST_WIDTH)
    return [line for paragraph in paragraphs for line in wrap(paragraph, width, break_on_hyphens=False)]
