"""A page of every kind of content, with sentences that the catalogues have."""

from __future__ import annotations

from simulator.locale import Message
from simulator.pages import (
    Chart,
    Check,
    Checklist,
    Folded,
    Grade,
    Grades,
    Lane,
    Listing,
    Mark,
    Marks,
    Moment,
    Page,
    Quote,
    Section,
    Series,
    SideBySide,
    Subheading,
    Table,
    Timeline,
)

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


def marked_chart() -> Chart:
    """Two curves over named hours, with marks of two kinds below."""
    x = [float(minute) for minute in range(0, 181)]
    series = (Series("mine", x, [minute / 2 for minute in x]), Series("other", x, [90 - minute / 2 for minute in x]))
    marks = (
        Marks("decisions", [Mark(30, "1"), Mark(31, "2"), Mark(32, "3"), Mark(33, "4")]),
        Marks("events", [Mark(10, "A")]),
    )
    ticks = [(60.0, "13 h"), (120.0, "14 h"), (240.0, "16 h")]
    return Chart(TITLE, "hour", "outrage", series, ALT, "time", ticks=ticks, marks=marks, y_top=100)


def timeline() -> Timeline:
    lanes = [Lane("first fact", [Moment(10, 0), Moment(50, 1)], [(10, 50)]), Lane("second fact", [])]
    return Timeline("facts", "hour", ["verified", "public"], lanes, ALT, [(60.0, "13 h")], 0, 180)


def every_part() -> Page:
    """A page on which every kind of part stands."""
    rows = (("a", "b"), ("c", Folded("d", "open", ["line 1"])), ("e", "f"))
    section = Section(
        "Everything",
        [
            "a paragraph",
            Subheading("a subheading"),
            Quote("two lines\nof somebody"),
            Listing(["first", "second"]),
            Listing(["one", "two"], numbered=True),
            Checklist([Check("to be done", "(done)"), Check("without remark", "")]),
            Grades([Grade("overall", 71, "good", "why"), Grade("tone", 0, "fair", "why not")]),
            Table(("what", "how"), (("a", "a sentence of more than a few words, to be broken"),), "caption"),
            SideBySide([Table(("left",), (("l",),), "beside"), Table(("right",), (("r",),), "each other")]),
            Table(("what", "how"), rows, "grouped", ((0, "group 1"), (2, "group 2"))),
            marked_chart(),
            timeline(),
        ],
        new_page=True,
    )
    return Page("A page", ["lead"], [section], "badbuzz", foot=["the last line"])
