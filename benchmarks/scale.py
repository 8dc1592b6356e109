"""What ten thousand to a billion users cost: the table of docs/scale.md, made by `python benchmarks/scale.py`."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from time import perf_counter

from apart import apart, peak

from simulator.propagation import Audience, Spread, SpreadParameters

SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000)
SEEDS = 300
MINUTES = 24 * 60
RUNS = 3
PARAMETERS = replace(SpreadParameters.for_severity(1), reproduction=0.9, journalist_threshold=0)
"""A storm that dies down by itself: in the smallest audience it must not run out of users to outrage."""


def measured(size: int) -> tuple[float, float, float, int]:
    """Seconds until ready, seconds for a day of the same small storm, MiB that both took, and posts."""
    before, began = peak(), perf_counter()
    spread = Spread(Audience(size, 1, {"journalists": 20, "bots": size // 10}, PARAMETERS), PARAMETERS, 1, 12 * 60)
    ready = perf_counter() - began
    spread.seed_users(0, SEEDS, "outbreak")
    began = perf_counter()
    for minute in range(MINUTES):
        spread.step(minute)
    return ready, perf_counter() - began, peak() - before, spread.total


def main() -> None:
    print("| Users | Ready (ms) | A day (s) | Posts | µs a post | Memory (MiB) |")
    print("|---|---|---|---|---|---|")
    for size in SIZES:
        ready, day, memory, posts = (
            median(column) for column in zip(*(apart(measured, size) for _ in range(RUNS)), strict=True)
        )
        print(
            f"| {size:,} | {ready * 1000:.1f} | {day:.2f} | {posts:.0f} | {day / posts * 1e6:.0f} | {memory:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
