"""When each fact was verified, made public, or told by somebody else."""

from __future__ import annotations

from simulator.locale import Message
from simulator.pages import Lane, Moment, Section, Table, Timeline
from simulator.play.presenters.hindsight import DebriefView, FactTimeRow

_KINDS = ("verifiable", "verified", "published", "leaked")


def facts_section(view: DebriefView) -> Section:
    """The ledger as a timeline and as a table."""
    heading = Message("report.facts")
    if not view.facts:
        return Section(heading, [])
    heads = ("fact", "verified", "published", "leaked", *(["fact_sentence"] if _has_sentences(view) else []))
    rows = [
        [fact.text, *(hour or "–" for hour in (fact.verified, fact.published, fact.leaked)), fact.sentence][
            : len(heads)
        ]
        for fact in view.facts
    ]
    table = Table([Message(f"report.{head}") for head in heads], rows, Message("report.facts_caption"))
    lanes = [_lane(fact, view.end) for fact in view.facts]
    if not any(lane.moments for lane in lanes):
        return Section(heading, [Message("report.facts_lead"), table])
    return Section(heading, [Message("report.facts_lead"), _timeline(view, lanes), table])


def _has_sentences(view: DebriefView) -> bool:
    return any(fact.sentence for fact in view.facts)


def _timeline(view: DebriefView, lanes: list[Lane]) -> Timeline:
    public = sum(fact.published_minute is not None for fact in view.facts)
    first = sum(
        fact.published_minute is not None and (fact.leaked_minute is None or fact.published_minute < fact.leaked_minute)
        for fact in view.facts
    )
    return Timeline(
        title=Message("report.facts_chart"),
        x_name=Message("report.hour"),
        kinds=[Message(f"report.{kind}") for kind in _KINDS],
        lanes=lanes,
        alt=Message("report.facts_alt", {"facts": len(view.facts), "public": public, "first": first}),
        ticks=[(mark.minute, mark.label) for mark in view.clocks],
        start=view.start,
        end=view.end,
    )


def _lane(fact: FactTimeRow, end: float) -> Lane:
    """The moments of `fact`; a span is how long it was verified and not yet public."""
    minutes = (fact.verifiable_minute, fact.verified_minute, fact.published_minute, fact.leaked_minute)
    moments = [Moment(minute, kind) for kind, minute in enumerate(minutes) if minute is not None]
    verified, told = fact.verified_minute, end if fact.published_minute is None else fact.published_minute
    return Lane(fact.text, moments, [(verified, told)] if verified is not None and verified < told else [])
