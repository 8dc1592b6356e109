"""What somebody may send who means harm: each is answered, and nothing of it happens."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.orm import Session

from simulator.authoring.pack import packed
from simulator.classroom.declined import Declined
from simulator.classroom.plays.submitting import read_submission
from simulator.classroom.store.work import Pack, Play
from simulator.classroom.work.packs import keep_upload
from simulator.scenario.load import load_scenario
from simulator.submission.wire.base import API, IDEMPOTENCY
from tests.classroom.school import School, replay_record
from tests.plays import MINIMAL

pytestmark = pytest.mark.slow


def plays(school: School) -> int:
    return school.read(lambda session: session.query(Play).count())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "play_no_json"),
        (b"[" * 200_000, "play_no_json"),
        (b'{"replay": ' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}", "play_no_json"),
        (b'{"replay": {}}', "play_unreadable"),
        (b'{"replay": {}, "score": 100}', "play_no_json"),
        (b'{"replay": 1}', "play_no_json"),
        (b"\xff\xfe\x00", "play_no_json"),
        (b'{"replay": {"seed": 1e999}}', "play_unreadable"),
        (b'{"replay": {}, "team": ["\\u0000"]}', "play_no_json"),
        (b'{"replay": {}, "team": ["\\ud800"]}', "play_no_json"),
    ],
    ids=range(10),
)
def test_a_body_that_is_no_play_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(Declined) as declined:
        read_submission(body)
    assert declined.value.code == code


@pytest.mark.parametrize("text", ["\\u0000", "\\ud800", "x" * 5000, "\\u202e"])
def test_a_decision_with_words_that_no_database_holds_breaks_nothing(school: School, text: str) -> None:
    ada = school.pupil("Ada")
    record = json.loads(replay_record())
    record["decisions"][0] = {
        "minute": record["decisions"][0]["minute"],
        "do": "listen",
        "topic": json.loads(f'"{text}"'),
    }
    answer = ada.send(school.assignment, json.dumps(record))
    assert answer.status_code in (202, 422)
    if answer.status_code == 202:
        school.judge()
        assert ada.get(f"/plays/{answer.json()['play']}").json()["state"] == "refused"


def test_a_request_is_as_long_as_is_allowed_and_not_compressed(school: School) -> None:
    ada = school.pupil("Ada")
    path = f"{API}/assignments/{school.assignment}/plays"
    headers = {**ada.headers, IDEMPOTENCY: "key-0001"}
    long = school.api.post(path, content=b"x" * (2 * 1024 * 1024 + 1), headers=headers)
    assert (long.status_code, long.json()["code"]) == (413, "body_long")
    streamed = school.api.post(path, content=iter([b"x" * 1024 * 1024] * 3), headers=headers)
    assert streamed.status_code == 413
    zipped = school.api.post(path, content=b"x", headers={**headers, "Content-Encoding": "gzip"})
    assert zipped.status_code == 415
    deep = school.api.post(f"{API}/join", content=b"[" * 100_000, headers={"Content-Type": "application/json"})
    assert deep.status_code in (400, 422)
    assert plays(school) == 0


def test_the_same_play_sent_sixteen_times_at_once_is_one_play(school: School) -> None:
    ada = school.pupil("Ada")
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: ada.send(school.assignment, replay_record()), range(16)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.text for answer in answers}) == 1 and plays(school) == 1


def test_sixteen_plays_sent_at_once_use_no_more_than_the_attempts(school: School) -> None:
    ada = school.pupil("Ada")
    bots = ("silent", "denier", "spammer", "exemplary", "template", "waits", "first", "longest")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda bot: ada.send(school.assignment, replay_record(bot), key=f"key-{bot}"), bots))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [202] * 3 + [409] * 5
    assert school.read(lambda session: sorted(play.attempt for play in session.query(Play))) == [1, 2, 3]


@pytest.mark.parametrize(
    "path",
    [
        "/assignments/../../etc/passwd/pack",
        "/assignments/%2e%2e%2f%2e%2e%2fserver.key/pack",
        "/plays/..%2F..%2Fserver.key",
        "/assignments/'%20OR%201=1--/board",
        "/assignments/01ARZ3NDEKTSV4RRFFQ69G5FAV/exam/pictures/..%2F..%2Fscenario.yaml",
        "/assignments/01ARZ3NDEKTSV4RRFFQ69G5FAV/exam/pictures/scenario.yaml",
    ],
)
def test_no_path_leads_out(school: School, path: str) -> None:
    answer = school.pupil("Ada").get(path)
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_what_is_another_classs_is_as_if_it_were_not(school: School) -> None:
    from simulator.classroom.people.classes import open_class

    other = school.write(
        lambda session: open_class(session, school.teacher(session), "B", "en", school.clock.now()).code
    )
    ada = school.pupil("Ada")
    play = ada.send(school.assignment, replay_record()).json()["play"]
    school.code = str(other)
    eve = school.pupil("Eve")
    assert eve.get("/me").json()["assignments"] == []
    for answer in (
        eve.get(f"/plays/{play}"),
        eve.get(f"/plays/{play}/replay"),
        eve.get(f"/assignments/{school.assignment}/board"),
        eve.get(f"/assignments/{school.assignment}/pack"),
        eve.post(f"/assignments/{school.assignment}/start"),
        eve.send(school.assignment, replay_record()),
    ):
        assert answer.status_code == 404


def zip_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_yaml(text: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packed(load_scenario(MINIMAL), "tests"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zip_of({**files, "scenario.yaml": text.encode()})


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "made",
    [
        lambda: b"",
        lambda: b"PK\x03\x04 nonsense",
        lambda: zip_of({"manifest.json": b"{}", "scenario.yaml": b"0" * 200_000_000}),
        lambda: zip_of({"manifest.json": b"{}", "../../server.key": b"x"}),
        lambda: zip_of({"manifest.json": b"{}", "/etc/cron.d/x": b"x"}),
        lambda: zip_of({f"a{number}.png": b"" for number in range(500)}),
        lambda: with_yaml(LAUGHS),
        lambda: with_yaml("x: " + "[" * 50_000),
        lambda: with_yaml("!!python/object/apply:os.system ['true']"),
    ],
    ids=["empty", "nonsense", "bomb", "out", "root", "many", "laughs", "deep", "python"],
)
def test_a_pack_is_looked_at_from_all_sides_first(school: School, made: Callable[[], bytes]) -> None:
    with pytest.raises(Declined) as declined:
        school.write(lambda session: keep_upload(session, made(), school.clock.now()))
    assert declined.value.code == "pack_refused"
    assert school.read(lambda session: session.query(Pack).count()) == 1


def test_a_good_pack_is_kept_once(school: School) -> None:
    content = packed(load_scenario(MINIMAL), "another licence")

    def work(session: Session) -> str:
        return keep_upload(session, content, school.clock.now()).digest

    assert school.write(work) == school.write(work)
    assert school.read(lambda session: session.query(Pack).count()) == 2


def test_figures_are_for_this_machine_alone(school: School) -> None:
    from fastapi.testclient import TestClient

    from simulator.classroom.api.app import enveloped

    school.pupil("Ada")
    here = school.api.get("/metrics")
    assert here.status_code == 200 and "badbuzz_students 1" in here.text and "Ada" not in here.text
    elsewhere = TestClient(enveloped(school.app), client=("192.0.2.7", 5000))
    assert elsewhere.get("/metrics").status_code == 404 and elsewhere.get("/health").status_code == 200
