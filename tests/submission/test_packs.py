"""The scenario of a class is the one that was set, to the letter, or it is not installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from simulator.authoring.pack import packed, sha256
from simulator.scenario.load import load_scenario
from simulator.submission.packs import CannotFetch, ClassPacks
from tests.plays import MINIMAL


@cache
def pack() -> tuple[bytes, str]:
    loaded = load_scenario(MINIMAL)
    return packed(loaded, "tests"), loaded.digest


def never() -> bytes:
    raise AssertionError("it is here")


def test_a_pack_is_fetched_once(tmp_path: Path) -> None:
    content, digest = pack()
    packs = ClassPacks(tmp_path)
    assert packs.has(sha256(content), digest) is None
    assert packs.get(sha256(content), digest, lambda: content).digest == digest
    assert packs.get(sha256(content), digest, never).id == "minimal"
    assert not list(tmp_path.rglob("*.badbuzz"))


def test_other_bytes_are_not_installed(tmp_path: Path) -> None:
    content, digest = pack()
    with pytest.raises(CannotFetch) as refused:
        ClassPacks(tmp_path).get(sha256(content), digest, lambda: content + b" ")
    assert refused.value.message.code == "sending.pack_other"
    assert not list(tmp_path.rglob("scenario.yaml"))


def test_a_pack_of_another_scenario_is_not_played(tmp_path: Path) -> None:
    content, _ = pack()
    with pytest.raises(CannotFetch) as refused:
        ClassPacks(tmp_path).get(sha256(content), "0" * 32, lambda: content)
    assert refused.value.message.code == "sending.pack_other"


def test_a_pack_is_looked_at_as_any_other(tmp_path: Path) -> None:
    content = b"PK no pack at all"
    with pytest.raises(CannotFetch) as refused:
        ClassPacks(tmp_path).get(sha256(content), "0" * 32, lambda: content)
    assert refused.value.message.code == "sending.pack_bad"


@pytest.mark.parametrize("digest", ["", "../../etc", "a" * 63, "/" * 64])
def test_a_digest_leads_nowhere_else(tmp_path: Path, digest: str) -> None:
    with pytest.raises(CannotFetch):
        ClassPacks(tmp_path).get(digest, "0" * 32, never)


def test_a_file_that_was_changed_on_the_disk_is_fetched_again(tmp_path: Path) -> None:
    content, digest = pack()
    packs = ClassPacks(tmp_path)
    loaded = packs.get(sha256(content), digest, lambda: content)
    loaded.file.write_text(loaded.file.read_text().replace("minutes", "minuten"))
    assert packs.get(sha256(content), digest, lambda: content).digest == digest
