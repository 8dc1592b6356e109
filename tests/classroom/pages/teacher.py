"""A teacher at a browser without script: follows links, fills in the forms of pages, sends what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from fastapi.testclient import TestClient
from httpx import Response

from simulator.classroom.api.app import enveloped
from simulator.classroom.api.callers import COOKIE
from simulator.classroom.people.teachers import session_of
from simulator.classroom.store.people import Teacher
from tests.classroom.school import School


@dataclass
class SentForm:
    """A form of a page: where it goes, and what its fields hold."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class Reading(HTMLParser):
    """What a page is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = self.title = ""
        self.text: list[str] = []
        self.links: list[str] = []
        self.forms: list[SentForm] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str]] = []
        self.inline: list[str] = []
        self._open: list[str] = []
        self._area: str | None = None
        self._select: str | None = None
        self._option: tuple[str, bool] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in pairs}
        if tag not in ("meta", "link", "input", "img", "br", "hr"):
            self._open.append(tag)
        self.inline += [f"<{tag} {name}>" for name in about if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in about):
            self.inline.append(f"<{tag}>")
        match tag:
            case "html":
                self.language = about.get("lang", "")
            case "a":
                self.links.append(about["href"])
            case "label" if "for" in about:
                self.labelled.add(about["for"])
            case "form":
                self.forms.append(SentForm(about["action"], about["method"]))
            case "input" | "select" | "textarea" if about.get("type") != "hidden":
                about["inside label"] = "yes" if "label" in self._open else ""
                self.fields.append(about)
        if self.forms and "form" in self._open:
            self._into_form(tag, about)

    def _into_form(self, tag: str, about: Mapping[str, str]) -> None:
        fields = self.forms[-1].fields
        name = about.get("name", "")
        if tag == "input" and name:
            if about.get("type") not in ("radio", "checkbox") or "checked" in about:
                fields[name] = about.get("value", "")
        elif tag == "textarea":
            self._area = name
            fields[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in about or self._select not in fields):
            fields[self._select] = about["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "textarea":
            self._area = None
        if tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title":
            self.title += data
        if self._area is not None:
            self.forms[-1].fields[self._area] += data.removeprefix("\n")
        elif not {"script", "style", "title"} & set(self._open) and data.strip():
            self.text.append(" ".join(data.split()))

    @property
    def words(self) -> str:
        """All that is shown."""
        return " ".join(self.text)

    def form(self, action: str) -> SentForm:
        """The form that goes to an address."""
        (found,) = (one for one in self.forms if one.action == action)
        return found


class Browser:
    """Keeps cookies, asks for pages as a browser does."""

    def __init__(self, school: School, language: str = "en") -> None:
        self.school = school
        self.client = TestClient(
            enveloped(school.app),
            raise_server_exceptions=False,
            client=("127.0.0.1", 50001),
            headers={"Accept": "text/html", "Accept-Language": language},
        )
        self.client.portal = school.api.portal  # the loop that runs already: one a request costs more than the request

    @property
    def cookies(self) -> str:
        """The cookies, as a header says them."""
        return "; ".join(f"{one.name}={one.value}" for one in self.client.cookies.jar)

    def get(self, path: str, **settings: Any) -> Response:
        return self.client.get(path, **settings)

    def read(self, path: str) -> Reading:
        """A page that must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:400]}"
        return Reading(answer.text)

    def send(self, page: str, action: str, *, files: Any = None, **typed: str | None) -> Response:
        """Fill in the form of a page that goes to `action`, and send it; None: a box is not ticked."""
        fields = {**self.read(page).form(action).fields, **typed}
        data = {name: value for name, value in fields.items() if value is not None}
        return self.client.post(action, data=data, files=files, follow_redirects=False)

    def at_work(self, teacher: str | None = None) -> Browser:
        """With the session of a teacher, that of the school unless told otherwise: passwords take their time."""
        house, name = self.school.house, teacher or self.school.teacher_id
        who = self.school.read(lambda session: session_of(session.get_one(Teacher, name)))
        self.client.cookies.set(COOKIE, house.tokens.signed(who, house.clock.now())[0], "testserver.local")
        return self
