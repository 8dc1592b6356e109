"""What holds for every page, in both languages: found by following the links from the first one."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.people.roster import Entry, add_roster
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.work.assignments import Plan
from simulator.locale import LANGUAGES, Language
from tests.classroom.pages.teacher import Browser, Reading
from tests.classroom.school import SEED, School

pytestmark = pytest.mark.slow

NASTY = '<script>alert("1")</script>'


@pytest.fixture
def busy(school: School) -> School:
    """A school with students, of whom one is on the roster, assignments of each kind, and names that are no names."""
    ada = school.pupil("Ada", listed=True)
    school.assign(Plan(title=NASTY, mode="exam", seed=SEED, started=False))
    weights = {"overall": {"reactivity": 0.5, "transparency": 0.3, "tone": 0.2}}
    school.assign(Plan(title="Own weights", individual=True, rubric=weights, closes=school.clock.now()))

    def more(session: Session) -> None:
        school_class = session.get_one(SchoolClass, school.class_id)
        school_class.name = NASTY
        add_roster(session, school_class, [Entry(NASTY, "x@example.org", "17")], school.clock.now())

    school.write(more)
    assert ada.student
    return school


def pages_of(browser: Browser, start: tuple[str, ...]) -> dict[str, str]:
    """Every page that links lead to, by its address."""
    found: dict[str, str] = {}
    waiting = list(start)
    while waiting:
        path = waiting.pop()
        if path in found or re.search(r"[?&](names|which)=", path):
            continue
        answer = browser.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        found[path] = answer.text
        links = (link.partition("#")[0] for link in Reading(answer.text).links)
        waiting += [link for link in links if link.startswith("/") and "lang=" not in link]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole(busy: School, language: Language) -> None:
    browser = Browser(busy, language).at_work()
    browser.get(f"/?lang={language}")
    stranger = Browser(busy, language)
    pages = {
        **pages_of(browser, ("/",)),
        **{f"{path} (stranger)": text for path, text in pages_of(stranger, ("/login", f"/join/{busy.code}")).items()},
    }
    kinds = {re.sub(r"[0-9A-Z]{26}", "*", path) for path in pages}
    assert {"/classes/*", "/classes/*/students", "/students/*", "/assignments/*/settings", "/privacy"} <= kinds
    assert {f"/assignments/*{name}" for name in ("", "/plays", "/choices", "/statistics", "/projector")} <= kinds
    for path, text in pages.items():
        page = Reading(text)
        assert page.language == language, path
        assert page.title.strip(" ·") not in ("", "Bad Buzz"), path
        assert not page.inline, (path, page.inline)
        assert NASTY not in text, path
        ids = re.findall(r'\sid="([^"]*)"', text)
        assert len(ids) == len(set(ids)), (path, sorted(one for one in ids if ids.count(one) > 1))
        for field in page.fields:
            assert field["inside label"] or field.get("id") in page.labelled, (path, field)
        assert text.count("<h1") == 1, path
    assert not re.search(r"\b(classpages|boards)\.[a-z]", "".join(pages.values()))


def test_headers_let_a_page_run_nothing_but_its_own_script(teacher: Browser) -> None:
    headers = teacher.get("/").headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;")
    assert "form-action 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


def test_files_are_kept_by_browsers_until_they_change(teacher: Browser) -> None:
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', teacher.get("/").text)
    assert len(addresses) >= 3
    for address in addresses:
        asked = teacher.get(address)
        assert asked.status_code == 200 and "immutable" in asked.headers["cache-control"]
        again = teacher.get(address.partition("?")[0], headers={"If-None-Match": asked.headers["etag"]})
        assert again.status_code == 304 and again.headers["cache-control"] == "no-cache"
    assert teacher.get("/static/../forms.py").status_code == teacher.get("/static/forms.py").status_code == 404
