"""Dated decisions entered in the window as a person would: by keys alone, or by clicks alone.

Where something stands is looked up in the twin; what is pressed or clicked goes to both.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque

import pygame

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Listen,
    PrepareHolding,
    Prioritise,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.engine.run import WANTS_ATTENTION, Run
from simulator.play.presenters.card_rows import ResponseRow
from simulator.play.presenters.dialogs import HoldingBlock
from simulator.play.session import Session
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.dialogs.holding import HoldingDialog
from simulator.ui.scenes.dialogs.messages import MessagesDialog
from simulator.ui.scenes.dialogs.post import PostDialog
from simulator.ui.spots import Spot, after_arrow, after_tab
from tests.ui.screens import scene_of
from tests.ui.window import Player

_ARROWS = {pygame.K_DOWN: (0, 1), pygame.K_UP: (0, -1), pygame.K_RIGHT: (1, 0), pygame.K_LEFT: (-1, 0)}
_LETTERS = {"authority": pygame.K_u, "employees": pygame.K_i, "correction": pygame.K_c}
_ACTIONS = {pygame.K_u: "notify", pygame.K_i: "inform", pygame.K_c: "correct", pygame.K_p: "suspend",
            pygame.K_l: "listen", pygame.K_h: "holding", pygame.K_s: "spokesperson", pygame.K_v: "verify",
            pygame.K_r: "reply", pygame.K_o: "watch", pygame.K_a: "alert"}  # fmt: skip


class Hand(ABC):
    """Goes to the minute of each decision, with the clock stopped, and enters it; `wanted` is the run it makes."""

    def __init__(self, player: Player, wanted: Run) -> None:
        self.player = player
        self._calls = sorted({event.minute for event in wanted.events if isinstance(event, WANTS_ATTENTION)})

    # how one gets about

    @abstractmethod
    def act(self, spot: str) -> None:
        """Do what the spot called `spot` does."""

    @abstractmethod
    def open(self, letter: int) -> None:
        """Open the window of the standing action whose key is `letter`."""

    @abstractmethod
    def leave(self) -> None:
        """Close what lies over the scene."""

    @abstractmethod
    def respond(self, response: str) -> None:
        """Publish the response that is in sight."""

    @abstractmethod
    def pass_time(self, minutes: int, *, skipping: bool) -> None:
        """Let so many minutes pass; `skipping` to the next event, which comes after just so many."""

    def look_up(self) -> None:
        """Have the newest posts of the feed in sight again."""
        self.player.settle(2)
        if any(one.key == "newest" for one in self.scene.spots):
            self.act("newest")
        self.player.agree("feed")

    # a play

    @property
    def scene(self) -> PanelScene:
        return scene_of(self.player.game)

    @property
    def session(self) -> Session:
        session = self.player.game.session
        assert isinstance(session, Session)
        return session

    def see(self) -> None:
        """Wait until the window over the scene is there; what is dimmed behind it may scroll as it likes."""
        self.player.agree("body" if self.scene.dialog is not None else "")

    def play(self, decisions: list[Decision]) -> None:
        """Enter each of `decisions` at its minute, then let the rest of the time pass."""
        for decision in decisions:
            self.go_to(decision.minute)
            before = len(self.session.run.events)
            self.enter(decision)
            made = [event.decision for event in self.session.run.events[before:] if hasattr(event, "decision")]
            assert made == [decision], f"{decision} was entered as {made}"
            self.player.agree("header")
        self.go_to(self.session.run.scenario.length)

    def go_to(self, minute: int) -> None:
        """Stand at `minute`: by events where one falls on the way, a minute at a time otherwise."""
        session = self.session
        while session.run.minute < minute and not session.finished:
            now = session.run.minute
            quiet = 10 if session.run.state.stage == "veille" else minute
            stop = min([call for call in self._calls if call > now] + [now + quiet])
            if stop <= minute and stop > now + 1:
                self.pass_time(stop - now, skipping=True)
            else:
                self.pass_time(min(stop, minute) - now, skipping=False)
            assert session.run.minute == min(stop, minute), "time passed by another stop than was told"
        if not session.finished:
            self.player.agree("header")
            self.player.agree("actions")  # what came in the last minute may have moved them; the clock alone is small

    def enter(self, decision: Decision) -> None:
        """Take `decision` now."""
        match decision:
            case ReviewPost(post=post, keep=keep):
                self.within(pygame.K_p, f"{'keep' if keep else 'suspend'} {post}")
            case Listen(topic=topic):
                words = next(one.words[0] for one in self.session.run.scenario.listening if one.id == topic)
                self.within(pygame.K_l, f"word {words}", "search")
            case AlertCell(signal=None):
                self.open(pygame.K_a)
                self.act("confirm")
            case AlertCell(signal=signal):
                self.look_up()
                self.act(f"post signal:{signal}")
                self.see()
                self.act("alert")
                self.see()
                self.act("confirm")
                self.look_up()
            case PrepareHolding():
                self._compose(decision)
            case PublishHolding():
                self.open(pygame.K_h)
                self.act("publish")
            case ChooseSpokesperson(member=member):
                self.open(pygame.K_s)
                self.act(f"person {member}")
            case Verify(fact=fact):
                self.within(pygame.K_v, f"verify {fact}")
            case Prioritise(work=work, about=about):
                self.act("cell")
                self.see()
                self.act(f"first {work} {about or 'holding'}")
                self.leave()
            case Watch(inject=inject, reason=reason, threshold=threshold):
                self.open(pygame.K_o)
                for spot in (f"subject {inject or ''}", f"reason {reason}", f"threshold {threshold}", "confirm"):
                    self.act(spot)
            case Respond():
                self._respond(decision)
            case _:
                raise NotImplementedError(decision)

    def within(self, letter: int, *spots: str) -> None:
        """Open a window, act on `spots` one after the other, and close it."""
        self.open(letter)
        for spot in spots:
            self.act(spot)
            self.player.agree("header")
        self.leave()

    def _respond(self, decision: Respond) -> None:
        offer = self.session.run.offers[decision.response]
        if offer.origin == "disclosure":
            self.within(pygame.K_v, f"publish {offer.subject}")
        elif offer.origin in _LETTERS:
            self.open(_LETTERS[offer.origin])
            self.respond(decision.response)
        elif decision.post is not None or self.session.run.injects[offer.subject].kind == "post":
            self.open(pygame.K_r)
            self.act(f"answer {decision.post or f'inject:{offer.subject}'}")
            self.see()
            self.respond(decision.response)
        else:
            scene = self.scene
            assert isinstance(scene, CrisisScene)
            if scene.card_id != decision.inject:
                self.act(f"card {decision.inject}")
                self.player.agree("decisions", 0.03)
            self.respond(decision.response)

    def _compose(self, decision: PrepareHolding) -> None:
        self.open(pygame.K_h)
        dialog = self.scene.dialog
        assert isinstance(dialog, HoldingDialog)
        statement = self.session.run.scenario.holding
        assert statement is not None
        for block in statement.blocks:
            texts = {wording.id: wording.text for wording in block.wordings}
            wanted = next((texts[name] for name in decision.wordings if name in texts), "")
            if _shown(dialog, block.id).included is not bool(wanted):
                self.act(f"block {block.id}")
            for _ in texts:
                row = _shown(dialog, block.id)
                if wanted and not row.wordings[row.selected].startswith(wanted[:12]):
                    self.act(f"after {block.id}")
        while self._promised(dialog) != decision.promise:
            self.act("later" if self._promised(dialog) < decision.promise else "earlier")
        self.see()
        self.act("publish" if decision.publish else "keep")

    def _promised(self, dialog: HoldingDialog) -> int:
        statement = self.session.run.scenario.holding
        asked = dialog.view.choice.next_update
        assert statement is not None and asked is not None
        return asked - self.session.run.minute - statement.preparation


def _shown(dialog: HoldingDialog, block_id: str) -> HoldingBlock:
    """The block as it is composed now."""
    return next(row for row in dialog.view.blocks if row.block_id == block_id)


class Keys(Hand):
    """Tab, arrows, Enter, Escape, digits and letters."""

    def act(self, spot: str) -> None:
        for _ in range(60):
            if not self._is_there(spot):
                self._go_down_the_feed()
            elif path := self._path(spot):
                self.player.press(path[0])
            else:
                break
        assert self.scene.focus == spot, f"the keyboard does not reach {spot}"
        self.player.press(pygame.K_RETURN)

    def _is_there(self, wanted: str) -> bool:
        """Whether what is looked for can be reached: a post out of sight has no spot yet."""
        self.player.settle(2)
        return not wanted.startswith("post ") or any(one.key == wanted for one in self.scene.spots)

    def _go_down_the_feed(self) -> None:
        posts = [one.key for one in self.scene.spots if one.key.startswith("post ")]
        if self.scene.focus not in posts:
            self.player.press(*self._path(posts[0]))
        self.player.press(pygame.K_PAGEDOWN)
        self.player.agree("feed")

    def _path(self, wanted: str) -> list[int]:
        """The shortest way of the focus to `wanted`, as things stand now."""
        spots, start = self.scene.spots, self.scene.focus
        ways: dict[str | None, list[int]] = {start: []}
        ahead = deque([start])
        while ahead and wanted not in ways:
            here = ahead.popleft()
            for key, step in self._moves(spots, here):
                if step is not None and step.key not in ways:
                    ways[step.key] = [*ways[here], key]
                    ahead.append(step.key)
        assert wanted in ways, f"{wanted} is not there: {[spot.key for spot in spots]}"
        return ways[wanted]

    def _moves(self, spots: list[Spot], here: str | None) -> list[tuple[int, Spot | None]]:
        sideways = not isinstance(self.scene.dialog, HoldingDialog)
        arrows = {key: way for key, way in _ARROWS.items() if sideways or not way[0]}
        return [
            (pygame.K_TAB, after_tab(spots, here, backwards=False)),
            *((key, after_arrow(spots, here, *way)) for key, way in arrows.items()),
        ]

    def open(self, letter: int) -> None:
        self.player.press(letter)
        assert self.scene.dialog is not None, f"{chr(letter)} opens nothing"
        self.see()

    def leave(self) -> None:
        self.player.press(pygame.K_ESCAPE)
        self.player.agree("header")

    def respond(self, response: str) -> None:
        key = next(row.key for row in self._offered() if row.response_id == response)
        self.player.press(ord(key))
        assert self.scene.chosen_response == response
        self.player.agree("header")
        self.player.press(pygame.K_RETURN)

    def _offered(self) -> tuple[ResponseRow, ...]:
        scene = self.scene
        assert isinstance(scene, CrisisScene)
        dialog = scene.dialog
        if isinstance(dialog, PostDialog):
            return dialog._replies()
        if isinstance(dialog, MessagesDialog):
            return dialog._rows()
        return scene.card.responses if scene.card is not None else ()

    def pass_time(self, minutes: int, *, skipping: bool) -> None:
        self.player.press(*([pygame.K_n] if skipping else [pygame.K_w] * minutes))


class Mouse(Hand):
    """The left button and the wheel."""

    def act(self, spot: str) -> None:
        self._bring_into_sight(spot)
        self.player.click(spot)

    def _bring_into_sight(self, name: str) -> None:
        for _ in range(60):
            self.player.settle(2)
            spot = next((one for one in self.scene.spots if one.key == name), None)
            if spot is None and name.startswith("post "):
                self.player.turn(self.scene.panels["feed"].area.center, down=True)
                self.player.agree("feed")
                continue
            assert spot is not None, f"{name} is not there: {[one.key for one in self.scene.spots]}"
            panel = self.scene.panels[spot.panel]
            if spot.seen.height >= min(spot.area.height, 24) and spot.seen.width > 0:
                return
            self.player.turn(panel.area.center, down=spot.area.centery > panel.area.centery)
        raise AssertionError(f"the wheel does not bring {name} into sight")

    def open(self, letter: int) -> None:
        self.act(f"action {_ACTIONS[letter]}")
        assert self.scene.dialog is not None, f"a click on {_ACTIONS[letter]} opens nothing"
        self.see()

    def leave(self) -> None:
        self.player.click("close")
        self.player.agree("header")

    def respond(self, response: str) -> None:
        if self.scene.chosen_response != response:
            self.act(f"response {response}")
            self.see()
        self.act(f"response {response}")

    def pass_time(self, minutes: int, *, skipping: bool) -> None:
        for _ in range(1 if skipping else minutes):
            self.player.click("following" if skipping else "minute")
