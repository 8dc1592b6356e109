"""Copies of the minimal scenario with a part rewritten."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

MINIMAL = Path(__file__).parent / "minimal"
MINIMAL_CASE = Path(__file__).parent / "minimal_case.yaml"
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def copy_of_minimal(folder: Path) -> Path:
    """A copy of the minimal scenario's folder inside `folder`."""
    return Path(shutil.copytree(MINIMAL, folder / "minimal"))


def rewrite(folder: Path, fragment: str, name: str = "scenario.yaml") -> int:
    """Puts the top-level keys of `fragment` in the place of those of the file; returns the fragment's first line."""
    file = folder / name
    written = file.read_text(encoding="utf-8")
    replaced = set(_KEY.findall(fragment))
    starts = [found.start() for found in _KEY.finditer(written)] + [len(written)]
    kept = [written[: starts[0]]]
    for start, end in pairwise(starts):
        if written[start:end].partition(":")[0] not in replaced:
            kept.append(written[start:end])
    before = "".join(kept)
    file.write_text(before + fragment, encoding="utf-8")
    return before.count("\n") + 1


def replace(folder: Path, old: str, new: str, name: str = "scenario.yaml") -> int:
    """Replaces the only `old` of the file by `new`; returns its line."""
    file = folder / name
    written = file.read_text(encoding="utf-8")
    assert written.count(old) == 1, f"{old!r} stands {written.count(old)} times in {name}"
    file.write_text(written.replace(old, new), encoding="utf-8")
    return written[: written.index(old)].count("\n") + 1
