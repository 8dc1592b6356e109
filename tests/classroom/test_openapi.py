"""Whatever the interface's description allows, and much that it does not, is answered without a server's error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation

from simulator.classroom.api.app import enveloped
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.keeping import Attempts
from simulator.classroom.store.migrate import upgrade
from simulator.classroom.work.assignments import Plan
from simulator.submission.wire.base import API
from tests.classroom.school import SEED, Pupil, School, replay_record

pytestmark = pytest.mark.slow

EXAMPLES = 60
_STREAMS = "/events"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A server whose assignments are a practice and an exam that has begun."""
    folder = tmp_path_factory.mktemp("openapi")
    database = Database(url_of(None, folder))
    upgrade(database)
    database.close()
    with School(folder, None) as made:
        yield made


@pytest.fixture(scope="module")
def ada(school: School) -> Pupil:
    made = school.pupil("Ada", listed=True)
    exam = school.assign(Plan(mode="exam", seed=SEED))
    assert made.post(f"/assignments/{exam}/exam").status_code == 200
    assert made.send(school.assignment, replay_record()).status_code == 202
    school.judge()
    return made


@pytest.fixture(scope="module")
def operations(school: School) -> list[APIOperation]:
    schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", enveloped(school.app))
    return [one.ok() for one in schema.get_all_operations() if not one.ok().path.endswith(_STREAMS)]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "not allowed"])
def test_nothing_that_is_asked_breaks_the_server(
    school: School, ada: Pupil, operations: list[APIOperation], mode: GenerationMode
) -> None:
    assignments = [one["id"] for one in ada.get("/me").json()["assignments"]]
    plays = [play["play"] for one in ada.get("/me").json()["assignments"] for play in one["plays"]]
    statuses: Counter[int] = Counter()

    def asked(case: Case, known: bool) -> None:
        """Half of the time about something that there is."""
        case.headers = {**(case.headers or {}), **(ada.headers if known else {})}
        if known and case.path_parameters:
            names = {"assignment": assignments, "play": plays}
            for name in case.path_parameters.keys() & names.keys():
                case.path_parameters[name] = names[name][len(statuses) % len(names[name])]
        if case.query and "wait" in case.query:
            case.query["wait"] = 0
        answer = case.call()
        statuses[answer.status_code] += 1
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == ["application/problem+json"]
            assert {"code", "detail", "status", "title"} <= answer.json().keys()

    assert len(operations) >= 14
    for operation in operations:
        cases = operation.as_strategy(generation_mode=mode)
        run = settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )(given(case=cases, known=st.booleans())(asked))
        with suppress(Unsatisfiable):  # nothing that is not allowed can be said of it
            run()
        school.write(lambda session: session.query(Attempts).delete())
    assert sum(statuses.values()) > 10 * len(operations), statuses
    if mode is GenerationMode.POSITIVE:
        assert statuses[200] > 20, statuses


def test_the_description_is_whole(school: School) -> None:
    said = school.app.openapi()
    assert {f"{API}/join", f"{API}/me", "/health"} <= said["paths"].keys()
    operations = [one for methods in said["paths"].values() for one in methods.values()]
    assert all(one["summary"] and one["operationId"] for one in operations)
