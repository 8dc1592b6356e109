"""A play whose process is killed, again and again: nothing is lost but, at most, the decision being made."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from benchmarks.kill import ROOT, desk_in, measure, script_of
from simulator.engine.replay import Replay
from simulator.places import shipped
from simulator.play.history import History
from simulator.play.unfinished import Unfinished
from tests.plays import MINIMAL

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.mark.parametrize(
    ("scenario", "kills", "moments"),
    [
        pytest.param(MINIMAL, 2, 6, id="minimal"),
        *(
            pytest.param(
                shipped("scenarios") / "rappel-tardif", 50, part, id=f"rappel-tardif-{part}", marks=pytest.mark.slow(60)
            )
            for part in range(4)
        ),
    ],
)
def test_after_every_kill_the_play_goes_on_to_the_same_end(
    tmp_path: Path, scenario: Path, kills: int, moments: int
) -> None:
    script = script_of(scenario.name, 1, scenario)
    losses = measure(script, [scenario], kills, Random(moments), tmp_path)
    assert losses.failures == []
    assert (losses.kills, losses.lost, losses.minutes_lost) == (kills, 0, 0)
    assert losses.plays > 0


_ENDING = """
import os, signal, sys
from pathlib import Path
from benchmarks.kill import desk_in
data, scenario, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
left = [last]

def look(event, arguments):
    if event in ("open", "os.rename", "os.remove") and str(arguments[0]).startswith(str(data)):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

desk = desk_in(data, [scenario])
session = desk.start("minimal", 1)
session.play_until(session.run.scenario.length - 1)
sys.addaudithook(look)
session.play_until(10_000)
print(last - left[0])
"""
"""A play that is killed at the n-th time it opens, renames or removes a file of its data folder as it ends."""


def end_killed_at(call: int, data: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "BADBUZZ_DATA": str(data), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", _ENDING, str(data), str(MINIMAL), str(call)]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.slow
def test_killed_anywhere_while_it_is_kept_a_play_is_there_once(tmp_path: Path) -> None:
    whole = end_killed_at(1_000_000, tmp_path / "whole")
    calls = int(whole.stdout)
    assert calls > 4
    digest = _only_play(tmp_path / "whole").digest
    for call in range(1, calls + 1):
        data = tmp_path / str(call)
        assert end_killed_at(call, data).returncode == -signal.SIGKILL
        desk = desk_in(data, [MINIMAL])
        row = desk.to_continue()
        if row is not None:
            assert desk.resume(row.play_id).finished
        assert [one.is_unfinished for one in desk.history()] == [False]
        assert _only_play(data).digest == digest
        assert list((data / "unfinished").iterdir()) == []


def _only_play(data: Path) -> Replay:
    history = History(data / "plays")
    (play,) = history.plays()
    return history.replay(play.play_id)


_LIMITED = """
import json, resource, sys
from pathlib import Path
from benchmarks.kill import desk_in
data, scenario = Path(sys.argv[1]), Path(sys.argv[2])
desk = desk_in(data, [scenario])
session = desk.start("minimal", 1)
resource.setrlimit(resource.RLIMIT_FSIZE, (900, resource.RLIM_INFINITY))
for minute in range(41):
    session.play_until(minute)
told = desk.problem.code if desk.problem else ""
held = (data / "unfinished" / (session.autosave.name + ".journal")).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
session.schedule("spring", False)
desk.close()
print(json.dumps([told, held, session.run.digest()]))
"""


def test_a_disk_that_is_full_for_a_while_costs_a_sentence_and_nothing_else(tmp_path: Path) -> None:
    """The system itself refuses to let the file grow, as on a full disk."""
    environment = {**os.environ, "BADBUZZ_DATA": str(tmp_path), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", _LIMITED, str(tmp_path), str(MINIMAL)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, timeout=60)
    told, held, digest = json.loads(done.stdout)
    assert (told, held) == ("desk.play_unsaved", 900)
    desk = desk_in(tmp_path, [MINIMAL])
    row = desk.to_continue()
    assert row is not None
    assert desk.resume(row.play_id).run.digest() == digest


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the superuser, whom no folder refuses."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        if not os.access(ROOT, os.R_OK | os.X_OK, effective_ids=True):
            pytest.skip("the superuser's checkout lies where nobody else may read")
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_not_be_written_costs_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path))
    first = desk_in(tmp_path, [MINIMAL])
    first.start("minimal", 1).play_until(30)
    first.close()
    (before,) = Unfinished(tmp_path / "unfinished").plays()
    for folder in (tmp_path, *tmp_path.iterdir()):
        folder.chmod(0o555)
    for folder in tmp_path.parents:
        if "pytest" in str(folder):
            folder.chmod(0o755)
    with as_nobody():
        desk = desk_in(tmp_path, [MINIMAL])
        session = desk.start("minimal", 2)
        assert desk.problem is not None and desk.problem.code == "desk.play_unsaved"
        session.play_until(30)
        row = desk.to_continue()
        assert row is not None
        resumed = desk.resume(row.play_id)
        assert resumed.run.minute == 30
        resumed.play_until(10_000)
        assert desk.problem is not None and desk.problem.code == "desk.play_unkept"
        assert resumed.review().view().rings
        desk.close()
    for folder in (tmp_path, *tmp_path.iterdir()):
        folder.chmod(0o755)
    assert Unfinished(tmp_path / "unfinished").plays() == (before,)


@pytest.mark.parametrize(
    "name", ["SIGTERM", *(pytest.param(one, marks=pytest.mark.slow) for one in ("SIGINT", "SIGHUP"))]
)
@pytest.mark.usefixtures("heard_signals")
def test_a_console_play_that_is_told_to_end_goes_on_later(tmp_path: Path, name: str) -> None:
    environment = {**os.environ, "BADBUZZ_DATA": str(tmp_path), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-u", "-m", "simulator", "play", str(MINIMAL), "--console", "--lang", "fr"]
    process = subprocess.Popen(
        words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b"\nw 0:20\nv\n1\nw 0:25\n")
    process.stdin.flush()
    while "(T+0:25)" not in (line := process.stdout.readline().decode()):
        assert line
    process.send_signal(getattr(signal, name))
    process.communicate(timeout=60)
    (one,) = Unfinished(tmp_path / "unfinished").plays()
    assert one.journal is not None and one.journal.loss == ""
    assert (one.journal.minute, [decision.do for decision in one.journal.decisions]) == (25, ["verify"])
