"""The grade: `score` turns a `Record` of what was done into a `ScoreCard` in which every point has its evidence."""

from simulator.scoring.bands import Band, band_of
from simulator.scoring.card import ScoreCard, score
from simulator.scoring.evidence import Dimension, Evidence, Subject, SubjectKind
from simulator.scoring.record import Record
from simulator.scoring.rules import RULES, Rule
from simulator.scoring.weights import ChangedWeight, changed_weights, weights_of

__all__ = [
    "RULES",
    "Band",
    "ChangedWeight",
    "Dimension",
    "Evidence",
    "Record",
    "Rule",
    "ScoreCard",
    "Subject",
    "SubjectKind",
    "band_of",
    "changed_weights",
    "score",
    "weights_of",
]
