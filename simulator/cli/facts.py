"""The validation table in words, in numbers and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite

from simulator.locale import Message, Phrasebook
from simulator.pages import Cell, Page, Section, Table
from simulator.pages.numbers import significant
from simulator.study.validation.fact import Fact, Measure


def record(fact: Fact, say: Phrasebook) -> dict[str, object]:
    """One row for machines: `measured` and `target` are single values, or objects by the names of the measures."""
    alone = len(fact.measures) == 1
    measured = {measure.name: measure.value if isfinite(measure.value) else None for measure in fact.measures}
    target = {measure.name: _range(measure) for measure in fact.measures}
    return {
        "row": fact.row,
        "code": fact.code,
        "kind": fact.kind,
        "fact": say.say(sentence(fact)),
        "measured": next(iter(measured.values())) if alone else measured,
        "target": next(iter(target.values())) if alone else target,
        "source": say.say(_published(fact)),
        "pass": fact.holds,
    }


def sentence(fact: Fact) -> Message:
    """What the row says."""
    return Message(f"validation.{fact.code}")


def summary(facts: Sequence[Fact], seed: int, *, quick: bool) -> Message:
    """How many rows hold, and what was measured."""
    outside = [fact.holds for fact in facts if fact.kind == "outside"]
    code = "cli.facts_hold_quick" if quick else "cli.facts_hold"
    return Message(
        code,
        {
            "held": sum(fact.holds for fact in facts),
            "rows": len(facts),
            "outside": sum(outside),
            "all_outside": len(outside),
            "seed": str(seed),
        },
    )


def heads() -> tuple[Message, ...]:
    """The columns of `cells`."""
    return tuple(
        Message(code) for code in ("cli.fact_row", "cli.fact", "cli.fact_measured", "cli.fact_target", "cli.fact_holds")
    )


def cells(fact: Fact, say: Phrasebook) -> list[str]:
    """Number, sentence, what was measured, target and whether it holds; a line for each measure."""
    values = []
    for measure in fact.measures:
        value = significant(measure.value, say)
        name = measure.name and say(f"validation.of_{measure.name}")
        values.append(say("cli.named_value", name=name, value=value) if name else value)
    return [
        str(fact.row),
        say.say(sentence(fact)),
        "\n".join(values),
        "\n".join(_worded_range(measure, say) for measure in fact.measures),
        say("cli.yes") if fact.holds else say("cli.no"),
    ]


def page(facts: Sequence[Fact], seed: int, say: Phrasebook, *, quick: bool) -> Page:
    """The table with what was published, then the charts, a section a fact that has some."""
    columns = (*heads(), Message("cli.fact_kind"), Message("cli.fact_published"))
    rows: list[list[Cell]] = [
        [*cells(fact, say), Message(f"validation.kind_{fact.kind}"), _published(fact)] for fact in facts
    ]
    return Page(
        title=Message("cli.validation_title"),
        lead=[Message("cli.validation_lead"), summary(facts, seed, quick=quick), Message("cli.validation_limits")],
        sections=[
            Section(Message("cli.facts"), [Table(columns, rows, Message("cli.facts_caption"))]),
            *(
                Section(
                    Message("cli.fact_heading", {"row": fact.row, "fact": sentence(fact)}),
                    [Message("cli.fact_beside", {"published": _published(fact)}), *fact.charts],
                )
                for fact in facts
                if fact.charts
            ),
        ],
        command="badbuzz validate-model" + (" --quick" if quick else "") + f" --seed {seed}",
        seed=seed,
    )


def _published(fact: Fact) -> Message:
    return Message(f"validation.published_{fact.code}")


def _range(measure: Measure) -> str:
    match measure.low, measure.high:
        case low, high if low == high:
            return f"{low:g}"
        case low, high if high == inf:
            return f">= {low:g}"
        case low, high if low == -inf:
            return f"<= {high:g}"
        case low, high if f"{low:g}" == f"{high:g}":
            return f"{low}-{high}"
        case low, high:
            return f"{low:g}-{high:g}"


def _worded_range(measure: Measure, say: Phrasebook) -> str:
    low, high = significant(measure.low, say), significant(measure.high, say)
    if low == high:
        return low
    if measure.high == inf:
        return f"≥ {low}"
    if measure.low == -inf:
        return f"≤ {high}"
    return f"{low} – {high}"
