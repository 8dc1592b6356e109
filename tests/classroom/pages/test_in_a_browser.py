"""The teacher's way, driven in a browser: from the one-time link to an assignment that is open.

Every page on it is looked at by axe-core and photographed from 375 to 1920 pixels wide, in both languages. Slow: it
opens a browser. `BADBUZZ_SHOTS=folder` keeps the photographs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from tests.classroom.process import Server
from tests.pages.test_accessibility import HTML, browser, installed  # noqa: F401 (a fixture)

pytestmark = pytest.mark.slow

WIDTHS = (375, 768, 1280, 1920)
ROSTER = "Nom\tNuméro\tCourriel\nAda Lovelace\t17\tada@example.org\nLine Two\t18\tnot an address\nGrace Hopper\t19\t\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "data", None)
    yield made
    made.close()


class Eye:
    """Looks at a page at every width: it does not run over, axe-core finds nothing, the console is quiet."""

    def __init__(self, page: Any, language: Language) -> None:
        self.page, self._language = page, language
        self._axe = installed(*HTML)[1].Axe()
        self._folder = os.environ.get("BADBUZZ_SHOTS")
        self.said: list[str] = []
        page.on("console", lambda message: "status of 4" in message.text or self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def look(self, name: str) -> None:
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            if self._folder:
                self.page.screenshot(path=f"{self._folder}/{name}-{self._language}-{width}.png", full_page=True)
            found = self._axe.run(self.page)
            assert found.violations_count == 0, f"{name} {width}\n{found.generate_report()}"
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} {width}"
        self.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_link_to_an_open_assignment(browser: Any, server: Server, language: Language) -> None:  # noqa: F811
    say: Callable[..., str] = phrasebook(language)
    context = browser.new_context(locale=language, timezone_id="Europe/Paris", reduced_motion="reduce")
    page = context.new_page()
    eye = Eye(page, language)

    def press(code: str, within: Any = page) -> None:
        within.get_by_role("button", name=say(f"classpages.{code}"), exact=True).click()

    def fill(code: str, text: str) -> None:
        page.get_by_label(say(f"classpages.{code}"), exact=True).fill(text)

    # the one-time link: a password
    link = re.search(r"http://\S+/link/\S+", server.log() + server.said + server.process.stdout.readline())
    assert link
    page.goto(link[0])
    eye.look("01-link")
    fill("field_login", "curie")
    fill("field_password", "radium and polonium")
    fill("field_again", "radium or polonium")
    press("link_go")
    assert page.locator("[aria-invalid=true]").count() == 1
    eye.look("02-link-wrong")
    fill("field_password", "radium and polonium")
    fill("field_again", "radium and polonium")
    press("link_go")
    assert page.get_by_role("status").inner_text() == say("classpages.welcome")
    eye.look("03-no-class")

    # out and in again
    page.goto(f"{server.address}/account")
    eye.look("04-account")
    press("log_out")
    eye.look("05-login")
    fill("field_login", "curie")
    fill("field_password", "radium and polonium")
    press("log_in")

    # a class in a minute
    fill("field_class_name", "M2 Com · groupe B")
    press("class_open")
    eye.look("06-class-new")
    class_page = page.url
    code = page.locator(".code.large").inner_text()

    # its list
    page.goto(f"{class_page}/students")
    eye.look("07-students-none")
    page.get_by_role("link", name=say("classpages.roster_add")).click()
    fill("field_list", ROSTER)
    press("roster_look")
    assert say("classroom.roster_bad_email", line="3") in page.locator("main").inner_text()
    eye.look("08-roster")
    press("roster_save")
    assert page.get_by_text("Ada Lovelace").is_visible()
    eye.look("09-students")
    page.locator("tbody a").first.click()
    page.get_by_label(say("classpages.time_other")).check()
    fill("field_factor", "1,5")
    press("save", page.locator("form[action$='/time']"))
    eye.look("10-student")

    # an assignment
    page.goto(f"{class_page}/assignments/new")
    eye.look("11-assignment-new")
    press("assignment_make")
    assert say("classroom.scenario_none") in page.get_by_role("alert").inner_text()
    page.locator("input[name=scenario]").nth(1).check()
    page.get_by_label(say("classpages.mode_exam")).check()
    assert not page.get_by_label(say("classpages.field_attempts")).is_visible()
    page.get_by_label(say("classpages.mode_practice")).check()
    page.get_by_label(say("classpages.rubric_own")).check()
    fill("field_closes", "2031-03-30T18:00")
    eye.look("12-assignment-filled")
    press("assignment_make")
    assert "UTC+2" in page.locator("main").inner_text(), "summer time begins on that day"
    eye.look("13-assignment")

    # the class as it stands now
    page.goto(class_page)
    assert say("classpages.standing_open") in page.locator("article").inner_text()
    eye.look("14-class")
    press("pause")
    eye.look("15-class-paused")
    page.goto(f"{class_page}/settings")
    eye.look("16-settings")
    page.goto(f"{class_page}/code")
    eye.look("17-code")
    page.goto(server.address)
    eye.look("18-classes")

    # what anybody sees
    page.goto(f"{server.address}/join/{code}")
    assert page.get_by_text(code, exact=True).is_visible()
    eye.look("19-join")
    page.goto(f"{server.address}/privacy")
    eye.look("20-privacy")
    assert not eye.said, eye.said
    page.goto(f"{server.address}/nowhere")
    eye.look("21-nothing")
    context.close()
