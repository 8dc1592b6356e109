"""How outrage spreads in an audience: it knows no story, no company and no player."""

from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.calibration import half_volume, ordinary_seeds
from simulator.propagation.indices import outrage_index, segment_outrage
from simulator.propagation.interventions import MessageAttributes, Transmission
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.spread import Spread
from simulator.propagation.state import Tick
from simulator.propagation.trust import Trust

__all__ = [
    "SEGMENTS",
    "Audience",
    "MessageAttributes",
    "Spread",
    "SpreadParameters",
    "Tick",
    "Transmission",
    "Trust",
    "half_volume",
    "ordinary_seeds",
    "outrage_index",
    "segment_outrage",
]
