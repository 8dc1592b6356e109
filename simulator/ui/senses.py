"""What is heard of the game: sounds and speech, drawn from what the scenes show and from nothing else.

It looks at the game after each frame, as a player does. So no scene knows of it, and nothing can be heard that is not
seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.locale import Message
from simulator.play.presenters.card_rows import CardView
from simulator.play.presenters.pages import Settings
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.looking_back import LookingBackScene
from simulator.ui.sound.cues import heard
from simulator.ui.sound.player import Player
from simulator.ui.speech.speaker import Speaker
from simulator.ui.speech.wording import joined, spoken, words_of
from simulator.ui.spots import by_key

if TYPE_CHECKING:
    from simulator.ui.app import Game
    from simulator.ui.scene import Scene
    from simulator.ui.scenes.dialog import Dialog


_PAUSE = 1.0
"""Seconds before the sounds are made: the first pictures come first."""


class Senses:
    """Follows one game with `player` and `speaker`."""

    def __init__(self, settings: Settings, player: Player | None = None, speaker: Speaker | None = None) -> None:
        self.player = player or Player(0)
        self._silent_for = 0.0 if player else _PAUSE
        self.speaker = speaker or Speaker(settings.speech, settings.language)
        self._settings = settings
        self._scene: Scene | None = None
        self._view: CrisisView | None = None
        self._shown: FeedFilter | None = None
        """Which posts `_view` shows: another choice of posts is no news."""
        self._dialog: Dialog | None = None
        self._focus: str | None = None
        self._told = 0
        self._missed: Message | None = None
        """The voice's problem as last said."""

    def hear(self, event: pygame.event.Event) -> None:
        """Take what the system says of its devices."""
        if event.type == pygame.AUDIODEVICEADDED:
            self.player.device_came()

    def follow(self, game: Game, seconds: float) -> None:
        """Let what changed in the last frame be heard."""
        self._take(game.desk.settings)
        if self._silent_for > 0:
            self._silent_for -= seconds
            if self._silent_for <= 0:
                self.player.set_volume(self._settings.sound)
        scene = game.stack[-1] if game.stack else None
        if scene is not self._scene:
            self._enter(scene)
        if isinstance(scene, CrisisScene):
            self._crisis(scene, seconds)
        else:
            self.player.underlay(None, seconds)
        if self._settings.speech and isinstance(scene, PanelScene):
            self._read(scene)
            if self.speaker.problem is not None and self.speaker.problem != self._missed:
                scene.tell(game.look.say.say(self.speaker.problem), "bad")
            self._missed = self.speaker.problem

    @property
    def _names(self) -> tuple[str, ...]:
        """What the open cards are called, which are read whole: no news that they have come is read beside them."""
        return tuple(card.name for card in self._view.cards) if self._view else ()

    def leave(self) -> None:
        """Be silent for good."""
        self.speaker.leave()
        self.player.leave()

    def _take(self, settings: Settings) -> None:
        if settings is self._settings:
            return
        before, self._settings = self._settings, settings
        if settings.sound != before.sound:
            self.player.set_volume(settings.sound)
            self.player.play(("notice",))
        self.speaker.language = settings.language
        if settings.speech != before.speech:
            self._focus = None
            self.speaker.turn(settings.speech)

    def _enter(self, scene: Scene | None) -> None:
        ended = isinstance(self._scene, CrisisScene) and isinstance(scene, LookingBackScene)
        if ended:
            self.player.play(("end",))
        self._scene, self._view, self._dialog, self._focus, self._told = scene, None, None, None, 0

    def _crisis(self, scene: CrisisScene, seconds: float) -> None:
        view, before = scene.view, self._view
        paused = view.header.paused
        self.player.underlay(None if paused else view.gauge.outrage, seconds)
        if view is before:
            return
        self._view = view
        shown, self._shown = self._shown, scene.reader.filter
        if before is not None and shown == self._shown:
            self.player.play(heard(before, view))
        if self._settings.speech:
            known = {card.inject_id for card in before.cards} if before is not None else set()
            for card in view.cards:
                if card.inject_id not in known:
                    self.speaker.news(_of_card(card))

    def _read(self, scene: PanelScene) -> None:
        for notice in scene.notices.waiting:
            if notice.serial > self._told:
                self._told = notice.serial
                if notice.tone != "news" or not any(name in notice.text for name in self._names):
                    self.speaker.news(spoken(notice.text))
        opened = scene.dialog is not None and scene.dialog is not self._dialog
        self._dialog = scene.dialog
        if scene.focus != self._focus or opened:
            self._focus = scene.focus
            spot = by_key(scene.spots, scene.focus)
            parts = [spoken(text) for text in (_heads(scene.dialog) if opened else ())]
            if spot is not None:
                parts.append(words_of(spot, scene.panels))
            self.speaker.focus(joined(parts))


def _heads(dialog: Dialog | None) -> tuple[str, ...]:
    return (dialog.title(), dialog.subtitle()) if dialog is not None else ()


def _of_card(card: CardView) -> str:
    return joined([spoken(text) for text in (card.kicker, card.title, card.context, card.countdown) if text])
