"""Colours as people see them who lack one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1.0."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from simulator.ui.theme import Colour

SEEN_BY: Mapping[str, np.ndarray] = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""Matrices on linear red, green and blue."""
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def difference(one: Colour, other: Colour, seen_by: str) -> float:
    """How different two colours look (CIE 1976, 2.3 is just noticeable) to those who see as `seen_by` tells."""
    return float(np.linalg.norm(_lab(one, seen_by) - _lab(other, seen_by)))


def _lab(colour: Colour, seen_by: str) -> np.ndarray:
    parts = np.array(colour) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(SEEN_BY[seen_by] @ linear, 0, 1)
    ratio = _TO_XYZ @ seen / _WHITE
    curved = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * curved[1] - 16, 500 * (curved[0] - curved[1]), 200 * (curved[1] - curved[2])])
