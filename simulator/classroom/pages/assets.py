"""What pages are dressed with: a style sheet, a script, the game's typeface; browsers keep what stays the same."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fastapi import APIRouter, Request
from fastapi.responses import Response

from simulator.classroom.declined import Declined
from simulator.classroom.people.secret import digest
from simulator.places import shipped

router = APIRouter(include_in_schema=False)

_AT = "/static/"
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
_FONTS = {"text.ttf": "SourceSansPro-Regular.ttf", "semibold.ttf": "SourceSansPro-Semibold.ttf"}
_FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """A file's bytes, as they are and compressed; `version` is another for other bytes."""

    content: bytes
    zipped: bytes
    kind: str
    version: str


@cache
def assets() -> Mapping[str, Asset]:
    """Every file by its name."""
    own = files("simulator.classroom.pages") / "static"
    found: dict[str, Traversable] = {file.name: file for file in own.iterdir() if _suffix(file.name) in _KINDS}
    fonts = files("font_source_sans_pro") / "files"
    found.update({name: fonts / file for name, file in _FONTS.items()})
    found["icon.svg"] = shipped("assets") / "icon.svg"
    return {name: _asset(name, file.read_bytes()) for name, file in sorted(found.items())}


def address_of(name: str) -> str:
    """Where a page finds the file `name`. Raises KeyError."""
    return f"{_AT}{name}?{assets()[name].version}"


@router.get(_AT + "{name}")
def get_asset(name: str, request: Request) -> Response:
    """A file; for a year where it was asked for by its version."""
    asset = assets().get(name)
    if asset is None:
        raise Declined("nothing_here", 404)
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    etag = f'"{asset.version}{"z" if zipped else ""}"'
    asked_so = request.url.query == asset.version
    headers = {"ETag": etag, "Cache-Control": _FOR_EVER if asked_so else "no-cache", "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(asset.zipped if zipped else asset.content, headers=headers, media_type=asset.kind)


def _asset(name: str, content: bytes) -> Asset:
    return Asset(content, gzip.compress(content, 6, mtime=0), _KINDS[_suffix(name)], digest(content)[:12])


def _suffix(name: str) -> str:
    return name[name.rfind(".") :]
