"""Who made the game and what it is made of: people, fonts, libraries with their licences, research."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires

from simulator import __version__

PACKAGE = "badbuzz"
PEOPLE = "The Bad Buzz maintainers"
LICENCE = "MIT"
SOURCES: tuple[str, ...] = (
    "Arpan & Roskos-Ewoldsen (2005), Stealing thunder",
    "Coombs (2007), Protecting organization reputations during a crisis",
    "Coombs & Holladay (2012), The paracrisis",
    "Huang & Su (2009), Determinants of consistent, timely, and active responses",
    "Kelleher (2009), Conversational voice",
    "Lewicki, Polin & Lount (2016), The structure of effective apologies",
    "Ma & Zhan (2016), Effects of attributed responsibility",
    "Rawlins (2009), Give the emperor a mirror",
    "Reynolds & Seeger (2005), Crisis and emergency risk communication",
)
"""What the grade rests on; `docs/scoring.md` has them whole, `docs/propagation.md` those of the model."""
_FONTS = {
    "font-source-sans-pro": "Source Sans Pro",
    "font-manrope": "Manrope",
    "fonticon-materialdesignicons7": "Material Design Icons",
}
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 40


@dataclass(frozen=True)
class Work:
    """Something by others that the game is made of. `licence` is as its package tells it, "" where it does not."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True)
class Credits:
    """Everything that the credits say; names and licences need no translation."""

    version: str
    people: str
    licence: str
    fonts: tuple[Work, ...]
    libraries: tuple[Work, ...]
    sources: tuple[str, ...]


def credits_of_game() -> Credits:
    """What is installed here, as the packages themselves tell it; no library where nothing is known of them."""
    works = [(name, work) for name in _needed() if (work := _work(name)) is not None]
    fonts = tuple(work for name, work in works if name in _FONTS)
    libraries = tuple(work for name, work in works if name not in _FONTS)
    return Credits(__version__, PEOPLE, LICENCE, fonts, libraries, SOURCES)


def _needed() -> list[str]:
    """The packages that a play needs, without those of tests and extras."""
    try:
        asked = requires(PACKAGE) or []
    except PackageNotFoundError:
        return []
    names = (_NAME.match(line) for line in asked if "extra ==" not in line)
    return sorted((name.group().lower() for name in names if name), key=str.casefold)


def _work(name: str) -> Work | None:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return None
    return Work(_FONTS.get(name, about["Name"] or name), about["Version"] or "", _licence(about))


def _licence(about: PackageMetadata) -> str:
    """The licence in few words: an expression, else a short field, else what the classifiers say."""
    told = [str(line).strip() for key in ("License-Expression", "License") for line in about.get_all(key) or []]
    for line in told:
        if line and "\n" not in line and len(line) <= _LONGEST:
            return line
    classified = [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    names = ", ".join(line.rpartition(" :: ")[2] for line in classified)
    return names or (told[0].partition(" AND ")[0] if told else "")
