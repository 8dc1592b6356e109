"""The page on which a teacher says what goes to the school's systems."""

from __future__ import annotations

import httpx
from sqlalchemy.orm import Session

from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.systems import RecordStore
from simulator.classroom.systems.xapi.store import Wanted, keep_store
from tests.classroom.pages.teacher import Browser
from tests.classroom.school import School, replay_record
from tests.classroom.systems.test_statements import ENDPOINT, Store, postman


def kept(school: School) -> RecordStore | None:
    return school.read(lambda session: session.get(RecordStore, school.class_id))


def test_a_store_is_set_kept_changed_and_forgotten(school: School, teacher: Browser) -> None:
    page = f"/classes/{school.class_id}/school"
    wrong = teacher.send(page, f"{page}/store", endpoint="https://10.0.0.1/x", key="key", secret="s3cret")
    assert wrong.status_code == 422 and "endpoint-error" in wrong.text and kept(school) is None
    good = teacher.send(page, f"{page}/store", endpoint=f"{ENDPOINT}/", key="key", secret="s3cret")
    assert good.status_code == 303
    store = kept(school)
    assert store is not None and (store.endpoint, store.home) == (ENDPOINT, "http://testserver")
    assert (store.names, store.trusted) == (False, False)
    again = teacher.read(page)
    assert again.form(f"{page}/store").fields["secret"] == "" and "s3cret" not in teacher.get(page).text
    assert teacher.send(page, f"{page}/store", names="1").status_code == 303
    store = kept(school)
    assert store is not None and store.names
    school.pupil("Ada").send(school.assignment, replay_record())
    school.judge()
    assert postman(school, Store(httpx.Response(400))).step() == 1
    assert "HTTP 400" in teacher.read(page).words
    assert teacher.send(page, f"{page}/again").status_code == 303
    assert postman(school, Store()).step() == 1
    assert teacher.send(page, f"{page}/forget").status_code == 303 and kept(school) is None


def test_an_endpoint_of_whoever_runs_the_server_stays_trusted_until_it_is_changed(
    school: School, teacher: Browser
) -> None:
    wanted = Wanted("http://10.0.0.1/x", "key", "s3cret", "http://testserver", trusted=True)

    def keep(session: Session) -> None:
        school_class = session.get_one(SchoolClass, school.class_id)
        keep_store(session, school_class, wanted, school.house.seal, school.clock.now())

    school.write(keep)
    page = f"/classes/{school.class_id}/school"
    assert teacher.send(page, f"{page}/store", names="1").status_code == 303
    changed = teacher.send(page, f"{page}/store", endpoint="http://10.0.0.2/x", secret="s")
    assert changed.status_code == 422
    store = kept(school)
    assert store is not None and store.trusted and store.endpoint == "http://10.0.0.1/x"


def test_another_teacher_finds_nothing(school: School) -> None:
    def colleague(session: Session) -> str:
        made = Teacher(login="colleague", language="fr", created=school.clock.now())
        session.add(made)
        session.flush()
        return made.id

    other = Browser(school).at_work(school.write(colleague))
    for path in ("school", "grades.csv"):
        assert other.get(f"/classes/{school.class_id}/{path}").status_code == 404
