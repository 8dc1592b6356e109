"""Counter-based randomness: the same bits everywhere, and no draw disturbs another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.chance import Chance

GOLDEN = Path(__file__).with_name("chance_golden.json")
words = st.integers(min_value=0, max_value=2**63 - 1)


def digests() -> dict[str, str]:
    """One digest a stream: a change of any bit of any draw shows."""
    found = {}
    for seed in (0, 1, 2**40 + 7, -3):
        chance = Chance(seed)
        for name in ("delay", "variant", "é"):
            drawn = chance.bits(name, np.arange(4096), np.arange(4096) % 5)
            found[f"{seed}/{name}"] = blake2b(drawn.astype("<u8").tobytes(), digest_size=8).hexdigest()
    return found


def test_the_draws_are_those_of_the_golden_file() -> None:
    assert digests() == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_draws_do_not_depend_on_the_process() -> None:
    asked = "from simulator.chance import Chance; print(Chance(7).draw('leak', 'fact-3'))"
    surroundings = {**os.environ, "PYTHONHASHSEED": "99"}
    printed = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=surroundings
    )
    assert int(printed.stdout) == Chance(7).draw("leak", "fact-3")


@given(seed=words, entity=words, index=words)
def test_a_single_draw_equals_the_draw_of_the_array(seed: int, entity: int, index: int) -> None:
    chance = Chance(seed)
    alone = chance.draw("delay", entity, index)
    assert int(chance.bits("delay", entity, index)[0]) == alone
    assert int(chance.bits("delay", np.array([1, entity]), index)[1]) == alone
    assert int(chance.bits("delay", entity, np.array([1, index]))[1]) == alone


@given(entity=words, n=st.integers(min_value=1, max_value=2**32 - 1))
def test_a_number_below_n_is_the_same_alone_and_in_an_array(entity: int, n: int) -> None:
    chance = Chance(5)
    number = chance.below("place", entity, n)
    assert 0 <= number < n
    assert chance.below("place", np.array([entity]), n)[0] == number


def test_a_limit_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="limit"):
        Chance(1).below("place", 0, 0)
    with pytest.raises(ValueError, match="limit"):
        Chance(1).below("place", np.arange(3), 2**32)
    with pytest.raises(ValueError, match="limit"):
        Chance(1).chosen("place", [])


@given(n=st.integers(min_value=0, max_value=60), seed=words)
def test_a_permutation_holds_each_number_once(n: int, seed: int) -> None:
    assert sorted(Chance(seed).permutation("order", n)) == list(range(n))


def test_every_order_is_about_equally_likely() -> None:
    chance = Chance(11)
    counts: dict[tuple[int, ...], int] = {}
    for entity in range(6000):
        order = tuple(chance.permutation("order", 3, entity))
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())


def test_seed_name_entity_and_index_each_change_the_draw() -> None:
    draws = [
        Chance(seed).draw(name, entity, index)
        for seed in range(4)
        for name in ("a", "b")
        for entity in range(4)
        for index in range(4)
    ]
    assert len(set(draws)) == len(draws)


def test_another_draw_in_between_changes_nothing() -> None:
    undisturbed = Chance(3).shuffled("free injects", "abcdefgh")
    chance = Chance(3)
    chance.bits("something else", np.arange(100))
    chance.below("free injects", 9, 100)
    assert chance.shuffled("free injects", "abcdefgh") == undisturbed


def test_bits_are_balanced_and_streams_unrelated() -> None:
    chance = Chance(2)
    first, second = (chance.bits(name, np.arange(20_000)) for name in ("a", "b"))
    shared = np.unpackbits((first ^ second).view(np.uint8)).mean()
    assert abs(np.unpackbits(first.view(np.uint8)).mean() - 0.5) < 0.003
    assert abs(shared - 0.5) < 0.003
    neighbours = np.unpackbits((first[1:] ^ first[:-1]).view(np.uint8)).mean()
    assert abs(neighbours - 0.5) < 0.003
