"""What the school's systems ask of a database, on each of them: several workers carry each message once."""

from __future__ import annotations

from threading import Lock, Thread

import pytest

from simulator.classroom.systems.outbox import Letter, put, standing
from simulator.classroom.systems.postman import Postman
from tests.classroom.conftest import school, url
from tests.classroom.school import School, replay_record
from tests.classroom.systems.platform import Platform
from tests.classroom.systems.test_platform import browser, opened, platform, seated
from tests.classroom.systems.test_statements import Store, postman, with_store

__all__ = ["platform", "school", "url"]
pytestmark = pytest.mark.slow
_MESSAGES = 60


def test_several_postmen_carry_each_message_once(school: School) -> None:
    students = [school.pupil(f"S{number}").student for number in range(_MESSAGES)]
    now = school.clock.now()
    for student in students:
        school.write(lambda session, one=student: put(session, "lti", school.class_id, one, "grade 1", {}, now))  # type: ignore[misc]
    carried: list[str] = []
    lock = Lock()

    def carry(letter: Letter) -> None:
        with lock:
            carried.append(letter.student_id)

    def work() -> None:
        mine = Postman(school.database, school.clock, {"lti": carry})
        while mine.step():
            pass

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(carried) == sorted(students)
    assert school.read(lambda session: standing(session, school.class_id)).sent == _MESSAGES


def test_statements_and_grades_leave(school: School, platform: Platform) -> None:
    with_store(school)
    school.pupil("Ada").send(school.assignment, replay_record())
    assignment = opened(school, platform)
    seated(school, platform, "ben", assignment).send(assignment, replay_record())
    school.judge()
    store = Store()
    both = postman(school, store)
    both._carriers = {**both._carriers, **_grades(school)}  # type: ignore[dict-item]
    assert both.step() == 2 and len(store.kept) > 2 and len(platform.scores) == 1
    assert browser(school).get("/lti/keys").status_code == 200


def _grades(school: School) -> dict[str, object]:
    from simulator.classroom.systems.lti.scores import GradeCarrier
    from simulator.classroom.systems.lti.speaking import toolkit_of

    return {"lti": GradeCarrier(school.database, toolkit_of(school.house), school.clock)}
