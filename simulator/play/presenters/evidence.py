"""What won or lost points, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.play.presenters.addition import Share, figure
from simulator.play.presenters.hindsight import EvidenceRow
from simulator.play.presenters.rings import CRITERION_CODES
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.wording import score_sentence
from simulator.scoring.evidence import Evidence

COUNTED_MOST = 12
"""Rows that a reader takes in at a glance; all of them stand by dimension."""
_OF_EACH = 3
"""Gains, and losses, that are shown at least where there are as many."""
_NEARLY_ALL = 0.9
"""Share of what was possible under which a row tells what was missing, and counts as a loss."""
_NEUTRAL = frozenset({"T.floor", "O.R", "O.T", "O.S"})
"""Rows that only keep a score within its bounds, and the shares of the three dimensions."""
_REPROACHES = frozenset({"S.worst"})
"""Rows whose sentence tells what went least well, whatever they earned."""


def counted_most(telling: Telling, rows: Iterable[tuple[Evidence, Share]]) -> tuple[EvidenceRow, ...]:
    """The dozen rows that counted most, by points, some gains and some losses among them; of equals the earlier first.

    A play that went badly did something right too, and the other way round.
    """
    weighing = [(row, share) for row, share in rows if row.rule not in _NEUTRAL and round(_counted(row))]
    weighing.sort(key=lambda entry: (-abs(_counted(entry[0])), entry[0].minute or 0))
    gains = [place for place, (row, _) in enumerate(weighing) if _counted(row) > 0]
    losses = [place for place, (row, _) in enumerate(weighing) if _counted(row) < 0]
    chosen = dict.fromkeys([*gains[:_OF_EACH], *losses[:_OF_EACH], *range(len(weighing))])
    return tuple(evidence_row(telling, *weighing[place]) for place in sorted(list(chosen)[:COUNTED_MOST]))


def evidence_row(telling: Telling, row: Evidence, share: Share) -> EvidenceRow:
    """The row of `row`, whose points are shown as `share`."""
    whole = round(_counted(row))
    sign = 0 if row.rule in _NEUTRAL or whole == 0 else 1 if whole > 0 else -1
    return EvidenceRow(
        clock="" if row.minute is None else telling.times.clock(row.minute),
        sign=sign,
        points=f"{'+' if whole > 0 else '−' if whole < 0 else ''}{abs(whole)}",
        criterion=telling.say(CRITERION_CODES[row.dimension]),
        text=score_sentence(telling, row.message),
        source=" · ".join(part for part in (row.rule, row.source or "") if part),
        exact=_exact(telling, row, share),
    )


def _counted(row: Evidence) -> float:
    """What a row is remembered for: points won, or, where they fell short, points lost (negative)."""
    if row.rule in _NEUTRAL:
        return row.earned
    is_loss = row.earned < _NEARLY_ALL * row.possible or row.earned < 0.0 or row.rule in _REPROACHES
    return -row.lost if is_loss else row.earned


def _exact(telling: Telling, row: Evidence, share: Share) -> str:
    earned = figure(telling.phrases, share.earned)
    if row.possible > 0.0:
        return telling.say("play.of_possible", earned=earned, possible=figure(telling.phrases, share.possible))
    return f"+{earned}" if share.earned > 0 else earned
