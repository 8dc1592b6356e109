"""From the start of the process to the first frame, and to the library: what a player waits for.

    python benchmarks/startup.py [--runs 9] [--json] [--lang fr]

Each run is the real program in a process of its own, with SDL's dummy driver and an empty data folder. The first run
only warms the disk's cache. Times are wall seconds from before the process begins to the moment at which the picture
has been handed to the screen; beside them stand the seconds of processor that it took, for a machine that is busy.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LIMIT = 1.0
"""Seconds to the first frame, warm, that issue 6 allows."""


def measured(runs: int = 9, language: str = "fr") -> dict[str, list[float]]:
    """Seconds to the `first_frame` and to the `library` of each of `runs` warm starts, and of processor (`_cpu`)."""
    found: dict[str, list[float]] = {"first_frame": [], "first_frame_cpu": [], "library": [], "library_cpu": []}
    for run in range(runs + 1):
        with tempfile.TemporaryDirectory() as data:
            told = _started(Path(data), language)
        if run:
            for name, seconds in told.items():
                found[name].append(seconds)
    return found


def _started(data: Path, language: str) -> dict[str, float]:
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "BADBUZZ_DATA": str(data),
                   "PYTHONPATH": str(ROOT)}  # fmt: skip
    command = [sys.executable, str(Path(__file__)), "--start", str(time.monotonic()), "--lang", language]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _start(began: float, language: str) -> None:
    """Be the program, and tell when its pictures come; ends the process."""
    told: dict[str, float] = {}

    def follow(module: Any, called: str, end: bool) -> None:
        shown: Callable[..., None] = getattr(module, called)

        def show(*arguments: object) -> None:
            shown(*arguments)
            name = "library" if end else "first_frame"
            told.setdefault(name, time.monotonic() - began)
            told.setdefault(f"{name}_cpu", time.process_time())
            if end:
                print(json.dumps(told), flush=True)
                os._exit(0)

        setattr(module, called, show)

    class Watch:
        """Puts the stop-watch on pygame once it is there; importing it sooner would be no measure."""

        @staticmethod
        def find_spec(name: str, path: object, target: object = None) -> None:  # noqa: ARG004
            if name == "simulator.ui.overture" and "pygame" not in watched:
                watched.append("pygame")
                import pygame.display

                follow(pygame.display, "flip", end=False)
                follow(pygame.display, "update", end=True)

    watched: list[str] = []
    sys.meta_path.insert(0, Watch)  # type: ignore[arg-type]
    from simulator.cli.entry import main

    main(["--lang", language])


def main(typed: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lang", default="fr")
    parser.add_argument("--start", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args(typed)
    if asked.start is not None:
        _start(asked.start, asked.lang)
    found = measured(asked.runs, asked.lang)
    figures = {
        name: {"median": round(statistics.median(all_), 3), "worst": round(max(all_), 3)}
        for name, all_ in found.items()
    }
    kept = figures["first_frame"]["worst"] <= LIMIT
    if asked.json:
        print(json.dumps({"runs": asked.runs, "limit": LIMIT, "seconds": figures, "kept": kept}, indent=1))
    else:
        for name, figure in figures.items():
            print(f"{name:16} median {figure['median']:.3f} s   worst of {asked.runs} {figure['worst']:.3f} s")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
