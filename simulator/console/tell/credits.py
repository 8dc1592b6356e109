"""The credits as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.locale import Phrasebook
from simulator.play.presenters.credits import Credits, Work


def credit_lines(told: Credits, say: Phrasebook) -> Iterator[str]:
    """Who made the game, under which licence, with what, and what its grade rests on."""
    yield say("console.credits_game", version=told.version, licence=told.licence, people=told.people)
    yield say("console.credits_imaginary")
    if not (told.fonts or told.libraries):
        yield say("console.credits_unknown")
    yield from _works(say("console.credits_fonts"), told.fonts)
    yield from _works(say("console.credits_libraries"), told.libraries)
    yield say("console.credits_sources")
    yield from (f"  {source}" for source in told.sources)


def _works(heading: str, works: Sequence[Work]) -> Iterator[str]:
    if works:
        yield heading
    for work in works:
        yield "  " + ", ".join(part for part in (f"{work.name} {work.version}".rstrip(), work.licence) if part)
