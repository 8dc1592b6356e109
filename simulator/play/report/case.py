"""The score card of a documented case as a page to keep and to print."""

from __future__ import annotations

from simulator.locale import Message
from simulator.pages import Grade, Grades, Listing, Page, Section
from simulator.play.presenters.case import CaseView
from simulator.play.report.evidence import dimensions_section


def case_page(view: CaseView) -> Page:
    """The page of `view`: grades, what to remember, what was assumed, all the evidence."""
    grades = [Grade(one.name, one.value, one.band_name, one.sum) for one in view.dimensions]
    return Page(
        title=view.title,
        lead=[view.summary] if view.summary else [],
        sections=[
            Section(Message("case.grades"), [Grades(grades), *([view.unjudged] if view.unjudged else []), view.note]),
            Section(Message("report.takeaways"), [Listing(view.takeaways, numbered=True)]),
            Section(Message("case.assumed"), [Listing(view.assumptions)]),
            dimensions_section(view.dimensions),
        ],
        command="badbuzz score",
    )
