"""Coming in and going out."""

from __future__ import annotations

import pytest

from simulator.classroom.api.callers import COOKIE
from simulator.classroom.limits import LINKS, LOG_INS
from simulator.classroom.pages.forms import PROOF
from simulator.classroom.people.teachers import invite
from tests.classroom.pages.teacher import Browser, Reading
from tests.classroom.school import PASSWORD, School

pytestmark = pytest.mark.slow


def test_the_one_time_link_opens_an_account_and_a_session(school: School) -> None:
    token = school.write(lambda session: invite(session, "teacher", "en", school.clock.now()))
    browser, page = Browser(school), f"/link/{token}"
    assert browser.read(page).form(page).fields["login"] == "teacher"
    wrong = browser.send(page, page, login="curie", password="radium and polonium", again="radium")
    assert wrong.status_code == 422 and Reading(wrong.text).form(page).fields["login"] == "curie"
    assert "radium" not in wrong.text
    short = browser.send(page, page, password="radium", again="radium")
    assert short.status_code == 422 and 'aria-describedby="password-error password-hint"' in short.text
    good = browser.send(page, page, login="curie", password="radium and polonium", again="radium and polonium")
    assert good.status_code == 303
    assert "Your account is ready." in browser.read("/").words
    assert "Your account is ready." not in browser.read("/").words
    assert browser.get(page).status_code == 410


def test_the_session_cookie_is_out_of_reach(school: School) -> None:
    answer = Browser(school).send("/login", "/login?next=/", login="prof", password=PASSWORD)
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith(COOKIE))
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie and "Secure" not in cookie


def test_under_tls_cookies_go_over_nothing_else(school: School) -> None:
    browser = Browser(school)
    object.__setattr__(school.house.settings, "secure", True)
    assert "Secure" in browser.get("/login").headers["set-cookie"]


def test_one_gets_where_one_wanted_after_the_log_in(school: School) -> None:
    browser = Browser(school)
    asked = browser.get("/account?x=1", follow_redirects=False)
    assert (asked.status_code, asked.headers["location"]) == (303, "/login?next=/account%3Fx%3D1")
    action = browser.read(asked.headers["location"]).forms[-1].action
    answer = browser.send(asked.headers["location"], action, login="prof", password=PASSWORD)
    assert answer.headers["location"] == "/account?x=1"


@pytest.mark.parametrize("wanted", ["//evil.example", "/\\evil.example", "https://evil.example"])
def test_nobody_is_led_elsewhere_after_the_log_in(school: School, wanted: str) -> None:
    page = Browser(school).get("/login", params={"next": wanted})
    assert Reading(page.text).forms[-1].action == "/login?next=/"


def test_who_tries_passwords_or_links_is_stopped(school: School) -> None:
    browser, now = Browser(school), school.clock.now()
    for limit, tries in ((LOG_INS, LOG_INS.most - 1), (LINKS, LINKS.most - 1)):
        for _ in range(tries):
            school.house.limits.failed(limit, "127.0.0.1", now)
    assert browser.send("/login", "/login?next=/", login="prof", password="nope").status_code == 401
    stopped = browser.send("/login", "/login?next=/", login="prof", password=PASSWORD)
    assert stopped.status_code == 429 and int(stopped.headers["retry-after"]) > 0 and COOKIE not in stopped.cookies
    assert browser.get("/link/unknown").status_code == 410
    again = browser.get("/link/unknown")
    assert again.status_code == 429 and "retry-after" in again.headers and "Try again" in again.text


def test_a_form_without_its_proof_or_with_a_foreign_one_is_refused(school: School, teacher: Browser) -> None:
    school.clock.pass_time(1)
    other = Browser(school).at_work().read("/").form("/classes").fields
    own = teacher.read("/").form("/classes").fields
    for fields in ({"name": "X", "language": "fr"}, {**own, PROOF: other[PROOF], "name": "X"}):
        answer = teacher.client.post("/classes", data=fields)
        assert answer.status_code == 403 and "reload" in answer.text
    assert school.read(lambda session: session.connection().exec_driver_sql("SELECT count(*) FROM class").scalar()) == 1


def test_a_password_is_changed_by_who_knows_it_and_closes_other_sessions(school: School, teacher: Browser) -> None:
    elsewhere = Browser(school).at_work()
    typed = {"password": "polonium and radium", "again": "polonium and radium"}
    wrong = teacher.send("/account", "/account/password", now="a guess", **typed)
    assert wrong.status_code == 401 and "now-error" in wrong.text
    assert teacher.send("/account", "/account/password", now=PASSWORD, **typed).status_code == 303
    assert "The password is changed." in teacher.read("/account?lang=en").words
    led = elsewhere.get("/account", follow_redirects=False)
    assert led.status_code == 303
    assert "Your session is over" in elsewhere.read(led.headers["location"]).words


def test_logging_out_closes_the_session(teacher: Browser) -> None:
    assert teacher.send("/", "/logout").headers["location"] == "/login"
    assert COOKIE not in teacher.client.cookies
    assert "You are logged out." in teacher.read("/").words


def test_the_language_is_the_pages_the_accounts_or_the_browsers(school: School, teacher: Browser) -> None:
    assert Browser(school, "en").read("/login").language == "en"
    assert teacher.read("/").language == "fr", "the account's"
    assert teacher.read("/?lang=en").language == "en"
    assert teacher.read("/account").language == "en", "the one chosen on a page is kept"
    teacher.send("/account", "/account/language", language="fr")
    assert teacher.read("/account").language == "fr"


def test_what_is_too_long_is_said_on_a_page(teacher: Browser) -> None:
    body = {"name": "x" * 2_100_000}
    answer = teacher.client.post("/classes", data=body)
    assert answer.status_code == 413 and "<h1>" in answer.text


def test_a_page_that_is_not_there_says_so_and_programs_get_json(school: School, teacher: Browser) -> None:
    answer = teacher.get("/nowhere")
    assert answer.status_code == 404 and answer.headers["content-type"].startswith("text/html")
    assert school.api.get("/nowhere").headers["content-type"] == "application/problem+json"
