"""Join codes: an animal and a number, which one can say across a room in either language."""

from __future__ import annotations

import re
import secrets

from simulator.classroom.people.animals import ANIMALS, animal_in, animal_meant

_NUMBERS = 9000
_TYPED = re.compile(r"[^\w]*([^\W\d_]+)[\s_\W]*(\d{4})[^\w]*")


def new_code() -> str:
    """A code, as it is kept: one of a million and more ("loutre-4821")."""
    return f"{secrets.choice(ANIMALS)}-{1000 + secrets.randbelow(_NUMBERS)}"


def code_meant(typed: str) -> str | None:
    """The code as it is kept, however it was typed ("Otter 4821", "LOUTRE-4821", "araignee4821"); None: it is none."""
    match = _TYPED.fullmatch(typed.strip())
    animal = animal_meant(match[1]) if match else None
    return f"{animal}-{int(match[2])}" if match and animal else None


def shown_code(code: str, language: str) -> str:
    """The code as a class reads it: "LOUTRE-4821", "OTTER-4821"."""
    animal, _, number = code.rpartition("-")
    return f"{animal_in(animal, language)}-{number}".upper()
