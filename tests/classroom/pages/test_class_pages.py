"""Classes, their lists and their students, as a teacher works with them."""

from __future__ import annotations

import json

import pytest
from httpx import Response

from simulator.classroom.people.accommodations import accommodate
from simulator.classroom.people.teachers import invite
from simulator.classroom.store.keeping import Audit
from simulator.classroom.store.people import Accommodation, Identity, SchoolClass, Student, Teacher
from simulator.classroom.store.work import Play
from tests.classroom.pages.teacher import Browser, Reading
from tests.classroom.school import School, replay_record

pytestmark = pytest.mark.slow

LIST = "Name;E-mail;Number\nAda Lovelace;ada@example.org;17\nNo Address;nowhere;18\nGrace Hopper;;19\n"


def gone(answer: Response) -> str:
    """Where a page led to after something was done."""
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


@pytest.fixture
def root(school: School) -> str:
    return f"/classes/{school.class_id}"


def test_a_class_is_opened_by_its_name_alone(teacher: Browser) -> None:
    wrong = teacher.send("/", "/classes", name=" ", language="en")
    assert wrong.status_code == 422 and "name-error" in wrong.text
    opened = gone(teacher.send("/", "/classes", name="MA Com", language="en"))
    page = teacher.read(f"{opened}?lang=en")
    assert "MA Com" in page.words and "The class is open." in page.words
    assert "MA Com" in teacher.read("/").words


