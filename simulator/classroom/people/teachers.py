"""Teachers' accounts: begun by a one-time link, kept by a password."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import PEOPLE, touch
from simulator.classroom.people.links import new_link, use_link
from simulator.classroom.people.passwords import hashed, is_outdated, is_right
from simulator.classroom.people.secret import digest
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.store.database import Database
from simulator.classroom.store.people import OneTimeLink, Teacher
from simulator.locale import Language

FIRST_LOGIN = "teacher"


def is_new(session: Session) -> bool:
    """Whether no teacher can log in yet."""
    return session.scalar(select(func.count()).where(Teacher.password_hash.is_not(None))) == 0


def invite(session: Session, login: str, language: Language, now: datetime) -> str:
    """The token of a link by which the teacher `login` sets a password; the account is made where there is none."""
    name = _login(login)
    teacher = session.scalar(select(Teacher).where(Teacher.login == name))
    if teacher is None:
        teacher = Teacher(login=name, language=language, created=now)
        session.add(teacher)
        session.flush()
    return new_link(session, "account", now, teacher=teacher.id)


def login_of_link(session: Session, token: str) -> str | None:
    """The login of the account that the link `token` is for, None for a link that is none."""
    link = session.get(OneTimeLink, digest(token))
    teacher = session.get(Teacher, link.teacher_id) if link is not None and link.teacher_id is not None else None
    return None if teacher is None else teacher.login


def set_password(
    database: Database,
    token: str,
    password: str,
    now: datetime,
    login: str | None = None,
    language: Language | None = None,
) -> Teacher:
    """The account that the link `token` opens, with its password set.

    Under another `login`, and with another `language`, where these are given.

    Raises Declined; then the link is as good as before.
    """
    kept = hashed(password)  # outside the transaction: it takes its time on purpose, and writers wait for each other

    def work(session: Session) -> Teacher:
        teacher = session.get_one(Teacher, use_link(session, token, "account", now).teacher_id)
        if login is not None and _login(login) != teacher.login:
            if session.scalar(select(Teacher.id).where(Teacher.login == _login(login))):
                raise Declined("login_taken", 409)
            teacher.login = _login(login)
        teacher.password_hash = kept
        teacher.language = language or teacher.language
        touch(session, PEOPLE)
        return teacher

    return database.write(work)


def log_in(database: Database, login: str, password: str) -> Teacher:
    """The teacher who knows this password. Raises Declined (401), the same whichever of the two is wrong."""
    teacher = database.read(lambda session: session.scalar(select(Teacher).where(Teacher.login == _folded(login))))
    if not is_right(password, teacher.password_hash if teacher else None) or teacher is None:
        raise Declined("login_wrong", 401)
    if teacher.password_hash is None or not is_outdated(teacher.password_hash):
        return teacher
    kept, name = hashed(password), teacher.id

    def work(session: Session) -> Teacher:
        again = session.get_one(Teacher, name)
        again.password_hash = kept
        return again

    return database.write(work)


def change_password(database: Database, teacher: Teacher, now_password: str, password: str) -> Teacher:
    """Another password for somebody who knows the one from now; sessions that were opened before it are void.

    Raises Declined.
    """
    if not is_right(now_password, teacher.password_hash):
        raise Declined("password_now_wrong", 401)
    kept, name = hashed(password), teacher.id

    def work(session: Session) -> Teacher:
        again = session.get_one(Teacher, name)
        again.password_hash = kept
        touch(session, PEOPLE)
        return again

    return database.write(work)


def session_of(teacher: Teacher) -> Bearer:
    """What a teacher's cookie says; another password voids it."""
    return Bearer("teacher", teacher.id, _generation(teacher))


def teacher_of(session: Session, bearer: Bearer) -> Teacher:
    """Whose session it is. Raises Declined (401) where the account is gone or its password was changed."""
    teacher = session.get(Teacher, bearer.subject)
    if teacher is None or _generation(teacher) != bearer.generation:
        raise Declined("token_unknown", 401)
    return teacher


def _generation(teacher: Teacher) -> str:
    return digest(teacher.password_hash or "")[:16]


def _login(login: str) -> str:
    name = _folded(login)
    if not 2 <= len(name) <= 100 or any(unicodedata.category(sign)[0] in "CZ" for sign in name):
        raise Declined("login_bad")
    return name


def _folded(login: str) -> str:
    return unicodedata.normalize("NFKC", login).strip().casefold()
