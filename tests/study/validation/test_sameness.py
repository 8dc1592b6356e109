"""The same seed gives the same events, here, in threads and in the committed file."""

import json

from simulator.study.validation import sameness


def test_digests_are_those_of_the_golden_file() -> None:
    """Another result is another version: see `python -m simulator.study.validation.sameness`."""
    assert sameness.digests(sameness.GOLDEN_SEED) == json.loads(sameness.GOLDEN.read_text(encoding="utf-8"))


def test_another_seed_is_another_storm_and_other_posts() -> None:
    first, other = sameness.digests(1), sameness.digests(2)
    assert first["storm"] != other["storm"]
    assert first["ordinary posts"] != other["ordinary posts"]


def test_all_digests_are_equal_in_threads_too() -> None:
    fact = sameness.facts(8)[0]
    assert [measure.value for measure in fact.measures] == [1.0]
    assert fact.holds