def test_the_code_is_shown_with_a_link_that_another_machine_can_open(
    school: School, teacher: Browser, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 'src="data:image/svg+xml' in teacher.get(root).text
    for is_open, host, shown in (
        (True, "school.example:8000", "http://school.example:8000/join/"),
        (True, "localhost:8000", "http://192.0.2.7:8000/join/"),
        (False, "localhost:8000", "http://localhost:8000/join/"),
    ):
        monkeypatch.setattr("simulator.classroom.pages.addresses.own_address", lambda: "192.0.2.7")
        object.__setattr__(school.house.settings, "is_open", is_open)
        page = school.api.get(root, headers={"Host": host, "Cookie": teacher.cookies, "Accept": "text/html"})
        assert shown in page.text


def test_a_class_is_paused_and_goes_on(school: School, teacher: Browser, root: str) -> None:
    for paused in (True, False):
        gone(teacher.send(root, f"{root}/pause"))
        assert school.read(lambda session: session.get_one(SchoolClass, school.class_id).paused) is paused


def test_settings_are_saved_together_or_not_at_all(school: School, teacher: Browser, root: str) -> None:
    at = f"{root}/settings"
    kept = school.read(lambda session: session.get_one(SchoolClass, school.class_id).keep_until)
    wrong = teacher.send(at, at, name="Other", keep_until="2099-01-01")
    assert wrong.status_code == 422 and Reading(wrong.text).form(at).fields["keep_until"] == "2099-01-01"
    gone(teacher.send(at, at, name="Other", language="en", joining="roster", keep_until="2027-02-03"))
    found = school.read(lambda session: session.get_one(SchoolClass, school.class_id))
    assert (found.name, found.language, found.roster_only) == ("Other", "en", True)
    assert found.keep_until < kept and found.keep_until.date().isoformat() == "2027-02-03"
    assert school.join("Ada").json()["code"] == "roster_number_needed"


def test_a_code_is_renewed_and_withdrawn(school: School, teacher: Browser, root: str) -> None:
    page = teacher.read(f"{root}/settings")
    renew, withdraw = (form for form in page.forms if form.action == f"{root}/code")
    for form, is_there in ((renew, True), (withdraw, False)):
        gone(teacher.client.post(form.action, data=form.fields, follow_redirects=False))
        assert (school.read(lambda session: session.get_one(SchoolClass, school.class_id).code) is not None) is is_there
        assert school.join("Ada").status_code == 404
    assert teacher.get(root).status_code == teacher.get(f"{root}/code").status_code == 200


def test_a_class_is_deleted_once_its_name_was_typed(school: School, teacher: Browser, root: str) -> None:
    at = f"{root}/settings"
    assert teacher.send(at, f"{root}/delete", confirm="M2").status_code == 422
    assert gone(teacher.send(at, f"{root}/delete", confirm=" m2  com ")) == "/"
    assert school.read(lambda session: session.query(SchoolClass).count()) == 0


def test_a_list_is_looked_at_line_by_line_before_it_is_saved(school: School, teacher: Browser, root: str) -> None:
    at = f"{root}/roster"
    looked = teacher.send(f"{at}?lang=en", at, list=LIST, step="look")
    page = Reading(looked.text)
    assert "Ada Lovelace" in page.words and "Line 3" in page.words
    assert page.form(at).fields["list"] == LIST.replace("\n", "\r\n") or page.form(at).fields["list"] == LIST
    assert school.read(lambda session: session.query(Identity).count()) == 0
    assert gone(teacher.send(at, at, list=LIST, step="save")) == f"{root}/students"
    students = teacher.read(f"{root}/students")
    assert "2 people are added." in students.words and "Ada Lovelace · 17 · ada@example.org" in students.words
    gone(teacher.send(at, at, list=LIST, step="save"))
    assert school.read(lambda session: session.query(Student).count()) == 2, "twice the same list adds nobody"


def test_a_list_comes_as_a_file_in_an_older_encoding_too(teacher: Browser, root: str) -> None:
    at = f"{root}/roster"
    for name in ("utf-8-sig", "cp1252"):
        sent = teacher.send(at, at, step="look", files={"file": ("list.csv", "Zoé;17\n".encode(name), "text/csv")})
        assert "Zoé" in Reading(sent.text).words
    empty = teacher.send(at, at, step="look")
    assert empty.status_code == 422 and "list-error" in empty.text


def test_more_time_is_given_and_told_to_nobody_else(school: School, teacher: Browser) -> None:
    ada, bob = school.pupil("Ada"), school.pupil("Bob")
    at = f"/students/{ada.student}"
    for typed, factor in (
        ({"time": "third"}, 1.33),
        ({"time": "other", "factor": "1,5"}, 1.5),
        ({"time": "untimed"}, 0),
    ):
        gone(teacher.send(at, f"{at}/time", **typed))
        assert school.read(lambda session: session.get_one(Accommodation, ada.student).factor) == factor
        assert ada.get("/me").json()["factor"] == factor
    for bad in ("9", "0", "nan", "a lot"):
        assert teacher.send(at, f"{at}/time", time="other", factor=bad).status_code == 422
    assert bob.get("/me").json()["factor"] == 1
    gone(teacher.send(at, f"{at}/time", time="all"))
    assert school.read(lambda session: session.query(Accommodation).count()) == 0


def test_a_student_gets_another_name_and_a_word_to_come_back(school: School, teacher: Browser) -> None:
    ada, at = school.pupil("Rude name"), ""
    at = f"/students/{ada.student}"
    school.pupil("Bob")
    assert teacher.send(at, f"{at}/pseudonym", pseudonym="Bob").status_code == 409
    gone(teacher.send(at, f"{at}/pseudonym", pseudonym="Ada"))
    gone(teacher.send(at, f"{at}/rejoin"))
    assert ada.get("/me").status_code == 401
    words = teacher.read(f"{at}?lang=en").words
    word = words.partition("The word to come back: ")[2].partition(".")[0]
    again = school.join("Ada", rejoin=word)
    assert again.status_code == 201 and again.json()["student"] == ada.student


def test_a_student_is_exported_forgotten_and_erased(school: School, teacher: Browser, root: str) -> None:
    gone(teacher.send(f"{root}/roster", f"{root}/roster", list="Ada Lovelace;17", step="save"))
    ada = school.pupil("Ada", roster_number="17")
    assert ada.send(school.assignment, replay_record()).status_code == 202
    at = f"/students/{ada.student}"
    sent = teacher.send(at, f"{at}/export")
    assert "attachment" in sent.headers["content-disposition"]
    assert json.loads(sent.text)["identity"]["name"] == "Ada Lovelace"
    gone(teacher.send(at, f"{at}/identity"))
    assert "Ada Lovelace" not in teacher.get(at).text and ada.get("/me").status_code == 200
    assert teacher.send(at, f"{at}/erase", confirm="Bob").status_code == 422
    assert gone(teacher.send(at, f"{at}/erase", confirm="ada")) == f"{root}/students"
    assert ada.get("/me").status_code == 401 and teacher.get(at).status_code == 404
    assert school.read(lambda session: session.query(Play).count()) == 0
    done = school.read(lambda session: [(one.what, one.teacher_id) for one in session.query(Audit)])
    assert {what for what, _ in done} >= {"roster", "export", "identity_erased", "student_erased"}
    assert all(who == school.teacher_id for _, who in done)


def test_a_class_is_exported_and_its_identities_forgotten(school: School, teacher: Browser, root: str) -> None:
    gone(teacher.send(f"{root}/roster", f"{root}/roster", list="Ada;17\nBob;18", step="save"))
    at = f"{root}/settings"
    assert len(json.loads(teacher.send(at, f"{root}/export").text)["students"]) == 2
    gone(teacher.send(at, f"{root}/identities"))
    assert "2 identities are erased." in teacher.read(f"{at}?lang=en").words
    assert school.read(lambda session: session.query(Identity).count()) == 0


def test_another_teachers_class_is_not_there(school: School, teacher: Browser, root: str) -> None:
    ada, now = school.pupil("Ada"), school.clock.now()
    school.write(lambda session: accommodate(session, session.get_one(Student, ada.student), 2.0, now))
    school.write(lambda session: invite(session, "other", "en", now))
    other = school.read(lambda session: session.query(Teacher).filter_by(login="other").one().id)
    stranger, nobody = Browser(school).at_work(other), Browser(school)
    proof = stranger.read("/").form("/classes").fields
    gets = [root, f"{root}/students", f"{root}/roster", f"{root}/settings", f"{root}/code", f"{root}/assignments/new"]
    gets += [f"/students/{ada.student}", f"/assignments/{school.assignment}/settings"]
    posts = [f"{root}/{deed}" for deed in ("pause", "settings", "code", "export", "identities", "delete", "roster")]
    posts += [f"{root}/assignments/new", f"/upload{root}/scenario"]
    posts += [
        f"/students/{ada.student}/{deed}" for deed in ("time", "pseudonym", "rejoin", "export", "identity", "erase")
    ]
    posts += [f"/assignments/{school.assignment}/{deed}" for deed in ("settings", "start", "close", "delete")]
    for path in gets:
        assert stranger.get(path).status_code == 404, path
        assert nobody.get(path, follow_redirects=False).status_code == 303, path
    for path in posts:
        typed = {**proof, "list": "X;1", "time": "third", "scenario": "minimal", "confirm": "M2 Com"}
        assert stranger.client.post(path, data=typed).status_code == 404, path
        assert nobody.client.post(path, data=typed).status_code == 401, path
        assert teacher.client.post(path, data={"confirm": "M2 Com"}).status_code == 403, path
    assert ada.get("/me").json()["factor"] == 2
    assert school.read(lambda session: session.query(SchoolClass).count()) == 1
