"""Instants as teachers read and type them: in the time zone of where they are, which is always named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from urllib.parse import quote
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import LOCALTZ, format_datetime
from fastapi import Request
from fastapi.responses import Response

from simulator.classroom.declined import Declined
from simulator.locale import Language

ZONE = "badbuzz_zone"
"""The cookie of the time zone: that of the browser, or as it was chosen last on a page."""
_YEAR = 365 * 24 * 3600
_TYPED = "%Y-%m-%dT%H:%M"


@cache
def zones() -> tuple[str, ...]:
    """The names that can be chosen: places, not abbreviations."""
    areas = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return ("UTC", *sorted(name for name in available_timezones() if name.startswith(areas)))


@dataclass(frozen=True)
class Zone:
    """A time zone by its name ("Europe/Paris")."""

    name: str

    def typed(self, moment: datetime | None) -> str:
        """An instant as a field holds it."""
        return "" if moment is None else moment.astimezone(ZoneInfo(self.name)).strftime(_TYPED)

    def moment(self, text: str, field: str) -> datetime | None:
        """The instant that was typed in a field, None for nothing. Raises Declined."""
        if not text:
            return None
        try:
            return datetime.strptime(text[:16].replace(" ", "T"), _TYPED).replace(tzinfo=ZoneInfo(self.name))
        except (ValueError, OverflowError):
            raise Declined("moment_bad", field=field) from None

    def shown(self, moment: datetime, language: Language) -> str:
        """An instant as one reads it: "lundi 30 novembre 2026 à 14:05", without the zone."""
        local = moment.astimezone(ZoneInfo(self.name))
        pattern = "EEEE d MMMM y 'à' HH\u202f'h'\u202fmm" if language == "fr" else "EEEE d MMMM y, HH:mm"
        return format_datetime(local, pattern, locale=language)

    def difference(self, moment: datetime) -> str:
        """How far the zone is from UTC at an instant: "UTC+1", "UTC−3:30"."""
        away = moment.astimezone(ZoneInfo(self.name)).utcoffset() or timedelta()
        minutes = round(away.total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        return "UTC" + (f"{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "")


def zone_of(request: Request) -> Zone:
    """The zone of a request's cookie, else that of the server's machine."""
    return zone_named(request.cookies.get(ZONE, "").replace("%2F", "/")) or _own()


def remember_zone(response: Response, zone: Zone, *, secure: bool) -> None:
    """Show hours in that zone from now on; the pages' script reads the cookie too."""
    response.set_cookie(ZONE, quote(zone.name, safe=""), max_age=_YEAR, samesite="lax", secure=secure)


def zone_named(name: str) -> Zone | None:
    """The zone of that name, None where there is none."""
    return Zone(name) if name in zones() else None


@cache
def _own() -> Zone:
    return zone_named(str(getattr(LOCALTZ, "key", LOCALTZ))) or Zone("UTC")
