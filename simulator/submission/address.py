"""Where a class server is reached, and how one is invited to a class: what is typed or pasted, made sense of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qs, quote, unquote, urlsplit

from simulator.locale import Message

SCHEME = "badbuzz"
_LONGEST = 500
_HOST = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")
_OWN_NETWORK = (".local", ".lan", ".home.arpa", ".internal")
"""Ends of names that mean something in one's own network alone."""


class BadAddress(Exception):
    """What was typed leads to no server; `message` says why."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"sending.{code}", arguments)


@dataclass(frozen=True)
class Address:
    """A server's address without a path at its end: "https://classe.example.org", "http://192.168.1.12:8000"."""

    url: str

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read along."""
        return self.url.startswith("https://")

    @property
    def host(self) -> str:
        """The name or number of the machine."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True)
class Invitation:
    """A server and the code of a class there, "" where it was not told."""

    address: Address
    code: str = ""


def join_link(url: str, code: str) -> str:
    """The link that invites to a class: a page of the server in a browser, and what the game takes when pasted."""
    return f"{url.rstrip('/')}/join/{quote(code, safe='')}"


def read_invitation(text: str, code: str = "") -> Invitation:
    """What `text` invites to: an address, a join link, or `badbuzz://host/CODE`; `code` where that has none.

    An address without a scheme is https, and http in one's own network, where servers seldom have a certificate.
    Raises BadAddress, also for http on a public network: nobody's decisions travel in the open there.
    """
    typed = text.strip()
    if not typed or len(typed) > _LONGEST or not typed.isprintable() or " " in typed:
        raise BadAddress("address_bad")
    scheme, marked, rest = typed.partition("://")
    scheme = scheme.lower() if marked else ""
    if scheme not in ("", SCHEME, "http", "https"):
        raise BadAddress("address_bad")
    try:
        parts = urlsplit(f"//{rest if marked else typed}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadAddress("address_bad") from None
    shown = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(shown) or parts.username is not None:
        raise BadAddress("address_bad")
    own = is_own_network(host)
    if scheme == "http" and not own:
        raise BadAddress("address_open", host=host)
    spoken = scheme if scheme in ("http", "https") else "http" if own else "https"
    path, found = _code_in(parts.path, parts.query, bare=scheme == SCHEME)
    at = f"{shown}:{port}" if port is not None else shown
    return Invitation(Address(f"{spoken}://{at}{path}"), code.strip() or found)


def is_own_network(host: str) -> bool:
    """Whether `host` is this machine or one of the same house: a private number, or a name that only means one here."""
    try:
        number = ip_address(host)
    except ValueError:
        name = host.lower()
        return "." not in name or name.endswith(_OWN_NETWORK)
    return number.is_loopback or number.is_private or number.is_link_local


def _code_in(path: str, query: str, *, bare: bool) -> tuple[str, str]:
    """The path of the server itself, and the code that stands after it; `bare`: with no word before the code."""
    before, word, after = path.rpartition("/join")
    if word and (after == "" or after.startswith("/")):
        path, found = before, after.strip("/")
    elif bare:
        path, _, found = path.rstrip("/").rpartition("/")
    else:
        found = ""
    return path.rstrip("/"), unquote(found or next(iter(parse_qs(query).get("code", [])), ""))
