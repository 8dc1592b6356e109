"""The tables are those of the parameters, and a run reads nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

import simulator.propagation
from simulator.chance import Chance
from simulator.propagation import SpreadParameters
from simulator.propagation.tables import ONE, TAIL_BITS, Curve, LogCurve, load
from simulator.propagation.tables.make import make

FOLDER = Path(simulator.propagation.__file__).parent
INEXACT = {
    "exp",
    "expm1",
    "exp2",
    "log",
    "log1p",
    "log2",
    "log10",
    "pow",
    "power",
    "dot",
    "matmul",
    "sqrt",
    "float_power",
}
USERS = np.arange(200_000)


def test_the_tables_are_made_from_the_parameters() -> None:
    for name, made in make(SpreadParameters()).items():
        committed = getattr(load(), name)
        knots = committed.knots if isinstance(committed, Curve | LogCurve) else committed
        tolerance = np.maximum(np.abs(made) >> 40, 1)
        assert made.shape == knots.shape, name
        assert (np.abs(made - knots) <= tolerance).all(), name


@pytest.mark.parametrize("module", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.name)
def test_a_run_calls_no_inexact_function(module: Path) -> None:
    if module.name == "make.py":
        return
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imported = {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names
    }
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not names & INEXACT
    assert "make" not in imported and "simulator.propagation.tables.make" not in modules
    assert not imported & INEXACT


def test_curves_have_their_moments() -> None:
    tables, chance = load(), Chance(1)
    bits = chance.bits("x", USERS)
    tails = (bits >> np.uint64(64 - TAIL_BITS)).astype(np.int64) | 1
    followers = tables.followers.at(tails) >> 8
    assert np.median(followers) == 10
    assert 24 < followers.mean() < 28
    assert (tables.susceptibility.at(bits) / 2**32).mean() == pytest.approx(1 / 4, rel=0.01)
    assert (tables.activity.at(tails) / ONE).mean() == pytest.approx(1, rel=0.03)


def test_reaction_times_follow_the_kernel() -> None:
    theta = SpreadParameters().kernel_theta
    delays = np.sort(load().delay.at(Chance(2).bits("x", USERS)))
    flat = theta / (1 + theta)
    reached = np.where(delays < 300, flat * delays / 300, 1 - (1 - flat) * (np.maximum(delays, 300) / 300) ** -theta)
    whole = 1 - (1 - flat) * (7 * 86_400 / 300) ** -theta
    assert np.abs(reached / whole - (USERS + 0.5) / len(USERS)).max() < 0.01
    assert delays[-1] <= 7 * 86_400


@pytest.mark.parametrize("mean", [0.05, 0.9, 3.3, 8.0])
def test_counts_from_the_table_have_the_mean_and_spread_asked_for(mean: float) -> None:
    counts = load().poisson_counts(Chance(3).bits("x", USERS), np.full(len(USERS), round(mean * ONE)))
    assert counts.mean() == pytest.approx(mean, rel=0.02)
    assert counts.var() == pytest.approx(mean, rel=0.03)


def test_a_mean_of_zero_gives_no_count() -> None:
    assert not load().poisson_counts(Chance(3).bits("x", USERS), np.zeros(len(USERS), np.int64)).any()
