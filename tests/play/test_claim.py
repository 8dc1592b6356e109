"""A claim: one at a time, and gone with its process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.places import shipped
from simulator.play.claim import Claim

_HOLDS = """
import sys
from pathlib import Path
from simulator.play.claim import Claim
claim = Claim.take(Path(sys.argv[1]))
print("had" if claim else "refused", flush=True)
sys.stdin.read()
"""


def test_one_has_it_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.claim"
    claim = Claim.take(path)
    assert claim is not None
    assert Claim.take(path) is None
    claim.end()
    again = Claim.take(path)
    assert again is not None
    again.end(remove=True)
    assert not path.exists()


def test_what_a_killed_process_had_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.claim"
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=shipped("scenarios").parent,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"had\n"
    assert Claim.take(path) is None
    process.kill()
    process.communicate()
    claim = Claim.take(path)
    assert claim is not None
    claim.end()


def test_a_place_that_takes_no_file_is_told_apart_from_a_claim_of_another(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Claim.take(tmp_path / "none" / "a.claim")
