"""In which language somebody is answered."""

from __future__ import annotations

from functools import lru_cache

from simulator.locale import LANGUAGES, Language


@lru_cache(maxsize=256)
def language_of(accepted: str | None) -> Language:
    """The language of ours that an Accept-Language header likes best; French where it says none."""
    best: tuple[float, Language] = (0.0, "fr")
    for part in (accepted or "")[:200].split(","):
        tag, _, parameters = part.strip().partition(";")
        language = next((one for one in LANGUAGES if tag.lower().split("-")[0] == one), None)
        if language is not None and (weight := _weight(parameters)) > best[0]:
            best = (weight, language)
    return best[1]


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
