"""Measured numbers as a reader wants them: a few digits that count, in the way of the language."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite

from simulator.locale import Phrasebook

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_NARROW_SPACE = "\u202f"
_SMALLEST_WRITTEN_OUT = 1e-3
_LARGEST_WRITTEN_OUT = 1e9


def significant(value: float, say: Phrasebook, digits: int = 3) -> str:
    """`value` to `digits` digits that count: `0,957`, `2,5 × 10⁻⁴`; whole numbers in full; `–` if not finite."""
    if not isfinite(value):
        return "–"
    if value == 0 or (float(value).is_integer() and abs(value) < _LARGEST_WRITTEN_OUT):
        return signed(say.number(int(value)))
    if _SMALLEST_WRITTEN_OUT <= abs(value) < _LARGEST_WRITTEN_OUT:
        return _written_out(value, say, digits)
    mantissa, _, exponent = f"{value:.{digits - 1}e}".partition("e")
    if float(mantissa) == 1:
        return power_of_ten(int(exponent))
    times = f"{_NARROW_SPACE}×{_NARROW_SPACE}"
    return _written_out(float(mantissa), say, digits) + times + power_of_ten(int(exponent))


def signed(number: str) -> str:
    """The number with a minus sign in place of a hyphen: `−0,2`."""
    return number.replace("-", "−")


def power_of_ten(exponent: int) -> str:
    """`10⁻⁴`."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def _written_out(value: float, say: Phrasebook, digits: int) -> str:
    rounded = Decimal(f"{value:.{digits}g}").normalize()
    exponent = rounded.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return signed(say.number(round(value, decimals), decimals))
