"""A play for its author's eyes: at any minute, at any speed, played by a bot as far as nobody decides; never kept."""

from __future__ import annotations

from simulator.engine.bots import BOTS, Player
from simulator.engine.run import Run
from simulator.locale import Language
from simulator.play.alert_threshold import AlertThreshold
from simulator.play.deciding import Deciding
from simulator.play.edition import Edition
from simulator.play.presenters.crisis import crisis_in_parts
from simulator.play.presenters.header import Pacing
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.play.review import Review
from simulator.play.wording import Parts, Wording

SPEEDS = (5, 20, 60, 240)
"""Scenario minutes a wall minute."""


_ROUNDING = 1e-6


class Rehearsal(Deciding):
    """A run that goes to any minute. What is decided by hand holds until one goes back before it.

    Answers what the crisis scene asks of a session. `bot` is one of `BOTS`; the clock stands still at first.
    """

    def __init__(self, edition: Edition, language: Language, seed: int, bot: str = "exemplary") -> None:
        self.seed = seed
        self.bot = bot
        self.speed = SPEEDS[1]
        self.paused = True
        self.attending = False
        self._fraction = 0.0
        self._wording = Wording()
        super().__init__(Run(edition.loaded.scenario, seed), edition, language)
        self._player: Player = self._begin()

    @property
    def minute(self) -> int:
        """The minute shown."""
        return self.run.minute

    @property
    def finished(self) -> bool:
        """A rehearsal is never over: at its last minute it stands still."""
        return False

    @property
    def language(self) -> Language:
        """The language that it is told in."""
        return self._telling.phrases.language

    def go_to(self, minute: int) -> None:
        """Stand at `minute`, or at the end; going back lives the run again, without what was decided by hand."""
        if minute < self.run.minute:
            self.run = Run(self.edition.loaded.scenario, self.seed)
            self._player = self._begin()
            self._telling = self.edition.telling(self.run, self.language)
        while self.run.minute < minute and not self.run.finished:
            self.run.advance_to(self.run.minute + 1)
            self._look_at_threshold()
            self._player(self.run)
        self._fraction = 0.0
        self.revision += 1

    def renew(self, edition: Edition) -> None:
        """The same minute of the scenario as it is written now."""
        minute = min(self.run.minute, edition.loaded.scenario.length)
        self.edition = edition
        self.run = Run(edition.loaded.scenario, self.seed)
        self._player = self._begin()
        self._telling = edition.telling(self.run, self.language)
        self.go_to(minute)

    def advance(self, wall_seconds: float) -> None:
        """Let wall time pass, at the speed chosen."""
        if self.paused or self.run.finished:
            return
        self._fraction += wall_seconds * self.speed / 60
        whole = int(self._fraction + _ROUNDING)
        if whole:
            rest = self._fraction - whole
            self.go_to(self.run.minute + whole)
            self._fraction = rest

    def use_spare_time(self) -> None:
        """A rehearsal is compared with nothing."""

    def faster(self, steps: int) -> None:
        """Another of `SPEEDS`, so many steps up or down."""
        place = SPEEDS.index(self.speed) + steps
        self.speed = SPEEDS[max(0, min(place, len(SPEEDS) - 1))]
        self.revision += 1

    def next_event(self) -> None:
        """Go to the next inject."""
        before = len(self.run.state.injects)
        while not self.run.finished and len(self.run.state.injects) == before:
            self.go_to(self.run.minute + 1)

    def wait(self, minutes: int) -> None:
        """Go on by `minutes`."""
        self.go_to(self.run.minute + minutes)

    def put_hint_away(self) -> None:
        """An author is told no tips."""

    def play_as(self, bot: str) -> None:
        """Let another bot play, from the start to the minute shown."""
        self.bot = bot
        self.renew(self.edition)

    def pause(self) -> None:
        """Stop the clock."""
        self.paused = True
        self.revision += 1

    def resume(self) -> None:
        """Let the clock go on."""
        self.paused = False
        self.revision += 1

    def set_language(self, language: Language) -> None:
        """Tell it in `language`."""
        self._telling = self.edition.telling(self.run, language)
        self.revision += 1

    def crisis(self, feed_filter: FeedFilter) -> CrisisView:
        """What the crisis scene shows at this minute."""
        return self._wording.view((self.revision, feed_filter), lambda: self._parts(feed_filter))

    def word_ahead(self, feed_filter: FeedFilter) -> None:
        """Word a part of what `crisis` is going to be asked for."""
        self._wording.ahead((self.revision, feed_filter), lambda: self._parts(feed_filter))

    def _parts(self, feed_filter: FeedFilter) -> Parts:
        pacing = Pacing(speed=float(self.speed), paused=self.paused)
        return crisis_in_parts(self._telling, pacing, feed_filter, self.threshold.remarks)

    def abandon(self) -> None:
        """Nothing is kept of a rehearsal."""

    def review(self) -> Review:
        """A rehearsal has no debrief: ValueError."""
        raise ValueError("a rehearsal is never looked back on")

    def _begin(self) -> Player:
        self.threshold = AlertThreshold()
        player = BOTS[self.bot](self.run)
        player(self.run)
        return player
