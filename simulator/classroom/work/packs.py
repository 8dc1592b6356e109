"""Scenarios as they were when they were set: their packs stand in the database, and are opened once a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.authoring.install import BadPack, install
from simulator.authoring.pack import CannotPack, packed, sha256
from simulator.classroom.declined import Declined
from simulator.classroom.store.database import Database
from simulator.classroom.store.work import Pack
from simulator.play.edition import Edition
from simulator.scenario.load import LoadedScenario
from simulator.scenario.translation import in_language

_TERMS = "for the class that it was set to"
"""Of a scenario whose author has not said on what terms it may be passed on."""


@dataclass(frozen=True)
class Parcel:
    """A pack that may be kept: its bytes, and what of its scenario stands beside them."""

    content: bytes
    scenario_id: str
    scenario_digest: str
    titles: Mapping[str, str]


def parcel_of(loaded: LoadedScenario) -> Parcel:
    """The pack of a scenario of the library. Raises Declined."""
    try:
        content = packed(loaded, _TERMS)
    except CannotPack as error:
        raise Declined("pack_refused", reason=error.message) from None
    return _parcel(content, loaded)


def parcel_sent(content: bytes) -> Parcel:
    """A pack that a teacher sent, checked from all sides. Raises Declined."""
    with TemporaryDirectory(prefix="badbuzz-") as room:
        return _parcel(content, _opened(content, Path(room)))


def keep(session: Session, parcel: Parcel, now: datetime) -> Pack:
    """Keep a pack, once however often it is kept."""
    digest = sha256(parcel.content)
    found = session.get(Pack, digest)
    if found is not None:
        return found
    made = Pack(
        digest=digest,
        content=parcel.content,
        scenario_id=parcel.scenario_id,
        scenario_digest=parcel.scenario_digest,
        titles=dict(parcel.titles),
        created=now,
    )
    session.add(made)
    session.flush()
    return made


def keep_scenario(session: Session, loaded: LoadedScenario, now: datetime) -> Pack:
    """The pack of a scenario of the library, kept. Raises Declined."""
    return keep(session, parcel_of(loaded), now)


def keep_upload(session: Session, content: bytes, now: datetime) -> Pack:
    """A pack that a teacher sent, checked from all sides first. Raises Declined."""
    return keep(session, parcel_sent(content), now)


class Packs:
    """Packs of the database, opened in a folder and read once."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._editions: dict[str, Edition] = {}
        self._lock = Lock()

    def edition(self, digest: str) -> Edition:
        """The scenario of the pack `digest`. Raises KeyError where there is none; OSError."""
        with self._lock:
            if digest not in self._editions:
                self._editions[digest] = Edition(_opened(self.content(digest), self._folder / digest))
            return self._editions[digest]

    def content(self, digest: str) -> bytes:
        """The pack itself. Raises KeyError where there is none."""
        found = self._database.read(lambda session: session.scalar(select(Pack.content).where(Pack.digest == digest)))
        if found is None:
            raise KeyError(digest)
        return found


def _opened(content: bytes, room: Path) -> LoadedScenario:
    room.mkdir(parents=True, exist_ok=True)
    file = room / f"{sha256(content)[:8]}.badbuzz"
    file.write_bytes(content)
    try:
        return install(file, room / "scenarios", replace=True).loaded
    except BadPack as error:
        raise Declined("pack_refused", reason=error.message) from None
    finally:
        file.unlink(missing_ok=True)


def _parcel(content: bytes, loaded: LoadedScenario) -> Parcel:
    titles: dict[str, str] = {language: in_language(loaded, language).title for language in loaded.languages}
    return Parcel(content, loaded.id, loaded.digest, titles)
