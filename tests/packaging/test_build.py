"""The built folder is the whole game: with an empty environment, elsewhere, where it cannot write."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from simulator.engine import bots
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from tests.ui.window import playing

ROOT = Path(__file__).parents[2]
PATIENCE = 240.0
MOST_BYTES = 400 * 1024 * 1024

pytestmark = [
    pytest.mark.slow(50),
    pytest.mark.xdist_group("build"),
    pytest.mark.skipif(
        find_spec("PyInstaller") is None and os.environ.get("CI") != "true", reason="needs badbuzz[build]"
    ),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program, built as `just build` does, in a folder that cannot be written to."""
    room = tmp_path_factory.mktemp("build")
    for command in (
        ["packaging/make_icons.py", "build/icons"],
        ["-m", "PyInstaller", "packaging/badbuzz.spec", "--noconfirm", "--distpath", str(room), "--workpath",
         str(room / "work")],
    ):  # fmt: skip
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.returncode == 0, done.stderr[-2000:]
    folder = room / "badbuzz"
    for place in (*folder.rglob("*"), folder):
        place.chmod(place.stat().st_mode & ~0o222)
    yield folder / ("badbuzz.exe" if sys.platform == "win32" else "badbuzz")
    for place in (folder, *folder.rglob("*")):
        place.chmod(place.stat().st_mode | 0o200)


def run(program: Path, folder: Path, *words: str, typed: str = "") -> str:
    """What the built program says in `folder`, with nothing in its environment but where its data go."""
    environment = {"BADBUZZ_DATA": str(folder / "data")}
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    done = subprocess.run(
        [program, *words], cwd=folder, env=environment, input=typed.encode(), capture_output=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_it_is_of_a_size_that_can_be_passed_on(built: Path) -> None:
    assert sum(file.stat().st_size for file in built.parent.rglob("*") if file.is_file()) < MOST_BYTES


def test_it_has_every_scenario_and_both_languages(built: Path, tmp_path: Path) -> None:
    told = run(built, tmp_path, "list", "--lang", "en")
    assert all(file.parent.name in told for file in shipped("scenarios").glob("*/scenario.yaml"))
    assert "First Steps" in told and "Premiers pas" in run(built, tmp_path, "list", "--lang", "fr")


def test_a_play_is_the_same_as_in_a_checkout_and_is_reported(built: Path, tmp_path: Path) -> None:
    told = run(
        built, tmp_path, "play", "premiers-pas", "--bot", "exemplary", "--seed", "3", "--json", "--save", "p.json"
    )
    scenario = load_scenario(shipped("scenarios") / "premiers-pas").scenario
    assert json.loads(told)["digest"] == bots.play(scenario, 3, "exemplary").digest()
    run(built, tmp_path, "report", "p.json", "-o", "report.pdf")
    run(built, tmp_path, "report", "p.json", "-o", "report.html")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "<svg" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_an_author_finds_templates_checks_and_the_spreadsheet(built: Path, tmp_path: Path) -> None:
    run(built, tmp_path, "new", "mine", "--from", "defamation", "--lang", "fr")
    assert (tmp_path / "mine" / "scenario.yaml").is_file()
    assert "$defs" in run(built, tmp_path, "schema")


def test_the_console_plays(built: Path, tmp_path: Path) -> None:
    told = run(built, tmp_path, "play", "premiers-pas", "--console", "--lang", "en", typed="\nn\nq\n")
    assert "First Steps" in told


@pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("Xvfb", "xdotool")) and os.environ.get("CI") != "true",
    reason="needs Xvfb and xdotool",
)
def test_its_window_shows_what_a_checkout_shows(built: Path, tmp_path: Path) -> None:
    pygame.display.init()
    pygame.font.init()
    with playing(tmp_path, (str(built),), bare=True) as (player, program):
        player.agree()
        player.press(pygame.K_RETURN)
        player.agree()
        player.press(pygame.K_RETURN)
        player.agree("actions")
        assert program.poll() is None


@pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")
def test_it_can_be_put_into_the_menu_and_taken_out(built: Path, tmp_path: Path) -> None:
    script = built.with_name("add-to-menu.sh")
    environment = {"XDG_DATA_HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    subprocess.run(["sh", script], env=environment, check=True, timeout=PATIENCE)
    entry = tmp_path / "applications" / "badbuzz.desktop"
    assert f'Exec="{built}"' in entry.read_text(encoding="utf-8")
    assert (tmp_path / "icons" / "hicolor" / "256x256" / "apps" / "badbuzz.png").is_file()
    subprocess.run(["sh", script, "remove"], env=environment, check=True, timeout=PATIENCE)
    assert not entry.exists()
