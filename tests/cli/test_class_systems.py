"""`badbuzz class grades`, `lrs` and `lti`: what the command line says of the school's systems."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.conftest import Badbuzz
from tests.cli.test_serve import code  # noqa: F401 (a fixture)

HOME = ("--home", "https://classes.example.org")


def test_grades_are_written_as_moodle_imports_them(badbuzz: Badbuzz, code: str, tmp_path: Path) -> None:  # noqa: F811
    shown = badbuzz("class", "grades", code).out
    assert shown.splitlines() == [
        "Nom complet,Numéro d’identification,Adresse de courriel,Pseudonyme",
        "Ada,Ada,Ada,Ada",
        "Ben,Ben,Ben,Ben",
    ]
    file = tmp_path / "grades.csv"
    assert badbuzz("class", "grades", code, "--known", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfNom complet,") and file.read_bytes().count(b"\r\n") == 1
    assert "Exercice" in badbuzz("class", "grades", code, "--assignment", "Exercice").err


def test_a_record_store_is_set_without_its_secret_being_typed_or_shown(
    badbuzz: Badbuzz,
    code: str,  # noqa: F811
    tmp_path: Path,
) -> None:
    assert "n’envoie pas" in badbuzz("class", "lrs", code).out
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n")
    words = ("class", "lrs", code, "--endpoint", "http://10.0.0.1/xapi/", "--key", "k")
    assert badbuzz(*words).code == 2
    assert badbuzz(*words, "--secret-file", str(tmp_path / "none"), *HOME).code == 2
    assert "http://10.0.0.1/xapi" in badbuzz(*words, "--secret-file", str(secret), *HOME).out
    shown = badbuzz("class", "lrs", code).out
    assert "http://10.0.0.1/xapi" in shown and "0 en attente" in shown and "s3cret" not in shown
    assert "Renvoyés" in badbuzz("class", "lrs", code, "--retry").out
    assert badbuzz(
        "class", "lrs", code, "--endpoint", "ftp://x", "--key", "k", "--secret-file", str(secret), *HOME
    ).code
    assert badbuzz("class", "lrs", code, "--forget").code == 0
    assert "n’envoie pas" in badbuzz("class", "lrs", code).out


def test_platforms_are_entered_listed_and_removed(badbuzz: Badbuzz, code: str) -> None:  # noqa: F811
    assert code
    add = ("class", "lti", "add", "https://moodle.example.org")
    assert badbuzz(*add).code == 2 and badbuzz(*add, "--client-id", "abc").code == 2
    assert badbuzz("class", "lti", "add", "moodle", "--client-id", "abc", "--moodle").code == 2
    assert badbuzz(*add, "--client-id", "abc", "--moodle", "--deployment", "1").code == 0
    urls = ("--login-url", "https://c.example.org/a", "--token-url", "https://c.example.org/t")
    other = ("class", "lti", "add", "https://c.example.org", "--client-id", "c", *urls)
    assert badbuzz(*other).code == 2 and badbuzz(*other, "--keys-url", "https://c.example.org/k").code == 0
    listed = badbuzz("class", "lti", "list").out
    assert "https://moodle.example.org  client abc  déploiements 1" in listed and "client c  déploiements *" in listed
    assert badbuzz("class", "lti", "remove", "https://moodle.example.org").code == 0
    assert badbuzz("class", "lti", "remove", "https://moodle.example.org").code == 2
    assert "/lti/register/" in badbuzz("class", "lti", "invite").out


def test_without_the_extra_lms_one_sentence_says_how_to_get_it(
    badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "simulator.cli.commands.class_.lti.find_spec", lambda name: None if name == "pylti1p3" else find_spec(name)
    )
    answer = badbuzz("class", "lti", "list")
    assert answer.code == 2 and 'pip install "badbuzz[lms]"' in answer.err
