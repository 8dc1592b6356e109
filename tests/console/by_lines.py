"""Dated decisions typed as a person would, each looked for in what the program has just read out."""

from __future__ import annotations

from pathlib import Path

from simulator.engine.catalogue import offers
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
from simulator.locale import Language, Phrasebook, phrasebook
from simulator.scenario.model import Scenario
from simulator.scenario.story import Inject
from tests.console.terminal import Terminal, terminal

_SHOWN = 40
"""Characters by which a text is recognised."""
_QUARTER = 15
_MESSAGES = {"authority": "u", "employees": "i", "correction": "c"}


def play_by_lines(
    name: str, seed: int, decisions: list[Decision], scenario: Scenario, room: Path, language: Language = "fr"
) -> str:
    """Play `decisions` of `scenario`, whose texts are in `language`, to the end; what was read out."""
    with terminal(("play", name, "--console", "--seed", str(seed)), room, language) as typed:
        typed.type("")
        typist = Typist(typed, scenario)
        for decision in decisions:
            typist.go_to(decision.minute)
            typist.enter(decision)
        typist.go_to(scenario.length)
        return typed.said


class Typist:
    """Types decisions of a play that has begun."""

    def __init__(self, typed: Terminal, scenario: Scenario) -> None:
        self.typed = typed
        self._scenario = scenario
        self._say: Phrasebook = phrasebook(typed.language)
        self._offers = offers(scenario)
        self._injects = {inject.id: inject for inject in scenario.injects}

    def go_to(self, minute: int) -> str:
        """Wait until exactly `minute`."""
        return self.typed.type(f"w {minute // 60}:{minute % 60:02d}")

    def enter(self, decision: Decision) -> None:
        """Type what takes `decision` now."""
        typed, scenario = self.typed, self._scenario
        match decision:
            case ReviewPost(post=post, keep=keep):
                typed.type("p")
                typed.pick(next(one.text for one in scenario.scheduled if one.id == post)[:_SHOWN])
                typed.pick(self._say("console.do_keep" if keep else "console.do_suspend"))
            case Listen(topic=topic):
                typed.type(f"l {next(one.words[0] for one in scenario.listening if one.id == topic)}")
            case AlertCell(signal=None):
                typed.type("a")
                typed.pick(self._say("console.do_alert"))
            case AlertCell(signal=signal):
                text = next(one.text for one in scenario.signals if one.id == signal)
                self._find(text)
                typed.pick(self._say("console.do_alert_post"))
            case PrepareHolding():
                self._compose(decision)
            case PublishHolding():
                typed.type("h")
                typed.pick(self._say("console.holding_publish"))
            case ChooseSpokesperson(member=member):
                typed.type("s")
                typed.pick(next(one.name for one in scenario.cell if one.id == member))
            case Verify(fact=fact):
                typed.type("v")
                typed.pick(self._say("console.do_verify", text=self._label(fact)))
            case Prioritise(about=about):
                typed.type("y")
                typed.pick(self._say("console.do_first", text=self._about(about), place="", cost="").split(" (")[0])
            case Watch(inject=inject, reason=reason, threshold=threshold):
                typed.type("o")
                typed.pick(self._injects[inject].title if inject else self._say("play.watch_whole"))
                typed.pick(next(one.text for one in scenario.standing.watch_reasons if one.id == reason))
                typed.pick(str(threshold))
            case Respond():
                self._respond(decision)
            case _:
                raise NotImplementedError(decision)

    def _respond(self, decision: Respond) -> None:
        typed, offer = self.typed, self._offers[decision.response]
        said = offer.response.text[:_SHOWN]
        if offer.origin == "disclosure":
            typed.type("v")
            typed.pick(self._say("console.do_publish", text=self._label(offer.subject)))
        elif offer.origin in _MESSAGES:
            typed.type(_MESSAGES[offer.origin])
            typed.pick(said)
        elif decision.post is not None:
            self._find(self._injects[decision.post.partition(":")[2]].text)
            typed.pick(said)
        elif self._injects[offer.subject].kind == "post":
            typed.type("r")
            typed.pick(self._injects[offer.subject].text[:_SHOWN])
            typed.pick(said)
        else:
            self._card(self._injects[offer.subject])
            typed.pick(said)

    def _card(self, inject: Inject) -> None:
        for place in range(1, 10):
            if inject.title in self.typed.type(f"k {place}").splitlines()[0]:
                return
        raise AssertionError(f"no card is about {inject.title}")

    def _find(self, text: str) -> None:
        """Open the post of the feed with this text, looked for by its longest word."""
        word = max(text.replace("’", " ").replace(".", " ").replace(",", " ").split(), key=len)
        self.typed.type(f"f {word}")
        self.typed.pick(text[:_SHOWN])

    def _compose(self, decision: PrepareHolding) -> None:
        statement, typed = self._scenario.holding, self.typed
        assert statement is not None
        typed.type("h")
        for block in statement.blocks:
            wanted = next((one.text for one in block.wordings if one.id in decision.wordings), "")
            typed.pick(f"« {block.label} »" if typed.language == "fr" else f"“{block.label}”")
            typed.pick(wanted.partition("{time}")[0][:_SHOWN] if wanted else self._say("console.holding_leave_out"))
        quarters = (decision.promise - statement.promise) // _QUARTER
        for _ in range(abs(quarters)):
            code = "console.holding_later" if quarters > 0 else "console.holding_earlier"
            typed.pick(self._say(code, time="").strip())
        typed.pick(self._say("console.holding_publish" if decision.publish else "console.holding_keep"))

    def _label(self, fact: str) -> str:
        return next(one.label for one in self._scenario.facts if one.id == fact)

    def _about(self, about: str) -> str:
        if not about:
            return self._say("play.task_holding")
        offer = self._offers.get(about)
        if offer is None:
            return self._label(about)
        if offer.origin == "inject":
            return self._injects[offer.subject].title
        if offer.origin == "disclosure":
            return self._label(offer.subject)
        return self._say(f"play.offer_{offer.origin}")
