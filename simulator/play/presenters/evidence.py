"""What won or lost points, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from simulator.play.presenters.addition import Share, figure
from simulator.play.presenters.alike import Alike, told_once
from simulator.play.presenters.choices import opening_words
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
_OF_MESSAGES = frozenset({"S.empathy", "S.stance", "S.voice", "S.fit"})
"""Rules that judge each message by itself."""
_POINTED_OUT = _OF_MESSAGES | {"S.worst", "S.repeat"}
"""Rules whose rows say which message they are about."""


def evidence_of(telling: Telling, rows: Iterable[tuple[Evidence, Share]]) -> tuple[Alike, ...]:
    """The rows of a rule, those that read alike as one."""
    return told_once(partial(score_sentence, telling), rows)


def counted_most(telling: Telling, rows: Iterable[Alike]) -> tuple[EvidenceRow, ...]:
    """The dozen rows that counted most, by points, some gains and some losses among them; of equals the earlier first.

    A play that went badly did something right too, and the other way round.
    """
    weighing = [one for one in rows if one.row.rule not in _NEUTRAL and round(_counted(one.row))]
    weighing.sort(key=lambda one: (-abs(_counted(one.row)), one.row.minute or 0))
    gains = [place for place, one in enumerate(weighing) if _counted(one.row) > 0]
    losses = [place for place, one in enumerate(weighing) if _counted(one.row) < 0]
    chosen = dict.fromkeys([*gains[:_OF_EACH], *losses[:_OF_EACH], *range(len(weighing))])
    return tuple(evidence_row(telling, weighing[place]) for place in sorted(list(chosen)[:COUNTED_MOST]))


def evidence_row(telling: Telling, alike: Alike) -> EvidenceRow:
    """Rows that read alike as one, with the messages that they are about."""
    row = alike.row
    whole = round(_counted(row))
    sign = 0 if row.rule in _NEUTRAL or whole == 0 else 1 if whole > 0 else -1
    return EvidenceRow(
        clock="" if row.minute is None else telling.times.clock(row.minute),
        sign=sign,
        points=f"{'+' if whole > 0 else '−' if whole < 0 else ''}{abs(whole)}",
        criterion=telling.say(CRITERION_CODES[row.dimension]),
        text=_text(telling, alike),
        source=" · ".join(part for part in (row.rule, row.source or "") if part),
        exact=_exact(telling, row, alike.share),
        detail=_detail(telling, alike),
    )


def _text(telling: Telling, alike: Alike) -> str:
    """The sentence, after the opening words of the message that it judges, or after how many it judges."""
    if alike.row.rule not in _OF_MESSAGES:
        return alike.text
    if len(alike.rows) > 1:
        return telling.say("play.evidence_of_messages", count=len(alike.rows), text=alike.text)
    said = _said(telling, alike.row)
    return telling.say("play.evidence_of_message", said=said, text=alike.text) if said else alike.text


def _detail(telling: Telling, alike: Alike) -> tuple[str, ...]:
    """The messages that the rows are about, unless the sentence has said which."""
    if alike.row.rule not in _POINTED_OUT or (len(alike.rows) == 1 and alike.row.rule in _OF_MESSAGES):
        return ()
    return tuple(
        telling.say("play.evidence_message", message_minute=row.minute, said=said)
        for row in alike.rows
        if (said := _said(telling, row))
    )


def _said(telling: Telling, row: Evidence) -> str:
    """The opening words of the message that a row is about, "" for none."""
    if row.subject is None or row.subject.kind != "message":
        return ""
    return opening_words(telling, int(row.subject.id))


def _counted(row: Evidence) -> float:
    """What a row is remembered for: points won, or, where they fell short, points lost (negative)."""
    if row.rule in _NEUTRAL:
        return row.earned
    is_loss = row.earned < _NEARLY_ALL * row.possible or row.earned < 0.0
    return -row.lost if is_loss else row.earned


def _exact(telling: Telling, row: Evidence, share: Share) -> str:
    earned = figure(telling.phrases, share.earned)
    if row.possible > 0.0:
        return telling.say("play.of_possible", earned=earned, possible=figure(telling.phrases, share.possible))
    return f"+{earned}" if share.earned > 0 else earned
