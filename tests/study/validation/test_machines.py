"""A storm is the same on every processor, in every thread and under every version of numpy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from simulator.study.validation.sameness import GOLDEN, digests

ROOT = Path(__file__).parents[3]
ASKED = """
import json, numpy, simulator.study.validation.sameness as sameness
print(json.dumps([numpy.__version__, sameness.digests(1)]))
"""
OLDEST = {11: "1.26.4", 12: "1.26.4", 13: "2.1.3"}.get(sys.version_info.minor, "2.3.2")
"""The oldest numpy that the package allows and that has a wheel for this Python."""


def told(python: str, **surroundings: str) -> tuple[str, dict[str, str]]:
    """The version of numpy and the digests that another interpreter finds."""
    printed = subprocess.run(
        [python, "-c", ASKED],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **surroundings},
    )
    version, found = json.loads(printed.stdout)
    return version, found


def golden() -> dict[str, str]:
    found: dict[str, str] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


def test_a_plain_processor_gives_the_same_storm() -> None:
    from numpy._core import _multiarray_umath as core

    faster = [name for name in core.__cpu_dispatch__ if core.__cpu_features__[name]]
    _, found = told(sys.executable, NPY_DISABLE_CPU_FEATURES=" ".join(faster))
    assert found == golden()


def test_many_threads_give_the_same_storms_as_one() -> None:
    seeds = [1, 2, 3, 1]
    with ThreadPoolExecutor(len(seeds)) as pool:
        at_once = list(pool.map(digests, seeds))
    assert at_once == [digests(seed) for seed in seeds]


@pytest.mark.slow
def test_another_numpy_gives_the_same_storm(tmp_path: Path) -> None:
    assert np.__version__ != OLDEST, "the tests themselves should run under a newer numpy"
    venv.create(tmp_path, with_pip=True)
    python = str(tmp_path / ("Scripts" if os.name == "nt" else "bin") / "python")
    wanted = [f"numpy=={OLDEST}", "babel", "platformdirs"]
    installed = subprocess.run([python, "-m", "pip", "install", "-q", *wanted], capture_output=True, text=True)
    if installed.returncode:
        assert not os.environ.get("CI"), installed.stderr
        pytest.skip("another numpy cannot be installed here")
    version, found = told(python)
    assert version == OLDEST
    assert found == golden()
