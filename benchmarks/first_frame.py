"""Begins the game as a student does, and ends it with its first frame: `frames.py` looks at the clock meanwhile.

The first frame is the window's sign and a bar; `startup.py` tells when the library stands.
"""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Self


def main() -> None:
    width, height = map(int, sys.argv[1].split("x"))
    with tempfile.TemporaryDirectory() as room:
        os.environ["BADBUZZ_DATA"] = room
        from simulator.cli.entry import main as entry
        from simulator.play.presenters.pages import Settings
        from simulator.ui import overture

        class First(overture.Overture):
            """Its picture is on the window once it is made, and the program ends."""

            def __init__(self, settings: Settings) -> None:
                super().__init__(settings, (width, height))

            def __enter__(self) -> Self:
                raise overture.Closed

        overture.Overture = First
        entry([])


if __name__ == "__main__":
    main()
