"""Known ways of handling one crisis rank as teachers of crisis communication would rank them.

A preventable crisis of five hours at severity 3: people are at risk, four facts can be verified, two of them leak,
six injects call for something, four questions are asked, three acknowledgements are owed.
"""

from dataclasses import replace

import pytest

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import Claim, HoldingPart, Stance, Tags, Tone
from simulator.scoring import score
from simulator.scoring.record import (
    FactRecord,
    InjectRecord,
    OwedRecord,
    QuestionRecord,
    Record,
    VeilleRecord,
    WatchRecord,
)
from simulator.scoring.tone.apology import COMPONENTS
from tests.scoring.samples import COLD_TONE, GOOD_TONE, complete, message

FACTS = (
    FactRecord("lot", 3, "yes", verifiable=60, leaked=150),
    FactRecord("cases", 2, "nine", verifiable=75),
    FactRecord("origin", 3, "dryer", settles_responsibility=True, verifiable=120, leaked=260),
    FactRecord("scope", 2, "eleven", verifiable=160),
)
QUESTIONS = tuple(QuestionRecord(name, at) for name, at in (("do", 40), ("which", 60), ("why", 120), ("pay", 200)))
OWED = tuple(OwedRecord(name, weight, at) for name, weight, at in (("harm", 2, 30), ("late", 1, 90), ("fault", 2, 120)))
INJECTS = tuple(InjectRecord(f"inject-{n}", 40 * n, 40 * n + 20, 2, "reply") for n in range(1, 7))
CRISIS = Record(
    severity=3,
    cluster="preventable",
    begins=30,
    ends=330,
    people_at_risk=True,
    facts=FACTS,
    injects=INJECTS,
    questions=QUESTIONS,
    owed=OWED,
    veille=VeilleRecord(ends=30),
)


def verified(late: int) -> tuple[FactRecord, ...]:
    return tuple(replace(fact, verified=(fact.verifiable or 0) + late) for fact in FACTS)


def answered(late: int) -> tuple[InjectRecord, ...]:
    return tuple(replace(one, actions=((one.minute + late, "reply"),)) for one in INJECTS)


def disclosures(late: int, first: int = 10) -> list[PublishedMessage]:
    """One statement for each fact, owning and answering, `late` minutes after it could be verified."""
    matter = zip(FACTS, (("late",), (), ("fault",), ()), ("do", "which", "why", "pay"), strict=True)
    statements = []
    for place, (fact, owns, question) in enumerate(matter):
        stance: Stance = 6 if fact.id == "scope" else 5
        tags = Tags(
            stance=stance,
            tone=GOOD_TONE,
            claims=(Claim(fact=fact.id, says=fact.outcome),),
            discloses=(fact.id,),
            owns=owns,
            answers=(question,),
            apology=tuple(COMPONENTS) if fact.id == "origin" else (),
            invitation=True,
            update="new",
        )
        minute = min((fact.verifiable or 0) + late, CRISIS.ends)
        statements.append(message(first + place, minute, tags, formality=3, rank=3))
    return statements


def holding(minute: int, serial: int = 1) -> PublishedMessage:
    return message(serial, minute, complete(owns=("harm",), invitation=True), formality=3, rank=3)


def updates(start: int) -> list[PublishedMessage]:
    tags = Tags(stance=5, tone=GOOD_TONE, update="new", invitation=True)
    return [message(50 + n, start + 55 * n, tags, formality=3, rank=3) for n in range(5) if start + 55 * n < 330]


def conduct(*messages: PublishedMessage, late: int | None = None, replies: int | None = None) -> Record:
    return replace(
        CRISIS,
        facts=FACTS if late is None else verified(late),
        injects=INJECTS if replies is None else answered(replies),
        messages=tuple(sorted(messages, key=lambda one: (one.minute, one.serial))),
    )


def exemplary() -> Record:
    done = conduct(holding(40), *disclosures(10), *updates(100), late=5, replies=15)
    return replace(done, veille=VeilleRecord(ends=30, holding_ready=20))


def slow() -> Record:
    return conduct(holding(80), *disclosures(50), *updates(140), late=40, replies=40)


def waits() -> Record:
    """Says nothing until everything is known, then answers well."""
    return conduct(holding(230), *disclosures(180), *updates(280), late=100, replies=55)


