"""What is typed or pasted leads to a server, or to a sentence."""

from __future__ import annotations

import pytest

from simulator.submission.address import BadAddress, join_link, read_invitation


@pytest.mark.parametrize(
    ("typed", "url", "code"),
    [
        ("192.168.1.12:8000", "http://192.168.1.12:8000", ""),
        ("localhost:8000", "http://localhost:8000", ""),
        ("prof.local", "http://prof.local", ""),
        ("[::1]:8000", "http://[::1]:8000", ""),
        ("classe.example.org", "https://classe.example.org", ""),
        ("https://classe.example.org/join/LOUTRE-4821", "https://classe.example.org", "LOUTRE-4821"),
        ("https://example.org/badbuzz/join/ARAIGN%C3%89E-4821", "https://example.org/badbuzz", "ARAIGNÉE-4821"),
        ("https://classe.example.org/join?code=loutre-4821", "https://classe.example.org", "loutre-4821"),
        ("badbuzz://classe.example.org/LOUTRE-4821", "https://classe.example.org", "LOUTRE-4821"),
        ("badbuzz://10.0.0.5:8000/LOUTRE-4821", "http://10.0.0.5:8000", "LOUTRE-4821"),
        (" HTTPS://classe.example.org/ ", "https://classe.example.org", ""),
    ],
)
def test_links_and_addresses_are_understood(typed: str, url: str, code: str) -> None:
    found = read_invitation(typed)
    assert (found.address.url, found.code) == (url, code)


def test_a_code_that_is_typed_goes_before_that_of_the_link() -> None:
    assert read_invitation("https://example.org/join/LOUTRE-4821", "renard-1000").code == "renard-1000"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "deux mots",
        "ftp://example.org",
        "http://",
        "//",
        "https://moi:secret@example.org",
        "a" * 600,
        "http://host:99999999",
        "exa\x00mple.org",
    ],
)
def test_what_is_no_address_is_a_sentence(typed: str) -> None:
    with pytest.raises(BadAddress) as refused:
        read_invitation(typed)
    assert refused.value.message.code == "sending.address_bad"


@pytest.mark.parametrize("typed", ["http://classe.example.org", "http://8.8.8.8:8000/join/LOUTRE-4821"])
def test_nothing_travels_in_the_open_on_a_public_network(typed: str) -> None:
    with pytest.raises(BadAddress) as refused:
        read_invitation(typed)
    assert refused.value.message.code == "sending.address_open"


def test_a_join_link_says_what_it_was_made_of() -> None:
    found = read_invitation(join_link("http://192.168.1.12:8000/", "ARAIGNÉE-4821"))
    assert (found.address.url, found.code) == ("http://192.168.1.12:8000", "ARAIGNÉE-4821")
