"""Self-contained pages with charts: what every report of the game is made of."""

from simulator.pages.chart import Chart, Lane, Mark, Marks, Moment, Series, Timeline
from simulator.pages.page import (
    Cell,
    Check,
    Checklist,
    Folded,
    Grade,
    Grades,
    Listing,
    Page,
    Part,
    Quote,
    Section,
    SideBySide,
    Subheading,
    Table,
)
from simulator.pages.text import Text, shortened

__all__ = [
    "Cell",
    "Chart",
    "Check",
    "Checklist",
    "Folded",
    "Grade",
    "Grades",
    "Lane",
    "Listing",
    "Mark",
    "Marks",
    "Moment",
    "Page",
    "Part",
    "Quote",
    "Section",
    "Series",
    "SideBySide",
    "Subheading",
    "Table",
    "Text",
    "Timeline",
    "shortened",
]
