"""A pack holds a scenario and nothing else; one that tries anything else is refused before a file is written."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.install import BadPack, install
from simulator.authoring.pack import MANIFEST, CannotPack, default_name, packed, sha256
from simulator.locale import phrasebook
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from tests.scenario.editing import copy_of_minimal, replace

RECALL = shipped("scenarios") / "rappel-tardif"
Files = dict[str, bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scenario that says its licence, with a picture in it."""
    copy = copy_of_minimal(tmp_path)
    replace(copy, "language: fr", 'language: fr\nauthors: ["Une enseignante"]\nlicence: CC-BY-4.0')
    return copy


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The user's own scenarios."""
    return tmp_path / "data" / "scenarios"


def contents(pack: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rezipped(files: Files, file: Path) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


def forged(files: Files, changes: Files) -> Files:
    """With `changes`, and a manifest that agrees with them: only a look at the content can tell."""
    files = {**files, **changes}
    manifest: dict[str, Any] = json.loads(files[MANIFEST])
    manifest["files"] = {
        name: {"bytes": len(content), "sha256": sha256(content)} for name, content in files.items() if name != MANIFEST
    }
    return {**files, MANIFEST: json.dumps(manifest).encode()}


def refused(file: Path, mine: Path) -> str:
    """Why `file` is not installed; nothing was written."""
    before = sorted(mine.rglob("*")) if mine.is_dir() else []
    with pytest.raises(BadPack) as error:
        install(file, mine)
    assert (sorted(mine.rglob("*")) if mine.is_dir() else []) == before
    for language in ("fr", "en"):
        assert phrasebook(language).say(error.value.message)
    return error.value.message.code.removeprefix("authoring.pack_")


def test_a_pack_goes_out_and_comes_in_as_the_same_scenario(folder: Path, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "minimal.badbuzz"
    file.write_bytes(packed(load_scenario(folder)))
    installed = install(file, mine)
    assert (installed.loaded.id, installed.known) == ("minimal", False)
    assert installed.loaded.digest == load_scenario(folder).digest
    names = {path.name for path in (mine / "minimal").iterdir()}
    assert names == {path.name for path in folder.iterdir()}
    assert all((mine / "minimal" / name).read_bytes() == (folder / name).read_bytes() for name in names)
    assert install(file, mine).known


def test_the_same_files_make_the_same_pack_and_the_manifest_says_all(folder: Path) -> None:
    one, two = packed(load_scenario(folder)), packed(load_scenario(folder))
    assert one == two
    manifest = json.loads(contents(one)[MANIFEST])
    assert (manifest["licence"], manifest["authors"]) == ("CC-BY-4.0", ["Une enseignante"])
    assert manifest["content_warnings"] == {
        "fr": "Il est question d’une brûlure légère.",
        "en": "A slight burn is mentioned.",
    }
    assert manifest["scenario_digest"] == load_scenario(folder).digest


def test_another_edition_of_the_texts_is_a_pack_of_another_name(folder: Path) -> None:
    before = load_scenario(folder)
    first = packed(before)
    replace(folder, 'title: "La lampe qui chauffe"', 'title: "La lampe trop chaude"')
    after = load_scenario(folder)
    second = packed(after)
    assert before.digest == after.digest
    assert default_name("minimal", sha256(first)) != default_name("minimal", sha256(second))


def test_only_a_scenarios_own_files_go_out(folder: Path) -> None:
    (folder / "scenario.yaml.bak").write_text("old")
    (folder / "run.sh").write_text("rm -rf /")
    (folder / "private.txt").write_text("secret")
    (folder / "linked.png").symlink_to("/etc/passwd")
    assert (
        not {"scenario.yaml.bak", "run.sh", "private.txt", "linked.png"}
        & contents(packed(load_scenario(folder))).keys()
    )


def test_without_a_licence_or_with_a_problem_nothing_is_packed(folder: Path) -> None:
    replace(folder, "\nlicence: CC-BY-4.0", "")
    with pytest.raises(CannotPack) as error:
        packed(load_scenario(folder))
    assert error.value.message.code == "authoring.pack_needs_licence"
    replace(folder, "translates: minimal", "translates: other", "texts.en.yaml")
    with pytest.raises(CannotPack) as error:
        packed(load_scenario(folder))
    assert [problem.code for problem in error.value.problems] == ["S304"]


def test_another_scenario_of_the_same_name_is_not_replaced_unasked(folder: Path, mine: Path, tmp_path: Path) -> None:
    first = tmp_path / "one.badbuzz"
    first.write_bytes(packed(load_scenario(folder)))
    install(first, mine)
    replace(folder, "length: 120", "length: 119")
    second = tmp_path / "two.badbuzz"
    second.write_bytes(packed(load_scenario(folder)))
    assert refused(second, mine) == "already_there"
    assert load_scenario(mine / "minimal").scenario.length == 120
    assert install(second, mine, replace=True).loaded.scenario.length == 119
    assert [path.name for path in mine.iterdir()] == ["minimal"]


def _slip(files: Files) -> Files:
    return forged(files, {"../../evil.yaml": b"x: 1"})


def _absolute(files: Files) -> Files:
    return forged(files, {"/etc/cron.d/evil": b"x"})


def _backslash(files: Files) -> Files:
    return forged(files, {"..\\evil.yaml": b"x"})


def _drive(files: Files) -> Files:
    return forged(files, {"C:evil.yaml": b"x"})


def _folder(files: Files) -> Files:
    return forged(files, {"sub/scenario.yaml": b"x"})


def _script(files: Files) -> Files:
    return forged(files, {"setup.py": b"import os"})


def _hidden(files: Files) -> Files:
    return forged(files, {".profile": b"rm"})


def _active_picture(files: Files) -> Files:
    return forged(files, {"lamp.svg": b"<svg><script>fetch('/')</script></svg>"})


def _false_picture(files: Files) -> Files:
    return forged(files, {"photo.png": b"MZ\x90\x00 a program"})


def _wrong_digest(files: Files) -> Files:
    return {**files, "scenario.yaml": files["scenario.yaml"].replace(b"length: 120", b"length: 119")}


def _other_scenario(files: Files) -> Files:
    return forged(files, {"scenario.yaml": files["scenario.yaml"].replace(b"length: 120", b"length: 119")})


def _missing_file(files: Files) -> Files:
    return {name: content for name, content in files.items() if name != "texts.en.yaml"}


def _extra_file(files: Files) -> Files:
    return {**files, "notes.md": b"hello"}


def _broken_scenario(files: Files) -> Files:
    return forged(files, {"scenario.yaml": files["scenario.yaml"].replace(b"length:", b"lenght:")})


def _alias_bomb(files: Files) -> Files:
    lines = [b'a0: &a0 ["x", "x", "x", "x", "x", "x", "x", "x", "x"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]".encode() for n in range(1, 12)]
    return forged(files, {"scenario.yaml": b"\n".join(lines)})


def _no_manifest(files: Files) -> Files:
    return {name: content for name, content in files.items() if name != MANIFEST}


def _strange_manifest(files: Files) -> Files:
    return {**files, MANIFEST: b"[" * 100_000}


def _future(files: Files) -> Files:
    return {**files, MANIFEST: files[MANIFEST].replace(b'"format": 1', b'"format": 9')}


def _bomb(files: Files) -> Files:
    return {**files, "voices.fr.yaml": b" " * 200 * 1024 * 1024}


def _many(files: Files) -> Files:
    return forged(files, {f"p{number}.playthrough.yaml": b"x: 1" for number in range(100)})


@pytest.mark.parametrize(
    ("attack", "why"),
    [
        (_slip, "outside"),
        (_absolute, "outside"),
        (_backslash, "outside"),
        (_drive, "outside"),
        (_folder, "outside"),
        (_script, "foreign_file"),
        (_hidden, "foreign_file"),
        (_active_picture, "active_picture"),
        (_false_picture, "active_picture"),
        (_wrong_digest, "wrong_digest"),
        (_other_scenario, "wrong_digest"),
        (_missing_file, "other_files"),
        (_extra_file, "other_files"),
        (_broken_scenario, "problems"),
        (_alias_bomb, "problems"),
        (_no_manifest, "no_manifest"),
        (_strange_manifest, "bomb"),
        (_future, "format"),
        (_bomb, "bomb"),
        (_many, "too_many"),
    ],
)
def test_a_malicious_pack_is_refused_in_a_sentence(
    folder: Path, mine: Path, tmp_path: Path, attack: Callable[[Files], Files], why: str
) -> None:
    files = attack(contents(packed(load_scenario(folder))))
    assert refused(rezipped(files, tmp_path / "evil.badbuzz"), mine) == why


def test_a_link_is_refused(folder: Path, mine: Path, tmp_path: Path) -> None:
    files = contents(packed(load_scenario(folder)))
    with zipfile.ZipFile(tmp_path / "evil.badbuzz", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        link = zipfile.ZipInfo("notes.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert refused(tmp_path / "evil.badbuzz", mine) == "link"


def test_a_name_that_is_there_twice_is_refused(folder: Path, mine: Path, tmp_path: Path) -> None:
    files = contents(packed(load_scenario(folder)))
    with zipfile.ZipFile(tmp_path / "evil.badbuzz", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("scenario.yaml", b"x: 1")
    assert refused(tmp_path / "evil.badbuzz", mine) == "twice"


def test_a_size_that_lies_is_found_by_reading(folder: Path, mine: Path, tmp_path: Path) -> None:
    files = _bomb(contents(packed(load_scenario(folder))))
    file = rezipped(files, tmp_path / "evil.badbuzz")
    content = file.read_bytes()
    file.write_bytes(content.replace((200 * 1024 * 1024).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    assert refused(file, mine) in ("bomb", "unreadable")


@pytest.mark.parametrize("cut", [0, 10, 1000, -1])
def test_a_damaged_file_is_refused(folder: Path, mine: Path, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "half.badbuzz"
    file.write_bytes(packed(load_scenario(folder))[:cut])
    assert refused(file, mine) == "unreadable"


def test_what_ships_can_be_packed(tmp_path: Path, mine: Path) -> None:
    file = tmp_path / "recall.badbuzz"
    file.write_bytes(packed(load_scenario(RECALL)))
    assert install(file, mine).loaded.id == "rappel-tardif"
