"""How a server was started, as its workers are told."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from json import dumps, loads
from pathlib import Path

_VARIABLE = "BADBUZZ_SERVE"


@dataclass(frozen=True)
class Settings:
    """`database` is a URL, None for the file in `folder`; `processes` re-run plays for each of `workers`.

    `cluster` is the address of a Dask scheduler that re-runs them instead. `secure`: reached by https, here or at a
    proxy, so that cookies are sent over nothing else. `is_open`: other machines of the network reach it. `scenarios`
    are paths of some beside those that ship with the game or were installed.
    """

    folder: str
    database: str | None = None
    workers: int = 1
    processes: int = 1
    cluster: str | None = None
    secure: bool = False
    is_open: bool = False
    scenarios: tuple[str, ...] = ()

    @property
    def room(self) -> Path:
        """The server's folder."""
        return Path(self.folder)

    def hand_on(self) -> None:
        """Put the settings where the processes that this one begins find them."""
        os.environ[_VARIABLE] = dumps(asdict(self))

    @classmethod
    def handed_on(cls) -> Settings:
        """The settings of the process that began this one. Raises KeyError where there are none."""
        return cls(**loads(os.environ[_VARIABLE]))
