"""The crisis in words: kept until something changes, and worded part by part where no frame has time for all of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from simulator.play.presenters.rows import CrisisView

Parts = Iterator[CrisisView | None]
"""None after each part, and the view at last."""


class Wording:
    """One view. `moment` stands for all that it tells; `begin` gives its parts."""

    def __init__(self) -> None:
        self._moment: Hashable = None
        self._parts: Parts = iter(())
        self._view: CrisisView | None = None

    def view(self, moment: Hashable, begin: Callable[[], Parts]) -> CrisisView:
        """The view of `moment`; asked twice, the same one."""
        while (view := self.ahead(moment, begin)) is None:
            pass
        return view

    def ahead(self, moment: Hashable, begin: Callable[[], Parts]) -> CrisisView | None:
        """Word one part more, unless all is worded: then the view."""
        if moment != self._moment:
            self._moment, self._parts, self._view = moment, begin(), None
        if self._view is None:
            self._view = next(self._parts)
        return self._view
