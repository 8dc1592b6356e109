"""Begins the game as a student does, and ends it with its first frame: `frames.py` looks at the clock meanwhile."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial


def main() -> None:
    width, height = map(int, sys.argv[1].split("x"))
    with tempfile.TemporaryDirectory() as room:
        os.environ["BADBUZZ_DATA"] = room
        from simulator.cli.entry import main as entry
        from simulator.ui import app

        app.run = partial(app.run, size=(width, height), max_frames=1)
        entry([])


if __name__ == "__main__":
    main()
