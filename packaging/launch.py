"""Where the built program begins: what `python -m simulator` is in a checkout."""

from __future__ import annotations

import multiprocessing
import os
import sys


def main() -> int:
    """Run the command line, or the part of it that this process was started for; gives the exit code."""
    multiprocessing.freeze_support()
    if sys.stdout is None or sys.stderr is None:  # a program of Windows without a console has neither
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    from simulator.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
