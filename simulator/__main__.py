"""`python -m simulator` and `badbuzz`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; gives the exit code."""
    from simulator.cli.entry import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
