"""`badbuzz join`: into a class from a terminal."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Badbuzz
from tests.submission.pupil import server
from tests.submission.server_process import Server

pytestmark = pytest.mark.slow

__all__ = ["server"]


def test_a_link_and_a_pseudonym_are_enough(server: Server, badbuzz: Badbuzz) -> None:
    said = badbuzz("join", f"{server.address}/join/{server.code}", "--name", "Terminal", "--listed")
    assert said.code == 0 and not said.err
    assert "M2 Com · groupe B" in said.out and "Terminal" in said.out and "Exercice" in said.out
    again = badbuzz("join", server.address, server.code, "--name", "Autre")
    assert again.code == 2 and "déjà dans la classe" in again.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("deux mots", "--name", "Ada"), "Ce n’est pas une adresse"),
        (("http://classe.example.org", "loutre-4821", "--name", "Ada"), "réseau public"),
        (("127.0.0.1:9", "loutre-4821", "--name", "Ada"), "ne répond pas"),
        (("127.0.0.1:9", "--name", "Ada"), "Il manque le code"),
        (("127.0.0.1:9", "loutre-4821"), "--name"),
        (("127.0.0.1:9", "loutre-4821", "--name", "Ada", "--ca-file", "/no/such.pem"), "/no/such.pem"),
    ],
)
def test_what_cannot_be_joined_is_one_sentence(badbuzz: Badbuzz, words: tuple[str, ...], told: str) -> None:
    said = badbuzz("join", *words)
    assert said.code != 0 and not said.out and told in said.err


def test_a_code_that_opens_nothing_is_said_by_the_server(server: Server, badbuzz: Badbuzz) -> None:
    said = badbuzz("join", server.address, "loutre-0000", "--name", "Ada", "--lang", "en")
    assert said.code == 2 and "code" in said.err.lower()
