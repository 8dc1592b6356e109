"""The address that a class joins at, as its students can reach it."""

from __future__ import annotations

from ipaddress import ip_address

import segno
from fastapi import Request

from simulator.classroom.people.animals import plain
from simulator.classroom.serving.settings import Settings
from simulator.classroom.serving.start import own_address
from simulator.submission.address import join_link


def server_address(request: Request, settings: Settings) -> str:
    """The server's address as this visitor reached it.

    Who sits at the server's own machine reached it at an address that means another machine elsewhere: then it is the
    machine's address in its network.
    """
    scheme = "https" if settings.secure else request.url.scheme
    host, port = request.url.hostname or "localhost", request.url.port
    if settings.is_open and _is_here(host):
        host = own_address()
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" + (f":{port}" if port else "")


def class_link(request: Request, settings: Settings, code: str) -> str:
    """The link that invites to a class, with its code as students read it, but for accents, which links write badly."""
    return join_link(server_address(request, settings), plain(code).upper())


def qr_code(link: str) -> str:
    """A picture of a link, as an address that holds the picture itself."""
    return str(segno.make(link, micro=False).svg_data_uri(scale=4, border=2, dark="#121a2c", light="#ffffff"))


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
