"""The score card: three dimensions, the overall grade, its band, and a row for every point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.locale import Message
from simulator.scoring.bands import Band, band_of
from simulator.scoring.evidence import Evidence, total
from simulator.scoring.overall import overall
from simulator.scoring.reactivity import reactivity
from simulator.scoring.record import Record
from simulator.scoring.tone import tone
from simulator.scoring.transparency import transparency


@dataclass(frozen=True)
class ScoreCard:
    """Scores 0..100, unrounded; the rows of a dimension add up to its score."""

    reactivity: float
    transparency: float
    tone: float
    overall: float
    band: Band
    evidence: tuple[Evidence, ...]

    def to_mapping(self) -> dict[str, object]:
        """The card as JSON-ready values, unrounded; sentences as code and arguments."""
        return {
            "reactivity": self.reactivity,
            "transparency": self.transparency,
            "tone": self.tone,
            "overall": self.overall,
            "band": self.band,
            "evidence": [_row(one) for one in self.evidence],
        }


def score(record: Record) -> ScoreCard:
    """Grade `record`: what was done, never how the outrage turned out."""
    reactive, open_, kind = reactivity(record), transparency(record), tone(record)
    scores = (_bounded(total(reactive)), _bounded(total(open_)), _bounded(total(kind)))
    whole = overall(record, *scores)
    grade = _bounded(total(whole))
    return ScoreCard(*scores, grade, band_of(grade), (*reactive, *open_, *kind, *whole))


def _bounded(points: float) -> float:
    """`points` without the rounding of a last bit beyond 0..100."""
    return min(max(points, 0.0), 100.0)


def _row(one: Evidence) -> dict[str, object]:
    return {
        "minute": one.minute,
        "dimension": one.dimension,
        "rule": one.rule,
        "subject": None if one.subject is None else {"kind": one.subject.kind, "id": one.subject.id},
        "earned": one.earned,
        "possible": one.possible,
        "message": _sentence(one.message),
        "source": one.source,
    }


def _sentence(message: Message) -> dict[str, object]:
    return {"code": message.code, "arguments": _values(message.arguments)}


def _values(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: _sentence(value) if isinstance(value, Message) else value for name, value in arguments.items()}
