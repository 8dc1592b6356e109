"""A sentence that the next page says, once: it travels in a cookie that only this server can have written."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hmac import compare_digest

from fastapi import Request

from simulator.classroom.people.secret import derived
from simulator.classroom.serving.house import House
from simulator.locale import Message

COOKIE = "badbuzz_said"
_SIGNS = 24


def written(house: House, message: Message) -> str:
    """The cookie's value."""
    body = json.dumps([message.code, dict(message.arguments)], separators=(",", ":")).encode()
    text = urlsafe_b64encode(body).decode().rstrip("=")
    return f"{_signature(house, text)}.{text}"


def read(house: House, request: Request) -> Message | None:
    """The sentence that a request brings, None where it brings none of ours."""
    signature, _, text = request.cookies.get(COOKIE, "").partition(".")
    if not text.isascii() or not compare_digest(signature.encode(), _signature(house, text).encode()):
        return None
    code, arguments = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return Message(code, arguments)


def _signature(house: House, text: str) -> str:
    return derived(house.secret, "said", text).hex()[:_SIGNS]
