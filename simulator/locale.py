"""Interface language: sentences, numbers, dates and plurals in French (the reference) or English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from simulator.places import catalogues

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

_NARROW_SPACE = "\u202f"


@dataclass(frozen=True)
class Message:
    """A sentence for a person, before it has a language.

    `code` is `domain.name`: the sentence stands under that code in `locales/<language>/<domain>.po`.
    `arguments` fill its `{placeholders}`; an argument may be a Message itself. `count` chooses the plural.
    """

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted((key, str(value)) for key, value in self.arguments.items()))))


class Phrasebook:
    """Speaks one language: `say` for messages, the others for numbers and times."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = Locale.parse(language)

    def say(self, message: Message) -> str:
        """The sentence of `message`; where its catalogue is damaged, that of the other language, else its code.

        A code that a whole catalogue does not know raises KeyError: a test keeps catalogues whole.
        """
        forms = _forms(self.language, message.code)
        arguments = {key: self._worded(value) for key, value in message.arguments.items()}
        if len(forms) == 1:
            return forms[0].format(**arguments)
        count = message.arguments.get("count", 1)
        plural = 1 if abs(float(str(count))) >= 2 or (count == 0 and self.language == "en") else 0
        return forms[plural].format(**arguments)

    def __call__(self, code: str, **arguments: object) -> str:
        """The sentence for `code`: short for `say(Message(code, arguments))`."""
        return self.say(Message(code, arguments))

    def _worded(self, value: object) -> str:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value)
        return str(value)

    def number(self, value: float, decimals: int = 0) -> str:
        """`1 234,5` in French, `1,234.5` in English; at most `decimals` places."""
        return _formatted(self._locale, value, decimals)

    def short_number(self, value: float) -> str:
        """A count for a narrow place: `940`, `1,9 k`, `31 k`, `2,4 M`."""
        for size, letter in ((1_000_000, "M"), (1_000, "k")):
            if value >= size:
                scaled = value / size
                space = _NARROW_SPACE if self.language == "fr" else ""
                return self.number(scaled, 1 if scaled < 10 else 0) + space + letter
        return self.number(value)

    def clock(self, moment: datetime) -> str:
        """The hour: `14 h 32` in French, `14:32` in English."""
        return self("locale.clock", hour=f"{moment.hour:d}", minute=f"{moment.minute:02d}")

    def day(self, moment: datetime) -> str:
        """The weekday in short: `mar.`, `Tue`."""
        return format_date(moment, "EEE", locale=self._locale)

    def date(self, moment: datetime) -> str:
        """Day and month: `22 nov.`, `Nov 22`."""
        return format_skeleton("MMMd", moment, locale=self._locale)

    def elapsed(self, minutes: int) -> str:
        """A stretch of scenario time since the start: `1:47`."""
        return f"{minutes // 60}:{minutes % 60:02d}"


@lru_cache(maxsize=4096)
def _formatted(locale: Locale, value: float, decimals: int) -> str:
    """The number as text; a feed shows the same few hundred again each minute, and each costs thirty microseconds."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=locale)


_damaged: set[str] = set()
"""Catalogues found missing, cut short or unreadable: "fr/ui.po"."""


def damaged_catalogues() -> tuple[str, ...]:
    """The catalogues, as far as they were needed, that are missing or not whole ("fr/ui.po")."""
    return tuple(sorted(_damaged))


def _forms(language: Language, code: str) -> tuple[str, ...]:
    domain = code.partition(".")[0]
    own = _sentences(language, domain)
    if code in own:
        return own[code]
    lent = next((found[code] for other in LANGUAGES if code in (found := _sentences(other, domain))), None)
    if lent is None and not any(f"{other}/{domain}.po" in _damaged for other in LANGUAGES):
        raise KeyError(code)
    _damaged.add(f"{language}/{domain}.po")
    return lent or (code,)


@cache
def _sentences(language: Language, domain: str) -> dict[str, tuple[str, ...]]:
    try:
        with (catalogues() / language / f"{domain}.po").open("rb") as file:
            catalogue = read_po(file, locale=language)
    except (OSError, ValueError, PoFileError):
        _damaged.add(f"{language}/{domain}.po")
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for entry in catalogue:
        if entry.id:
            code = entry.id if isinstance(entry.id, str) else entry.id[0]
            forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
            if all(forms) and forms:
                found[str(code)] = forms
    return found


@cache
def phrasebook(language: Language) -> Phrasebook:
    """The phrasebook of `language`, made once."""
    return Phrasebook(language)
