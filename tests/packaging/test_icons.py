"""The game's sign in the forms that systems want."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]


def test_every_form_of_the_sign_is_made(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "make_icons.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, timeout=60, env={"PYTHONPATH": str(ROOT)})
    with Image.open(tmp_path / "badbuzz.ico") as icon:
        assert {(16, 16), (32, 32), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "badbuzz.icns") as icon:
        assert icon.size[0] >= 512
    with Image.open(tmp_path / "badbuzz-48.png") as icon:
        assert icon.size == (48, 48)
        assert icon.getpixel((0, 0))[3] == 0 and icon.getpixel((24, 24))[3] == 255
