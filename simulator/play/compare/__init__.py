"""Plays side by side, whoever played them: no server, only their replays."""

from simulator.play.compare.compared import FEWEST, MOST, Compared, compared, short_names
from simulator.play.compare.page import comparison_page
from simulator.play.compare.tables import (
    BLOCK,
    criteria_table,
    given_back,
    likeness,
    losses_table,
    scores_table,
    spread_table,
    tables_of,
)

__all__ = [
    "BLOCK",
    "FEWEST",
    "MOST",
    "Compared",
    "compared",
    "comparison_page",
    "criteria_table",
    "given_back",
    "likeness",
    "losses_table",
    "scores_table",
    "short_names",
    "spread_table",
    "tables_of",
]
