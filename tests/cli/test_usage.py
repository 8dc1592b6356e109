"""Wrong usage is one sentence in the user's language and exit code 2, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from simulator import __version__
from simulator.cli.root import root
from simulator.locale import phrasebook
from simulator.places import shipped
from tests.cli.conftest import Badbuzz


def commands(group: click.Group, *above: str) -> Iterator[tuple[str, ...]]:
    """Every command as it is typed, `badbuzz` itself as nothing."""
    yield above
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *above, name)
        else:
            yield (*above, name)


COMMANDS = sorted(commands(root(phrasebook("en"))))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pley", "x"), "« play »"),
        (("zzz",), "badbuzz --help"),
        (("play", "rappel-tradif", "--bot", "silent"), "« rappel-tardif »"),
        (("play", "rappel-tardif", "--bot", "nobody"), "exemplary"),
        (("play", "rappel-tardif", "--seed", "many", "--bot", "silent"), "« many »"),
        (("play", "rappel-tardif", "--seed=-1", "--bot", "silent"), "« -1 »"),
        (("play", "rappel-tardif", "--seed", "99999999999", "--bot", "silent"), "4 294 967 295"),
        (("play", "rappel-tardif", "--seed", "²", "--bot", "silent"), "²"),
        (("play", "rappel-tardif", "--json"), "--bot"),
        (("play", "rappel-tardif", "--bto", "silent"), "--bot"),
        (("play", "rappel-tardif", "--xyz"), "--xyz"),
        (("play", "rappel-tardif", "--seed"), "--seed"),
        (("play",), "ID"),
        (("play", "a", "b"), "un ID"),
        (("score", "a.yaml", "b.yaml"), "un FICHIER"),
        (("list", "a"), "--help"),
        (("play", "nowhere/at-all"), "nowhere/at-all"),
        (("--lang", "de"), "fr, en"),
        (("list", "--lang=xx"), "fr, en"),
        (("list", "--scenarios", "/no/such/folder"), "/no/such/folder"),
        (("check",), "PATH"),
        (("check", "/no/such/folder"), "/no/such/folder"),
        (("check", "--format", "xml", "."), "text, json"),
        (("replay", "/no/such/file"), "/no/such/file"),
        (("model", "paramters"), "« parameters »"),
        (("model", "zzz"), "badbuzz model --help"),
        (("validate-model", "--seed", "many"), "« many »"),
        (("validate-model", "--report", "/no/such/folder/page.html"), "/no/such/folder"),
        (("validate-model", "--report", "page.txt"), "page.txt"),
        (("validate-model", "--report"), "--report attend un nom de fichier, par exemple page.html."),
        (("validate-model", "--seed"), "--seed attend un nombre entier."),
        (("validate-model", "--quick=yes"), "--quick s’emploie sans valeur."),
        (("list", "--lang"), "fr, en"),
        (("list", "--scenarios"), "--scenarios attend le chemin"),
        (("calibrate", "rappel-tardif", "--seeds", "3"), "de 8 à 1 000 : 3 "),
        (("model", "what-if", "--minute", "1600", "--hours", "24"), "1 439"),
        (("model", "what-if", "--users", "12"), "de 1 000 à 1 000 000 : 12 "),
        (("model", "what-if", "--users", "2000000"), "2 000 000 ne convient pas"),
    ],
)
def test_wrong_usage_is_one_sentence(badbuzz: Badbuzz, words: tuple[str, ...], said: str) -> None:
    answer = badbuzz(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert said in answer.err.replace("\u202f", " ")


def test_a_group_alone_says_what_its_commands_are(badbuzz: Badbuzz) -> None:
    assert badbuzz("model") == badbuzz("model", "--help")
    assert badbuzz("model").code == 0 and "parameters" in badbuzz("model").out


def test_the_language_is_that_of_lang_wherever_it_stands(badbuzz: Badbuzz) -> None:
    assert "There is no" in badbuzz("--lang", "en", "zzz").err
    assert "There is no" in badbuzz("play", "zzz", "--bot", "silent", "--lang=en").err
    assert "Il n’y a pas" in badbuzz("zzz").err


def test_the_language_is_else_that_of_the_system(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "There is no" in badbuzz("zzz").err


@pytest.mark.parametrize(("language", "heading"), [("fr", "Usage\u202f:"), ("en", "Usage:")])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_the_language(badbuzz: Badbuzz, command: tuple[str, ...], language: str, heading: str) -> None:
    answer = badbuzz(*command, "--help", "--lang", language)
    assert answer.code == 0
    assert answer.out.startswith(heading)
    assert "Show this message" not in answer.out


def test_the_version(badbuzz: Badbuzz) -> None:
    assert badbuzz("--version") == (0, f"badbuzz {__version__}\n", "")


def test_every_command_stands_in_the_table_of_the_readme() -> None:
    readme = (shipped("scenarios").parent / "README.md").read_text(encoding="utf-8")
    typed = [" ".join(("badbuzz", *words[:2])) for words in COMMANDS if words != ("model",)]
    assert not [words for words in typed if f"| `{words}" not in readme]
