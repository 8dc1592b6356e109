"""What no play can do to the grade: pairs of records of which the second never deserves more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import HOLDING_PARTS, Claim, Tags
from simulator.scoring import Dimension, Evidence, score
from simulator.scoring.evidence import total
from simulator.scoring.reactivity import reactivity
from simulator.scoring.reading import asserted, first_complete, is_false, leaks
from simulator.scoring.record import DeletionRecord, FactRecord, Record
from simulator.scoring.tone import tone
from simulator.scoring.transparency import transparency
from tests.scoring.logs import ENDS, OUTCOMES, QUESTIONS, log, some
from tests.scoring.samples import complete, message

SLACK = 1e-9

Pair = tuple[Record, Record]
"""A record, and one that never deserves more."""


_ROWS: Mapping[Dimension, Callable[[Record], list[Evidence]]] = {
    "reactivity": reactivity,
    "transparency": transparency,
    "tone": tone,
}


@dataclass(frozen=True)
class Guard:
    """In each of its `dimensions`, the second record of a pair never scores more than the first."""

    name: str
    pair: Callable[[Random], Pair | None]
    dimensions: tuple[Dimension, ...]

    def gains(self, pair: Pair) -> list[float]:
        """What the second record scores more than the first, by dimension; negative where it scores less."""
        better, worse = (self._graded(record) for record in pair)
        return [lower - higher for higher, lower in zip(better, worse, strict=True)]

    def _graded(self, record: Record) -> list[float]:
        if "overall" in self.dimensions:
            card = score(record)
            return [getattr(card, name) for name in self.dimensions]
        return [total(_ROWS[name](record)) for name in self.dimensions]


def with_messages(record: Record, *messages: PublishedMessage) -> Record:
    """The record with other messages, in order."""
    return replace(record, messages=tuple(sorted(messages, key=lambda one: (one.minute, one.serial))))


def retold(one: PublishedMessage, **changes: Any) -> PublishedMessage:
    """The message with other tags."""
    return replace(one, tags=one.tags.model_copy(update=changes))


def instead(record: Record, old: PublishedMessage, new: PublishedMessage) -> Record:
    """The record with one message replaced."""
    return with_messages(record, *(new if one is old else one for one in record.messages))


def _later_statement(random: Random) -> Pair | None:
    record, at = log(random), random.randint(0, ENDS)
    plain = complete(update=random.choice((None, "new", "nothing_new")))
    late = message(99, at, plain, holding=random.random() < 0.5)
    before = with_messages(record, *record.messages, late)
    sooner = replace(late, minute=random.randint(0, at))
    return (instead(before, late, sooner), before) if first_complete(before) is late else None


def _without_first_statement(random: Random) -> Pair:
    record = log(random)
    first = first_complete(record)
    at = random.randint(0, ENDS if first is None else first.minute)
    return with_messages(record, *record.messages, message(0, at, complete())), record


def _incomplete_statement(random: Random) -> Pair | None:
    record = log(random, paracrisis=False)
    whole = message(99, random.randint(0, ENDS), complete(update=None))
    part = retold(whole, holding=some(random, HOLDING_PARTS[:-1]))
    told = with_messages(record, *record.messages, whole)
    return (told, instead(told, whole, part)) if first_complete(record) is None else None


def _repeat(random: Random) -> Pair | None:
    record = log(random)
    originals = [one for one in record.messages if not one.repeat]
    if not originals:
        return None
    said = random.choice(originals)
    minute = random.randint(said.minute, ENDS)
    again = replace(
        said,
        serial=99,
        decided=minute,
        minute=minute,
        repeat=True,
        promised=None if said.tags.promise is None else minute + said.tags.promise.within,
        reach=random.randint(0, 100),
        rank=random.randint(1, 3),
        recipient=random.choice((said.recipient, "public")),
    )
    return record, with_messages(record, *record.messages, again)


def _falsehood(random: Random) -> Pair | None:
    record = log(random)
    told = [(fact, one) for fact in record.facts for one in record.messages if asserted(one, fact) == fact.outcome]
    if not told:
        return None
    fact, chosen = random.choice(told)
    wrong = random.choice([outcome for outcome in OUTCOMES if outcome != fact.outcome])
    others = tuple(claim for claim in chosen.tags.claims if claim.fact != fact.id)
    return record, instead(record, chosen, retold(chosen, claims=(*others, Claim(fact=fact.id, says=wrong))))


def _withheld(random: Random) -> Pair | None:
    record = log(random)
    facts = [fact for fact in record.facts if not fact.restricted and fact.verified is not None]
    if not facts:
        return None
    truth = _truth(random, random.choice(facts))
    told = with_messages(record, *record.messages, truth)
    said_without = instead(told, truth, retold(truth, claims=(), discloses=(), corrects=()))
    return told, random.choice((said_without, record))


def _truth(random: Random, fact: FactRecord) -> PublishedMessage:
    """A message that tells a verified fact, announcing a correction or not."""
    at = random.randint(fact.verified or 0, ENDS)
    claims = (Claim(fact=fact.id, says=fact.outcome),)
    tags = Tags(claims=claims, discloses=(fact.id,), corrects=some(random, (fact.id,)), update="new")
    return message(random.choice((0, 99)), at, tags)


def _restricted_told(random: Random) -> Pair | None:
    """A message is the only one to tell what is restricted, or nobody does."""
    record = log(random)
    public = [one for one in record.messages if one.is_public]
    if not record.facts or not public:
        return None
    secret, chosen = random.choice(record.facts).id, random.choice(public)
    facts = tuple(replace(fact, restricted=True) if fact.id == secret else fact for fact in record.facts)
    record = replace(record, facts=facts)

    def telling(one: PublishedMessage, told: bool) -> PublishedMessage:
        others = tuple(fact for fact in one.tags.discloses if fact != secret)
        claims = tuple(claim for claim in one.tags.claims if claim.fact != secret)
        return retold(one, discloses=(*others, secret) if told else others, claims=claims)

    kept = with_messages(record, *(telling(one, False) for one in record.messages))
    return kept, with_messages(record, *(telling(one, one is chosen) for one in record.messages))


def _criticism_deleted(random: Random) -> Pair:
    record = log(random)
    deletion = DeletionRecord(random.randint(0, ENDS), "criticism", random.random() < 0.5)
    return record, replace(record, deletions=(*record.deletions, deletion))


def _question_dodged(random: Random) -> Pair | None:
    record = log(random)
    if not record.messages:
        return None
    chosen, question = random.choice(record.messages), random.choice(QUESTIONS)
    others = tuple(one for one in chosen.tags.answers if one != question)
    faced = retold(chosen, answers=(*others, question), evades=())
    return instead(record, chosen, faced), instead(record, chosen, retold(faced, answers=others, evades=(question,)))


def _false_answer(random: Random) -> Pair | None:
    """A message that is false, or publishes what is restricted, answers besides; or an honest answer becomes false."""
    if random.random() < 0.5:
        pair = _falsehood(random)
        return pair and (_answering(pair[0]), _answering(pair[1]))
    record = log(random)
    spoiled = [one for one in record.messages if is_false(record, one) or leaks(record, one)]
    if not spoiled:
        return None
    chosen = random.choice(spoiled)
    return instead(record, chosen, retold(chosen, answers=())), instead(
        record, chosen, retold(chosen, answers=QUESTIONS)
    )


def _answering(record: Record) -> Record:
    return with_messages(record, *(retold(one, answers=QUESTIONS) for one in record.messages))


def _question_evaded(random: Random) -> Pair | None:
    record = log(random)
    if not record.messages:
        return None
    chosen = random.choice(record.messages)
    return record, instead(record, chosen, retold(chosen, evades=QUESTIONS))


def _troll_fed(random: Random) -> Pair | None:
    record = log(random)
    trolls = [one for one in record.injects if one.troll]
    if not trolls:
        return None
    troll = random.choice(trolls)
    actions = tuple(sorted((*troll.actions, (random.randint(troll.minute, ENDS), "reply"))))
    fed = tuple(replace(one, actions=actions) if one is troll else one for one in record.injects)
    return record, replace(record, injects=fed)


def _false_alarm(random: Random) -> Pair | None:
    record = log(random)
    if record.veille is None:
        return None
    alarms = (*record.veille.false_alarms, random.randint(0, 60))
    return record, replace(record, veille=replace(record.veille, false_alarms=alarms))


def _colder(random: Random) -> Pair | None:
    record = log(random)
    warm = [one for one in record.messages if one.tags.tone is not None and one.tags.tone.empathy > 0]
    if not warm:
        return None
    chosen = random.choice(warm)
    assert chosen.tags.tone is not None
    less = random.randint(0, chosen.tags.tone.empathy - 1)
    return record, instead(record, chosen, retold(chosen, tone=chosen.tags.tone.model_copy(update={"empathy": less})))


def _silent(random: Random) -> Pair:
    record = log(random)
    return record, replace(record, messages=(), watches=())


GUARDS = (
    Guard("a later first statement never raises reactivity", _later_statement, ("reactivity",)),
    Guard("leaving out an early statement never raises reactivity", _without_first_statement, ("reactivity",)),
    Guard("an incomplete statement never beats a complete one", _incomplete_statement, ("reactivity",)),
    Guard("a repeat raises nothing", _repeat, ("reactivity", "transparency", "tone", "overall")),
    Guard("making a true statement false never helps", _falsehood, ("transparency", "overall")),
    Guard("withholding a verified fact never raises transparency", _withheld, ("transparency",)),
    Guard("publishing what is restricted never raises transparency", _restricted_told, ("transparency",)),
    Guard("deleting criticism never raises transparency", _criticism_deleted, ("transparency",)),
    Guard("dodging a question never raises transparency", _question_dodged, ("transparency",)),
    Guard("a false answer never earns openness or participation", _false_answer, ("transparency",)),
    Guard("evading never raises transparency", _question_evaded, ("transparency",)),
    Guard("replying to a troll never raises reactivity", _troll_fed, ("reactivity",)),
    Guard("a false alarm never raises reactivity", _false_alarm, ("reactivity",)),
    Guard("less empathy never raises tone", _colder, ("tone",)),
    Guard("keeping silent never beats speaking", _silent, ("reactivity", "transparency", "tone", "overall")),
)
