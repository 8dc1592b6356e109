"""On which channel, whose posts to see, and which of those laid apart."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, get_args

import pygame

from simulator.play.presenters.post_rows import Shelf, Who
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.feed_reading import FeedReading

_PEOPLE: tuple[Who, ...] = get_args(Who)
_SHELVES: tuple[Shelf, ...] = get_args(Shelf)


class FilterDialog(Dialog):
    """One choice of whose posts, one of which; it closes when one is made, and the feed shows it at once."""

    width = 560.0

    def __init__(self, scene: FeedReading) -> None:
        super().__init__(scene)
        self.reading = scene
        self.first_focus = f"who {scene.reader.who}"

    def title(self) -> str:
        return self.game.look.say("ui.filter_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.filter_subtitle")

    def key(self) -> Hashable:
        reader = self.reading.reader
        return self.reading.view.tabs, reader.channel, reader.who, reader.shelf, len(reader.pinned), len(reader.hidden)

    def paint(self, painter: Painter) -> None:
        say, reader, edge = painter.look.say, self.reading.reader, painter.px(4)
        y = painter.caption(edge, painter.px(2), say("ui.filter_channel"), self.inner).bottom + painter.px(6)
        channels = [
            (f"on {tab.channel_id}", f"{tab.name} ({tab.count})", self._by_channel(tab.channel_id),
             reader.channel == tab.channel_id)
            for tab in self.reading.view.tabs
        ]  # fmt: skip
        y = self._choices(painter, channels, "on", y) + painter.px(12)
        y = painter.caption(edge, y, say("ui.filter_who"), self.inner).bottom + painter.px(6)
        people = [
            (f"who {who}", say(f"ui.who_{who or 'all'}"), self._by_who(who), reader.who == who) for who in _PEOPLE
        ]
        y = self._choices(painter, people, "who", y) + painter.px(12)
        y = painter.caption(edge, y, say("ui.filter_shelf"), self.inner).bottom + painter.px(6)
        counts = {"pinned": len(reader.pinned), "hidden": len(reader.hidden)}
        shelves = []
        for shelf in _SHELVES:
            label = say(f"ui.shelf_{shelf or 'all'}")
            if shelf in counts:
                label = f"{label} ({counts[shelf]})"
            shelves.append((f"shelf {shelf}", label, self._by_shelf(shelf), reader.shelf == shelf))
        self._choices(painter, shelves, "shelf", y)

    def _choices(self, painter: Painter, entries: list[tuple[str, str, Command, bool]], group: str, y: int) -> int:
        x, high = painter.px(4), painter.px(30)
        for name, label, command, chosen in entries:
            wide = button_width(painter, label)
            if x + wide > self.inner and x > painter.px(4):
                x, y = painter.px(4), y + high + painter.px(8)
            kind: Kind = "primary" if chosen else "plain"
            button(painter, pygame.Rect(x, y, wide, high), label, name, command, kind=kind, group=group)
            x += wide + painter.px(8)
        return y + high

    def _by_channel(self, channel: str) -> Command:
        def choose() -> Transition:
            self.reading.show_channel(channel)()
            return self.scene.close()

        return choose

    def _by_who(self, who: Who) -> Command:
        def choose() -> Transition:
            self.reading.reader.who = who
            return self.scene.close()

        return choose

    def _by_shelf(self, shelf: Shelf) -> Command:
        def choose() -> Transition:
            self.reading.reader.shelf = shelf
            return self.scene.close()

        return choose
