"""A real record store (Ralph, with its store in a file), in an environment of its own, built once and kept."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent.parent.parent
KEY, SECRET = "badbuzz", "a secret of the store"
_WANTED = ("ralph-malph[cli,lrs]>=5.1,<6", "requests")  # Ralph asks for requests where it logs in by OpenID alone
_PATIENCE = 60
_APP = """
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND
from ralph.api import app
"""
"""Ralph as it is, but for one setting that it takes from no file: a store in a file is written to more than once."""


def environment() -> Path:
    """The folder of Ralph's programs; built the first time, which takes about a quarter of a minute."""
    folder = ROOT / "build" / "lrs"
    done = folder / "built"
    folder.parent.mkdir(exist_ok=True)
    with (folder.parent / "lrs.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        if not done.exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True, timeout=_PATIENCE * 3)
            pip = [str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *_WANTED]
            subprocess.run(pip, check=True, timeout=_PATIENCE * 9)
            done.touch()
    return folder / "bin"


class RecordStore:
    """Ralph, listening on this machine, with its statements in `folder`; begun again on the same port and data."""

    def __init__(self, folder: Path) -> None:
        self._programs = environment()
        self._folder = folder
        folder.mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "RALPH_APP_DIR": str(folder),
            "RALPH_AUTH_FILE": str(folder / "auth.json"),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "statements"),
        }
        (folder / "statements").mkdir()
        (folder / "appending.py").write_text(_APP)
        words = [str(self._programs / "ralph"), "auth", "--write-to-disk", "--username", KEY, "--password", SECRET]
        words += ["--scope", "all", "--agent-ifi-account", KEY, "https://school.example.org"]
        subprocess.run(words, check=True, timeout=_PATIENCE, env=self._environment, capture_output=True, cwd=folder)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._port}/xAPI"

    def start(self) -> None:
        """Begin, and wait until it answers."""
        words = [str(self._programs / "uvicorn"), "appending:app", "--port", str(self._port)]
        words += ["--log-level", "warning"]
        self._process = subprocess.Popen(words, env=self._environment, cwd=self._folder)
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends:
            try:
                httpx.get(f"http://127.0.0.1:{self._port}/__lbheartbeat__", timeout=2)
                return
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError("the record store does not answer")

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(_PATIENCE)
            self._process = None

    def statements(self) -> list[dict[str, object]]:
        """All that it keeps, as it gives them out."""
        headers = {"X-Experience-API-Version": "1.0.3"}
        answer = httpx.get(f"{self.endpoint}/statements", auth=(KEY, SECRET), headers=headers, timeout=20)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["statements"])
