"""What the windows opened over the crisis show: listening, watching, composing a holding statement."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.presenters.post_rows import FeedRow


@dataclass(frozen=True)
class OptionRow:
    """One line of a choice: what is sent when it is chosen, and what is read."""

    value: str
    text: str


@dataclass(frozen=True)
class WatchView:
    """What a decision to watch is made of; a subject's value "" is the crisis as a whole.

    A threshold's value is an outrage index as digits.
    """

    subjects: tuple[OptionRow, ...]
    reasons: tuple[OptionRow, ...]
    thresholds: tuple[OptionRow, ...]
    active: tuple[str, ...] = ()
    enabled: bool = True
    refusal: str = ""


@dataclass(frozen=True)
class AlertView:
    """Alerting the cell: why the crisis itself cannot be alerted about, and the threshold that alerts by itself.

    A threshold's value is an outrage index as digits, "" for none; `threshold` is the one that is set.
    """

    refusal: str
    thresholds: tuple[OptionRow, ...]
    threshold: str = ""


@dataclass(frozen=True)
class SearchRow:
    """A listening search: running until its minute, then with what it found."""

    words: str
    state: str
    done: bool
    found: tuple[FeedRow, ...] = ()


@dataclass(frozen=True)
class ListenView:
    """Searches made and words worth trying; `budget` says how many are left."""

    budget: str
    suggestions: tuple[str, ...] = ()
    searches: tuple[SearchRow, ...] = ()
    enabled: bool = True
    refusal: str = ""


@dataclass(frozen=True)
class HoldingChoice:
    """A holding statement as composed: (block id, wording index) of each block, next update's minute."""

    wordings: tuple[tuple[str, int], ...] = ()
    next_update: int | None = None


@dataclass(frozen=True)
class HoldingBlock:
    """One block and its wordings; `selected` is the wording shown, `included` whether it is said."""

    block_id: str
    key: str
    title: str
    wordings: tuple[str, ...]
    selected: int = 0
    included: bool = True


@dataclass(frozen=True)
class CheckRow:
    text: str
    done: bool


@dataclass(frozen=True)
class HoldingView:
    """The composer. `choice` is what is shown, made valid; `earlier` and `later` are its neighbours in time.

    They are None at the ends. `checklist` is None outside the tutorial.
    """

    choice: HoldingChoice
    blocks: tuple[HoldingBlock, ...]
    next_update_key: str
    next_update: str
    earlier: HoldingChoice | None
    later: HoldingChoice | None
    author: str
    handle: str
    initials: str
    colour_key: str
    preview: str
    characters: int
    limit: int
    preparation: str
    approval: str
    kept: bool = False
    can_keep: bool = True
    keep_refusal: str = ""
    can_publish: bool = True
    refusal: str = ""
    checklist: tuple[CheckRow, ...] | None = None
