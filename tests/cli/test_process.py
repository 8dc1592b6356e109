"""What only a whole process shows: a closed pipe, bytes on the streams, what starting costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.places import shipped

ROOT = shipped("scenarios").parent


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LC_ALL")}
    return {**kept, "BADBUZZ_DATA": str(tmp_path), "LANG": "C", "PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": ""}


def test_a_closed_pipe_is_a_sentence(environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "simulator", "schema", "--lang", "en"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read().decode("utf-8").count("\n") == 1
    assert process.wait() == 2


def test_the_streams_are_utf_8_whatever_the_system_says(environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "simulator", "play", "premiers-pas", "--console", "--lang", "fr"]
    asked = {**environment, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(words, input="\ng en\nétat\n".encode(), capture_output=True, env=asked, check=False)
    assert done.returncode == 0
    assert "gravité 1 sur 3" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["play", "--help"], ["zzz"]])
def test_help_needs_neither_the_window_nor_the_model(environment: dict[str, str], words: list[str]) -> None:
    code = (
        "import sys; from simulator.cli.entry import main; main(sys.argv[1:]);"
        "print(*(name for name in ('pygame', 'numpy', 'pydantic', 'yaml') if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, env=environment, check=True)
    assert done.stderr.decode().splitlines()[-1].strip() == ""
