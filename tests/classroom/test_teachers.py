"""Teachers' accounts, classes and what they may see."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.classroom.api.callers import COOKIE
from simulator.classroom.declined import Declined
from simulator.classroom.people.classes import keep_until, open_class, renew_code, withdraw_code
from simulator.classroom.people.teachers import invite, is_new, log_in, session_of, set_password, teacher_of
from simulator.classroom.store.people import OneTimeLink, SchoolClass
from simulator.submission.wire.base import API
from tests.classroom.school import PASSWORD, School, replay_record


def test_a_link_sets_a_password_once(school: School) -> None:
    now = school.clock.now()
    token = school.write(lambda session: invite(session, "Curie", "fr", now))
    kept = school.read(lambda session: [link.token_hash for link in session.query(OneTimeLink)])
    assert token not in kept
    with pytest.raises(Declined, match="password_length"):
        set_password(school.database, token, "short", now)
    made = set_password(school.database, token, "radium and polonium", now)
    assert log_in(school.database, " CURIE ", "radium and polonium").id == made.id
    with pytest.raises(Declined, match="link_over"):
        set_password(school.database, token, "radium and polonium", now)


def test_a_link_is_over_after_its_days_and_when_another_is_made(school: School) -> None:
    now = school.clock.now()
    first, second = (school.write(lambda session: invite(session, "curie", "fr", now)) for _ in range(2))
    for token, when in ((first, now), (second, now + timedelta(days=4))):
        with pytest.raises(Declined, match="link_over"):
            set_password(school.database, token, "radium and polonium", when)


def test_a_wrong_login_and_a_wrong_password_are_told_alike(school: School) -> None:
    for login, password in (("prof", "not the password"), ("nobody", PASSWORD)):
        with pytest.raises(Declined, match="login_wrong"):
            log_in(school.database, login, password)
    assert log_in(school.database, "prof", PASSWORD).id == school.teacher_id
    assert not school.read(is_new)


def test_another_password_voids_every_session(school: School) -> None:
    now = school.clock.now()
    bearer = session_of(log_in(school.database, "prof", PASSWORD))
    assert school.read(lambda session: teacher_of(session, bearer)).id == school.teacher_id
    token = school.write(lambda session: invite(session, "prof", "fr", now))
    set_password(school.database, token, "another long password", now)
    with pytest.raises(Declined, match="token_unknown"):
        school.read(lambda session: teacher_of(session, bearer))


def test_a_teacher_sees_every_name_of_their_own_class_alone(school: School) -> None:
    ada = school.pupil("Ada")
    ada.send(school.assignment, replay_record())
    school.judge()
    bearer = session_of(log_in(school.database, "prof", PASSWORD))
    path = f"{API}/assignments/{school.assignment}"
    school.api.cookies.set(COOKIE, school.house.tokens.signed(bearer, school.clock.now())[0])
    assert school.api.get(f"{path}/board").json()["rows"][0]["names"] == ["Ada"]
    choices = school.api.get(f"{path}/choices").json()
    assert choices["plays"] == 1 and not choices["revealed"] and choices["injects"]
    assert ada.get(f"/assignments/{school.assignment}/choices").json()["code"] == "choices_hidden"
    now = school.clock.now()
    token = school.write(lambda session: invite(session, "curie", "fr", now))
    other = session_of(set_password(school.database, token, "radium and polonium", now))
    school.api.cookies.set(COOKIE, school.house.tokens.signed(other, now)[0])
    assert school.api.get(f"{path}/board").status_code == 404
    assert school.api.get(f"{API}/me").status_code == 401


def test_a_code_that_is_withdrawn_or_renewed_opens_nothing(school: School) -> None:
    new = school.write(lambda session: renew_code(session, session.get_one(SchoolClass, school.class_id)))
    assert school.join("Ada").json()["code"] == "code_unknown"
    school.code = new
    assert school.join("Ada").status_code == 201
    school.write(lambda session: withdraw_code(session.get_one(SchoolClass, school.class_id)))
    assert school.join("Ben").json()["code"] == "code_unknown"


def test_a_class_is_named_and_kept_within_bounds(school: School) -> None:
    now = school.clock.now()
    for name in ("", "x" * 81, "a\x07b"):
        with pytest.raises(Declined, match="class_name"):
            school.write(lambda session, name=name: open_class(session, school.teacher(session), name, "fr", now))
    with pytest.raises(Declined, match="keep_too_long"):
        school.write(
            lambda session: keep_until(
                session, session.get_one(SchoolClass, school.class_id), now + timedelta(days=3000), now
            )
        )
