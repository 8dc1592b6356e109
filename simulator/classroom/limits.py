"""How often one place may guess wrong: codes, passwords, links. Who guesses right is never counted.

So two hundred students behind one address all get in, and somebody who tries codes does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.people.secret import derived
from simulator.classroom.store.database import Database
from simulator.classroom.store.keeping import Attempts


@dataclass(frozen=True)
class Limit:
    """`most` failures in `seconds`."""

    name: str
    most: int
    seconds: int


JOINS = Limit("join", 20, 600)
LOG_INS = Limit("login", 10, 600)
LOG_INS_TO = Limit("login to", 30, 600)
"""Into one account, from wherever."""
LINKS = Limit("link", 10, 600)
LAUNCHES = Limit("launch", 3000, 600)
"""Logins that a platform's name begins, which nobody has vouched for yet: a whole school has one address."""


class Limits:
    """Counts failures in the database, so that workers count together; an address is kept as a digest for a while."""

    def __init__(self, database: Database, secret: bytes) -> None:
        self._database = database
        self._secret = secret

    def check(self, limit: Limit, place: str, now: datetime) -> None:
        """Raises Declined (429) where `place` has failed too often."""
        key = self._key(limit, place)
        found = self._database.read(lambda session: session.get(Attempts, key))
        if found is not None and found.expires > now and found.count >= limit.most:
            wait = int((found.expires - now).total_seconds()) + 1
            raise Declined("too_many_tries", 429, retry_after=min(wait, limit.seconds), count=-(-wait // 60))

    def failed(self, limit: Limit, place: str, now: datetime) -> None:
        """`place` has failed once more."""
        key = self._key(limit, place)
        ends = now + timedelta(seconds=limit.seconds)

        def count(session: Session) -> None:
            session.execute(delete(Attempts).where(Attempts.expires <= now))
            insert = sqlite.insert if self._database.is_sqlite else postgresql.insert
            session.execute(
                insert(Attempts)
                .values(key=key, expires=ends, count=1)
                .on_conflict_do_update(index_elements=[Attempts.key], set_={"count": Attempts.count + 1})
            )

        self._database.write(count)

    def failures(self, limit: Limit, place: str) -> int:
        """How often `place` failed lately."""
        key = self._key(limit, place)
        return (
            self._database.read(lambda session: session.scalar(select(Attempts.count).where(Attempts.key == key))) or 0
        )

    def _key(self, limit: Limit, place: str) -> str:
        return derived(self._secret, "attempts", limit.name, network_of(place)).hex()


def network_of(place: str) -> str:
    """An address, or the network that one household has of IPv6; anything else as it is."""
    try:
        address = ip_address(place)
    except ValueError:
        return place
    if address.version == 6:
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(ip_network((address, 64), strict=False))
    return str(address)
