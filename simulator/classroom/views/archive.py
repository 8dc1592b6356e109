"""Debriefs of plays, kept for a while: a play is lived again and drawn in a second, and looked at several times."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Generic, TypeVar

from simulator.classroom.plays.reliving import Relived, relived
from simulator.debrief.timeline import decisions_of, injects_of
from simulator.locale import Language, phrasebook
from simulator.pages.layout import Layout, layout
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.telling import Telling
from simulator.play.report import report_of
from simulator.scenario.rubric import Rubric

T = TypeVar("T")
_MOST = 60


@dataclass(frozen=True)
class Deed:
    """A decision of a play: when, what, and the words of what was said."""

    clock: str
    minute: int
    text: str


@dataclass(frozen=True)
class DebriefPage:
    """A play's debrief: `layout` as templates of `simulator.pages` take it, `deeds` in order.

    `folded` are the headings of sections to be opened only when they are wanted.
    """

    layout: Layout
    folded: frozenset[str]
    deeds: tuple[Deed, ...]


@dataclass(frozen=True)
class Source:
    """What a play is made of. `play` names it, `packed` is its replay as kept."""

    play: str
    packed: bytes
    edition: Edition
    rubric: Rubric | None


class _Shelf(Generic[T]):
    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, ...], T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made


class Archive:
    """The debriefs and events of one worker's plays. A play never changes, so nothing here grows old."""

    def __init__(self) -> None:
        self._debriefs: _Shelf[DebriefPage] = _Shelf()
        self._events: _Shelf[tuple[int, ...]] = _Shelf()

    def debrief(self, source: Source, language: Language) -> DebriefPage:
        """The debrief of a play that was verified. Loads matplotlib."""
        return self._debriefs.get((source.play, language), lambda: _debrief(source, language))

    def events(self, source: Source) -> tuple[int, ...]:
        """The minutes at which something came or was decided, with the first and the last."""
        return self._events.get((source.play,), lambda: _events(source))


def telling_of(again: Relived, language: Language) -> Telling:
    """A play told in `language`, by the weights that its class grades by."""
    say, edition = phrasebook(language), again.edition
    scenario = edition.scenario(language)
    if again.rubric is not None:
        scenario = scenario.model_copy(update={"rubric": again.rubric})
    return Telling(again.run, scenario, say, edition.voices(language), edition.loaded.folder)


def _debrief(source: Source, language: Language) -> DebriefPage:
    again = relived(source.packed, source.edition, source.rubric)
    telling = telling_of(again, language)
    view = debrief(telling, again.card)
    page = report_of(replace(view, guide=None, questions=()))
    deeds = tuple(Deed(row.clock, round(row.minute), row.text) for row in view.choices)
    folded = frozenset(telling.phrases(code) for code in ("report.marks", "report.evidence"))
    return DebriefPage(layout(page, telling.phrases), folded, deeds)


def _events(source: Source) -> tuple[int, ...]:
    run = relived(source.packed, source.edition, None).run
    minutes = {minute for minute, _ in injects_of(run)} | {decision.minute for decision in decisions_of(run)}
    return tuple(sorted(minutes | {0, run.minute}))
