"""The folders are the layers: an import may only point down."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint_imports(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_import_points_down() -> None:
    outcome = lint_imports(ROOT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("simulator/engine/clock.py", "import pygame"),
        ("simulator/engine/clock.py", "import simulator.play.pace"),
        ("simulator/scenario/base.py", "import simulator.engine.run"),
        ("simulator/play/pace.py", "import pygame"),
        ("simulator/stray.py", ""),
    ],
)
def test_an_import_that_points_up_is_found(tmp_path: Path, place: str, line: str) -> None:
    for name in ("simulator", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            for path in source.rglob("*.py"):
                target = tmp_path / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        else:
            (tmp_path / name).write_bytes(source.read_bytes())
    spoiled = tmp_path / place
    before = spoiled.read_text(encoding="utf-8") if spoiled.exists() else ""
    spoiled.write_text(f"{before}\n{line}\n", encoding="utf-8")
    outcome = lint_imports(tmp_path)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
