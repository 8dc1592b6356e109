"""A desk and a session that answer with samples and remember what they were told."""

# ruff: noqa: ARG002
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.locale import Language, Message
from simulator.play.laid_apart import LaidApart
from simulator.play.my_class import PlayReady
from simulator.play.presenters.card_rows import ResponseRow
from simulator.play.presenters.class_rows import ClassBadge, ClassBoardView, ClassDebriefView, ClassView
from simulator.play.presenters.dialogs import AlertView, HoldingChoice, HoldingView, ListenView, WatchView
from simulator.play.presenters.feed_rows import ProfileView, ThreadView
from simulator.play.presenters.hindsight import DebriefView, GuideView
from simulator.play.presenters.network import NetworkMap
from simulator.play.presenters.pages import BriefingView, ContinueRow, LibraryRow, PlayRow, Settings
from simulator.play.presenters.post_rows import FeedFilter, FeedRow
from simulator.play.presenters.rows import CrisisView
from simulator.play.resuming import CannotResume
from simulator.play.words import Words
from tests.ui import class_samples, debrief_samples, feed_samples, network_samples, samples
from tests.ui.class_samples import SampleClass


class SampleReview:
    """A sample debrief; `told_of` lists what was asked, `lived` how much of the what-ifs asked for is done, 0..1."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.revision = 0
        self.words = Words()
        self.told = ""
        self.exporting: float | None = None
        self.told_of: list[tuple[object, ...]] = []
        self.refusal: str | None = None
        self.asked: list[str] = []
        self.lived = 0.0
        self.questions = True
        self.scored = True

    def view(self) -> DebriefView:
        view = debrief_samples.debrief_view(self.language)
        asked = tuple(debrief_samples.another_curve(self.language, key, self.lived) for key in self.asked)
        choices = tuple(replace(choice, words=self.words.note(choice.place)) for choice in view.choices)
        view = replace(view, words=self.words, curves=view.curves + asked, choices=choices)
        if not self.questions:
            view = replace(view, questions=())
        if not self.scored:
            view = replace(view, rings=(), dimensions=(), evidence=(), guide=None, closing="Sans note.")
        return view

    def network(self) -> NetworkMap:
        return network_samples.sample_map(self.language)

    def live(self, share: float) -> None:
        """The background is that far."""
        self.lived = share
        self.revision += 1

    def tell(self, told: str, exporting: float | None = None) -> None:
        """Something came of a report."""
        self.told, self.exporting = told, exporting
        self.revision += 1

    def set_language(self, language: Language) -> None:
        self.language = language
        self.revision += 1

    def advance(self) -> None:
        pass

    def ask(self, key: str) -> None:
        self.told_of.append(("ask", key))
        if key not in self.asked:
            self.asked.append(key)
            self.revision += 1

    def write(self, words: Words) -> str | None:
        if self.refusal is not None:
            return self.refusal
        self.told_of.append(("write", words))
        self.words = words
        self.revision += 1
        return None

    def export(self, suffix: str) -> None:
        self.told_of.append(("export", suffix))

    def branch(self, place: int) -> SampleSession:
        self.told_of.append(("branch", place))
        return SampleSession(self.language)

    def close(self) -> None:
        self.told_of.append(("close",))


class SampleSession:
    """Minutes pass, cards stay until they are answered; `told` lists the commands."""

    def __init__(self, language: Language, last_minute: int = 130) -> None:
        self.language = language
        self.attending = False
        self.laid_apart = LaidApart()
        self.minutes = 107.0
        self.last_minute = last_minute
        self.paused = False
        self.told: list[tuple[object, ...]] = []
        self.changes = 0
        self.searched: tuple[str, ...] = ()
        self.for_class = False
        self.refusal: str | None = None
        self.quiet = False
        self.reversed_cards = False
        self.threshold: int | None = None
        self.posts: tuple[FeedRow, ...] = ()
        """The feed to show instead of the samples'."""
        self.minute_seconds = 0.0

    @property
    def revision(self) -> int:
        return int(self.minutes) * 1000 + self.changes

    @property
    def finished(self) -> bool:
        return self.minutes >= self.last_minute

    def advance(self, wall_seconds: float) -> None:
        if not self.paused:
            self.minutes = min(self.last_minute, self.minutes + wall_seconds / 6)

    def use_spare_time(self) -> None:
        pass

    def pause(self) -> None:
        self.paused = True
        self.changes += 1

    def resume(self) -> None:
        self.paused = False
        self.changes += 1

    def next_event(self) -> None:
        self.told.append(("next",))
        self.minutes = min(self.last_minute, self.minutes + 10)

    def wait(self, minutes: int) -> None:
        self.told.append(("wait", minutes))
        self.minutes = min(self.last_minute, self.minutes + minutes)

    def abandon(self) -> None:
        self.told.append(("abandon",))

    def set_language(self, language: Language) -> None:
        self.language = language
        self.changes += 1

    def crisis(self, feed_filter: FeedFilter) -> CrisisView:
        view = samples.crisis_view(self.language, int(self.minutes), self.quiet)
        rows = feed_samples.sifted(self.posts or view.feed, feed_filter)
        view = replace(
            view,
            feed=rows,
            trends=feed_samples.trends(self.language),
            mood=feed_samples.mood(self.language),
            minute_seconds=self.minute_seconds,
        )
        cards = view.cards[::-1] if self.reversed_cards else view.cards
        return replace(view, header=replace(view.header, paused=self.paused), cards=cards)

    def word_ahead(self, feed_filter: FeedFilter) -> None:
        pass

    def put_hint_away(self) -> None:
        self.told.append(("hint",))
        self.changes += 1

    def network(self) -> NetworkMap:
        return network_samples.sample_map(self.language)

    def replies(self, post_id: str) -> tuple[ResponseRow, ...]:
        return samples._responses(self.language)[:2]

    @property
    def _posts(self) -> Sequence[FeedRow]:
        return self.posts or samples.feed_rows(self.language)

    def thread(self, post_id: str) -> ThreadView | None:
        return feed_samples.thread_view(self.language, self._posts, post_id)

    def profile(self, post_id: str) -> ProfileView | None:
        return feed_samples.profile_view(self.language, self._posts, post_id)

    def listening(self) -> ListenView:
        return samples.listen_view(self.language, self.searched)

    def watching(self) -> WatchView:
        return samples.watch_view(self.language)

    def alerting(self) -> AlertView:
        return samples.alert_view(self.language, self.threshold)

    def holding(self, choice: HoldingChoice | None) -> HoldingView:
        return samples.holding_view(self.language, choice)

    def briefing(self) -> BriefingView:
        return samples.briefing_view(self.language, 4821)

    def review(self) -> SampleReview:
        return SampleReview(self.language)

    def lay_apart(self, posts: LaidApart) -> None:
        self.laid_apart = posts

    def _told(self, *command: object) -> str | None:
        if self.refusal is None:
            self.told.append(command)
            self.changes += 1
        return self.refusal

    def choose(self, inject_id: str, response_id: str) -> str | None:
        self.quiet = True
        return self._told("choose", inject_id, response_id)

    def listen(self, words: str) -> str | None:
        self.searched = (*self.searched, words)
        return self._told("listen", words)

    def verify(self, fact_id: str) -> str | None:
        return self._told("verify", fact_id)

    def disclose(self, fact_id: str) -> str | None:
        return self._told("disclose", fact_id)

    def publish(self, response_id: str, post_id: str | None) -> str | None:
        return self._told("publish", response_id, post_id)

    def keep_holding(self, choice: HoldingChoice) -> str | None:
        return self._told("keep", choice)

    def publish_holding(self, choice: HoldingChoice) -> str | None:
        return self._told("publish holding", choice)

    def schedule(self, post_id: str, keep: bool) -> str | None:
        return self._told("schedule", post_id, keep)

    def alert(self, post_id: str | None) -> str | None:
        return self._told("alert", post_id)

    def set_threshold(self, level: int | None) -> str | None:
        self.threshold = level
        return self._told("threshold", level)

    def prioritise(self, work: str, about: str) -> str | None:
        return self._told("prioritise", work, about)

    def withdraw(self, response_id: str) -> str | None:
        return self._told("withdraw", response_id)

    def spokesperson(self, persona_id: str) -> str | None:
        return self._told("spokesperson", persona_id)

    def watch(self, inject_id: str | None, reason_id: str, threshold: int) -> str | None:
        return self._told("watch", inject_id, reason_id, threshold)


