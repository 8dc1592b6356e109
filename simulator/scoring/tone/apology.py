"""S.apology: what the apology was made of, over the whole play."""

from __future__ import annotations

from math import fsum

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scenario.tags import ApologyComponent
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import originals
from simulator.scoring.record import Record
from simulator.scoring.tone.stance import expected

COMPONENTS: dict[ApologyComponent, float] = {
    "responsibility": 0.30,
    "repair": 0.25,
    "regret": 0.15,
    "explanation": 0.15,
    "repentance": 0.12,
    "forgiveness": 0.03,
}
"""What each component adds; the order is that of Lewicki, Polin & Lount (2016), the figures ours."""

_CORRECT = 5
"""The stance of putting right, the least that a preventable crisis calls for once responsibility is known."""

_NAMES: dict[ApologyComponent, Message] = {
    "responsibility": Message("scoring.component_responsibility"),
    "repair": Message("scoring.component_repair"),
    "regret": Message("scoring.component_regret"),
    "explanation": Message("scoring.component_explanation"),
    "repentance": Message("scoring.component_repentance"),
    "forgiveness": Message("scoring.component_forgiveness"),
}


def is_called_for(record: Record, minute: int) -> bool:
    """Whether a message decided at `minute` is graded on the apology: no stance below putting right would fit."""
    return expected(record, minute)[0] >= _CORRECT


def apology(record: Record) -> float:
    """The sum of the components made in public anywhere in the play, each counted once: 0..1."""
    return fsum(weight for part, weight in COMPONENTS.items() if _teller(record, part) is not None)


def apology_findings(record: Record, since: int) -> tuple[Finding, ...]:
    """A finding for each component: when it was first made, or missing since responsibility was known."""
    return tuple(_finding(record, part, weight, since) for part, weight in COMPONENTS.items())


def _finding(record: Record, part: ApologyComponent, weight: float, since: int) -> Finding:
    subject = Subject("component", part)
    arguments: dict[str, object] = {"component": _NAMES[part]}
    teller = _teller(record, part)
    if teller is None:
        return Finding(0.0, weight, Message("scoring.component_missing", arguments), since, subject)
    sentence = Message("scoring.component_made", {**arguments, "message_minute": teller.minute})
    return Finding(weight, weight, sentence, teller.minute, subject)


def _teller(record: Record, part: ApologyComponent) -> PublishedMessage | None:
    tellers = (message for message in originals(record) if message.is_public and part in message.tags.apology)
    return next(tellers, None)
