"""From a platform into a class in a real browser, in windows and in frames; each page is looked at by axe-core.

Slow: it opens a browser. `BADBUZZ_SHOTS=folder` keeps photographs, 375 to 1920 pixels wide.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from sqlalchemy.orm import Session

from simulator.classroom.clock import MachineClock
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.systems import Course
from simulator.classroom.systems.lti.platforms import add_platform
from simulator.classroom.work.assignments import Plan, assign
from simulator.locale import LANGUAGES, Language, phrasebook
from tests.classroom.pages.test_in_a_browser import Eye
from tests.classroom.process import Server
from tests.classroom.school import SEED, small_pack
from tests.classroom.systems.platform import LEARNS, TEACHES, Platform
from tests.pages.test_accessibility import browser  # noqa: F401 (a fixture)

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "data", None)
    yield made
    made.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_of_a_platform(browser: Any, server: Server, language: Language) -> None:  # noqa: F811
    say = phrasebook(language)
    context = browser.new_context(locale=language, reduced_motion="reduce")
    page = context.new_page()
    eye = Eye(page, language)
    with Platform(tool=server.address) as platform:
        now = MachineClock().now()
        server.database.write(lambda session: add_platform(session, platform.as_entered, now))
        platform.registration.set_tool_key_set(httpx.get(f"{server.address}/lti/keys", timeout=60).json())

        page.goto(platform.way_in("ada", LEARNS))
        assert say("classroom.lti_course_unopened") in page.locator("main").inner_text()
        eye.look("30-platform-refused")

        page.goto(platform.way_in("prof", TEACHES, choosing=True))
        assert say("classplatform.prepare") in page.locator("main").inner_text()
        eye.look("31-platform-choose-none")

        def assigned(session: Session) -> str:
            school_class = session.get_one(SchoolClass, session.query(Course).one().class_id)
            pack = small_pack(now)
            session.add(pack)
            session.flush()
            assign(session, school_class, pack, Plan(title="Une lampe qui chauffe et un titre assez long", seed=1), now)
            return assign(session, school_class, pack, Plan(title="Exercice", seed=SEED), now).id

        assignment = server.database.write(assigned)
        page.goto(platform.way_in("prof", TEACHES, choosing=True))
        eye.look("32-platform-choose")
        page.get_by_role("button", name=say("classplatform.put_into_course")).first.click()
        assert page.get_by_text("placed").is_visible()
        assert platform.chosen(platform.chosen_in_browser[0])["custom"] == {"assignment": assignment}

        page.goto(platform.way_in("prof", TEACHES))
        class_id = server.database.read(lambda session: session.query(Course).one().class_id)
        assert page.url == f"{server.address}/classes/{class_id}"
        page.goto(f"{server.address}/classes/{class_id}/school?lang={language}")
        eye.look("33-school")
        platform.members = [{"user_id": "ada", "roles": [LEARNS], "name": "Ada Lovelace"}]
        page.get_by_role("button", name=say("classplatform.roster_fetch")).click()
        assert page.get_by_role("status").inner_text() == say("classplatform.roster_fetched", count=1)

        page.goto(platform.way_in("ada", LEARNS, custom={"assignment": assignment}))
        assert page.get_by_text("Exercice", exact=True).is_visible()
        eye.look("34-platform-student")

        stranger = browser.new_context(locale=language)
        frame = stranger.new_page()
        way = platform.way_in("prof", TEACHES, link="link-2")
        frame.goto(f"{platform.address}/frame?of={quote(way, safe='')}")
        inside = frame.frame_locator("iframe")
        link = inside.get_by_role("link", name=say("classplatform.open_class"))
        with stranger.expect_page() as opened:
            link.click()
        opened.value.wait_for_url(f"{server.address}/classes/{class_id}")
        foreign = stranger.new_page()
        elsewhere = platform.address.replace("127.0.0.1", "localhost")
        foreign.goto(f"{elsewhere}/frame?of={quote(way, safe='')}")
        said = foreign.frame_locator("iframe").get_by_role("alert").inner_text()
        assert said == say("classroom.lti_cookie"), "where a browser keeps no cookie, it says what to do"
        stranger.close()
    assert not eye.said, eye.said
    context.close()
