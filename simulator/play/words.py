"""What students write about their own play: kept for the discussion, never graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

LONGEST = 600
"""Characters of each text; the rest is cut."""


@dataclass(frozen=True)
class Words:
    """The self-debrief (what was decided, why, what one would change), and notes: (place of a decision, text)."""

    decided: str = ""
    why: str = ""
    change: str = ""
    notes: tuple[tuple[int, str], ...] = ()

    def note(self, place: int) -> str:
        """What is noted at the decision `place` (from 0), "" for nothing."""
        return dict(self.notes).get(place, "")

    def with_note(self, place: int, text: str) -> Self:
        """The same words with `text` noted at the decision `place`; an empty text removes the note."""
        others = {other: words for other, words in self.notes if other != place}
        if text.strip():
            others[place] = _kept(text)
        return type(self)(self.decided, self.why, self.change, tuple(sorted(others.items())))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written at all."""
        return not (self.decided or self.why or self.change or self.notes)

    def to_record(self) -> dict[str, object]:
        """The words as JSON-ready values."""
        return {
            "decided": self.decided,
            "why": self.why,
            "change": self.change,
            "notes": [[place, text] for place, text in self.notes],
        }

    @classmethod
    def from_record(cls, record: object) -> Self:
        """The words that `to_record` gave; what cannot be read is left out."""
        if not isinstance(record, Mapping):
            return cls()
        decided, why, change = (
            _kept(value) if isinstance(value := record.get(name), str) else "" for name in ("decided", "why", "change")
        )
        kept = record.get("notes")
        notes = {
            one[0]: _kept(one[1])
            for one in (kept if isinstance(kept, list) else ())
            if isinstance(one, list)
            and len(one) == 2
            and type(one[0]) is int
            and isinstance(one[1], str)
            and one[1].strip()
        }
        return cls(decided, why, change, tuple(sorted(notes.items())))


def _kept(text: str) -> str:
    """What is kept of a text: not more than its length allows, without halves of characters, which no file can hold."""
    return text[:LONGEST].encode("utf-8", "replace").decode()
