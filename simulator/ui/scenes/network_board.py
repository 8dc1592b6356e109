"""The map of the audience in a scene: what it means above, the living map, and the same in words below."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.network_rows import NetworkView, Standing
from simulator.ui.contract import NetworkMap
from simulator.ui.scene import Transition
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.network import dots
from simulator.ui.widgets.network.living import LivingMap
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

_STANDINGS = (
    (Standing.OUTRAGED, "ui.network_outraged"),
    (Standing.CALMED, "ui.network_calmed"),
    (Standing.UNMOVED, "ui.network_unmoved"),
    (Standing.REACHED, "ui.network_reached"),
    (Standing.UNTOUCHED, "ui.network_untouched"),
)
_SIGN = 13.0
"""Spacing at which the legend's dots are drawn, in points."""
_MINUTE_FRAMES = 12
"""Frames after a minute was lived in which the scene's other panels are painted first."""
_LONGEST_MINUTE = 6.0
"""Seconds over which the reshares of a minute are spread at most: as long as a minute is while a card is read."""
_SMALLEST = 190
"""Points of the map's height below which it is told in no words of its own, and then with less of a legend."""
_LEAST = 120
"""Points of the map's height below which it is told in words alone."""
_WORDS = 3
"""Lines kept for what is told in words."""


Controls = Callable[[Painter, pygame.Rect], int]
"""Paints at the right end of an area, and tells where what it painted begins."""


