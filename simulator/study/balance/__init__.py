"""How well a scenario is balanced: every bot plays it on many seeds, and what comes out is held against bounds."""

from simulator.study.balance.bounds import Bound
from simulator.study.balance.charts import choices_chart, letter, scores_chart
from simulator.study.balance.choices import UNANSWERED, Choices
from simulator.study.balance.cluster import on_cluster
from simulator.study.balance.distribution import BANDS, Distribution
from simulator.study.balance.jobs import Lives, in_turn, pooled
from simulator.study.balance.journal import Journal
from simulator.study.balance.lived import Lived, live
from simulator.study.balance.measured import SCALES, Balance, Scale, balance_of, measure
from simulator.study.balance.verdict import bot_name, measured, score, target, verdict
from simulator.study.cluster import NoCluster

__all__ = [
    "BANDS",
    "SCALES",
    "UNANSWERED",
    "Balance",
    "Bound",
    "Choices",
    "Distribution",
    "Journal",
    "Lived",
    "Lives",
    "NoCluster",
    "Scale",
    "balance_of",
    "bot_name",
    "choices_chart",
    "in_turn",
    "letter",
    "live",
    "measure",
    "measured",
    "on_cluster",
    "pooled",
    "score",
    "scores_chart",
    "target",
    "verdict",
]
