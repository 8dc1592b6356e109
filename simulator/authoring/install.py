"""A pack that somebody else made: looked at from all sides before a single file of it is written."""

from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from simulator.authoring.pack import ALLOWED, FORMAT, MANIFEST, MAX_FILE_BYTES, MAX_FILES, MAX_PACK_BYTES, sha256
from simulator.locale import Message
from simulator.scenario.inspection import problems_in
from simulator.scenario.load import LoadedScenario, load_scenario
from simulator.scenario.picture_files import is_plain_picture
from simulator.scenario.problem import Problem

_MAX_MANIFEST = 64 * 1024
_COMPRESSED_SLACK = 2
"""A pack file is at most so many times what its files may weigh unpacked."""


class BadPack(Exception):
    """A file that is not installed; `message` says why, `problems` what is wrong with the scenario in it."""

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"authoring.{code}", arguments)
        self.problems = problems


@dataclass(frozen=True)
class Installed:
    """A scenario that came from a pack, and what its manifest says. `known`: it was there already, to the letter."""

    loaded: LoadedScenario
    manifest: Mapping[str, object]
    known: bool


def install(file: Path, scenarios: Path, *, replace: bool = False) -> Installed:
    """Put the scenario packed in `file` into the folder `scenarios`.

    Nothing is written before everything was checked, and then all of it or nothing. One of the same id that is there
    already stays, unless it is to be `replace`d. Raises BadPack, or OSError where the disk refuses.
    """
    manifest, files = _contents(file)
    name = _text(manifest, "id")
    with _beside(scenarios) as room:
        for file_name, content in files.items():
            (room / file_name).write_bytes(content)
        loaded = _checked(room, manifest)
        if loaded.id != name:
            raise BadPack("pack_other_id", name=name, scenario=loaded.id)
        place = scenarios / name
        if place.is_dir():
            if _same(place, files):
                return Installed(load_scenario(place), manifest, known=True)
            if not replace:
                raise BadPack("pack_already_there", name=name)
            _swap(room, place)
        else:
            room.rename(place)
    return Installed(load_scenario(place), manifest, known=False)


@contextmanager
def _beside(scenarios: Path) -> Iterator[Path]:
    scenarios.mkdir(parents=True, exist_ok=True)
    room = Path(mkdtemp(prefix=".installing.", dir=scenarios))
    try:
        room.chmod(0o755)
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _swap(room: Path, place: Path) -> None:
    aside = place.with_name(f".{place.name}.replaced")
    shutil.rmtree(aside, ignore_errors=True)
    place.rename(aside)
    try:
        room.rename(place)
    except OSError:
        aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _contents(file: Path) -> tuple[Mapping[str, object], dict[str, bytes]]:
    """The manifest and every file that it names, all within their bounds and with the digests that it says."""
    if file.stat().st_size > _COMPRESSED_SLACK * MAX_PACK_BYTES:
        raise BadPack("pack_bomb", limit=MAX_PACK_BYTES // 1024 // 1024)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _check_names(entries)
            read = _Reader(archive)
            manifest = _manifest(read.content(MANIFEST, _MAX_MANIFEST))
            files = {entry.filename: read.content(entry.filename, MAX_FILE_BYTES) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, RuntimeError) as error:
        raise BadPack("pack_unreadable") from error
    del files[MANIFEST]
    _check_digests(manifest, files)
    return manifest, files


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_FILES + 1:
        raise BadPack("pack_too_many", limit=MAX_FILES)
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise BadPack("pack_link", name=_shown(name))
        if name != MANIFEST and not ALLOWED.fullmatch(name):
            outside = "/" in name or "\\" in name or ".." in name or ":" in name
            raise BadPack("pack_outside" if outside else "pack_foreign_file", name=_shown(name))
        if name in seen:
            raise BadPack("pack_twice", name=_shown(name))
        if entry.flag_bits & 1:
            raise BadPack("pack_unreadable")
        seen.add(name)
    if MANIFEST not in seen:
        raise BadPack("pack_no_manifest")


class _Reader:
    """Reads no more than is allowed, whatever the archive says of the sizes of its files."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_PACK_BYTES

    def content(self, name: str, most: int) -> bytes:
        with self._archive.open(name) as stream:
            content = stream.read(min(most, self._left) + 1)
        if len(content) > min(most, self._left):
            raise BadPack("pack_bomb", limit=MAX_PACK_BYTES // 1024 // 1024)
        self._left -= len(content)
        return content


def _manifest(content: bytes) -> Mapping[str, object]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        raise BadPack("pack_no_manifest") from None
    if not isinstance(manifest, dict) or manifest.get("kind") != "badbuzz scenario":
        raise BadPack("pack_no_manifest")
    if manifest.get("format") != FORMAT:
        raise BadPack("pack_format", format=str(manifest.get("format")))
    _text(manifest, "licence")
    return manifest


def _check_digests(manifest: Mapping[str, object], files: Mapping[str, bytes]) -> None:
    named = manifest.get("files")
    if not isinstance(named, dict) or named.keys() != files.keys():
        raise BadPack("pack_other_files")
    for name, content in files.items():
        said = named[name]
        if not isinstance(said, dict) or said.get("sha256") != sha256(content):
            raise BadPack("pack_wrong_digest", name=name)


def _checked(room: Path, manifest: Mapping[str, object]) -> LoadedScenario:
    """The scenario in `room`, without problems and of the digest that the manifest says."""
    for picture in (*room.glob("*.png"), *room.glob("*.jpg"), *room.glob("*.svg")):
        if not is_plain_picture(picture):
            raise BadPack("pack_active_picture", name=picture.name)
    problems = tuple(problem for problem in problems_in(room) if problem.level == "problem")
    if problems:
        raise BadPack("pack_problems", problems, count=len(problems))
    loaded = load_scenario(room)
    if manifest.get("scenario_digest") != loaded.digest:
        raise BadPack("pack_wrong_digest", name="scenario.yaml")
    return loaded


def _same(place: Path, files: Mapping[str, bytes]) -> bool:
    there = {file.name for file in place.iterdir() if ALLOWED.fullmatch(file.name)}
    return there == files.keys() and all((place / name).read_bytes() == content for name, content in files.items())


def _text(manifest: Mapping[str, object], key: str) -> str:
    value = manifest.get(key)
    if not isinstance(value, str) or not value or len(value) > 200:
        raise BadPack("pack_no_manifest")
    return value


def _shown(name: str) -> str:
    """A name that may be of any length and any characters, as a person can read it."""
    plain = "".join(sign if sign.isprintable() else "�" for sign in os.fspath(name))
    return plain if len(plain) <= 80 else plain[:79] + "…"