def template() -> Record:
    """One warm apology under everything."""
    tags = Tags(stance=7, tone=GOOD_TONE, apology=("regret", "forgiveness"), owns=("harm",), holding=("happened",))
    pasted = [message(n, 40 * n + 5, tags, signature=("sorry",), repeat=n > 1, recipient="person") for n in range(1, 7)]
    return replace(conduct(*pasted), injects=(replace(INJECTS[0], actions=((45, "reply"),)), *INJECTS[1:]))


def tells_all() -> Record:
    """Everything that might be true, in one message, before anything is checked."""
    guesses = tuple(Claim(fact=fact.id, says=fact.outcome) for fact in FACTS[:2])
    wrong = tuple(Claim(fact=fact.id, says="supplier") for fact in FACTS[2:])
    parts: tuple[HoldingPart, ...] = ("happened", "doing", "known")
    tags = Tags(
        stance=6,
        tone=GOOD_TONE,
        claims=(*guesses, *wrong),
        discloses=("lot", "cases", "origin", "scope"),
        owns=("harm", "late"),
        answers=("do", "which", "why"),
        holding=parts,
        update="new",
    )
    return conduct(message(1, 40, tags))


def empty_holding() -> Record:
    """It is taken very seriously, and nothing more is said."""
    formula = Tone(empathy=1, voice=1, arousal="ignored", reason="Une formule.")
    tags = Tags(stance=3, tone=formula, holding=("doing",))
    return conduct(message(1, 40, tags))


def spam() -> Record:
    """The same cold sentence everywhere, trolls included, dodging what is asked."""
    tags = Tags(stance=3, tone=COLD_TONE, evades=("do", "which"))
    repeats = [
        message(n, 32 + 4 * n, tags, signature=("spam",), repeat=n > 1, recipient="person") for n in range(1, 40)
    ]
    return conduct(*repeats)


def denial() -> Record:
    tags = Tags(
        stance=1,
        tone=Tone(empathy=0, voice=0, arousal="mirrored", reason="Une attaque."),
        claims=(Claim(fact="lot", says="no"), Claim(fact="origin", says="nothing")),
        evades=("do", "which", "why"),
    )
    return conduct(message(1, 40, tags))


def silence() -> Record:
    return conduct()


def grade(record: Record) -> float:
    return score(record).overall


def test_known_conducts_rank() -> None:
    ladder = [exemplary(), slow(), waits()]
    middle = [template(), tells_all()]
    low = [empty_holding(), spam(), denial(), silence()]
    grades = [grade(record) for record in ladder]
    assert grades == sorted(grades, reverse=True)
    assert len(set(grades)) == len(grades)
    assert grades[-1] > max(map(grade, middle))
    assert min(map(grade, middle)) > grade(low[0])
    assert grade(low[0]) > grade(low[1]) > grade(low[2]) >= grade(low[3]) == 0.0


def test_an_exemplary_conduct_is_excellent_and_those_that_avoid_the_work_are_not_even_good() -> None:
    assert grade(exemplary()) >= 85.0
    for record in (template(), tells_all(), empty_holding(), spam(), denial()):
        assert grade(record) < 65.0


@pytest.mark.parametrize("severity", [1, 2, 3])
def test_the_order_does_not_depend_on_severity(severity: int) -> None:
    grades = [grade(replace(record, severity=severity)) for record in (exemplary(), slow(), template(), spam())]
    assert grades == sorted(grades, reverse=True)


def test_in_a_paracrisis_watching_beats_answering_and_deciding_nothing_is_nothing() -> None:
    rumour = Record(
        severity=1,
        cluster="rumour",
        begins=30,
        ends=330,
        paracrisis=True,
        injects=(InjectRecord("rumour", 40, 70, 3, "watch"),),
        questions=QUESTIONS[:1],
    )
    watched = replace(rumour, watches=(WatchRecord(50, "small", 40),))
    loud = message(1, 45, complete(stance=1, answers=("do",)), formality=1, rank=1)
    assert grade(watched) >= 85.0
    assert grade(replace(rumour, messages=(loud,))) < 45.0
    assert grade(replace(watched, messages=(loud,))) < grade(watched) - 15.0
    assert grade(rumour) == 0.0
