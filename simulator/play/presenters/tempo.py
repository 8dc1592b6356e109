"""How much slower than usual the clock goes, in words."""

from __future__ import annotations

from simulator.locale import Phrasebook

TEMPOS = (1.0, 1.5, 2.0, 4.0, 10.0)
"""What is offered where time passes: each divides the usual pace."""


def slower(tempo: float, phrases: Phrasebook) -> str:
    """For a tempo over 1: « 1,5 fois plus lent »."""
    return phrases("play.tempo_slower", times=phrases.number(tempo, 0 if float(tempo).is_integer() else 1))
