"""Pseudonyms: any script, and nothing that pretends to be something else on somebody's screen."""

from __future__ import annotations

import unicodedata

from simulator.classroom.declined import Declined
from simulator.submission.wire.base import MOST_NAME

_MOST_MARKS = 2
"""Marks on one letter; more climb over the lines of a board."""
_FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, directions (bidi), halves of characters, private and unassigned ones, line ends."""
_FORMATS_OF_SCRIPTS = frozenset("\u200c\u200d")
"""Joiners, which some scripts cannot be written without; they stand between letters only."""


def clean_name(typed: str) -> str:
    """The pseudonym as it is kept and shown: composed (NFC), single spaces. Raises Declined (`name_*`)."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not name:
        raise Declined("name_empty")
    if len(name) > MOST_NAME:
        raise Declined("name_long", most=MOST_NAME)
    marks = 0
    for place, sign in enumerate(name):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        joins = sign in _FORMATS_OF_SCRIPTS and 0 < place < len(name) - 1 and not _is_latin(name[place - 1])
        if (kind in _FORBIDDEN and not joins) or marks > _MOST_MARKS:
            raise Declined("name_signs")
    if not any(sign.isalnum() for sign in name):
        raise Declined("name_empty")
    return name


def folded(name: str) -> str:
    """What two pseudonyms are compared by: "Ada" is "ada", and so is "Ａｄａ"; joiners do not count."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(sign for sign in plain if sign not in _FORMATS_OF_SCRIPTS)
    return unicodedata.normalize("NFKC", " ".join(kept.split()))[:160]


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")
