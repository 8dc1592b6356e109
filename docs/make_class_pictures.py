"""Pictures of a teacher's pages while a class plays *Rappel tardif*, in both languages.

    python docs/make_class_pictures.py [--lang fr en]

It serves a class, hands in the plays of bots for its students, and goes through the pages with Chromium. Needs the
extras `class` and `browser`.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx
from PIL import Image
from playwright.sync_api import sync_playwright
from sqlalchemy.orm import Session

from simulator.classroom.clock import MachineClock
from simulator.classroom.people.classes import open_class
from simulator.classroom.people.teachers import FIRST_LOGIN
from simulator.classroom.store.people import Teacher
from simulator.classroom.work.assignments import Plan, assign
from simulator.classroom.work.packs import keep, parcel_of
from simulator.engine.bots import play
from simulator.engine.replay import recorded
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.submission.wire.base import API, IDEMPOTENCY
from tests.classroom.process import Server

PICTURES = Path(__file__).parent / "pictures" / "class"
SCENARIO, SEED = "rappel-tardif", 21
STUDENTS: dict[Language, tuple[str, ...]] = {
    "fr": ("Loutre calme", "Comète verte", "Renard bleu", "Mésange 7", "Érable vif", "Granit doux", "Vague nord",
           "Saule rêveur", "Quartz", "Cèdre clair"),
    "en": ("Calm otter", "Green comet", "Blue fox", "Robin 7", "Bright maple", "Soft granite", "North wave",
           "Willow", "Quartz", "Clear cedar"),
}  # fmt: skip
BOTS = ("exemplary", "slow", "template", "tells_all", "middle", "first", "longest", "empty_holding", "random", "waits")
PASSWORD = "radium and polonium"
SIZE = {"width": 1280, "height": 800}
WIDTH = 960
_QUALITY = 78


def set_up(server: Server, language: Language) -> tuple[str, str]:
    """(code, assignment) of a class that plays."""
    now = MachineClock().now()

    def work(session: Session) -> tuple[str, str]:
        teacher = session.query(Teacher).filter_by(login=FIRST_LOGIN).one()
        school_class = open_class(session, teacher, "M2 Com · groupe B", language, now)
        pack = keep(session, parcel_of(load_scenario(shipped("scenarios") / SCENARIO)), now)
        plan = Plan(title=pack.titles[language], seed=SEED, students_see="names")
        return str(school_class.code), assign(session, school_class, pack, plan, now).id

    return server.database.write(work)


def hand_in(server: Server, code: str, assignment: str, name: str, bot: str) -> str:
    """A student joins and hands in the play of `bot`; its id."""
    at = f"{server.address}{API}"
    joined = httpx.post(f"{at}/join", json={"code": code, "pseudonym": name, "listed": True}).json()
    run = play(load_scenario(shipped("scenarios") / SCENARIO).scenario, SEED, bot)
    body = {"replay": json.loads(json.dumps(recorded(run).to_record())), "team": []}
    headers = {"Authorization": f"Bearer {joined['token']}", IDEMPOTENCY: f"play-of-{bot}"}
    answer = httpx.post(f"{at}/assignments/{assignment}/plays", json=body, headers=headers)
    answer.raise_for_status()
    return str(answer.json()["play"])


def photograph(language: Language) -> None:
    """Every page of interest, from the code to the replay."""
    say: Callable[..., str] = phrasebook(language)
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as room, sync_playwright() as session:
        server = Server(Path(room), None)
        browser = session.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            how = {"locale": language, "timezone_id": "Europe/Paris", "reduced_motion": "reduce", "viewport": SIZE}
            page = browser.new_context(**how).new_page()
            log_in(page, server)
            code, assignment = set_up(server, language)
            board = f"{server.address}/assignments/{assignment}"

            def go(name: str, address: str) -> None:
                page.goto(address)
                shot(page, f"{name}-{language}")

            go("joining", f"{board}/projector")
            pupils = zip(STUDENTS[language], BOTS, strict=True)
            plays = [hand_in(server, code, assignment, name, bot) for name, bot in pupils]
            page.goto(board)
            page.locator("tr.verified").nth(len(plays) - 1).wait_for(timeout=120_000)
            shot(page, f"board-{language}")
            page.goto(f"{board}/choices")
            reveals = "|".join(say(f"boards.{code}") for code in ("reveal_anyway", "reveal"))
            page.get_by_role("button", name=re.compile(reveals)).click()
            shot(page, f"choices-{language}")
            go("projector", f"{board}/projector")
            go("figures", f"{board}/statistics")
            go("play", f"{server.address}/plays/{plays[1]}")
            go("replay", f"{server.address}/plays/{plays[1]}/replay?minute=100")
        finally:
            browser.close()
            server.close()


def log_in(page: Any, server: Server) -> None:
    """By the one-time link, with a password."""
    assert server.process.stdout is not None
    link = re.search(r"http://\S+/link/\S+", server.log() + server.said + server.process.stdout.readline())
    assert link
    page.goto(link[0])
    for field in ("password", "again"):
        page.locator(f"#{field}").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{server.address}/")


def shot(page: Any, name: str) -> None:
    """Keep what the window shows."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    picture.save(PICTURES / f"{name}.webp", quality=_QUALITY, method=6)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in parser.parse_args().lang:
        photograph(language)


if __name__ == "__main__":
    main()
