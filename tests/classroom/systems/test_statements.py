"""What a play becomes as statements."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from simulator.classroom.people.roster import Entry, add_roster
from simulator.classroom.plays.counting import override
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Play
from simulator.classroom.systems.postman import Postman
from simulator.classroom.systems.xapi.carrying import StatementCarrier
from simulator.classroom.systems.xapi.store import Door, Wanted, keep_store
from simulator.engine.bots import play as play_by
from simulator.engine.decision import Respond
from simulator.engine.replay import recorded
from tests.classroom.school import SEED, School, replay_record
from tests.plays import scenario_of

HOME = "https://classes.example.org"
ENDPOINT = "https://lrs.example.org/xapi"


class Store:
    """A record store that remembers, in this process; `answers` are given first, in turn."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.answers = list(answers)
        self.kept: dict[str, dict[str, Any]] = {}
        self.asked: list[httpx.Request] = []

    def client(self, door: Door) -> httpx.Client:
        assert (door.endpoint, door.key, door.secret) == (ENDPOINT, "key", "s3cret")
        return httpx.Client(transport=httpx.MockTransport(self._answer))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if self.answers:
            return self.answers.pop(0)
        body = json.loads(request.content)
        self.kept |= {one["id"]: one for one in (body if isinstance(body, list) else [body])}
        return httpx.Response(200, json=[])


def with_store(school: School, **wanted: Any) -> None:
    """Let the class send its statements."""
    asked = Wanted(**{"endpoint": ENDPOINT, "key": "key", "secret": "s3cret", "home": HOME, **wanted})

    def work(session: Any) -> None:
        school_class = session.get_one(SchoolClass, school.class_id)
        keep_store(session, school_class, asked, school.house.seal, school.clock.now())

    school.write(work)


def postman(school: School, store: Store) -> Postman:
    carrier = StatementCarrier(school.database, school.house.packs, school.house.seal, store.client)
    return Postman(school.database, school.clock, {"xapi": carrier})


def told(school: School, **wanted: Any) -> tuple[str, list[dict[str, Any]]]:
    """(student, statements) of an exemplary play."""
    with_store(school, **wanted)
    ada = school.pupil("Ada")
    ada.send(school.assignment, replay_record())
    school.judge()
    store = Store()
    assert postman(school, store).step() == 1
    return ada.student, list(store.kept.values())


def test_a_play_is_begun_answered_and_completed_in_the_standards_words(school: School) -> None:
    student, statements = told(school)
    verbs = [one["verb"]["id"].rpartition("/")[2] for one in statements]
    assert verbs[0] == "initialized" and verbs[-1] == "completed" and set(verbs[1:-1]) == {"answered"}
    kept = school.read(lambda session: session.query(Play).one())
    assert len(verbs) - 2 == sum(1 for choice in kept.choices.values() if choice)
    for one in statements:
        assert one["actor"] == {"objectType": "Agent", "account": {"homePage": HOME, "name": student}}
        assert one["verb"]["id"].startswith("http://adlnet.gov/expapi/verbs/")
        assert one["object"]["definition"]["type"].startswith("http://adlnet.gov/expapi/activities/")
        groups = [activity["id"] for activity in one["context"]["contextActivities"]["grouping"]]
        assert groups == [f"{HOME}/xapi/assignments/{school.assignment}", f"{HOME}/xapi/classes/{school.class_id}"]
    assert len({one["context"]["registration"] for one in statements}) == 1
    assert "team" not in statements[0]["context"]
    result = statements[-1]["result"]
    assert result["completion"] is True and result["duration"] == "PT2H0M"
    assert result["score"] == {
        "scaled": round(round(kept.overall, 2) / 100, 4), "raw": round(kept.overall, 2), "min": 0, "max": 100,
    }  # fmt: skip
    assert result["extensions"][f"{HOME}/xapi/extensions/tone"] == round(kept.tone, 2)


