"""Signed tokens: who asks, for how long, and how often their key was changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import jwt

from simulator.classroom.declined import Declined

Kind = Literal["access", "refresh", "teacher"]
LIVES: dict[Kind, timedelta] = {
    "access": timedelta(hours=1),
    "refresh": timedelta(days=200),
    "teacher": timedelta(hours=12),
}
_ISSUER = "badbuzz"


@dataclass(frozen=True)
class Bearer:
    """What a token says: whose it is, and the generation of their key."""

    kind: Kind
    subject: str
    generation: str


class Tokens:
    """Signs and reads tokens with the server's secret."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def signed(self, bearer: Bearer, now: datetime) -> tuple[str, datetime]:
        """A token for `bearer`, and until when it is good."""
        ends = now + LIVES[bearer.kind]
        claims = {
            "iss": _ISSUER,
            "aud": bearer.kind,
            "sub": bearer.subject,
            "gen": bearer.generation,
            "iat": int(now.timestamp()),
            "exp": int(ends.timestamp()),
        }
        return jwt.encode(claims, self._secret, algorithm="HS256"), ends

    def read(self, token: str, kind: Kind, now: datetime) -> Bearer:
        """Who holds `token`. Raises Declined (401) where it is not ours, not of this kind, or over."""
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=["HS256"],
                audience=kind,
                issuer=_ISSUER,
                options={"require": ["exp", "sub"], "verify_exp": False, "verify_iat": False},
            )
            ends, subject, generation = int(claims["exp"]), str(claims["sub"]), str(claims["gen"])
        except (jwt.InvalidTokenError, KeyError, TypeError, ValueError):
            raise Declined("token_unknown", 401) from None
        if ends <= now.timestamp():
            raise Declined("token_over", 401)
        return Bearer(kind, subject, generation)
