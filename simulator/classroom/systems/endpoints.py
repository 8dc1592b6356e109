"""Addresses that somebody types and this server calls: never a way into its own network.

A teacher's endpoint is answered by https from a public address. The address is looked up once and the very one that was
judged is connected to, so a name cannot point elsewhere in between. Whoever runs the server may name any.
"""

from __future__ import annotations

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx

from simulator.classroom.declined import Declined

_MOST = 500


class Forbidden(httpx.ConnectError):
    """The name stands for an address that a teacher's endpoint must not have."""


def checked_endpoint(typed: str, *, trusted: bool) -> str:
    """The endpoint without a slash at its end. Raises Declined; where it leads is judged when it is called."""
    text = typed.strip()
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Declined("endpoint_bad") from None
    good = len(text) <= _MOST and text.isascii() and text.isprintable() and " " not in text
    if not good or parts.scheme not in ("http", "https") or not host or parts.username or parts.query or parts.fragment:
        raise Declined("endpoint_bad")
    if parts.scheme == "http" and not trusted:
        raise Declined("endpoint_https")
    if not trusted and _is_inside(host):
        raise Declined("endpoint_inside")
    return text.rstrip("/")


class Outside(httpx.HTTPTransport):
    """Connects to public addresses alone."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        address = _public(host, request.url.port or 443)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)  # the header Host was written before, and says the name
        return super().handle_request(request)


def _is_inside(host: str) -> bool:
    """Whether it says so itself; names are judged by where they lead."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def _public(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpx.ConnectError(str(error)) from None
    addresses = [str(one[4][0]) for one in found]
    if not addresses or any(not ip_address(one).is_global or ip_address(one).is_multicast for one in addresses):
        raise Forbidden("not a public address")
    return addresses[0]
