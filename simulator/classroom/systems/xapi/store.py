"""A class's record store: set by its teacher or by the command line, spoken to by the postman."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx
from sqlalchemy import delete
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.store.keeping import Outbox
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.systems import RecordStore
from simulator.classroom.systems.endpoints import Forbidden, Outside, checked_endpoint
from simulator.classroom.systems.outbox import NotDelivered
from simulator.classroom.systems.sealing import Seal
from simulator.classroom.systems.xapi.vocabulary import VERSION

_MOST_KEY = 200
_SECONDS = httpx.Timeout(15, connect=5)
_LATER = (401, 403, 404, 408, 425, 429)
"""Answers that whoever looks after the store can mend: wrong key, moved, too much at once."""


@dataclass(frozen=True)
class Wanted:
    """What is typed. `secret` None: the one that is kept."""

    endpoint: str
    key: str
    secret: str | None
    home: str
    names: bool = False
    trusted: bool = False


def keep_store(
    session: Session, school_class: SchoolClass, wanted: Wanted, seal: Seal, now: datetime, teacher: str | None = None
) -> RecordStore:
    """Send the class's statements there from now on. Raises Declined.

    Another endpoint asks for the secret anew: kept ones are sent only where they were meant for.
    """
    endpoint = checked_endpoint(wanted.endpoint, trusted=wanted.trusted)
    home = checked_endpoint(wanted.home, trusted=True)
    key = wanted.key.strip()
    if not 0 < len(key) <= _MOST_KEY or not key.isprintable() or ":" in key:
        raise Declined("store_key")
    kept = session.get(RecordStore, school_class.id)
    if wanted.secret:
        if len(wanted.secret) > _MOST_KEY:
            raise Declined("store_secret")
        secret = seal.sealed(wanted.secret)
    elif kept is not None and kept.endpoint == endpoint:
        secret = kept.secret
    else:
        raise Declined("store_secret")
    if kept is None:
        kept = RecordStore(class_id=school_class.id)
        session.add(kept)
    kept.endpoint, kept.key, kept.secret, kept.home = endpoint, key, secret, home
    kept.names, kept.trusted = wanted.names, wanted.trusted
    note(session, now, "record_store", teacher=teacher, school_class=school_class.id, names=wanted.names)
    return kept


def forget_store(session: Session, school_class: SchoolClass, now: datetime, teacher: str | None = None) -> None:
    """Send nothing more; what still waits is dropped."""
    session.execute(delete(RecordStore).where(RecordStore.class_id == school_class.id))
    waiting = delete(Outbox).where(Outbox.class_id == school_class.id, Outbox.kind == "xapi", Outbox.state != "sent")
    session.execute(waiting)
    note(session, now, "record_store_forgotten", teacher=teacher, school_class=school_class.id)


@dataclass(frozen=True)
class Door:
    """How a store is reached."""

    endpoint: str
    key: str
    secret: str
    trusted: bool


def client_of(door: Door) -> httpx.Client:
    """A client that goes nowhere else: no redirects, and no address inside, unless whoever runs the server named it."""
    return httpx.Client(
        transport=None if door.trusted else Outside(),
        auth=(door.key, door.secret),
        headers={"X-Experience-API-Version": VERSION},
        timeout=_SECONDS,
        trust_env=False,
    )


def send(door: Door, statements: Sequence[dict[str, Any]], client: Callable[[Door], httpx.Client] = client_of) -> None:
    """Have the store keep `statements`, all of them. Raises NotDelivered."""
    url = f"{door.endpoint}/statements"
    try:
        with client(door) as http:
            answer = http.post(url, json=list(statements))
            if answer.status_code == httpx.codes.CONFLICT:
                _send_each(http, url, statements)
                return
    except Forbidden:
        raise NotDelivered("the address is inside", final=True) from None
    except httpx.HTTPError as error:
        raise NotDelivered(type(error).__name__) from None
    _check(answer)


def _send_each(http: httpx.Client, url: str, statements: Sequence[dict[str, Any]]) -> None:
    """One of them is there already in other words, as before a teacher let names be said: the others are sent alone."""
    for statement in statements:
        answer = http.post(url, json=[statement])
        if answer.status_code != httpx.codes.CONFLICT:
            _check(answer)


def _check(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    status = answer.status_code
    after = answer.headers.get("retry-after", "")
    final = answer.is_redirect or (400 <= status < 500 and status not in _LATER)
    raise NotDelivered(f"HTTP {status}", final=final, after=int(after) if after.isdecimal() and len(after) < 6 else 0)
