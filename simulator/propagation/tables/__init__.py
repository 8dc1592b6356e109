"""Committed fixed-point tables of the model's curves, and how they are read with whole numbers only."""

from simulator.propagation.tables.curves import (
    CLOCK_CELL,
    ONE,
    POISSON_LIMIT,
    TAIL_BITS,
    Curve,
    LogCurve,
    Tables,
    Whole,
    load,
)

__all__ = ["CLOCK_CELL", "ONE", "POISSON_LIMIT", "TAIL_BITS", "Curve", "LogCurve", "Tables", "Whole", "load"]
