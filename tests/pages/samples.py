"""A page of every kind of content, with sentences that the catalogues have."""

from __future__ import annotations

from simulator.locale import Message
from simulator.pages import Chart, Page, Section, Series, Table

TITLE = Message("cli.help_list")
NAMES = tuple(Message(f"cli.{name}") for name in ("option_json", "option_bot", "option_save"))
ALT = Message("cli.bad_language", {"value": "<b>&", "allowed": "fr"})


def chart(**changes: object) -> Chart:
    """A line with its band and some points; `changes` are fields of Chart."""
    x = [float(place) for place in range(1, 101)]
    series = (
        Series(NAMES[0], x, [place / 200 for place in x]),
        Series(NAMES[1], x, [place / 300 for place in x], "band", [place / 100 for place in x]),
        Series(NAMES[2], [0, 10, 100], [0, 0.1, 0.5], "points"),
    )
    fields: dict[str, object] = {
        "title": TITLE,
        "x_name": Message("cli.option_lang"),
        "y_name": Message("cli.option_version"),
        "series": series,
        "alt": ALT,
    }
    return Chart(**{**fields, **changes})  # type: ignore[arg-type]


def page() -> Page:
    table = Table((Message("cli.help_play"), NAMES[0]), (("<i>first</i>", 0.25), (TITLE, 1234)), NAMES[1])
    return Page(
        Message("cli.help_badbuzz"),
        [Message("cli.interrupted")],
        [Section(TITLE, [Message("cli.no_pygame"), table]), Section(NAMES[2], [chart(), chart(y_scale="log")])],
        "badbuzz list",
        7,
    )
