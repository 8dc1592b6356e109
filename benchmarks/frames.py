"""How smooth the window is: a run of 200,000 users, 5,000 posts that scroll, and the map of 2,000 nodes that lives.

    python benchmarks/frames.py [--sizes 1280x800 1920x1080] [--driver dummy|x11] [--seconds N] [--hour] [--json]

The real game draws the real crisis. Frame times are the whole frame (events, time, drawing, handing the picture over),
each measured apart: while the feed scrolls, while the map moves, while the debrief comes; on a machine that others use
too, the processor time of the drawing thread tells what is our own. Under `--driver x11` a server of its own is begun
(Xvfb). `--hour` plays on for an hour of frames to see whether memory stays flat.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from apart import apart
from figure import Figure, Tell

LIMITS = {
    ("dummy", "1280x800"): 8.0,
    ("dummy", "1920x1080"): 16.7,
    ("x11", "1280x800"): 16.7,
    ("x11", "1920x1080"): 33.0,
}
"""Milliseconds in which 99 of 100 frames are drawn."""
TICK = 8.0
FIRST_FRAME = 1.0
GROWTH = 10.0
"""MiB by which an hour of play may grow what its first twenty minutes took: caches have a bound, and fill slowly."""
USERS, POSTS, SEED = 200_000, 5_000, 21
FRAME = 1 / 60
LOOK_BACK = 1.0
"""Seconds in which a debrief fades in and is whole."""
_STARTS = 5
_WARM = 240
"""Frames before anything is measured: the first ones draw what is then kept."""


@contextmanager
def display(driver: str, size: str) -> Iterator[None]:
    """The screen that SDL is to draw on."""
    os.environ["SDL_VIDEODRIVER"] = driver
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if driver != "x11":
        yield
        return
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    try:
        yield
    finally:
        server.terminate()
        server.wait(30)


def measured(driver: str, size: str, seconds: float, hour: bool) -> list[Figure]:
    """All figures of one size, in a process that draws nothing else."""
    from stage import Stage, plain_frames

    width, height = map(int, size.split("x"))
    limit = LIMITS.get((driver, size))
    found: list[Figure] = []
    with display(driver, size), tempfile.TemporaryDirectory() as room:
        stage = Stage(Path(room), (width, height), USERS, POSTS, SEED)
        plain_times = plain_frames(stage.window, POSTS, round(5 / FRAME))
        plain = percentile(plain_times, 99)
        found += [
            Figure(f"{driver} {size}: a plain prototype's frame, 50 %", percentile(plain_times, 50), "ms"),
            Figure(f"{driver} {size}: a plain prototype's frame, 99 %", plain, "ms"),
        ]
        for name, prepare in (("feed scrolling", stage.scroll_feed), ("map moving", stage.show_map)):
            prepare()
            stage.frames(_WARM)
            times, works, ticks = stage.frames(round(seconds / FRAME))
            what = f"{driver} {size}: {name}"
            found += [
                *told(f"{what}, frame", times, limit),
                *told(f"{what}, frame's processor time", works),
                Figure(f"{what}, 99 %, of a plain one's", percentile(times, 99) / plain, "times"),
                Figure(f"{what}, longest tick of the run", max(ticks, default=0.0), "ms", most=TICK),
            ]
        times, works = stage.look_back(round(LOOK_BACK / FRAME))
        found += told(f"{driver} {size}: a debrief comes, frame's processor time", works)
        if hour:
            begun, ended = stage.hour()
            found += [
                Figure(f"{driver} {size}: memory after twenty minutes of play", begun, "MiB"),
                Figure(f"{driver} {size}: memory after an hour, more", ended - begun, "MiB", most=GROWTH),
            ]
        stage.close()
    return found


def told(what: str, times: list[float], most: float | None = None) -> list[Figure]:
    """The middle one of `times`, that within which 99 of 100 lie, which is to be `most` at most, and the longest."""
    return [
        Figure(f"{what}, 50 %", percentile(times, 50), "ms"),
        Figure(f"{what}, 99 %", percentile(times, 99), "ms", most=most),
        Figure(f"{what}, longest", max(times), "ms"),
    ]


def first_frame(driver: str, size: str, tell: Tell) -> None:
    """Seconds from the start of the interpreter to the first frame and the end, warm: as installed, with bytecode."""
    script = Path(__file__).with_name("first_frame.py")
    with display(driver, size), tempfile.TemporaryDirectory() as kept:
        around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        around["PYTHONPYCACHEPREFIX"] = kept
        taken = []
        for _ in range(1 + _STARTS):
            began, worked = perf_counter(), _worked()
            subprocess.run([sys.executable, str(script), size], check=True, timeout=120, env=around)
            taken.append((perf_counter() - began, _worked() - worked))
    walls, works = zip(*taken[1:], strict=True)
    tell(Figure(f"{driver} {size}: start to first frame, warm", min(walls), "s", most=FIRST_FRAME))
    tell(Figure(f"{driver} {size}: the same, processor time", min(works), "s"))


def _worked() -> float:
    """Processor seconds of the processes that ended."""
    times = os.times()
    return times.children_user + times.children_system


def percentile(times: list[float], share: int) -> float:
    """The time within which `share` of 100 lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=["1280x800", "1920x1080"])
    parser.add_argument("--driver", choices=["dummy", "x11"], default="dummy")
    parser.add_argument("--seconds", type=float, default=30.0, help="of play, for each figure")
    parser.add_argument("--hour", action="store_true", help="also play for an hour of frames")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    figures: list[Figure] = []

    def tell(figure: Figure) -> None:
        figures.append(figure)
        if not chosen.json:
            print(figure.as_line(), flush=True)

    for size in chosen.sizes:
        first_frame(chosen.driver, size, tell)
        for figure in apart(measured, chosen.driver, size, chosen.seconds, chosen.hour):
            tell(figure)
    if chosen.json:
        print(json.dumps([figure.as_object() for figure in figures], indent=1))
    return 0 if all(figure.met is not False for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
