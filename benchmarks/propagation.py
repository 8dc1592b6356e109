"""How fast the model is: against its peers on identical work, against the machine, and as a crisis.

    python benchmarks/propagation.py [--json] [--only CHAPTER]... [--runs N]

Medians of N runs (5), one after the other. Goals stand beside the figures and are never enforced. The peers come with
the extra `bench`. What each figure means is said in docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial

from figure import Figure, Tell
from rivals import missing, tell_rivals
from storms import tell_days, tell_growth, tell_ready, tell_storms

OUTBREAKS = ("cascade", "sir")
STORMS: dict[str, Callable[[Tell, int], None]] = {
    "ready": tell_ready,
    "days": tell_days,
    "growth": tell_growth,
    "storms": tell_storms,
}


def main() -> None:
    """Measures what was asked for and tells it line by line, or as one JSON list at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", action="append", choices=[*OUTBREAKS, *STORMS])
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    if chosen.runs < 1:
        parser.error("there is at least one run")
    figures: list[Figure] = []
    tell = figures.append if chosen.json else partial(_print, figures)
    outbreaks = [name for name in OUTBREAKS if chosen.only is None or name in chosen.only]
    if outbreaks:
        if absent := missing():
            print(f'Not measured, for want of `pip install -e ".[bench]"`: {", ".join(absent)}', file=sys.stderr)
        tell_rivals(tell, outbreaks, chosen.runs)
    for name, chapter in STORMS.items():
        if chosen.only is None or name in chosen.only:
            chapter(tell, chosen.runs)
    if chosen.json:
        print(json.dumps([figure.as_object() for figure in figures], indent=1))
    else:
        goals = [figure for figure in figures if figure.met is not None]
        print(f"{sum(bool(figure.met) for figure in goals)} of {len(goals)} goals met")


def _print(figures: list[Figure], figure: Figure) -> None:
    figures.append(figure)
    print(figure.as_line(), flush=True)


if __name__ == "__main__":
    main()
