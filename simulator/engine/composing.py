"""Making a holding statement out of wordings: what they say together, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from simulator.scenario.story import HoldingStatement, Wording
from simulator.scenario.tags import HOLDING_PARTS, Promise, Tags, Tone


def wordings_of(statement: HoldingStatement, ids: Sequence[str]) -> tuple[Wording, ...]:
    """The wordings named by `ids`, in the order of the blocks; unknown ids raise KeyError."""
    known = {wording.id: wording for block in statement.blocks for wording in block.wordings}
    chosen = {known[name].id for name in ids}
    return tuple(wording for wording in known.values() if wording.id in chosen)


def composed(wordings: Iterable[Wording], promise: int) -> Tags:
    """The tags of the whole statement.

    What the wordings claim, disclose and hold adds up; the stance is that of the most defensive one (3, to inform,
    where none is tagged); the tone is the weakest for arousal and voice and the best for empathy: one warm sentence is
    heard, and so is one cold one.
    """
    parts = tuple(wordings)
    said = {part for wording in parts for part in wording.holding}
    announces = "next_update" in said
    return Tags(
        stance=min((wording.stance for wording in parts if wording.stance is not None), default=3),
        tone=_tone([wording.tone for wording in parts if wording.tone is not None]),
        claims=tuple(claim for wording in parts for claim in wording.claims),
        discloses=tuple(dict.fromkeys(fact for wording in parts for fact in wording.discloses)),
        corrects=tuple(dict.fromkeys(fact for wording in parts for fact in wording.corrects)),
        holding=tuple(part for part in HOLDING_PARTS if part in said),
        promise=Promise(within=promise) if announces else None,
        apology=tuple(dict.fromkeys(part for wording in parts for part in wording.apology)),
        owns=tuple(dict.fromkeys(owed for wording in parts for owed in wording.owns)),
        answers=tuple(dict.fromkeys(asked for wording in parts for asked in wording.answers)),
        evades=tuple(dict.fromkeys(asked for wording in parts for asked in wording.evades)),
        invitation=any(wording.invitation for wording in parts),
        update="new" if "happened" in said else "nothing_new",
    )


def _tone(tones: Sequence[Tone]) -> Tone | None:
    if not tones:
        return None
    manners: tuple[Literal["mirrored", "ignored", "acknowledged"], ...] = ("mirrored", "ignored", "acknowledged")
    return Tone(
        empathy=max(tone.empathy for tone in tones),
        voice=min(tone.voice for tone in tones),
        arousal=manners[min(manners.index(tone.arousal) for tone in tones)],
        humour=any(tone.humour for tone in tones),
        reason=tones[0].reason,
    )
