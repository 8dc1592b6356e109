"""The pages' own questions are put to PostgreSQL as well as to SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Assignment
from simulator.scenario.library import Library
from tests.classroom.pages.teacher import Browser
from tests.classroom.pages.test_class_pages import gone
from tests.classroom.pages.test_every_page import pages_of
from tests.classroom.postgres import Cluster
from tests.classroom.school import School, replay_record
from tests.plays import MINIMAL

pytestmark = pytest.mark.slow


@pytest.fixture
def school(cluster: Cluster, tmp_path: Path) -> Iterator[School]:
    with School(tmp_path / "server", cluster.make(f"t{uuid4().hex}", "migrated")) as made:
        made.house.library = Library((), [MINIMAL])
        yield made


def test_from_a_class_to_its_end(school: School) -> None:
    teacher, ada = Browser(school).at_work(), school.pupil("Ada")
    assert ada.send(school.assignment, replay_record()).status_code == 202
    school.judge()
    root = f"/classes/{school.class_id}"
    gone(teacher.send(f"{root}/roster", f"{root}/roster", list="Bob;17\nEve\0;18", step="save"))
    new = f"{root}/assignments/new"
    at = gone(teacher.send(new, new, scenario="minimal", title="Two\0"))
    gone(teacher.send(at, at, title="Three", counting="last", attempts=""))
    gone(teacher.send(f"{root}/settings", f"{root}/settings", name="Other\0 name"))
    assert len(pages_of(teacher, ("/",))) > 15
    gone(teacher.send(at, at.replace("settings", "delete"), confirm="three"))
    student = f"/students/{ada.student}"
    gone(teacher.send(student, f"{student}/time", time="third"))
    gone(teacher.send(student, f"{student}/erase", confirm="Ada"))
    left = school.read(lambda session: (session.query(Assignment).count(), session.query(Student).count()))
    assert left == (1, 2)
    assert gone(teacher.send(f"{root}/settings", f"{root}/delete", confirm="Other name")) == "/"
    assert school.read(lambda session: session.query(SchoolClass).count()) == 0
