"""A growing file: what is added is there at once; a disk that refuses is asked again, and nothing is missing."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from simulator.play import appender
from simulator.play.appender import Appender

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
LINES = [f"{number}\n".encode() for number in range(8)]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refused is asked again at once."""
    monkeypatch.setattr(appender, "_AGAIN", 0.005)


def until(holds: Callable[[], bool]) -> None:
    """Give the thread time, ten seconds at most."""
    latest = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < latest
        os.sched_yield() if hasattr(os, "sched_yield") else time.sleep(0)


def fails(error: OSError) -> Callable[..., None]:
    """Stands for a call that the system refuses."""

    def call(*_: object) -> None:
        raise error

    return call


def test_an_addition_is_in_the_file_before_anything_else_happens(tmp_path: Path) -> None:
    file = Appender(tmp_path / "new" / "a", b"begun\n")
    for number, line in enumerate(LINES, 1):
        file.add(line, flush=number % 2 == 0)
        assert file.path.read_bytes() == b"begun\n" + b"".join(LINES[:number])
    file.close()
    assert file.trouble is None


def test_a_full_disk_is_told_and_made_good_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Appender(tmp_path / "a", b"begun\n")
    with monkeypatch.context() as full:
        full.setattr(os, "write", fails(FULL))
        full.setattr(appender, "write_durably", fails(FULL))
        for line in LINES:
            file.add(line, flush=True)
        assert file.trouble is FULL
        assert file.path.read_bytes() == b"begun\n"
    file.add(b"more\n", flush=True)
    until(lambda: file.trouble is None)
    assert file.path.read_bytes() == b"begun\n" + b"".join(LINES) + b"more\n"
    file.add(b"after\n", flush=False)
    assert file.path.read_bytes().endswith(b"more\nafter\n")
    file.close()


def test_half_a_line_on_a_full_disk_is_never_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Appender(tmp_path / "a", b"")
    real, calls = os.write, []

    def half(handle: int, line: bytes) -> int:
        calls.append(line)
        if len(calls) > 1:
            raise FULL
        return real(handle, line[: len(line) // 2])

    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        full.setattr(appender, "write_durably", fails(FULL))
        file.add(b"0123456789\n", flush=True)
        file.add(b"abc\n", flush=True)
        assert file.path.read_bytes() == b"01234"
    until(lambda: file.trouble is None)
    assert file.path.read_bytes() == b"0123456789\nabc\n"
    file.close()


def test_after_a_flush_that_failed_everything_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Appender(tmp_path / "a", b"begun\n")
    before = file.path.stat().st_ino
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fails(OSError(errno.EIO, os.strerror(errno.EIO))))
        file.add(LINES[0], flush=True)
        until(lambda: file.trouble is not None)
    until(lambda: file.trouble is None)
    file.close()
    assert file.path.read_bytes() == b"begun\n" + LINES[0]
    assert file.path.stat().st_ino != before


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")
def test_a_file_that_somebody_took_away_is_written_anew(tmp_path: Path) -> None:
    file = Appender(tmp_path / "folder" / "a", b"begun\n")
    file.path.unlink()
    file.path.parent.rmdir()
    file.add(LINES[0], flush=True)
    until(file.path.exists)
    file.close()
    assert file.path.read_bytes() == b"begun\n" + LINES[0]


def test_a_place_that_takes_no_file_at_first_has_all_of_it_later(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way")
    file = Appender(tmp_path / "folder" / "a", b"begun\n")
    assert file.trouble is not None
    file.add(LINES[0], flush=False)
    (tmp_path / "folder").unlink()
    file.add(LINES[1], flush=True)
    until(lambda: file.trouble is None)
    assert file.path.read_bytes() == b"begun\n" + LINES[0] + LINES[1]
    file.close()


def test_who_adds_never_waits_for_a_flush(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Appender(tmp_path / "a", b"")
    flushing, may_end = Event(), Event()

    def slow(_: int) -> None:
        flushing.set()
        assert may_end.wait(10)

    monkeypatch.setattr(os, "fsync", slow)
    file.add(LINES[0], flush=True)
    assert flushing.wait(10)
    for line in LINES[1:]:
        file.add(line, flush=True)
    assert file.path.read_bytes() == b"".join(LINES)
    may_end.set()
    file.close()


def test_minutes_are_flushed_with_the_next_decision_or_when_the_file_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Appender(tmp_path / "a", b"")
    real, flushed = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda handle: (flushed.append(handle), real(handle)))
    for line in LINES:
        file.add(line, flush=False)
    assert flushed == []
    file.add(b"decided\n", flush=True)
    until(lambda: len(flushed) == 1)
    file.add(LINES[0], flush=False)
    file.close()
    assert len(flushed) == 2
