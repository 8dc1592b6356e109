"""From a learning platform into a class and back: launches, choices, rosters, grades; and what is not let in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import stat
import time
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import COOKIE
from simulator.classroom.declined import Declined
from simulator.classroom.limits import Limit
from simulator.classroom.pages import platform as platform_pages
from simulator.classroom.pages.platform import login_cookie
from simulator.classroom.people.links import new_link
from simulator.classroom.plays.counting import accept, comment, override
from simulator.classroom.privacy.erasing import erase_identity
from simulator.classroom.store.people import Identity, SchoolClass, Student, Teacher
from simulator.classroom.store.systems import Course
from simulator.classroom.store.work import Pack, Play
from simulator.classroom.systems.carriers import postman_of
from simulator.classroom.systems.lti.keys import tool_key
from simulator.classroom.systems.lti.platforms import NewPlatform, add_platform, moodle, origin_of, remove_platform
from simulator.classroom.systems.outbox import standing
from simulator.classroom.work.assignments import Plan, assign
from simulator.submission.wire.base import API
from tests.classroom.pages.teacher import Browser, Reading
from tests.classroom.school import SEED, Pupil, School, replay_record
from tests.classroom.systems.platform import DEPLOYMENT, LEARNS, TEACHES, Platform, key_pair

pytestmark = pytest.mark.slow

LAUNCH = "/lti/launch"


@pytest.fixture
def platform(school: School) -> Iterator[Platform]:
    """A platform that is entered here."""
    key = school.house.settings.room / "lti.key"
    key.write_text(key_pair("tool")[0])
    with Platform() as made:
        school.write(lambda session: add_platform(session, made.as_entered, school.clock.now()))
        made.registration.set_tool_key_set(browser(school).get("/lti/keys").json())
        yield made


def browser(school: School) -> TestClient:
    """A browser of its own, in English."""
    return Browser(school).client


def opened(school: School, platform: Platform) -> str:
    """The course, opened by its teacher, with an assignment; its id."""
    assert platform.launch(browser(school), "prof", TEACHES).status_code == 303

    def work(session: Session) -> str:
        school_class = session.get_one(SchoolClass, session.query(Course).one().class_id)
        pack = session.get_one(Pack, school.pack)
        plan = Plan(title="Exercice du cours", seed=SEED, attempts=3)
        return assign(session, school_class, pack, plan, school.clock.now()).id

    return school.write(work)


def seated(school: School, platform: Platform, user: str, assignment: str, **how: Any) -> Pupil:
    """A student who came by the platform and went on in the game."""
    page = platform.launch(browser(school), user, LEARNS, custom={"assignment": assignment}, **how)
    assert page.status_code == 200, page.text
    shown = Reading(page.text).text
    link, word = shown[shown.index("Paste this link:") + 1], shown[shown.index("Type this word to find your seat:") + 1]
    asked = {"code": link.rpartition("/")[2], "pseudonym": "ignored", "rejoin": word}
    said = school.api.post(f"{API}/join", json=asked)
    assert said.status_code == 201, said.text
    return Pupil(school.api, said.json()["student"], said.json()["token"], said.json()["refresh"])


@pytest.mark.slow
def test_a_teacher_comes_to_the_class_that_the_course_is(school: School, platform: Platform) -> None:
    window = browser(school)
    answer = platform.launch(window, "prof", TEACHES)
    course = school.read(lambda session: session.query(Course).one())
    assert (answer.status_code, answer.headers["location"]) == (303, f"/classes/{course.class_id}")
    assert COOKIE in answer.cookies and window.get("/").status_code == 200
    again = platform.launch(browser(school), "a colleague", TEACHES)
    assert again.headers["location"] == answer.headers["location"], "whoever teaches the course, it is one class"
    owner, name = school.read(
        lambda session: (
            session.get_one(Teacher, session.get_one(SchoolClass, course.class_id).teacher_id),
            session.get_one(SchoolClass, course.class_id).name,
        )
    )
    assert name == "Communication de crise, M2" and owner.password_hash is None and owner.id != school.teacher_id


@pytest.mark.slow
def test_under_tls_the_cookie_of_a_login_reaches_a_frame(school: School, platform: Platform) -> None:
    asked = {"iss": platform.address, "login_hint": "x", "target_link_uri": "x"}
    window = browser(school)
    window.base_url = "https://testserver"  # type: ignore[assignment]
    cookie = window.get("/lti/login", params=asked, follow_redirects=False).headers["set-cookie"]
    for word in ("HttpOnly", "Secure", "SameSite=none", "Partitioned", "Path=/lti", "Max-Age=300"):
        assert word in cookie.split("; "), cookie


@pytest.mark.slow
def test_in_a_frame_a_link_that_is_good_once_leads_out_of_it(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    page = platform.launch(
        browser(school), "prof", TEACHES, custom={"assignment": assignment}, headers={"Sec-Fetch-Dest": "iframe"}
    )
    policy = page.headers["content-security-policy"]
    assert f"frame-ancestors {platform.address};" in policy + ";" and COOKIE not in page.cookies
    assert "'unsafe-inline'" not in policy and not Reading(page.text).inline
    (door,) = (link for link in Reading(page.text).links if link.startswith("/lti/door/"))
    window = browser(school)
    answer = window.get(door, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/assignments/{assignment}")
    assert COOKIE in answer.cookies and window.get("/").status_code == 200
    assert browser(school).get(door, follow_redirects=False).status_code == 410


def test_a_grade_comes_back_when_it_is_verified_and_when_it_is_changed(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    ada = seated(school, platform, "ada", assignment)
    assert ada.send(assignment, replay_record()).status_code == 202
    school.judge()
    carrier = postman_of(school.house)
    assert carrier.step() == 1
    play = school.read(lambda session: session.query(Play).one())
    ((path, score),) = platform.scores
    assert path == "/items/1/scores" and score["userId"] == "ada"
    assert (score["scoreGiven"], score["scoreMaximum"]) == (round(play.overall, 2), 100)
    assert (score["activityProgress"], score["gradingProgress"]) == ("Completed", "FullyGraded")

    def changed(session: Session) -> None:
        mine = session.get_one(Play, play.id)
        override(session, mine, school.teacher(session), 77.5, "oral", school.clock.now())

    school.write(changed)
    assert carrier.step() == 1 and platform.scores[-1][1]["scoreGiven"] == 77.5
    assert platform.scores[-1][1]["timestamp"] >= score["timestamp"] and "comment" not in score
    school.write(
        lambda session: comment(
            session, session.get_one(Play, play.id), school.teacher(session), "Bien.", school.clock.now()
        )
    )
    assert carrier.step() == 1 and platform.scores[-1][1]["comment"] == "Bien."
    assert carrier.step() == 0


@pytest.mark.slow
def test_a_grade_waits_for_a_platform_that_is_down_and_the_last_one_arrives(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    ada = seated(school, platform, "ada", assignment)
    platform.down = True
    carrier = postman_of(school.house)
    for number, bot in enumerate(("silent", "exemplary")):
        ada.send(assignment, replay_record(bot), key=f"key-000{number}")
        school.judge()
        carrier.step()
    platform.down = False
    school.clock.pass_time(3600)
    assert carrier.step() == 1 and len(platform.scores) == 1
    best = school.read(lambda session: session.query(Play).filter(Play.counts).one())
    assert platform.scores[0][1]["scoreGiven"] == round(best.grade, 2)
    class_id = school.read(lambda session: session.query(Course).one().class_id)
    assert school.read(lambda session: standing(session, class_id)).waiting == 0


@pytest.mark.slow
def test_who_played_along_has_the_grade_too(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    ada, ben = seated(school, platform, "ada", assignment), seated(school, platform, "ben", assignment)
    ada.send(assignment, replay_record(), team=(ben.get("/me").json()["pseudonym"],))
    school.judge()
    postman_of(school.house).step()
    given = {score["userId"]: score["scoreGiven"] for _, score in platform.scores}
    assert given.keys() == {"ada", "ben"} and len(set(given.values())) == 1


@pytest.mark.slow
def test_a_grade_that_no_longer_counts_is_taken_back(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    ada = seated(school, platform, "ada", assignment)
    school.change(lambda _, one: setattr(one, "closes", school.clock.now()), assignment)
    assert ada.send(assignment, replay_record()).json()["late"]
    school.judge()
    carrier = postman_of(school.house)
    said: list[tuple[object, str]] = []
    for accepted in (True, False):

        def decide(session: Session, accepted: bool = accepted) -> None:
            accept(session, session.query(Play).one(), school.teacher(session), accepted, school.clock.now())

        school.write(decide)
        carrier.step()
        said.append((platform.scores[-1][1].get("scoreGiven"), platform.scores[-1][1]["gradingProgress"]))
    assert said[0][1] == "FullyGraded" and said[0][0] is not None and said[1] == (None, "NotReady")


@pytest.mark.slow
def test_where_a_link_has_no_column_one_is_made_once(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    for user, bot in (("ada", "exemplary"), ("ben", "silent")):
        seated(school, platform, user, assignment, column=False).send(assignment, replay_record(bot))
    school.judge()
    postman_of(school.house).step()
    (item,) = platform.items
    assert (item["label"], item["scoreMaximum"], item["tag"]) == ("Exercice du cours", 100, assignment)
    assert [path for path, _ in platform.scores] == ["/items/7/scores"] * 2


@pytest.mark.slow
def test_what_was_played_before_the_link_was_there_is_told_when_it_is(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    page = platform.launch(browser(school), "ada", LEARNS)
    shown = Reading(page.text).text
    word = shown[shown.index("Type this word to find your seat:") + 1]
    code = school.read(lambda session: session.get_one(SchoolClass, session.query(Course).one().class_id).code)
    said = school.api.post(f"{API}/join", json={"code": code, "pseudonym": "x", "rejoin": word}).json()
    ada = Pupil(school.api, said["student"], said["token"], said["refresh"])
    ada.send(assignment, replay_record())
    school.judge()
    assert postman_of(school.house).step() == 0
    platform.launch(browser(school), "prof", TEACHES, link="link-2", custom={"assignment": assignment})
    assert postman_of(school.house).step() == 1 and platform.scores[0][1]["userId"] == "ada"


@pytest.mark.slow
def test_a_student_has_a_pseudonym_and_one_seat_and_can_be_forgotten(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    ada, again = seated(school, platform, "ada", assignment), seated(school, platform, "ada", assignment)
    assert ada.student == again.student and ada.get("/me").status_code == 200, "a game that is in stays in"

    def known(session: Session) -> tuple[Identity | None, str]:
        return session.get(Identity, ada.student), session.get_one(Student, ada.student).pseudonym

    identity, pseudonym = school.read(known)
    assert identity is not None and (identity.lti_issuer, identity.lti_subject) == (platform.address, "ada")
    assert identity.name is None and identity.email is None, "the platform says them; nobody asked"
    assert "ada" not in pseudonym.casefold().split()
    ada.send(assignment, replay_record())
    school.judge()
    now = school.clock.now()
    school.write(lambda session: erase_identity(session, session.get_one(Student, ada.student), now))
    assert postman_of(school.house).step() == 0 and platform.scores == []


@pytest.mark.slow
def test_a_course_is_opened_by_its_teacher(school: School, platform: Platform) -> None:
    page = platform.launch(browser(school), "ada", LEARNS)
    assert page.status_code == 409 and "your teacher must follow the link first" in page.text


@pytest.mark.slow
def test_a_teacher_chooses_what_a_link_leads_to(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    page = platform.launch(browser(school), "prof", TEACHES, choosing=True)
    assert page.status_code == 200, page.text
    assert f"form-action 'self' {platform.address};" in page.headers["content-security-policy"]
    form = Reading(page.text).form(f"{platform.address}/choose")
    (door,) = (link for link in Reading(page.text).links if link.startswith("/lti/door/"))
    assert browser(school).get(door, follow_redirects=False).headers["location"].endswith("/assignments/new")
    item = platform.chosen(form.fields["JWT"])
    assert item["type"] == "ltiResourceLink" and item["title"] == "Exercice du cours"
    assert item["url"] == "http://testserver/lti/launch" and item["custom"] == {"assignment": assignment}
    assert (item["lineItem"]["scoreMaximum"], item["lineItem"]["resourceId"]) == (100, assignment)
    said = jwt.decode(form.fields["JWT"], options={"verify_signature": False})
    assert said["https://purl.imsglobal.org/spec/lti-dl/claim/data"] == {"x": "y"}
    assert said["aud"] == [platform.address]
    assert platform.launch(browser(school), "ada", LEARNS, choosing=True).status_code == 403


@pytest.mark.slow
def test_the_roster_is_fetched_when_the_teacher_asks_for_it(school: School, platform: Platform) -> None:
    assignment = opened(school, platform)
    ada = seated(school, platform, "ada", assignment)
    platform.members = [
        {"user_id": "prof", "roles": [TEACHES], "name": "A Teacher", "status": "Active"},
        {"user_id": "ada", "roles": [LEARNS], "name": "Ada Lovelace", "email": "ada@example.org"},
        {"user_id": "ben", "roles": ["Learner"], "given_name": "Ben", "family_name": "Franklin", "status": "Active"},
        {"user_id": "gone", "roles": [LEARNS], "name": "Gone", "status": "Deleted"},
        {"user_id": "odd", "roles": "x"},
    ]
    window = browser(school)
    platform.launch(window, "prof", TEACHES)
    class_id = school.read(lambda session: session.query(Course).one().class_id)
    page = Reading(window.get(f"/classes/{class_id}/school").text)
    answer = window.post(
        f"/classes/{class_id}/school/roster",
        data=page.form(f"/classes/{class_id}/school/roster").fields,
        follow_redirects=False,
    )
    assert answer.status_code == 303, answer.text
    people = school.read(
        lambda session: {
            one.lti_subject: (one.student_id, one.name, one.email)
            for one in session.query(Identity).filter(Identity.lti_issuer == platform.address)
        }
    )
    assert people.keys() == {"ada", "ben"}
    assert people["ada"] == (ada.student, "Ada Lovelace", "ada@example.org") and people["ben"][1] == "Ben Franklin"


REFUSED = {
    "forged": "is not signed by it",
    "expired": "no longer good",
    "replayed": "was used already",
    "another browser": "did not give back the log-in cookie",
    "late": "was used already, or is more than five minutes old",
    "another nonce": "is not signed by it",
    "another client": "is not signed by it",
    "another deployment": "is not signed by it",
    "unsigned": "is not signed by it",
    "by its public key": "is not signed by it",
    "no token": "is not signed by it",
}


@pytest.mark.parametrize(
    "how", [pytest.param(how, marks=() if how == "forged" else pytest.mark.slow) for how in REFUSED]
)
def test_what_the_platform_does_not_vouch_for_is_not_let_in(school: School, platform: Platform, how: str) -> None:
    window = browser(school)
    asked = platform.begin(window, "prof")
    said = platform.message(asked, "prof", TEACHES)
    claims = jwt.decode(said["id_token"], options={"verify_signature": False})
    header = {"kid": platform.registration.get_jwks()[0]["kid"]}
    private, public = key_pair("platform")

    def signed(**changes: Any) -> str:
        return jwt.encode({**claims, **changes}, private, "RS256", header)

    match how:
        case "forged":
            said["id_token"] = jwt.encode(claims, key_pair("somebody")[0], "RS256", header)
        case "expired":
            said["id_token"] = signed(iat=int(time.time()) - 700, exp=int(time.time()) - 100)
        case "replayed":
            assert window.post(LAUNCH, data=said, follow_redirects=False).status_code == 303
            window = browser(school)
            window.cookies.set(login_cookie(asked["state"]), asked["state"])
        case "another browser":
            window = browser(school)
        case "late":
            school.clock.pass_time(301)
        case "another nonce":
            said["id_token"] = signed(nonce="x" * 20)
        case "another client":
            said["id_token"] = signed(aud=["client-2", "client-1"], azp="client-2")
        case "another deployment":
            said["id_token"] = signed(**{"https://purl.imsglobal.org/spec/lti/claim/deployment_id": "other"})
        case "unsigned":
            said["id_token"] = jwt.encode(claims, None, "none", header)
        case "by its public key":
            said["id_token"] = _with_hmac(claims, public, header)
        case "no token":
            said["id_token"] = "a.b.c"
    answer = window.post(LAUNCH, data=said, follow_redirects=False)
    assert answer.status_code == 400 and REFUSED[how] in answer.text, answer.text
    assert COOKIE not in answer.cookies


@pytest.mark.slow
def test_a_platform_that_is_not_entered_is_not_answered(school: School, platform: Platform) -> None:
    asked = {"iss": "https://elsewhere.example.org", "login_hint": "x", "target_link_uri": "x"}
    answer = browser(school).get("/lti/login", params=asked, follow_redirects=False)
    assert answer.status_code == 403 and "badbuzz class lti add" in answer.text
    assert school.write(lambda session: remove_platform(session, platform.address, None, school.clock.now())) == 1
    answer = browser(school).get("/lti/login", params={**asked, "iss": platform.address}, follow_redirects=False)
    assert answer.status_code == 403


@pytest.mark.slow
def test_a_platform_enters_itself_once_by_a_link(school: School, platform: Platform) -> None:
    now = school.clock.now()
    school.write(lambda session: remove_platform(session, platform.address, None, now))
    token = school.write(lambda session: new_link(session, "platform", now))
    asked = {"openid_configuration": f"{platform.address}/config", "registration_token": "registration token"}

    def register(word: str, **changes: str) -> Any:
        return browser(school).get(f"/lti/register/{word}", params={**asked, **changes})

    assert register("unknown").status_code == 410 and not platform.registered
    platform.says_of_itself = {"issuer": "https://elsewhere.example.org"}
    assert register(token).status_code == 502 and not platform.registered, "it speaks for another"
    platform.says_of_itself = {}
    assert register(token, openid_configuration="file:///etc/passwd").status_code == 422
    assert register(token, registration_token="wrong").status_code == 502
    done = register(token)
    assert done.status_code == 200 and platform.address in done.text and "platform.js" in done.text
    assert f"frame-ancestors {platform.address}" in done.headers["content-security-policy"]
    (said,) = platform.registered
    assert said["initiate_login_uri"] == "http://testserver/lti/login" and said["jwks_uri"].endswith("/lti/keys")
    assert said["redirect_uris"] == ["http://testserver/lti/launch"] and len(said["scope"].split()) == 3
    assert register(token).status_code == 410
    assert platform.launch(browser(school), "prof", TEACHES).status_code == 303


@pytest.mark.slow
@pytest.mark.parametrize(
    "roles",
    [["http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"], [], "x", [f"{TEACHES}#"], ["Mentor"]],
)
def test_only_a_role_in_the_course_counts(school: School, platform: Platform, roles: Any) -> None:
    more = {"https://purl.imsglobal.org/spec/lti/claim/roles": roles}
    assert platform.launch(browser(school), "x", TEACHES, more=more).status_code == 403


@pytest.mark.slow
def test_the_tools_key_is_for_nobody_else_and_stays_the_same(school: School) -> None:
    room = school.house.settings.room
    first = tool_key(room)
    assert stat.S_IMODE((room / "lti.key").stat().st_mode) == 0o600 and tool_key(room) == first
    published = browser(school).get("/lti/keys").json()["keys"]
    assert len(published) == 1 and published[0]["alg"] == "RS256" and "d" not in published[0]
    (room / "lti.key").write_text("x")
    with pytest.raises(OSError, match="damaged"):
        tool_key(room)


@pytest.mark.slow
def test_without_its_extra_lti_says_how_to_get_it(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.classroom.systems.lti.speaking.find_spec", lambda _: None)
    for path in ("/lti/keys", "/lti/login"):
        answer = browser(school).get(path, follow_redirects=False)
        assert answer.status_code == 501 and "badbuzz[lms]" in answer.text


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://moodle.example.org/mod/lti?x=1", "https://moodle.example.org"),
        ("http://[::1]:8080/x", "http://[::1]:8080"),
        ("javascript:alert(1)", None),
        ("https://é.example.org/", None),
        ("https://a b/", None),
        ("https://x;script-src *", None),
        ("https://x:99999", None),
    ],
)
def test_what_may_frame_a_page_is_an_origin(url: str, origin: str | None) -> None:
    assert origin_of(url) == origin


def test_a_platform_is_entered_with_addresses_that_are_some(school: School) -> None:
    good = moodle("https://moodle.example.org/", "abc", (DEPLOYMENT,))
    assert (
        good.keys_url == "https://moodle.example.org/mod/lti/certs.php" and good.issuer == "https://moodle.example.org"
    )
    now = school.clock.now()
    first = school.write(lambda session: add_platform(session, good, now).id)
    assert school.write(lambda session: add_platform(session, good, now).id) == first
    for change in ({"client_id": ""}, {"issuer": "moodle"}, {"keys_url": "file:///etc/passwd"}, {"token_url": "x y"}):
        with pytest.raises(Declined):
            school.write(lambda s, c=change: add_platform(s, NewPlatform(**{**vars(good), **c}), now))  # type: ignore[misc]


def _with_hmac(claims: dict[str, Any], public: str, header: dict[str, Any]) -> str:
    """What a library that trusts the token's own algorithm would take: the public key as a shared secret."""

    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    text = f"{part({**header, 'alg': 'HS256', 'typ': 'JWT'})}.{part(claims)}"
    mark = hmac.new(public.encode(), text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(mark).decode().rstrip('=')}"


def test_whoever_begins_login_after_login_is_stopped(
    school: School, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform_pages, "LAUNCHES", Limit("launch", 2, 600))
    asked = {
        "iss": platform.as_entered.issuer,
        "client_id": platform.as_entered.client_id,
        "login_hint": "prof",
        "target_link_uri": "http://testserver/lti/launch",
        "lti_deployment_id": DEPLOYMENT,
    }
    codes = [browser(school).get("/lti/login", params=asked, follow_redirects=False).status_code for _ in range(3)]
    assert codes == [302, 302, 429]
