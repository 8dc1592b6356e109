"""Who speaks in the feed: names, handles, initials and badges."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.chance import Chance
from simulator.locale import Phrasebook
from simulator.play.presenters.names import FEMININE, LAST_INITIALS, LOUD_ACCOUNTS, MASCULINE, SECOND_WORDS
from simulator.play.presenters.post_rows import BadgeKind
from simulator.scenario.base import Segment
from simulator.scenario.model import Organisation, Served
from simulator.scenario.story import Persona

_KINDS: dict[Segment, BadgeKind] = {
    "customers": "customer",
    "employees": "employee",
    "journalists": "journalist",
    "influencers": "influencer",
    "authorities": "authority",
    "public": "",
    "bots": "",
}
_FEMININE = frozenset(FEMININE)


@dataclass(frozen=True)
class Author:
    """An account as the feed shows it; `note` is a remark on it ("compte récent")."""

    name: str
    handle: str
    initials: str
    badge: str = ""
    badge_kind: BadgeKind = ""
    note: str = ""


def simulated_author(
    number: int, segment: Segment, seed: int, phrases: Phrasebook, served: Served = "customers"
) -> Author:
    """The simulated user `number` of the world `seed`: always the same name, in both languages."""
    chance = Chance(seed)
    if segment == "bots":
        word = chance.chosen("loud account", LOUD_ACCOUNTS, number)
        digits = chance.below("loud digits", number, 90) + 10
        return Author(f"{word}{digits}", f"@{word.lower()}{digits}", "?", note=phrases("play.note_new_account"))
    first = chance.chosen("first name", FEMININE + MASCULINE, number)
    initial = chance.chosen("last initial", LAST_INITIALS, number)
    kind = _KINDS[segment]
    return Author(
        name=f"{first} {initial}.",
        handle=_handle(chance, number, first, initial),
        initials=first[0] + initial,
        badge=_badge(kind, first in _FEMININE, phrases, served),
        badge_kind=kind,
    )


def persona_author(persona: Persona, phrases: Phrasebook, served: Served = "customers") -> Author:
    """Somebody of the scenario."""
    kind = _KINDS[persona.segment]
    first = persona.name.split()[0].rstrip(",")
    return Author(
        name=persona.name,
        handle=handle(persona.handle),
        initials=initials(persona.name),
        badge=_badge(kind, first in _FEMININE, phrases, served),
        badge_kind=kind,
        note=phrases("play.note_new_account") if persona.troll else "",
    )


def own_author(organisation: Organisation, phrases: Phrasebook) -> Author:
    """The organisation itself."""
    return Author(
        name=organisation.name,
        handle=handle(organisation.handle),
        initials=initials(organisation.name),
        badge=phrases("play.badge_you"),
        badge_kind="you",
    )


def handle(text: str) -> str:
    """`text` with its at sign."""
    return text if text.startswith("@") else f"@{text}"


def initials(name: str) -> str:
    """Two letters for a name: `Marion L.` -> `ML`, `Babilune` -> `BA`."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]).upper()


def _badge(kind: BadgeKind, feminine: bool, phrases: Phrasebook, served: Served) -> str:
    if not kind:
        return ""
    if kind == "customer":
        return phrases(f"play.she_is_{served}" if feminine else f"play.he_is_{served}")
    codes = {
        "employee": ("play.badge_employee_f", "play.badge_employee_m"),
        "influencer": ("play.badge_influencer_f", "play.badge_influencer_m"),
        "journalist": ("play.badge_journalist", "play.badge_journalist"),
        "authority": ("play.badge_authority", "play.badge_authority"),
    }[kind]
    return phrases(codes[0] if feminine else codes[1])


def _handle(chance: Chance, number: int, first: str, initial: str) -> str:
    plain = first.lower().translate(_PLAIN)
    word = chance.chosen("handle word", SECOND_WORDS, number)
    digits = chance.below("handle digits", number, 90) + 10
    forms = (
        f"@{plain}{digits}",
        f"@{plain}_{initial.lower()}{digits}",
        f"@{plain}_{word}",
        f"@{word}_{plain}",
        f"@{plain}.{initial.lower()}",
        f"@{initial.lower()}{plain}{digits}",
    )
    return chance.chosen("handle form", forms, number)


_PLAIN = str.maketrans("àâäéèêëîïôöùûüçÿ-", "aaaeeeeiioouuucy_")
