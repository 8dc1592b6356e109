"""Waiting plays are judged once each, whoever judges, whatever breaks."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import timedelta

import pytest

from simulator.classroom.plays.courts import Cluster, Here, Pool
from simulator.classroom.plays.judging import LEASE, claim, enter
from simulator.classroom.plays.verdict import Task, Verdict
from simulator.classroom.plays.verifier import Court, Verifier
from simulator.classroom.store.work import Play
from simulator.engine.replay import ENGINE_VERSION
from tests.classroom.school import School, replay_record

pytestmark = pytest.mark.slow


def states(school: School) -> Counter[str]:
    return school.read(lambda session: Counter(play.state for play in session.query(Play)))


def sent(school: School, count: int) -> list[str]:
    """So many plays that wait."""
    return [
        school.pupil(f"S{number}").send(school.assignment, replay_record("silent")).json()["play"]
        for number in range(count)
    ]


class Broken(Here):
    """A court that fails, as one does whose process was killed."""

    def __init__(self) -> None:
        self.renewed = 0

    def judge(self, task: Task) -> Future[Verdict]:
        future: Future[Verdict] = Future()
        future.set_exception(RuntimeError(task.play))
        return future

    def renew(self) -> None:
        self.renewed += 1


class Slow(Here):
    """A court that has not come to an end."""

    def judge(self, task: Task) -> Future[Verdict]:  # noqa: ARG002
        return Future()


def verifier(school: School, court: Court) -> Verifier:
    return Verifier(school.database, school.house.packs, court, school.clock)


def test_two_who_judge_never_take_the_same_play(school: School) -> None:
    plays = sent(school, 5)
    now = school.clock.now()
    first = school.write(lambda session: claim(session, 3, now))
    second = school.write(lambda session: claim(session, 3, now))
    assert [one.play for one in (*first, *second)] == plays
    assert school.write(lambda session: claim(session, 3, now)) == []


def test_a_play_whose_judge_has_died_is_taken_up_again(school: School) -> None:
    plays = sent(school, 2)
    verifier(school, Slow()).step()
    assert verifier(school, Here()).step() == 0
    assert states(school) == {"waiting": 2}
    school.clock.pass_time(LEASE.total_seconds() + 1)
    school.judge()
    assert states(school) == {"verified": 2} and plays


def test_what_breaks_its_judge_three_times_is_not_tried_again(school: School) -> None:
    play = sent(school, 1)[0]
    court = Broken()
    breaking = verifier(school, court)
    for _ in range(5):
        breaking.step()
        school.clock.pass_time(LEASE.total_seconds() + 1)
    assert court.renewed == 3 and states(school) == {"refused": 1}
    refusal = school.read(lambda session: session.get_one(Play, play).refusal)
    assert refusal is not None and refusal["code"] == "classroom.play_unverifiable"


def test_what_is_half_done_is_given_back_at_a_stop(school: School) -> None:
    sent(school, 2)
    stopping = verifier(school, Slow())
    stopping.step()
    stopping.stop()
    school.judge()
    assert states(school) == {"verified": 2}
    assert school.read(lambda session: {play.tries for play in session.query(Play)}) == {1}


def test_a_verdict_is_entered_once(school: School) -> None:
    play = sent(school, 1)[0]
    claimed = school.write(lambda session: claim(session, 1, school.clock.now()))
    verdict = Verdict(claimed[0].play, ENGINE_VERSION, overall=50.0, choices={})
    later = school.clock.now() + timedelta(seconds=1)
    assert school.write(lambda session: enter(session, verdict, later))
    other = Verdict(play, ENGINE_VERSION, overall=99.0, choices={})
    assert not school.write(lambda session: enter(session, other, later))
    assert school.read(lambda session: session.get_one(Play, play).grade) == 50.0


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(2)
    yield made
    made.close()


@pytest.mark.slow
def test_processes_judge_as_one_would_here(school: School, pool: Pool) -> None:
    plays = sent(school, 4)
    judging = verifier(school, pool)
    while judging.step():
        pass
    assert states(school) == {"verified": len(plays)}
    grades = school.read(lambda session: {play.grade for play in session.query(Play)})
    assert len(grades) == 1


@pytest.mark.slow
def test_a_pool_whose_process_was_killed_begins_afresh(school: School, pool: Pool) -> None:
    sent(school, 1)
    judging = verifier(school, pool)
    while judging.step():
        pass
    assert pool._pool is not None
    for process in list(pool._pool._processes.values()):
        os.kill(process.pid, signal.SIGKILL)
    school.pupil("Late").send(school.assignment, replay_record("silent"))
    for _ in range(4):
        judging.step()
        school.clock.pass_time(LEASE.total_seconds() + 1)
    while judging.step():
        pass
    assert states(school) == {"verified": 2}


@pytest.mark.slow
def test_a_cluster_judges_as_one_would_here(school: School) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        court = Cluster(cluster.scheduler_address)
        try:
            sent(school, 3)
            judging = verifier(school, court)
            while judging.step():
                pass
            assert states(school) == {"verified": 3}
        finally:
            court.close()
