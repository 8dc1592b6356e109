"""Being in a class: what is kept of it between two evenings, in one file that only its owner reads."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from simulator.durable import write_durably
from simulator.locale import Message
from simulator.submission.address import Address
from simulator.submission.wire.joining import Joined, Token

_FORMAT = 1
_KIND = "badbuzz class"
_MAX_BYTES = 64 * 1024
_KEY_BYTES = 18


class BadMembership(Exception):
    """A file of which no membership can be read; `message` says so."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.message = Message("sending.membership_unreadable", {"file": str(file)})


@dataclass(frozen=True)
class Membership:
    """A student in a class. `key` seals what waits to be sent; `code` is how one joined, "" where it is not known.

    `ca_file` vouches for the server's certificate, "" for the system's own.
    """

    url: str
    student: str
    pseudonym: str
    class_name: str
    code: str
    token: str
    refresh: str
    key: str
    ca_file: str = ""

    @property
    def address(self) -> Address:
        """Where its server is."""
        return Address(self.url)

    @property
    def seal_key(self) -> bytes:
        """The key as bytes."""
        return bytes.fromhex(self.key)

    def with_token(self, token: Token) -> Membership:
        """The same with a new token."""
        return replace(self, token=token.token, refresh=token.refresh)


def membership_of(joined: Joined, address: Address, code: str, ca_file: str) -> Membership:
    """A membership that has just begun, with a key of its own."""
    return Membership(
        url=address.url,
        student=joined.student,
        pseudonym=joined.pseudonym,
        class_name=joined.class_name,
        code=code,
        token=joined.token,
        refresh=joined.refresh,
        key=secrets.token_hex(32),
        ca_file=ca_file,
    )


def new_key() -> str:
    """A key to send a request under: nobody else's, however often this is called."""
    return secrets.token_urlsafe(_KEY_BYTES)


class MembershipFile:
    """The membership kept at `path`, if there is one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Membership | None:
        """The membership, None where there is none. Raises BadMembership."""
        try:
            if self.path.stat().st_size > _MAX_BYTES:
                raise BadMembership(self.path)
            record = json.loads(self.path.read_text(encoding="utf-8"))
            return _membership(record)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, RecursionError):
            raise BadMembership(self.path) from None

    def save(self, membership: Membership) -> None:
        """Keep `membership`. Raises OSError."""
        record = {"kind": _KIND, "format": _FORMAT, **asdict(membership)}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            self.path.parent.chmod(0o700)  # before the file is there: it holds what proves who one is
        write_durably(self.path, json.dumps(record, ensure_ascii=False, indent=1) + "\n")
        with suppress(OSError):
            self.path.chmod(0o600)

    def forget(self) -> None:
        """Keep nothing any more. Raises OSError."""
        self.path.unlink(missing_ok=True)


def _membership(record: Any) -> Membership:
    if not isinstance(record, dict) or record.get("kind") != _KIND or record.get("format") != _FORMAT:
        raise ValueError
    values = {name: record[name] for name in Membership.__dataclass_fields__ if name in record}
    if not all(isinstance(value, str) for value in values.values()):
        raise ValueError
    made = Membership(**values)
    if len(made.seal_key) < 16 or not made.url.startswith(("http://", "https://")):
        raise ValueError
    return made
