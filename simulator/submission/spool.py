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

    `revision` rises with each change made here.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self.revision = 0
        self._key = key
        self._lock = Lock()

    def put(self, parcel: Parcel) -> None:
        """Keep `parcel`, in place of the one of its name. It is on the disk when this returns. Raises OSError."""
        with self._lock:
            write_durably(self.path(parcel.name), sealed(parcel, self._key))
            self.revision += 1

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
        """All of them, the one finished last first; and the files that are not as they were sealed."""
        good: list[Parcel] = []
        bad: list[Spoiled] = []
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            name = path.name.removesuffix(SUFFIX)
            try:
                parcel = self.get(name)
                if parcel is not None and parcel.name != name:
                    raise BadParcel("parcel_edited", path.name)
            except BadParcel as error:
                bad.append(Spoiled(name, error.message))
            else:
                good += [] if parcel is None else [parcel]
        return sorted(good, key=lambda one: (one.finished, one.name), reverse=True), bad

    def path(self, name: str) -> Path:
        """The file of the parcel `name`."""
        return self.folder / f"{name}{SUFFIX}"
