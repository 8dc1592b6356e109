"""When to try again: later each time, and never everybody at once."""

from __future__ import annotations

from hashlib import blake2b

FIRST_SECONDS = 2.0
LONGEST_SECONDS = 300.0
_DRAW_BYTES = 4


def pause_before(name: str, tries: int) -> float:
    """Seconds to wait before another try at `name`, after `tries` (from 1) that failed.

    The base doubles from two seconds up to five minutes; half of it is drawn, by counter: the same name and number of
    tries always wait alike, two names hardly ever.
    """
    base = min(LONGEST_SECONDS, FIRST_SECONDS * float(2 ** (min(tries, 16) - 1)))
    drawn = blake2b(f"{name} {tries}".encode(), digest_size=_DRAW_BYTES).digest()
    share = int.from_bytes(drawn, "big") / (1 << 8 * _DRAW_BYTES)
    return base * (0.5 + share / 2)