class SampleDesk:
    """Samples in the language of its settings; `session` is the last one started."""

    def __init__(self, settings: Settings | None = None, last_minute: int = 130) -> None:
        self.settings = settings or Settings()
        self.last_minute = last_minute
        self.session: SampleSession | None = None
        self.problem: Message | None = None
        self.library_rows = samples.library_rows
        self.rows_of_history = samples.history_rows
        self.interrupted: ContinueRow | None = None
        self.refusal = ""
        self.my_class = SampleClass()
        self.idle = False
        """Whether nothing is being prepared for the class."""

    def change_settings(self, settings: Settings) -> None:
        self.settings = settings

    def set_language(self, language: Language) -> None:
        self.settings = replace(self.settings, language=language)

    def library(self) -> tuple[LibraryRow, ...]:
        return self.library_rows(self.settings.language)

    def offered_seed(self, scenario_id: str, after: int | None = None) -> int:
        return 4821 if after is None else after + 1

    def briefing(self, scenario_id: str, seed: int) -> BriefingView:
        return samples.briefing_view(self.settings.language, seed)

    def guide(self, scenario_id: str) -> GuideView:
        return debrief_samples.guide_view(self.settings.language)

    def start(self, scenario_id: str, seed: int) -> SampleSession:
        self.session = SampleSession(self.settings.language, self.last_minute)
        return self.session

    def to_continue(self) -> ContinueRow | None:
        return self.interrupted

    def resume(self, play_id: str) -> SampleSession:
        if self.refusal:
            raise CannotResume(self.refusal)
        self.session = SampleSession(self.settings.language, self.last_minute)
        return self.session

    def close(self) -> None:
        if self.session is not None:
            self.session.told.append(("leave",))

    def history(self) -> tuple[PlayRow, ...]:
        return self.rows_of_history(self.settings.language)

    def review(self, play_id: str) -> SampleReview:
        return SampleReview(self.settings.language)

    def class_badge(self) -> ClassBadge:
        return class_samples.badge(self.settings.language) if self.my_class.is_in else ClassBadge("", "", "off", "")

    def class_view(self) -> ClassView:
        language = self.settings.language
        view = class_samples.class_view(language) if self.my_class.is_in else class_samples.OUT[language]
        return replace(view, doing="") if self.idle else view

    def class_board(self, assignment_id: str, *, now: bool = False) -> ClassBoardView | None:
        return class_samples.board_view(self.settings.language)

    def class_debrief(self, assignment_id: str, *, now: bool = False) -> ClassDebriefView | None:
        return class_samples.debrief_view(self.settings.language)

    def briefing_for_class(self, ready: PlayReady) -> BriefingView:
        return samples.briefing_view(self.settings.language, ready.seed)

    def guide_for_class(self, ready: PlayReady) -> GuideView:
        return debrief_samples.guide_view(self.settings.language)

    def start_for_class(self, ready: PlayReady) -> SampleSession:
        return self.start("", ready.seed)
