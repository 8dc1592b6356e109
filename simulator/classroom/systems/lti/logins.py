"""Logins that platforms begin: each is used up by one launch, in the same browser, within minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.people.secret import digest
from simulator.classroom.store.systems import Platform, PlatformLogin

LIVES = timedelta(minutes=5)


def keep_login(session: Session, platform: Platform, state: str, nonce: str, now: datetime) -> None:
    """Remember a login; `nonce` is its digest."""
    session.execute(delete(PlatformLogin).where(PlatformLogin.expires <= now))
    session.add(PlatformLogin(state=digest(state), nonce=nonce, platform_id=platform.id, expires=now + LIVES))


def use_login(session: Session, state: str, now: datetime) -> tuple[Platform, str]:
    """(platform, digest of the nonce) of the login, used up. Raises Declined: of two at once, one gets it."""
    used = session.execute(
        delete(PlatformLogin)
        .where(PlatformLogin.state == digest(state), PlatformLogin.expires > now)
        .returning(PlatformLogin.platform_id, PlatformLogin.nonce)
    ).one_or_none()
    if used is None:
        raise Declined("lti_login_over", 400)
    return session.get_one(Platform, used.platform_id), used.nonce
