"""The report of a play: its debrief as a page to keep and to print."""

from __future__ import annotations

from simulator.locale import Language, Message, phrasebook
from simulator.pages import Check, Checklist, Listing, Page, Part, Quote, Section, Subheading
from simulator.pages.formats import SUFFIXES, document_of
from simulator.play.presenters.hindsight import DebriefView
from simulator.play.report.evidence import evidence_section, grades_section
from simulator.play.report.facts import facts_section
from simulator.play.report.guide import guide_section
from simulator.play.report.outrage import marks_section, outrage_section, what_ifs_section

__all__ = ["SUFFIXES", "document", "report_of"]


def document(view: DebriefView, language: Language, suffix: str) -> bytes:
    """The report of `view`, which is in `language`, as a file that ends in `suffix`, one of `SUFFIXES`."""
    return document_of(report_of(view), phrasebook(language), suffix)


def report_of(view: DebriefView) -> Page:
    """The page of `view`; what it has nothing of has no section.

    What is to be remembered stands before what proves it.
    """
    sections = (
        grades_section(view),
        _takeaways(view),
        outrage_section(view),
        _own_words(view),
        what_ifs_section(view),
        facts_section(view),
        _checklist(view),
        marks_section(view),
        guide_section(view),
        evidence_section(view),
    )
    return Page(
        title=view.title,
        lead=[text for text in (view.subtitle, view.closing, view.standing) if text],
        sections=[section for section in sections if section.parts],
        command="badbuzz report",
        foot=[Message("report.digest", {"digest": view.digest})] if view.digest else [],
    )


def _takeaways(view: DebriefView) -> Section:
    return Section(Message("report.takeaways"), [Listing(view.takeaways, numbered=True)] if view.takeaways else [])


def _own_words(view: DebriefView) -> Section:
    """What the student wrote in the self-debrief, each answer under its question."""
    answers = (view.words.decided, view.words.why, view.words.change)
    parts: list[Part] = []
    for place, answer in enumerate(answers):
        if answer.strip():
            parts += [Subheading(question) for question in view.questions[place : place + 1]]
            parts.append(Quote(answer))
    return Section(Message("report.own_words"), [Message("report.own_words_lead"), *parts] if parts else [])


def _checklist(view: DebriefView) -> Section:
    if not view.checklist:
        return Section(Message("report.checklist"), [])
    checks = [Check(row.text, Message(f"report.check_{row.state}")) for row in view.checklist]
    return Section(Message("report.checklist"), [Message("report.checklist_lead"), Checklist(checks)], whole=True)
