"""The queue on the disk: one sealed file a play, written before anything is sent, and kept after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from simulator.durable import write_durably
from simulator.locale import Message
from simulator.submission.parcel import BadParcel, Parcel, sealed, unsealed

SUFFIX = ".parcel"
_MAX_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class Spoiled:
    """A file of the queue that is not as it was sealed; it is neither sent nor deleted."""

    name: str
    problem: Message


class Spool:
    """The parcels in `folder`, sealed by `key`. May be used from any thread.

    `revision` rises with each change made here, and with each that another game made once `parcels` finds it.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self.revision = 0
        self._key = key
        self._lock = Lock()
        self._read: dict[Path, tuple[tuple[int, int], Parcel | Spoiled]] = {}

    def put(self, parcel: Parcel) -> None:
        """Keep `parcel`, in place of the one of its name. It is on the disk when this returns. Raises OSError."""
        with self._lock:
            write_durably(self.path(parcel.name), sealed(parcel, self._key))
        self._changed()

    def get(self, name: str) -> Parcel | None:
        """The parcel as its file has it now, None where there is none. Raises BadParcel."""
        path = self.path(name)
        try:
            if path.stat().st_size > _MAX_BYTES:
                raise BadParcel("parcel_unreadable", path.name)
            return unsealed(path.read_text(encoding="utf-8"), self._key, path.name)
        except FileNotFoundError:
            return None
        except (OSError, UnicodeError):
            raise BadParcel("parcel_unreadable", path.name) from None

    def parcels(self) -> tuple[Sequence[Parcel], Sequence[Spoiled]]:
        """All of them, the one finished last first; and the files that are not as they were sealed.

        A file is read again only when it has changed; `get`, by which one sends, always reads it.
        """
        found = [self._looked_at(path) for path in sorted(self.folder.glob(f"*{SUFFIX}"))]
        good = [one for one in found if isinstance(one, Parcel)]
        return (
            sorted(good, key=lambda one: (one.finished, one.name), reverse=True),
            [one for one in found if isinstance(one, Spoiled)],
        )

    def _looked_at(self, path: Path) -> Parcel | Spoiled | None:
        try:
            status = path.stat()
        except OSError:
            return None
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._read.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        name = path.name.removesuffix(SUFFIX)
        one: Parcel | Spoiled | None
        try:
            one = self.get(name)
            if one is not None and one.name != name:
                raise BadParcel("parcel_edited", path.name)
        except BadParcel as error:
            one = Spoiled(name, error.message)
        if one is not None:
            self._read[path] = (stamp, one)
            self._changed()
        return one

    def _changed(self) -> None:
        with self._lock:
            self.revision += 1

    def path(self, name: str) -> Path:
        """The file of the parcel `name`."""
        return self.folder / f"{name}{SUFFIX}"
