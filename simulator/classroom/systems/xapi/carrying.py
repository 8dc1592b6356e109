"""From a message in the outbox to statements in a record store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, get_args

import httpx
from sqlalchemy.orm import Session, undefer

from simulator.classroom.store.database import Database
from simulator.classroom.store.people import Identity, SchoolClass, Student
from simulator.classroom.store.systems import RecordStore
from simulator.classroom.store.work import Assignment, Override, Play
from simulator.classroom.systems.grades import those_graded_by
from simulator.classroom.systems.outbox import Letter, NotDelivered
from simulator.classroom.systems.sealing import Seal
from simulator.classroom.systems.xapi.statements import Statement, of_override, of_play
from simulator.classroom.systems.xapi.store import Door, client_of, send
from simulator.classroom.systems.xapi.things import Told
from simulator.classroom.work.packs import Packs
from simulator.locale import Language
from simulator.play.edition import Edition
from simulator.scenario.model import Scenario


class StatementCarrier:
    """Carries messages of the kind "xapi". Where what a message is of has gone meanwhile, there is nothing to say."""

    def __init__(
        self, database: Database, packs: Packs, seal: Seal, client: Callable[[Door], httpx.Client] = client_of
    ) -> None:
        self._database = database
        self._packs = packs
        self._seal = seal
        self._client = client

    def __call__(self, letter: Letter) -> None:
        pack = self._database.read(lambda session: _pack_of(session, letter))
        if pack is None:
            return
        edition = self._packs.edition(pack)
        found = self._database.read(lambda session: self._found(session, letter, edition))
        if found is not None:
            door, statements = found
            send(door, statements, self._client)

    def _found(self, session: Session, letter: Letter, edition: Edition) -> tuple[Door, Sequence[Statement]] | None:
        store = session.get(RecordStore, letter.class_id, options=[undefer(RecordStore.secret)])
        play = session.get(Play, letter.payload["play"])
        if store is None or play is None:
            return None
        secret = self._seal.opened(store.secret)
        if secret is None:
            raise NotDelivered("the secret was sealed by another server", final=True)
        told = _told(session, store, play, letter.payload.get("course", {}), edition)
        door = Door(store.endpoint, store.key, secret, store.trusted)
        if "override" not in letter.payload:
            return door, of_play(told)
        override = session.get(Override, letter.payload["override"])
        if override is None:
            return None
        grade = play.overall if override.after is None else override.after
        return None if grade is None else (door, [of_override(told, override.id, grade, override.at)])


def _pack_of(session: Session, letter: Letter) -> str | None:
    play = session.get(Play, letter.payload["play"])
    return None if play is None else session.get_one(Assignment, play.assignment_id).pack_digest


def _told(session: Session, store: RecordStore, play: Play, course: dict[str, Any], edition: Edition) -> Told:
    assignment = session.get_one(Assignment, play.assignment_id)
    school_class = session.get_one(SchoolClass, assignment.class_id)
    student = session.get_one(Student, play.student_id)
    identity = session.get(Identity, student.id) if store.names else None
    languages: tuple[Language, ...] = get_args(Language)
    scenarios: dict[str, Scenario] = {
        edition.scenario(language).language: edition.scenario(language) for language in languages
    }
    return Told(
        home=store.home,
        student=student.id,
        team=tuple(sorted(set(those_graded_by(session, play)) - {play.student_id})),
        actor_name=identity.name if identity else None,
        class_id=school_class.id,
        class_name=school_class.name,
        assignment=assignment.id,
        assignment_title=assignment.title,
        exam=assignment.mode == "exam",
        language=school_class.language,
        scenario_digest=assignment.pack.scenario_digest,
        engine_version=assignment.engine_version,
        scenarios=scenarios,
        play=play.id,
        attempt=play.attempt,
        late=play.late,
        received=play.received,
        choices=play.choices or {},
        course=course,
        overall=play.overall,
        dimensions={name: getattr(play, name) for name in ("reactivity", "transparency", "tone")},
        band=play.band,
        first_message_minute=play.first_message_minute,
    )
