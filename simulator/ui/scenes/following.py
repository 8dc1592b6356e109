"""What the crisis scene shows of a session: a minute is worded by parts, and painted by parts in the frames after."""

from __future__ import annotations

from collections import deque

from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.ui.contract import Session
from simulator.ui.look import Look
from simulator.ui.scenes.crisis_layout import LATEST

_MINUTE_FRAMES = 5
"""Frames that pass between a minute of the clock and its first painting: it is worded in the last four, by parts."""


class Following:
    """The latest view, and those of the frames before it for what follows later."""

    def __init__(self, session: Session, wanted: FeedFilter) -> None:
        self.view = session.crisis(wanted)
        self._session = session
        self._before: deque[CrisisView] = deque(maxlen=LATEST + 1)
        self._seen: tuple[object, ...] = ()
        self._frames_left = 0
        """Frames until what a lived minute changed is shown: one lives it, the next word it, then it is painted."""

    def minute_passed(self) -> None:
        """The clock has lived a minute in this frame, which has no time to word it."""
        self._frames_left = _MINUTE_FRAMES

    def look_again(self, wanted: FeedFilter, turn: int, look: Look) -> bool:
        """Ask for the rows anew if anything may have changed; whether `view` is another one.

        Another filter, turn or look is shown at once, by all parts.
        """
        seen = (self._session.revision, wanted, turn, look)
        if seen == self._seen:
            return False
        is_shown_at_once = seen[1:] != self._seen[1:]
        if self._frames_left and not is_shown_at_once:
            if self._frames_left < _MINUTE_FRAMES:
                self._session.word_ahead(wanted)
            self._frames_left -= 1
            return False
        if is_shown_at_once:
            self._before.clear()
        self._seen = seen
        self.view = self._session.crisis(wanted)
        return True

    def pass_frame(self) -> None:
        """A frame shows the view: to be called once for each."""
        self._before.append(self.view)

    def seen_before(self, frames: int) -> CrisisView:
        """The view of some frames ago (`LATEST` at most); that of now where all is shown at once."""
        return self._before[-1 - min(frames, len(self._before) - 1)]

    @property
    def is_catching_up(self) -> bool:
        """Whether something happened that is not shown yet: these frames have enough to do."""
        return self._seen[:1] != (self._session.revision,)

    @property
    def is_shown(self) -> bool:
        """Whether every part shows all that happened."""
        return not self.is_catching_up and len(self._before) > LATEST and self._before[0] is self.view
