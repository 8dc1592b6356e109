"""Names, codes, rosters and passwords, each by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.classroom.csv_text import cell, table
from simulator.classroom.declined import Declined
from simulator.classroom.limits import network_of
from simulator.classroom.people.animals import ANIMALS, invented_name
from simulator.classroom.people.codes import code_meant, new_code, shown_code
from simulator.classroom.people.names import clean_name, folded
from simulator.classroom.people.passwords import hashed, is_right
from simulator.classroom.people.roster import Entry, read_roster
from simulator.classroom.people.secret import derived, server_secret
from simulator.classroom.people.tokens import Bearer, Tokens

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def test_there_are_more_than_a_million_codes_and_each_is_read_back() -> None:
    assert len(ANIMALS) * 9000 > 1_000_000
    for code in (new_code() for _ in range(200)):
        for language in ("fr", "en"):
            assert code_meant(shown_code(code, language)) == code


@pytest.mark.parametrize("typed", ["", "loutre", "4821", "loutre-48", "licorne-4821", "loutre-4821-1", "loutre 48 21"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert code_meant(typed) is None


@pytest.mark.parametrize(
    ("one", "other"), [("Ada", "ADA"), ("Ａｄａ", "ada"), ("Ada  L", "ada l"), ("Straße", "STRASSE")]
)
def test_pseudonyms_that_look_alike_are_alike(one: str, other: str) -> None:
    assert folded(clean_name(one)) == folded(clean_name(other))


def test_a_name_is_kept_composed() -> None:
    assert clean_name("  E\u0301va   B ") == "Éva B"


def test_invented_names_are_names() -> None:
    for language in ("fr", "en"):
        assert clean_name(invented_name(language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lovelace\nBen", [Entry("Ada Lovelace"), Entry("Ben")]),
        (
            "Prénom;Nom de famille;Adresse de courriel;Numéro étudiant\r\nAda;Lovelace;ada@x.org;12\r\n",
            [Entry("Ada Lovelace", "ada@x.org", "12")],
        ),
        ('Name,Email address,ID number\n"Lovelace, Ada",ada@x.org,12', [Entry("Lovelace, Ada", "ada@x.org", "12")]),
        ("Ada\tLovelace\tada@x.org\t12", [Entry("Ada Lovelace", "ada@x.org", "12")]),
        ("\ufeffNom\nÉva\n\n", [Entry("Éva")]),
    ],
)
def test_a_roster_is_read_as_schools_export_it(text: str, expected: list[Entry]) -> None:
    reading = read_roster(text)
    assert (list(reading.entries), reading.problems) == (expected, ())


def test_lines_that_cannot_be_taken_are_told() -> None:
    reading = read_roster("name;email;id\nAda;no address;1\n;;\nBen;;2\nCem;;2\nDot\x07;;3\n")
    assert [one.name for one in reading.entries] == ["Ben"]
    codes = [problem.code.partition(".")[2] for problem in reading.problems]
    assert codes == ["roster_bad_email", "roster_twice", "roster_bad_line"]
    with pytest.raises(Declined):
        read_roster("x" * 400_000)


@pytest.mark.parametrize("text", ["=1+1", "+1+A1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_spreadsheet_runs_no_name(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell(-1.5) == "-1.5" and cell(None) == ""
    assert table([["a", 'b"c'], ["=x", 1]]) == 'a,"b""c"\r\n\'=x,1\r\n'


def test_a_password_is_long_and_kept_as_argon2id() -> None:
    kept = hashed("a long password")
    assert kept.startswith("$argon2id$") and is_right("a long password", kept)
    assert not is_right("another password", kept) and not is_right("a long password", None)
    with pytest.raises(Declined):
        hashed("short")


def test_a_token_says_whose_it_is_until_it_is_over() -> None:
    tokens, bearer = Tokens(b"x" * 32), Bearer("access", "me", "3")
    token, ends = tokens.signed(bearer, NOW)
    assert tokens.read(token, "access", ends - timedelta(seconds=1)) == bearer
    for other, kind, when in ((token, "access", ends), (token, "refresh", NOW), ("x.y.z", "access", NOW)):
        with pytest.raises(Declined):
            tokens.read(other, kind, when)  # type: ignore[arg-type]
    with pytest.raises(Declined):
        Tokens(b"y" * 32).read(token, "access", NOW)


def test_the_servers_secret_is_made_once_and_read_by_nobody_else(tmp_path: Path) -> None:
    secret = server_secret(tmp_path)
    assert server_secret(tmp_path) == secret and len(secret) == 32
    assert (tmp_path / "server.key").stat().st_mode & 0o077 == 0
    assert derived(secret, "a") != derived(secret, "b") != derived(b"", "b")
    (tmp_path / "server.key").write_text("short")
    with pytest.raises(OSError, match="damaged"):
        server_secret(tmp_path)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_limits_are_by_household(address: str, network: str) -> None:
    assert network_of(address) == network
