"""What the reader of a feed can do: move, search, filter, pin, hide, look somebody up; by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis_layout import Column, columns_in_sight
from simulator.ui.scenes.dialogs.filter import FilterDialog
from simulator.ui.scenes.dialogs.post import PostDialog
from simulator.ui.scenes.dialogs.profile import ProfileDialog
from simulator.ui.scenes.feed_search import FIELD
from simulator.ui.scenes.reader import Arrivals, Reader, is_search
from simulator.ui.spots import Command, by_key
from simulator.ui.widgets.feed import Feed

if TYPE_CHECKING:
    from simulator.play.presenters.rows import CrisisView
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class FeedReading(PanelScene):
    """What a scene with a feed lets its reader do: move, search, filter, pin, hide, look somebody up."""

    reader: Reader
    arrivals: Arrivals
    feed: Feed
    view: CrisisView
    column: Column
    mapped: bool

    def pass_reading_time(self, seconds: float) -> None:
        self.feed.pass_time(seconds)
        self.reader.pass_time(seconds)
        if self.view.minute_seconds:
            self.arrivals.pass_time(seconds)

    @property
    def focused_post(self) -> FeedRow | None:
        """The post that has the focus, if one has."""
        return self._post_of(self.focus)

    def _post_of(self, spot: str | None) -> FeedRow | None:
        if spot is None or not spot.startswith("post "):
            return None
        place = self.feed.order.place(spot.removeprefix("post "))
        return self.feed.rows[place] if place is not None else None

    def focus_on(self, key: str) -> None:
        """Give the focus to what is called `key`: a post also where it lies so far off that it has no place yet."""
        post_id = key.removeprefix("post ")
        far = key != post_id and self.dialog is None and by_key(self.spots, key) is None
        if not far or self.feed.order.place(post_id) is None:
            super().focus_on(key)
            return
        self.focus = key
        self.feed.reveal_post(post_id, self.game.look.px(10))
        self.arrange()

    # commands

    def show_channel(self, channel_id: str) -> Command:
        def show() -> Transition:
            self.reader.channel = channel_id
            return None

        return show

    def search(self) -> Transition:
        """Open the search field, where the feed is in sight."""
        self.mapped = False
        if "feed" not in columns_in_sight(self.game.look, self.column):
            self.column = "feed"
        self.reader.searching = True
        if self.dialog is None:
            self.focus = FIELD
            self.by_keyboard = True
        return None

    def search_for(self, words: str) -> Command:
        """Show the posts that hold `words`; asked again, all of them."""

        def show() -> Transition:
            again = self.reader.words == words
            self.reader.words = "" if again else words
            self.reader.searching = not again
            return None

        return show

    def show_all(self) -> Transition:
        """Take every filter away."""
        self.reader.show_all()
        if self.focus == FIELD:
            self.focus = None
        return None

    def show_pinned(self) -> Transition:
        """Show the pinned posts only, or all of them again."""
        self.reader.shelf = "" if self.reader.shelf == "pinned" else "pinned"
        return None

    def choose_filter(self) -> Transition:
        return self.open(FilterDialog(self))

    def to_newest(self) -> Transition:
        self.feed.to_top()
        return None

    def open_post(self, row: FeedRow) -> Command:
        """Open a post; a click on its author opens the account, one on its tools does what they say."""

        def go() -> Transition:
            clicked = None if self.by_keyboard else self.clicked
            place = self.feed.order.place(row.post_id)
            if clicked is None or place is None:
                return self.open(PostDialog(self._crisis, row))
            bottom = self.feed.order.top(place) + self.feed.order.height(place) - self.feed.shown_at
            across, down = clicked[0] - self.feed.area.x, clicked[1] - self.feed.area.y
            for area, command in zip(self.feed.tool_places(bottom), (self.pin, self.hide), strict=True):
                if area.collidepoint(across, down):
                    return command(row)
            if across < self.game.look.px(54):
                return self.open(ProfileDialog(self._crisis, row))
            return self.open(PostDialog(self._crisis, row))

        return go

    def pin(self, row: FeedRow) -> Transition:
        pinned = self.reader.pin(row.post_id)
        self._crisis.session.lay_apart(self.reader.laid_apart)
        self.tell(self.game.look.say("ui.post_pinned" if pinned else "ui.post_unpinned"), "good")
        return None

    def hide(self, row: FeedRow) -> Transition:
        """Hide a post, or show it again; the focus goes to the one below."""
        place = self.feed.order.place(row.post_id)
        hidden = self.reader.hide(row.post_id)
        self._crisis.session.lay_apart(self.reader.laid_apart)
        if self.focus == f"post {row.post_id}" and place is not None:
            ids = self.feed.order.ids
            near = ids[place + 1 : place + 2] or ids[max(0, place - 1) : place]
            self.focus = f"post {near[0]}" if near else None
        self.tell(self.game.look.say("ui.post_hidden" if hidden else "ui.post_shown"), "neutral")
        return None

    @property
    def _crisis(self) -> CrisisCommands:
        from simulator.ui.scenes.crisis_commands import CrisisCommands

        assert isinstance(self, CrisisCommands)
        return self

    # the keyboard

    def on_reading_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        """Take a key of the reader's: (whether it was taken, what it asks for)."""
        if self.focus == FIELD:
            return self._on_field_key(event), None
        if is_search(event):
            return True, self.search()
        if event.key in (pygame.K_HOME, pygame.K_END, pygame.K_PAGEUP, pygame.K_PAGEDOWN) and self._reads_feed:
            self._page_feed(event.key)
            return True, None
        if event.key == pygame.K_ESCAPE and (self.reader.words or self.reader.searching):
            return True, self.show_all()
        row = self.focused_post
        match self.game.look.keys.act(pressed(event), "crisis"):
            case "search":
                self.swallow(event)
                return True, self.search()
            case "filter":
                return True, self.choose_filter()
            case "pin":
                return True, self._with(row, self.pin)
            case "hide":
                return True, self._with(row, self.hide)
            case "profile":
                return True, self._with(row, lambda one: self.open(ProfileDialog(self._crisis, one)))
        return False, None

    def _with(self, row: FeedRow | None, act: Callable[[FeedRow], Transition]) -> Transition:
        if row is None:
            self.tell(self.game.look.say("ui.choose_a_post"), "neutral")
            return None
        return act(row)

    @property
    def _reads_feed(self) -> bool:
        """Whether the keys that page mean the feed: it has the focus, or nothing else has."""
        return "feed" in self.order and (self.focus is None or self.focus.startswith("post "))

    def _page_feed(self, key: int) -> None:
        page = self.feed.area.height - self.game.look.px(60)
        match key:
            case pygame.K_HOME:
                self.feed.scroll_to(0)
            case pygame.K_END:
                self.feed.scroll_to(self.feed.order.total)
            case _:
                self.feed.scroll(page if key == pygame.K_PAGEDOWN else -page)
        if self.focus is not None:
            self.focus = self.feed.first_aimed_at()

    def _on_field_key(self, event: pygame.event.Event) -> bool:
        """A key while one types a search: letters come as text, what moves goes on moving."""
        command = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        match event.key:
            case pygame.K_BACKSPACE:
                self.reader.erase(command)
            case pygame.K_ESCAPE:
                self.show_all()
            case pygame.K_DOWN | pygame.K_RETURN | pygame.K_KP_ENTER:
                self.focus = self.feed.first_aimed_at() or FIELD
            case _:
                return bool(event.unicode) and event.unicode.isprintable() and not command
        return True

    def on_text(self, text: str) -> None:
        if self.focus == FIELD and self.dialog is None:
            self.reader.type(text)
