"""The words of statements: ADL's verbs and activity types, and what this game adds of its own.

The game has no name of its own in the web; what it adds is named below the address of the server that says it.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = "1.0.3"
"""Of the specification (IEEE 9274.1.1's 2.0 takes the same statements)."""

_VERBS = "http://adlnet.gov/expapi/verbs/"
_ACTIVITIES = "http://adlnet.gov/expapi/activities/"

VERBS: Final = {
    name: {"id": f"{_VERBS}{name}", "display": {"en": name, "fr": french}}
    for name, french in (
        ("initialized", "a commencé"),
        ("answered", "a répondu"),
        ("completed", "a terminé"),
        ("terminated", "a interrompu"),
        ("scored", "a reçu la note"),
    )
}
SIMULATION: Final = f"{_ACTIVITIES}simulation"
INTERACTION: Final = f"{_ACTIVITIES}cmi.interaction"
COURSE: Final = f"{_ACTIVITIES}course"
ASSESSMENT: Final = f"{_ACTIVITIES}assessment"

OWN_WORDS: Final = (
    "minute", "attempt", "late", "reactivity", "transparency", "tone", "band", "first-message-minute",
    "scenario-digest", "engine-version",
)  # fmt: skip
"""Extensions, below `<server>/xapi/extensions/`."""


def extension(home: str, word: str) -> str:
    """The IRI of one of our own words, as the server at `home` says it."""
    assert word in OWN_WORDS, word
    return f"{home}/xapi/extensions/{word}"
