"""A whole play through a real terminal, from the list of scenarios to the end of the debrief, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.console.commands import COMMANDS, words_of
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.history import History
from simulator.scenario.load import load_scenario
from tests.console.by_lines import Typist
from tests.console.terminal import Terminal, flat, terminal
from tests.dated import NAME, SEED, dated_decisions, dated_run

pytestmark = pytest.mark.slow
_NOT_IN_PASSING = ("next", "wait", "language", "pause", "quit")
"""Commands that move the clock, or end or change the game; each is typed in a place of its own."""
_COLUMNS = 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_from_the_list_of_scenarios_to_the_end_of_the_debrief(tmp_path: Path, language: Language) -> None:
    scenario = Edition(load_scenario(shipped("scenarios") / NAME)).scenario(language)
    say = phrasebook(language)
    with terminal((), tmp_path, language, _COLUMNS) as typed:
        look_around(typed)
        typed.type("f")
        typed.pick(say("console.filter_severity", severity="3"))
        typed.pick(scenario.title)
        for line in ("?", "d", "b", "c", "z", "a", "t", f"t {SEED}", "c", "z", "a"):
            typed.type(line)
        typed.type("")
        typist = Typist(typed, scenario)
        decisions = dated_decisions()
        commands = [words_of(name, say)[-1] for name in COMMANDS if name not in _NOT_IN_PASSING]
        for place, decision in enumerate(decisions):
            typist.go_to(decision.minute)
            if place % 8 == 0:
                for letter in (*commands, "z", "z", "", "f babilune", "blabla", "999"):
                    typed.type(letter)
            typist.enter(decision)
        typed.type("q")
        typed.pick(say("console.stay"))
        typed.type("n")
        typed.type("w 1")
        typist.go_to(scenario.length)
        answer_and_look_back(typed)
        typed.type("p")
        typed.type("1")
        typed.type("q")
        typed.type("q")
        assert typed.program.wait(60) == 0
    (play,) = History(tmp_path / "plays").plays()
    assert History(tmp_path / "plays").replay(play.play_id).digest == dated_run().digest()
    assert play.words.decided and play.words.change
    check_lines(typed.said)


def look_around(typed: Terminal) -> None:
    """The commands of the first list, and what they show."""
    say = phrasebook(typed.language)
    for line in ("?", "c", "p", "zzz", "99"):
        typed.type(line)
    typed.type("f bébé" if typed.language == "fr" else "f batch")
    typed.type("s")
    typed.pick(say("console.set_tempo", now="").strip())
    typed.pick(say("play.tempo_slower", times="2"))
    typed.type("q")
    typed.type("g en")
    typed.type("g fr")
    typed.type(f"g {typed.language}")


def answer_and_look_back(typed: Terminal) -> None:
    """The self-debrief, then every entry of the debrief once, back to the list each time."""
    typed.type("Le message d’attente.")
    typed.type("")
    typed.type("Vérifier plus tôt.")
    entries = typed.entries()
    leaving = (phrasebook(typed.language)(f"console.back_{name}") for name in ("branch", "same", "other", "report"))
    left_out = {flat(text) for text in leaving}
    for number, text in entries.items():
        if text in left_out:
            continue
        typed.type(str(number))
        for _ in range(3):
            if flat(phrasebook(typed.language)("console.back")) in flat(typed.last):
                break
            typed.type("q" if typed.entries() and not _is_main(typed, entries) else "")
    while flat(phrasebook(typed.language)("console.lobby")) not in flat(typed.last) and not _in_lobby(typed):
        typed.type("q")


def _is_main(typed: Terminal, entries: dict[int, str]) -> bool:
    return typed.entries() == entries


def _in_lobby(typed: Terminal) -> bool:
    return typed.last.endswith(phrasebook(typed.language)("console.prompt_lobby"))


def check_lines(said: str) -> None:
    """Plain lines, whole words: nothing that only decorates, nothing untranslated, nothing wider than the terminal."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x1b]", said.replace("\r", ""))
    assert not re.search(r"^(?!> )\W{3,}$", said, re.MULTILINE), "a line without a word"
    assert "{" not in said and not re.search(r"(?<![.?!] )\bNone\b", said)
    assert not re.search(r"\b(console|play|engine|ui|desk)\.[a-z_]+\b", said)
    prompt = max(len(phrasebook(language)("console.prompt_lobby")) for language in LANGUAGES)
    assert max(len(line) for line in said.splitlines()) <= max(prompt + 1, _COLUMNS)
    assert " · " not in said
