"""The library's filters and orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.play.presenters.pages import LibraryRow
from simulator.play.presenters.selection import ORDERS, SHORT, Wish, selected

FIRST = LibraryRow("premiers-pas", "Premiers pas", "Tutoriel", "Une guêpe.", "service_problem", "external", 1, "5 min",
                   "", 0, tutorial=True, minutes=5)  # fmt: skip
MILK = LibraryRow("rappel", "Rappel tardif", "Problème de service", "Un lot de lait.", "service_problem", "internal", 3,
                  "20 min", "78", 1, minutes=20, grade=78.2, played=True)  # fmt: skip
CAKE = LibraryRow("ecrans", "Écrans noirs", "Faille de sécurité", "L’hôpital s’éteint.", "security_breach", "external",
                  2, "18 min", "", 2, minutes=SHORT, played=True)  # fmt: skip
BROKEN = LibraryRow("casse", "casse", "", "", "", "", 0, "", "", 5, problem="ligne 4")
ROWS = (FIRST, MILK, CAKE, BROKEN)


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (Wish(), ROWS),
        (Wish(kind="service_problem"), (MILK,)),
        (Wish(origin="external"), (CAKE,)),
        (Wish(severity=3), (MILK,)),
        (Wish(length="short"), (FIRST, CAKE)),
        (Wish(length="long"), (MILK,)),
        (Wish(unplayed=True), (FIRST,)),
        (Wish(words="ecrans"), (CAKE,)),
        (Wish(words="L'HOPITAL noirs"), (CAKE,)),
        (Wish(words="lait hôpital"), ()),
        (Wish(kind="security_breach", severity=3), ()),
    ],
)
def test_every_filter_asked_for_must_be_met(wish: Wish, found: tuple[LibraryRow, ...]) -> None:
    assert selected(ROWS, wish) == found


def test_a_tutorial_is_no_example_of_a_kind_of_crisis() -> None:
    assert FIRST not in selected(ROWS, Wish(kind=FIRST.kind, origin=FIRST.origin))


def test_a_broken_scenario_is_shown_until_something_of_it_is_asked_for() -> None:
    assert BROKEN in selected(ROWS, Wish(words="casse"))
    assert BROKEN not in selected(ROWS, Wish(length="short"))
    assert BROKEN not in selected(ROWS, Wish(unplayed=True))


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("advised", ["premiers-pas", "rappel", "ecrans", "casse"]),
        ("title", ["casse", "ecrans", "premiers-pas", "rappel"]),
        ("length", ["premiers-pas", "ecrans", "rappel", "casse"]),
        ("severity", ["rappel", "ecrans", "premiers-pas", "casse"]),
        ("best", ["rappel", "casse", "ecrans", "premiers-pas"]),
    ],
)
def test_orders(order: str, names: list[str]) -> None:
    assert order in ORDERS
    rows = selected(ROWS, replace(Wish(), order=order))  # type: ignore[arg-type]
    assert [row.scenario_id for row in rows] == names


def test_an_order_alone_leaves_nothing_out() -> None:
    assert not Wish(order="best").narrows
    assert Wish(words="  ").narrows is False
    assert Wish(unplayed=True).narrows