class NetworkBoard:
    """Shows one map, a minute of it at a time, in whatever area the scene gives it."""

    def __init__(self, scene: PanelScene) -> None:
        self.scene = scene
        self._map: NetworkMap | None = None
        self._living: LivingMap | None = None
        self._view: NetworkView | None = None
        self._words: list[str] = []
        """What is told in words of the view that is shown: one sentence more each frame, for text is dear to draw."""
        self._told = 0
        """How many of those sentences are of the view that is shown."""
        self._caught_up = False
        self._wait = 0
        self._since = 0.0
        self._pace = 1.0
        """Wall seconds from a minute to the next, as it went last."""

    @property
    def view(self) -> NetworkView | None:
        """What is shown, once there is anything."""
        return self._view

    @property
    def is_busy(self) -> bool:
        """Whether it is on its way to what it should show."""
        view, living = self._view, self._living
        if view is None or living is None or self._map is None or self._map.waiting or not self._caught_up:
            return True
        return view is not living.view or living.is_drawing or self._told < len(view.words)

    def update(self, network: NetworkMap, minute: int | None, seconds: float) -> None:
        """Let time pass, and go to `minute` (None: the last one) of `network`: one step a frame, none of them long."""
        self._since += seconds
        self._wait = max(0, self._wait - 1)
        if self._living is not None:
            self._living.pass_time(seconds)
        if network is not self._map:
            self._map, self._living, self._view, self._words = network, None, None, []
        elif network.waiting:
            if self._caught_up:
                self._caught_up, self._wait = False, _MINUTE_FRAMES
            if not self._wait:
                self._caught_up = network.advance()
        elif self._living is None:
            self._living, self._caught_up = LivingMap(network.ground), True
        else:
            self._step(self._living, network, network.minute if minute is None else min(minute, network.minute))

    def _step(self, living: LivingMap, network: NetworkMap, minute: int) -> None:
        """The next thing to do on the way to `minute`."""
        if self._view is None or self._view.minute != minute:
            self._view = network.view(minute)
            self._pace, self._since = max(0.05, min(self._since, _LONGEST_MINUTE)), 0.0
        elif living.view is not self._view:
            living.show(self._view, self._pace, self.scene.game.look.still)
            self._told = 0
        elif self._told < len(self._view.words):
            self._words[self._told : self._told + 1] = [self._view.words[self._told]]
            self._told += 1

    def follow(self, place: int) -> Command:
        """Show the reshares of one community alone, or of all again."""

        def follow() -> Transition:
            if self._living is not None:
                self._living.choose(place)
            return None

        return follow

    def compose(self, area: pygame.Rect, controls: Controls | None = None, state: Hashable = None) -> None:
        """Show the board in `area`; `controls` paints what else stands on its first line, `state` stands for that."""
        look, scene = self.scene.game.look, self.scene
        language = look.settings.language
        probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
        lines = self._legend_lines(probe, area.width, controls)
        head = pygame.Rect(area.x, area.y, area.width, look.px(30) + look.px(21) * (len(lines) - 1))
        tall = probe.line_height("small") * _WORDS + look.px(8)
        if area.height - head.height - tall < look.px(_SMALLEST):
            tall = 0
        if area.height - head.height < look.px(_SMALLEST):
            del lines[1:]
            head.height = look.px(30)
        if area.height - head.height < look.px(_LEAST):
            self._words_alone(pygame.Rect(area.x, head.bottom, area.width, area.bottom - head.bottom))
            shown = (language, True, tuple(map(tuple, lines[:1])), state)
            scene.show("network head", head, shown, lambda on: self._head(on, lines[:1], controls), look.theme.ink)
            return
        foot = pygame.Rect(area.x, area.bottom - tall, area.width, tall)
        middle = pygame.Rect(area.x, head.bottom + look.px(4), area.width, foot.top - head.bottom - look.px(8))
        shown = (language, self._living is None, tuple(map(tuple, lines)), state)
        scene.show("network head", head, shown, lambda on: self._head(on, lines, controls), look.theme.ink)
        if tall:
            self._tell(foot, probe.line_height("small"))
        serial = -1 if self._living is None else self._living.serial
        pointed = tuple(key for key in (scene.focus, scene.hovered) if key is not None and key.startswith("community"))
        scene.show("network", middle, (serial, pointed, language), lambda on: self._paint(on, pointed), look.theme.ink)

    def _words_alone(self, area: pygame.Rect) -> None:
        """What the map would show, where it would be too small to be read."""
        look = self.scene.game.look
        text = "\n".join((*filter(None, self._words), look.say("ui.network_no_room")))

        def paint(painter: Painter) -> None:
            painter.text(0, 0, text, painter.width - painter.px(10), "small")

        self.scene.show("network", area, (text, look.settings.language), paint, look.theme.ink, True)

    # what stands where

    def _paint(self, painter: Painter, pointed: tuple[str, ...]) -> None:
        living, network, view = self._living, self._map, self._view
        if living is None or network is None or view is None:
            painter.text(0, painter.height // 3, painter.look.say("ui.network_drawing"), painter.width,
                         colour=painter.look.theme.muted, align="centre")  # fmt: skip
            return
        places = living.paint(painter)
        for place, (one, middle, radius) in enumerate(
            zip(living.ground.communities, places.discs.tolist(), places.radii.tolist(), strict=True)
        ):
            if not len(one.nodes):
                continue
            area = pygame.Rect(0, 0, round(2 * radius), round(2 * radius))
            area.center = (round(middle[0]), round(middle[1]))
            name = f"community {one.key}"
            tip = network.told(view.minute, place) if name in pointed else one.name
            painter.spot(name, area, self.follow(place), tip, "communities", radius / painter.look.scale)

    def _tell(self, area: pygame.Rect, line: int) -> None:
        """In words what the map shows, a line a sentence; or all about the community that is followed."""
        look, scene = self.scene.game.look, self.scene
        top, language = area.y + look.px(4), look.settings.language
        chosen = None if self._living is None or self._map is None else self._living.chosen
        if chosen is not None and self._map is not None and self._view is not None:
            text = f"{self._map.told(self._view.minute, chosen)} {look.say('ui.network_following')}"
            whole = pygame.Rect(area.x, top, area.width, line * _WORDS)
            scene.show("network told", whole, (text, language), lambda on: _write(on, text, _WORDS), look.theme.ink)
            return
        for place, words in enumerate(self._words):
            row = pygame.Rect(area.x, top + place * line, area.width, line)

            def paint(painter: Painter, words: str = words) -> None:
                _write(painter, words, 1)

            scene.show(f"network words {place}", row, (words, language), paint, look.theme.ink)

    # the legend

    def _legend_lines(
        self, painter: Painter, width: int, controls: Controls | None
    ) -> list[list[tuple[int, str, int]]]:
        """The standings as (standing, label, width), in lines."""
        say = painter.look.say
        room = width if controls is None else controls(painter, pygame.Rect(0, 0, width, painter.px(30)))
        title = painter.text_width(say("ui.network"), "heading", "bold") + painter.px(18)
        lines: list[list[tuple[int, str, int]]] = [[]]
        left = title
        for standing, code in _STANDINGS:
            label = say(code)
            wide = painter.text_width(label, "small") + painter.px(38)
            if left + wide > (room if len(lines) == 1 else width):
                lines.append([])
                left = 0
            lines[-1].append((standing, label, wide))
            left += wide
        return lines

    def _head(
        self,
        painter: Painter,
        lines: list[list[tuple[int, str, int]]],
        controls: Controls | None,
    ) -> None:
        say, theme = painter.look.say, painter.look.theme
        whole = pygame.Rect(0, 0, painter.width, painter.px(30))
        if controls is not None:
            controls(painter, whole)
        middle = whole.centery
        title = painter.text(0, middle - painter.line_height("heading") // 2, say("ui.network"), painter.width,
                             "heading", "bold", max_lines=1)  # fmt: skip
        legend = "" if self._living is None else self._living.ground.legend
        left = title.right + painter.px(18)
        for line in lines:
            for standing, label, wide in line:
                sign = dots.dot(theme, standing, painter.px(_SIGN))
                painter.paste(sign, sign.get_rect(center=(left + painter.px(7), middle)).topleft)
                painter.text(left + painter.px(18), middle - painter.line_height("small") // 2, label,
                             wide - painter.px(18), "small", colour=theme.muted, max_lines=1)  # fmt: skip
                left += wide
            middle += painter.px(21)
            left = 0
        painter.spot("network legend", title.inflate(painter.px(8), 0), _nothing, legend)


def close_button(painter: Painter, area: pygame.Rect, label: str, key: str, command: Command, urgent: bool) -> int:
    """The way back at the right end of the board's first line; where it begins."""
    wide = button_width(painter, label, key)
    place = pygame.Rect(area.right - wide, area.y + painter.px(1), wide, painter.px(28))
    button(painter, place, label, "network close", command, key=key, kind="primary" if urgent else "plain")
    return place.left - painter.px(10)


def _write(painter: Painter, text: str, lines: int) -> None:
    painter.text(0, 0, text, painter.width, "small", max_lines=lines)


def _nothing() -> Transition:
    return None
