"""The same seed, the same events: digests that must be equal on any machine, in any number of threads.

`python -m simulator.study.validation.sameness` writes the digests of this version beside this file, anew.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

import numpy as np

from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.propagation.ordinary import OrdinaryPosts
from simulator.study.validation.fact import Fact, Measure

GOLDEN = Path(__file__).with_name("golden.json")
GOLDEN_SEED = 1
_USERS = 10_000
_MINUTES = 6 * 60
_NOON = 12 * 60
_POSTS = 20_000
_THREADS = 2


def facts(seed: int) -> list[Fact]:
    """Row 15: the share of digests that are as they should be, 1.

    Those of a storm and of 20,000 ordinary posts: the committed ones, here and in two threads at once; and those of
    `seed`, here as in the two threads.
    """
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    own = digests(seed)
    with ThreadPoolExecutor(_THREADS) as pool:
        at_once = list(pool.map(digests, [GOLDEN_SEED, seed] * _THREADS))
    found = [(digests(GOLDEN_SEED), golden), *zip(at_once, [golden, own] * _THREADS, strict=True)]
    equal = [each[name] == expected[name] for each, expected in found for name in golden]
    return [
        Fact(
            row=15,
            code="sameness",
            measures=(Measure(sum(equal) / len(equal), 1.0, 1.0),),
        )
    ]


def digests(seed: int) -> dict[str, str]:
    """What stands for every event of a storm and of some ordinary posts of `seed`, in hexadecimal."""
    parameters = SpreadParameters()
    audience = Audience(_USERS, seed, {"journalists": 30, "bots": 1100}, parameters)
    return {"storm": _storm(audience, parameters, seed), "ordinary posts": _posts(audience, parameters, seed)}


def write() -> None:
    """Makes this version's digests the golden ones."""
    GOLDEN.write_text(json.dumps(digests(GOLDEN_SEED), indent=2) + "\n", encoding="utf-8")


def _storm(audience: Audience, parameters: SpreadParameters, seed: int) -> str:
    spread = Spread(audience, parameters, seed, _NOON)
    spread.seed_users(0, 40, "outbreak", words=1)
    for minute in range(_MINUTES):
        spread.step(minute)
    return spread.digest_part().hex()


def _posts(audience: Audience, parameters: SpreadParameters, seed: int) -> str:
    cascades = OrdinaryPosts(audience, parameters, seed).cascades(np.arange(_POSTS, dtype=np.int64))
    digest = blake2b(digest_size=16)
    for part in (cascades.starts, cascades.user, cascades.parent, cascades.minute):
        digest.update(part.astype("<i8").tobytes())
    return digest.hexdigest()


if __name__ == "__main__":
    write()
