"""The debrief: its head, its tabs, the page that is shown, and what can be asked of the play from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.scenario.library import UnknownScenario
from simulator.scenario.problem import ScenarioProblems
from simulator.ui.contract import Review
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Pop, Push, Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.briefing import brief
from simulator.ui.scenes.debrief.evidence import EvidencePage
from simulator.ui.scenes.debrief.facts import FactsPage
from simulator.ui.scenes.debrief.guide import GuidePage
from simulator.ui.scenes.debrief.head import HEAD, paint_head, paint_told, told_height
from simulator.ui.scenes.debrief.network import NetworkPage
from simulator.ui.scenes.debrief.overview import OverviewPage
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.scenes.debrief.remember import RememberPage
from simulator.ui.scenes.debrief.shown_curves import ShownCurves
from simulator.ui.scenes.debrief.tabs import paint_tabs, tab_lines
from simulator.ui.scenes.debrief.what_if import WhatIfPage
from simulator.ui.scenes.focus_keys import ENTER
from simulator.ui.scenes.writing import Writing
from simulator.ui.spots import Command
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_FRESH_EVERY = 0.4
"""Seconds between two looks at what the background has done."""


class DebriefScene(PanelScene):
    """The hot wash of a play, just ended or long ago."""

    first_focus = "tab overview"

    def __init__(self, game: Game, review: Review) -> None:
        super().__init__(game)
        self.review = review
        self.view = review.view()
        self.serial = 0
        """Rises when `view` is another."""
        self.curves = ShownCurves()
        self.writing = Writing(self)
        self.told = ""
        """The last sentence of the review, until it is put away."""
        self._heard = review.told
        self._language = game.desk.settings.language
        self._seen = review.revision
        self._since = 0.0
        self._refused = False
        self._pages: tuple[Page, ...] = tuple(
            page(self)
            for page in (OverviewPage, WhatIfPage, EvidencePage, FactsPage, RememberPage, GuidePage, NetworkPage)
        )
        self.page = self._pages[0]

    @property
    def pages(self) -> tuple[Page, ...]:
        """Those that have something to show."""
        return tuple(page for page in self._pages if page.there)

    def look_again(self, at_once: bool = True) -> None:
        """Ask for the view anew if it may have changed, `at_once` or when some time has passed."""
        language = self.game.desk.settings.language
        if language != self._language:
            self._language, at_once = language, True
            self.review.set_language(language)
        if self.review.told != self._heard:
            self.told = self._heard = self.review.told
        if self.review.revision == self._seen or not (at_once or self._since >= _FRESH_EVERY):
            return
        self._seen, self._since = self.review.revision, 0.0
        view = self.review.view()
        if view != self.view:
            self.view = view
            self.serial += 1
        if self.page not in self.pages:
            self.page = self.pages[0]

    # the scene

    def compose(self) -> None:
        self.look_again(at_once=False)
        look = self.game.look
        width, height = look.size
        language, view = look.settings.language, self.view
        probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
        head = look.px(HEAD)
        exporting = None if self.review.exporting is None else round(100 * self.review.exporting)
        key = (view.title, view.subtitle, view.scenario_id, exporting, language)
        self.show("head", pygame.Rect(0, 0, width, head), key, lambda on: paint_head(on, self), look.theme.card)
        lines = tab_lines(probe, self.pages, width)
        top = head + lines.height
        area = pygame.Rect(0, head, width, lines.height)
        self.show(
            "tabs", area, (lines, self.page.name, language), lambda on: paint_tabs(on, lines, self), look.theme.card
        )
        foot = told_height(probe, self.told, width)
        self.page.compose(pygame.Rect(0, top, width, height - top - foot))
        if foot:
            area = pygame.Rect(0, height - foot, width, foot)
            self.show("told", area, (self.told, language), lambda on: paint_told(on, self), look.theme.raised)

    def update(self, seconds: float) -> Transition:
        self._since += seconds
        self.review.advance()
        self.look_again(at_once=False)
        self.writing.pass_time(seconds)
        self.page.update(seconds)
        return super().update(seconds)

    def leave(self) -> None:
        self.page.left()
        self.review.close()

    # pages

    def go(self, name: str) -> Command:
        """Show the page called `name`, the focus on its tab."""

        def show() -> Transition:
            page = next((page for page in self.pages if page.name == name), None)
            if page is not None:
                self.page.left()
                self.page = page
                self.focus = f"tab {name}"
                self.hovered = None
            return None

        return show

    def open_criterion(self, criterion: str) -> Transition:
        """Show where a score comes from: its evidence, or for the overall grade the page of weights."""
        evidence = next(page for page in self._pages if isinstance(page, EvidencePage))
        if evidence.choose(criterion):
            return self.go(evidence.name)()
        return self.go("guide")()

    def _beside(self, step: int) -> Transition:
        names = [page.name for page in self.pages]
        return self.go(names[(names.index(self.page.name) + step) % len(names)])()

    # the keyboard

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        finished = event.key in ENTER and event.mod & pygame.KMOD_CTRL
        if self.writing.is_on and (event.key == pygame.K_ESCAPE or finished):
            self.page.left()
            self.focus = f"tab {self.page.name}"
            return True, None
        if self.writing.on_key(event):
            return True, None
        taken, transition = self.page.on_key(event)
        if taken:
            return True, transition
        if event.key in (pygame.K_LEFT, pygame.K_RIGHT) and (self.focus or "").startswith("tab "):
            return True, self._beside(1 if event.key == pygame.K_RIGHT else -1)
        key = pressed(event)
        if key.isdecimal() and 1 <= int(key) <= len(self.pages):
            return True, self.go(self.pages[int(key) - 1].name)()
        commands: dict[str, Command] = {"export": self.export}
        if self.view.scenario_id:
            commands |= {"play_again": self.again, "new_seed": self.anew}
        wanted = self.game.look.keys.act(key, "debrief")
        return (True, commands[wanted]()) if wanted in commands else (False, None)

    def on_text(self, text: str) -> None:
        self.writing.on_text(text)

    def on_composing(self, text: str) -> None:
        self.writing.on_composing(text)

    def on_drag(self, position: tuple[int, int]) -> None:
        self.writing.on_drag(position)
        self.page.on_drag(position)

    # commands

    def going(self, transition: Transition) -> Transition:
        """Leave, unless what was written could not be kept: that is said first, and the next time it is left."""
        refusal = self.page.left()
        if refusal is not None and not self._refused:
            self._refused = True
            return None
        return transition

    def back(self) -> Transition:
        return self.going(Pop())

    def again(self) -> Transition:
        """Play the same scenario on the same seed."""
        return self.going(Replace(brief(self.game, self.view.scenario_id, self.view.seed)))

    def anew(self) -> Transition:
        """Play the same scenario on another seed."""
        try:
            seed = self.game.desk.offered_seed(self.view.scenario_id, after=self.view.seed)
        except (UnknownScenario, ScenarioProblems):
            seed = self.view.seed  # the briefing says what is the matter
        return self.going(Replace(brief(self.game, self.view.scenario_id, seed)))

    def export(self, suffix: str = ".pdf") -> Transition:
        """Begin to write the report, if none is being written."""
        if self.review.exporting is None:
            self.page.left()
            self.review.export(suffix)
            self.look_again()
        return None

    def put_away(self) -> Transition:
        """The sentence of the review has been read."""
        self.told = ""
        return None

    def branch(self, place: int) -> Transition:
        """Play on from before a decision; the debrief waits under the play."""
        from simulator.ui.scenes.crisis import CrisisScene

        session = self.review.branch(place)
        self.game.session = session
        return Push(CrisisScene(self.game, session))
