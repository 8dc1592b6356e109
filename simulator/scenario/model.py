"""The scenario: one crisis, as its author wrote it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Id, Minute, Model, Segment, Span, StageId, Text
from simulator.scenario.facts import Fact
from simulator.scenario.rubric import Rubric
from simulator.scenario.story import (
    Acknowledgement,
    CellMember,
    Channel,
    HoldingStatement,
    Inject,
    Persona,
    Question,
    ScheduledPost,
    Signal,
    Standing,
    Topic,
)

FORMAT = 1


def _local_time(value: str) -> str:
    try:
        datetime.strptime(value, "%Y-%m-%d %H:%M")
    except ValueError:
        raise PydanticCustomError("not_a_date", "not a date and hour") from None
    return value


Cluster = Literal["rumour", "victim", "accidental", "preventable"]
"""SCCT: how much of the responsibility people attribute to the organisation (Coombs 2007)."""


class Pace(Model):
    """Scenario minutes a wall minute: while `quiet` (veille), a card is being read, it waits, nothing is open."""

    quiet: Annotated[int, Field(ge=1, le=120)] = 20
    reading: Annotated[int, Field(ge=1, le=120)] = 10
    waiting: Annotated[int, Field(ge=1, le=120)] = 20
    idle: Annotated[int, Field(ge=1, le=120)] = 45


class Stage(Model):
    """One of the four stages, from a minute on, with its pace."""

    id: StageId
    begins: Minute
    pace: Pace = Pace()


class DossierPage(Model):
    """A page that the student may read before and during the crisis."""

    title: Text
    text: Text


class Organisation(Model):
    """Who is in the crisis."""

    name: Text
    handle: str
    sector: Text
    description: Text
    dossier: tuple[DossierPage, ...] = ()


class Briefing(Model):
    """What the student reads first."""

    mission: Text
    advice: Text
    content_warning: Text | None = None


Served = Literal["customers", "patients", "students", "players", "passengers", "citizens"]
"""Whom an organisation is there for; `customers` where nothing else is said."""


class Audience(Model):
    """The simulated population: `size` users, some of them in named segments (the others are the public).

    `customers_are` is how the screen names the segment `customers`: a hospital has patients.
    """

    size: Annotated[int, Field(ge=1000, le=1_000_000)] = 50_000
    segments: dict[Segment, Annotated[int, Field(ge=0)]]
    people_per_user: Annotated[int, Field(ge=1, le=10_000)] = 20
    customers_are: Served = "customers"


class Outbreak(Model):
    """How the storm starts: `r0` is 2.7 mild, 3.3, 4.0 severe; `seed_users` outraged `at` a minute.

    `v_half` is the activations an hour at which outrage is 50 of 100; `offered_seeds` are the draws given to players.
    """

    at: Minute
    r0: Annotated[float, Field(ge=1.0, le=6.0)] = 3.3
    seed_users: Annotated[int, Field(ge=1, le=2000)] = 40
    v_half: Annotated[int, Field(ge=1)]
    offered_seeds: tuple[Annotated[int, Field(ge=0, lt=2**32)], ...] = ()


class Truth(Model):
    """One of the truths that may be behind the crisis."""

    id: Id
    weight: Annotated[int, Field(ge=1, le=100)] = 1


class Variants(Model):
    """What the seed draws: a truth, and which free inject comes in which slot."""

    truths: tuple[Truth, ...] = ()
    free_slots: tuple[Minute, ...] = ()


class Scenario(Model):
    """A whole crisis; `crisis_begins` (first public signal, or internal knowledge) starts reactivity's clock.

    `authors` and `licence` go with it when it is shared; `notes` are its author's.
    """

    format: Literal[1]
    id: Id
    language: Literal["fr", "en"]
    title: Text
    summary: Text
    type: Literal["ethical_breach", "security_breach", "service_problem", "defamation"]
    origin: Literal["internal", "external"]
    cluster: Cluster
    severity: Annotated[int, Field(ge=1, le=3)]
    history_of_crises: bool = False
    people_at_risk: bool = False
    paracrisis: bool = False
    scored: bool = True
    tutorial: bool = False
    start: Annotated[str, AfterValidator(_local_time)]
    length: Annotated[Span, Field(ge=10)]
    crisis_begins: Minute
    minutes_of_play: Annotated[int, Field(ge=1, le=120)]
    stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=4)]
    organisation: Organisation
    briefing: Briefing
    audience: Audience
    outbreak: Outbreak
    variants: Variants = Variants()
    cell: Annotated[tuple[CellMember, ...], Field(min_length=1)]
    personas: Annotated[tuple[Persona, ...], Field(min_length=1)]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    listening: tuple[Topic, ...] = ()
    signals: tuple[Signal, ...] = ()
    scheduled: tuple[ScheduledPost, ...] = ()
    holding: HoldingStatement | None = None
    standing: Standing = Standing()
    injects: Annotated[tuple[Inject, ...], Field(min_length=1)]
    rubric: Rubric = Rubric()
    authors: tuple[Annotated[str, Field(min_length=1, max_length=120)], ...] = ()
    licence: Annotated[str, Field(min_length=1, max_length=120)] | None = None
    notes: str | None = None