def test_a_choice_says_what_could_be_chosen_what_was_and_how_long_it_took(school: School) -> None:
    _, statements = told(school)
    run = recorded(play_by(scenario_of("minimal"), SEED, "exemplary"))
    decided = {one.inject: one for one in run.decisions if isinstance(one, Respond) and one.inject}
    answers = {
        one["object"]["id"].rpartition("/")[2]: one for one in statements if one["verb"]["id"][-8:] == "answered"
    }
    assert decided and decided.keys() <= answers.keys()
    for name, decision in decided.items():
        inject = next(one for one in scenario_of("minimal").injects if one.id == name)
        definition, result = answers[name]["object"]["definition"], answers[name]["result"]
        assert definition["interactionType"] == "choice"
        assert [one["id"] for one in definition["choices"]] == [*(one.id for one in inject.responses), "watch"]
        assert definition["choices"][0]["description"]["fr"] == inject.responses[0].text
        assert result["response"] == decision.response
        assert result["extensions"] == {f"{HOME}/xapi/extensions/minute": decision.minute}
        assert result["duration"].startswith("PT")
        right = [one.id for one in inject.responses if inject.expected in one.actions] if inject.expected else []
        right += ["watch"] if inject.expected == "watch" else []
        assert definition.get("correctResponsesPattern", []) == right
        assert result.get("success") == ((decision.response in right) if right else None)


@pytest.mark.slow
def test_those_who_played_along_are_the_team(school: School) -> None:
    with_store(school)
    ada, ben = school.pupil("Ada"), school.pupil("Ben")
    ada.send(school.assignment, replay_record(), team=("Ben",))
    school.judge()
    store = Store()
    assert postman(school, store).step() == 1
    for one in store.kept.values():
        assert [who["account"]["name"] for who in one["context"]["team"]["member"]] == [ada.student, ben.student]


@pytest.mark.slow
def test_nobody_is_named_unless_the_teacher_wants_it(school: School) -> None:
    def listed(session: Any) -> None:
        entry = Entry("Ada Lovelace", "ada@example.org", "1")
        add_roster(session, session.get_one(SchoolClass, school.class_id), [entry], school.clock.now())

    school.write(listed)
    for names in (False, True):
        with_store(school, names=names)
        pupil = school.pupil("Countess", roster_number="1") if not names else pupil  # noqa: F821
        pupil.send(school.assignment, replay_record("silent" if names else "exemplary"), key=f"key-{names}-0001")
        school.judge()
        store = Store()
        assert postman(school, store).step() == 1
        said = json.dumps(list(store.kept.values()))
        assert ("Ada Lovelace" in said) is names and "Countess" not in said and "ada@" not in said


def test_a_changed_grade_is_a_statement_of_its_own(school: School) -> None:
    told(school)
    school.write(
        lambda session: override(
            session, session.query(Play).one(), school.teacher(session), 62.5, "oral", school.clock.now()
        )
    )
    store = Store()
    assert postman(school, store).step() == 1
    (one,) = store.kept.values()
    assert one["verb"]["id"] == "http://adlnet.gov/expapi/verbs/scored" and one["result"]["score"]["raw"] == 62.5


@pytest.mark.slow
def test_the_same_play_gives_the_same_statements(school: School) -> None:
    with_store(school)
    school.pupil("Ada").send(school.assignment, replay_record())
    school.judge()
    store = Store(httpx.Response(503), httpx.Response(503))
    carrier = postman(school, store)
    for _ in range(3):
        carrier.step()
        school.clock.pass_time(3600)
    bodies = [request.content for request in store.asked]
    assert len(bodies) == 3 and len(set(bodies)) == 1


@pytest.mark.slow
def test_statements_that_are_there_in_other_words_do_not_hold_up_the_others(school: School) -> None:
    with_store(school)
    school.pupil("Ada").send(school.assignment, replay_record())
    school.judge()
    store = Store(httpx.Response(409), httpx.Response(409))
    postman(school, store).step()
    assert len(store.kept) == len(store.asked) - 2 > 2
    assert (
        school.read(lambda session: session.connection().exec_driver_sql("SELECT state FROM outbox").scalar()) == "sent"
    )
