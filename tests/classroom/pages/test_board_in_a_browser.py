"""A class that plays, before its teacher's browser: the board changes by itself, and every page can be read by anybody.

Slow: it opens a browser. `BADBUZZ_SHOTS=folder` keeps the photographs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.submission.wire.base import API, IDEMPOTENCY
from tests.classroom.pages.test_in_a_browser import Eye
from tests.classroom.process import Server
from tests.classroom.school import replay_record
from tests.pages.test_accessibility import browser  # noqa: F401 (a fixture)

pytestmark = pytest.mark.slow

NAMES = ("Loutre calme", "Un pseudonyme aussi long que l’on en accepte", "<script>alert(1)</script>", "عائشة")
BOTS = ("exemplary", "slow", "denier", "silent")
PASSWORD = "radium and polonium"
ASKED = (
    "performance.getEntriesByType('resource').filter(one => one.initiatorType === 'fetch').map(one => one.startTime)"
)
"""When the page asked for itself again, milliseconds."""
SLACK = 25
"""Milliseconds that a timer of a browser may be early, or a request late."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "data", None)
    yield made
    made.close()


class Class:
    """Students of a class, who send plays."""

    def __init__(self, server: Server) -> None:
        self.code, self.assignment = server.set_up()
        self._at = f"{server.address}{API}"

    def join(self, pseudonym: str) -> dict[str, str]:
        asked = {"code": self.code, "pseudonym": pseudonym[:40], "listed": True}
        answer = httpx.post(f"{self._at}/join", json=asked)
        assert answer.status_code == 201, answer.text
        return {"Authorization": f"Bearer {answer.json()['token']}"}

    def send(self, student: dict[str, str], bot: str) -> str:
        body = {"replay": json.loads(replay_record(bot)), "team": []}
        headers = {**student, IDEMPOTENCY: f"key-of-{bot}"}
        answer = httpx.post(f"{self._at}/assignments/{self.assignment}/plays", json=body, headers=headers)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["play"])


def at_work(page: Any, server: Server) -> None:
    """Log in by the one-time link."""
    assert server.process.stdout is not None
    link = re.search(r"http://\S+/link/\S+", server.log() + server.said + server.process.stdout.readline())
    assert link
    page.goto(link[0])
    for field in ("password", "again"):
        page.locator(f"#{field}").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{server.address}/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_board_changes_while_plays_are_verified(
    browser: Any,  # noqa: F811
    server: Server,
    language: Language,
) -> None:
    say: Callable[..., str] = phrasebook(language)
    page = browser.new_context(locale=language, timezone_id="Europe/Paris", reduced_motion="reduce").new_page()
    eye = Eye(page, language)
    school = Class(server)
    board = f"{server.address}/assignments/{school.assignment}"
    at_work(page, server)

    def press(code: str) -> None:
        page.get_by_role("button", name=say(f"boards.{code}"), exact=True).click()

    page.goto(f"{board}/projector")
    eye.look("40-wall-joining")
    page.goto(board)
    eye.look("41-board-empty")

    # the board changes by itself, and is not loaded anew
    page.evaluate("window.stays = true")
    students = [school.join(name) for name in NAMES]
    page.locator("tr.joined").nth(3).wait_for()
    plays = [school.send(student, bot) for student, bot in zip(students[:3], BOTS, strict=False)]
    page.locator("tr.verified").nth(2).wait_for()
    assert page.evaluate("window.stays")
    assert say("boards.left", count=1) in page.locator(".live-state").inner_text()
    assert say("boards.live_on") in page.locator(".live-state").inner_text()
    asked = page.evaluate(ASKED)
    assert asked and all(after - before >= 500 - SLACK for before, after in pairwise(asked))
    eye.look("42-board")

    # it comes back to a server that was away
    server.stop()
    page.get_by_text(say("boards.live_off")).wait_for()
    server.begin_again()
    plays.append(school.send(students[3], BOTS[3]))
    page.locator("tr.verified").nth(3).wait_for()
    assert page.evaluate("window.stays")
    page.get_by_text(say("boards.all_finished")).wait_for()
    said, eye.said = [one for one in eye.said if "ERR_" not in one], []
    assert not said

    # choices
    page.get_by_role("link", name=say("boards.tab_choices"), exact=True).click()
    eye.look("43-choices")
    assert page.locator(".merit").count() == 0
    press("reveal")
    assert page.locator(".merit.good").count() > 0
    eye.look("44-choices-revealed")
    page.goto(f"{board}/projector")
    eye.look("45-wall")
    page.goto(f"{board}/statistics")
    eye.look("46-figures")
    page.goto(f"{board}/plays")
    eye.look("47-plays")

    # one play
    page.goto(f"{server.address}/plays/{plays[0]}")
    for fold in page.locator("details").all():
        fold.locator("summary").first.click()
    eye.look("48-play")
    page.get_by_label(say("boards.comment_new")).fill("Bravo <3")
    press("comment_write")
    assert page.locator(".comment").inner_text().startswith("Bravo <3")
    page.locator("details summary").first.click()
    press("override_do")
    assert page.locator("[aria-invalid=true]").count() >= 1
    eye.look("49-play-refused")
    page.get_by_label(say("boards.override_grade")).fill("50")
    page.get_by_label(say("boards.override_reason")).fill("Oral")
    press("override_do")
    assert "→ 50" in page.locator(".overrides").inner_text()

    # its replay, by keys
    page.get_by_role("link", name=say("boards.step_through"), exact=True).click()
    page.wait_for_url("**/replay")
    for _ in range(3):
        with page.expect_navigation():
            page.keyboard.press("ArrowRight")
    assert page.url.endswith("minute=20")
    eye.look("50-replay")
    assert page.locator(".decided").count() == 0
    with page.expect_navigation():
        page.keyboard.press("d")
    assert page.locator(".offers .chosen").count() == 1
    eye.look("51-replay-decided")
    assert not eye.said
