"""What the class page and the class's board show. Same rules as `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "news", "bad", "off"]
"""Well, on its way or waiting, wrong, nothing to say; always beside a word."""
Deed = Literal["play", "exam", "resume", ""]


@dataclass(frozen=True)
class AssignmentRow:
    """What the class is set. `standing` is "Ouvert jusqu’au 30 nov., 18 h 00", `attempts` "1 essai sur 3", `mine` what
    came of one's own plays. `deed` is what its button does, `refusal` why it cannot; `play_id` is the play to resume.
    `rules` are those of an exam, to be read before it begins; `has_begun`: it has, and is gone on with. `can_debrief`:
    its teacher has opened the debrief to the class.
    """

    assignment_id: str
    title: str
    subtitle: str
    standing: str
    tone: Tone
    attempts: str
    mine: str
    deed: Deed
    label: str
    refusal: str = ""
    play_id: str = ""
    grade: str = ""
    rules: tuple[str, ...] = ()
    has_begun: bool = False
    can_debrief: bool = False


@dataclass(frozen=True)
class QueueRow:
    """A play handed in, or on its way. `detail` says when it was played, `why` what keeps it or turned it down.

    `done` (0..1) is how far it has come: sent, received, verified.
    """

    play_id: str
    title: str
    detail: str
    state: str
    tone: Tone
    why: str = ""
    done: float = 0.0
    is_sending: bool = False
    can_export: bool = False


@dataclass(frozen=True)
class ClassView:
    """The class page. `name` is "" in no class. `state` is "En ligne", `connection` what travels how to which server.

    `box` is the second line of the sidebar's box. `said` is why something could not be done, `doing` what goes on.
    """

    name: str
    who: str
    state: str
    tone: Tone
    connection: str
    box: str
    said: str
    doing: str
    notice: str = ""
    is_listed: bool = False
    assignments: tuple[AssignmentRow, ...] = ()
    queue: tuple[QueueRow, ...] = ()
    unsent: int = 0


@dataclass(frozen=True)
class ClassBadge:
    """The class in the sidebar: its name, "" for none; the line under it; how it stands, as a tone and in words."""

    name: str
    line: str
    tone: Tone
    state: str


@dataclass(frozen=True)
class BoardLine:
    """A play on the board; a dimension is 0..1, None where it is not graded."""

    place: str
    name: str
    grade: str
    dimensions: tuple[float | None, float | None, float | None]
    is_mine: bool = False


@dataclass(frozen=True)
class ShareRow:
    """One bar of a distribution: `figure` is a count or a percentage, `share` (0..1) its length.

    `is_recommended`: the teacher has revealed that this is what the exemplary player answers.
    """

    text: str
    figure: str
    share: float
    is_mine: bool = False
    is_recommended: bool = False


@dataclass(frozen=True)
class InjectShares:
    """What the class chose in an inject, most chosen first; `is_revealed`: which is recommended is told."""

    title: str
    rows: tuple[ShareRow, ...]
    is_revealed: bool = False


@dataclass(frozen=True)
class ClassBoardView:
    """Where the class stands in an assignment. What may not be seen is the sentence of why (`no_...`)."""

    title: str
    subtitle: str
    mine: str
    comments: tuple[str, ...]
    lines: tuple[BoardLine, ...]
    no_lines: str
    distribution: tuple[ShareRow, ...]
    distribution_note: str
    firsts: tuple[float, ...]
    firsts_note: str
    my_first: float | None
    injects: tuple[InjectShares, ...]
    no_injects: str
    said: str


@dataclass(frozen=True)
class SpreadRow:
    """One criterion: my grade in words, the class's median and my place in theirs, "" where they are not told.

    `mine_at` and `median_at` (0..1) are where they lie between nothing and everything.
    """

    criterion: str
    name: str
    grade: str
    median: str
    place: str
    mine_at: float | None
    median_at: float | None


@dataclass(frozen=True)
class ClassDebriefView:
    """The class looked back on. While it is not open or not there yet, `subtitle` says so and the rest is empty."""

    title: str
    subtitle: str
    mine: str = ""
    comments: tuple[str, ...] = ()
    spreads: tuple[SpreadRow, ...] = ()
    spreads_note: str = ""
    injects: tuple[InjectShares, ...] = ()
    injects_note: str = ""
    said: str = ""
