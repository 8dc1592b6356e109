"""Whether two pictures of a screen differ as a person would see it, and a report of those that do."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.ui.golden.pictures import Pixels

BLOCK = 8
"""Pixels of a (shrunk) picture: a block is about as large as a letter or two."""
TOLERANCE = 14.0
"""Levels of 255 by which the mean of a block may differ: font renderers and picture compression stay below."""
BLOCKS = 2
"""Blocks that may differ by more."""


@dataclass(frozen=True)
class Difference:
    """A screen that looks otherwise than it was kept. `expected` is None where it was not kept."""

    name: str
    expected: Pixels | None
    actual: Pixels
    blocks: int

    def __str__(self) -> str:
        if self.expected is None:
            return f"{self.name}: not kept"
        if self.expected.shape != self.actual.shape:
            return f"{self.name}: of another size"
        return f"{self.name}: {self.blocks} blocks differ"


def blocks_that_differ(one: Pixels, other: Pixels) -> NDArray[np.bool_]:
    """Shape (rows of blocks, blocks in a row): whether a block's mean colour differs by more than is tolerated."""
    apart = np.abs(_means(one) - _means(other)).max(axis=2)
    return np.asarray(apart > TOLERANCE)


def difference(name: str, expected: Pixels | None, actual: Pixels) -> Difference | None:
    """What makes `actual` another screen than `expected`, None where they look alike."""
    if expected is None or expected.shape != actual.shape:
        return Difference(name, expected, actual, 0)
    blocks = int(blocks_that_differ(expected, actual).sum())
    return Difference(name, expected, actual, blocks) if blocks > BLOCKS else None


def report(folder: Path, differences: list[Difference]) -> Path:
    """Write expected, actual and difference side by side into `folder`; the page to open."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for rank, one in enumerate(differences):
        cells = []
        for kind, pixels in (("expected", one.expected), ("actual", one.actual), ("difference", _shown(one))):
            if pixels is None:
                cells.append("<td>-</td>")
                continue
            file = folder / f"{rank:03}-{kind}.png"
            Image.fromarray(pixels).save(file)
            cells.append(f'<td><img src="{file.name}" alt="{kind}"></td>')
        rows.append(f'<tr><th colspan="3">{escape(str(one))}</th></tr><tr>{"".join(cells)}</tr>')
    page = folder / "index.html"
    style = "body{font-family:sans-serif}img{width:100%}table{width:100%;table-layout:fixed}"
    head = "<tr><td>expected</td><td>actual</td><td>difference</td></tr>"
    table = f"<table>{head}{''.join(rows)}</table>"
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens that differ</title>'
        f"<style>{style}</style><h1>Screens that differ</h1>{table}</html>",
        encoding="utf-8",
    )
    return page


def _means(pixels: Pixels) -> NDArray[np.float64]:
    height, width = (side // BLOCK * BLOCK for side in pixels.shape[:2])
    blocks = pixels[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3)
    return np.asarray(blocks.mean(axis=(1, 3)))


def _shown(one: Difference) -> Pixels | None:
    """The actual picture, pale, with the blocks that differ in full."""
    if one.expected is None or one.expected.shape != one.actual.shape:
        return None
    mask = np.kron(blocks_that_differ(one.expected, one.actual), np.ones((BLOCK, BLOCK), dtype=bool))
    whole = np.zeros(one.actual.shape[:2], dtype=bool)
    whole[: mask.shape[0], : mask.shape[1]] = mask
    return np.where(whole[..., None], one.actual, one.actual // 4 + 190).astype(np.uint8)
