"""Platforms that may send people here: entered by whoever runs the server, never by a visitor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.store.systems import Platform

_MOST = {"issuer": 300, "client_id": 200, "login_url": 500, "token_url": 500, "keys_url": 500, "audience": 500}
_HOST = re.compile(r"[a-z0-9.:-]+")
_URLS = ("issuer", "login_url", "token_url", "keys_url")


@dataclass(frozen=True)
class NewPlatform:
    """What a platform says of itself. `audience`: of tokens, where it is not `token_url`; no deployments: any."""

    issuer: str
    client_id: str
    login_url: str
    token_url: str
    keys_url: str
    audience: str | None = None
    deployments: tuple[str, ...] = ()


def moodle(address: str, client_id: str, deployments: tuple[str, ...] = ()) -> NewPlatform:
    """A Moodle, whose addresses follow from its own."""
    base = address.strip().rstrip("/")
    return NewPlatform(
        issuer=base,
        client_id=client_id,
        login_url=f"{base}/mod/lti/auth.php",
        token_url=f"{base}/mod/lti/token.php",
        keys_url=f"{base}/mod/lti/certs.php",
        deployments=deployments,
    )


def add_platform(session: Session, new: NewPlatform, now: datetime) -> Platform:
    """Let a platform send people here; the same issuer and client are brought up to date. Raises Declined."""
    for name, most in _MOST.items():
        value = getattr(new, name)
        if value is None and name == "audience":
            continue
        if not 0 < len(value) <= most or not value.isprintable() or " " in value:
            raise Declined("platform_field", field=name)
        if name in _URLS and not _is_url(value):
            raise Declined("platform_url", field=name)
    if any(not 0 < len(one) <= 255 or not one.isprintable() for one in new.deployments):
        raise Declined("platform_field", field="deployment")
    kept = session.scalar(select(Platform).where(Platform.issuer == new.issuer, Platform.client_id == new.client_id))
    if kept is None:
        kept = Platform(issuer=new.issuer, client_id=new.client_id, created=now)
        session.add(kept)
    kept.login_url, kept.token_url, kept.keys_url = new.login_url, new.token_url, new.keys_url
    kept.audience, kept.deployments = new.audience, list(new.deployments)
    session.flush()
    note(session, now, "platform", platform=kept.id)
    return kept


def platforms(session: Session) -> Sequence[Platform]:
    """All of them, in the order in which they came."""
    return session.scalars(select(Platform).order_by(Platform.id)).all()


def remove_platform(session: Session, issuer: str, client_id: str | None, now: datetime) -> int:
    """Take no more from a platform; classes and grades stay. How many registrations that was."""
    wanted = select(Platform.id).where(Platform.issuer == issuer)
    if client_id is not None:
        wanted = wanted.where(Platform.client_id == client_id)
    found = session.scalars(wanted).all()
    for one in found:
        session.execute(delete(Platform).where(Platform.id == one))
        note(session, now, "platform_removed", platform=one)
    return len(found)


def platform_of(session: Session, issuer: str, client_id: str | None) -> Platform:
    """The platform that says so of itself; without a client id, the only one of that issuer. Raises Declined."""
    found = session.scalars(select(Platform).where(Platform.issuer == issuer)).all()
    if client_id:
        found = [one for one in found if one.client_id == client_id]
    if len(found) != 1:
        raise Declined("platform_unknown", 403)
    return found[0]


def origin_of(url: str) -> str | None:
    """Scheme, host and port: what a page may be framed by; None where `url` is no address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not _HOST.fullmatch(host):
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}"


def _is_url(value: str) -> bool:
    return origin_of(value) is not None and urlsplit(value).username is None and not urlsplit(value).fragment
