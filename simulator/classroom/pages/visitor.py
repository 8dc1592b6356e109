"""Who looks at the pages, in which language; and how they are answered."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import COOKIE, TheHouse
from simulator.classroom.api.languages import language_of
from simulator.classroom.declined import Declined
from simulator.classroom.pages import flash
from simulator.classroom.pages.forms import VISIT, Form, anchor_of, proof_for
from simulator.classroom.pages.moments import Zone, zone_of
from simulator.classroom.pages.rendering import rendered
from simulator.classroom.people.teachers import teacher_of
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.serving.house import House
from simulator.classroom.store.people import Teacher
from simulator.locale import LANGUAGES, Language, Message, Phrasebook, phrasebook

T = TypeVar("T")
LANGUAGE = "badbuzz_language"
"""The cookie of a language chosen on a page, which goes before the account's and the browser's."""
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Visitor:
    """Whoever asks for a page. `teacher` is as it was when the request came, None for somebody who is not logged in."""

    request: Request
    house: House
    language: Language
    bearer: Bearer | None = None
    teacher: Teacher | None = None

    @property
    def say(self) -> Phrasebook:
        """The phrasebook of their language."""
        return phrasebook(self.language)

    @property
    def zone(self) -> Zone:
        """The time zone that they read and type hours in."""
        return zone_of(self.request)

    def read(self, work: Callable[[Session, Teacher], T]) -> T:
        """What `work` finds for the teacher, who is looked up in the same transaction. Raises Declined."""
        return self.house.database.read(lambda session: work(session, self._teacher(session)))

    def write(self, work: Callable[[Session, Teacher], T]) -> T:
        """What `work` gives, once it is on the disk; the same for what changes something. Raises Declined."""
        return self.house.database.write(lambda session: work(session, self._teacher(session)))

    def page(
        self,
        template: str,
        *,
        status: int = 200,
        typed: Mapping[str, str] | None = None,
        errors: Mapping[str, Message] | None = None,
        **values: Any,
    ) -> Response:
        """The page of a template. `typed` and `errors` are by field; an error of the field "" stands above the form."""
        anchor = anchor_of(self.request)
        bound = anchor or secrets.token_urlsafe(24)
        said = flash.read(self.house, self.request)
        html, has_form = rendered(
            template,
            self,
            proof_for(self.house, bound),
            {"flash": said, "typed": typed or {}, "errors": errors or {}, **values},
        )
        response = HTMLResponse(html, status, {"Cache-Control": "no-store", "Content-Language": self.language})
        if has_form and anchor is None:
            self.set_cookie(response, VISIT, bound, None)
        if said is not None:
            response.delete_cookie(flash.COOKIE)
        if (chosen := self.request.query_params.get("lang")) in LANGUAGES:
            self.set_cookie(response, LANGUAGE, str(chosen), _YEAR)
        return response

    def again(
        self,
        template: str,
        form: Form,
        declined: Declined,
        fields: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Response:
        """The page with what was typed, and the sentence beside its field (`fields`: by code), else above the form."""
        name = str(declined.message.arguments.get("field") or (fields or {}).get(declined.code, ""))
        errors = {name: declined.message}
        return self.page(template, status=declined.status, typed=form.typed, errors=errors, **values)

    def away(self, path: str, code: str | None = None, /, **arguments: str | int) -> Response:
        """To another page, after something was done; which then says the sentence `code`."""
        response = RedirectResponse(path, 303, {"Cache-Control": "no-store"})
        if code is not None:
            self.set_cookie(response, flash.COOKIE, flash.written(self.house, Message(code, arguments)), 60)
        return response

    def file(self, content: str | bytes, name: str, kind: str) -> Response:
        """A file to keep."""
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(content, headers=headers, media_type=kind)

    def set_cookie(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        """A cookie for this site alone, out of reach of scripts."""
        secure = self.house.settings.secure
        response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=secure)

    @property
    def base(self) -> str:
        """This server's address as the browser knows it, without a slash at its end."""
        base = str(self.request.base_url).rstrip("/")
        return base.replace("http://", "https://", 1) if self.house.settings.secure else base

    def here(self, path: str, **changes: str) -> str:
        """The address of a page, with this one's parameters but for `changes`."""
        return f"{path}?{urlencode({**dict(self.request.query_params), **changes})}"

    def _teacher(self, session: Session) -> Teacher:
        if self.bearer is None:
            raise Declined("log_in_first", 401)
        return teacher_of(session, self.bearer)


def visitor_without_account(request: Request, house: House) -> Visitor:
    """Somebody, without asking the database who: for pages that say that something went wrong."""
    return Visitor(request, house, _language(request, None))


def a_visitor(request: Request, house: TheHouse) -> Visitor:
    """Whoever it is."""
    cookie = request.cookies.get(COOKIE)
    if cookie is None:
        return visitor_without_account(request, house)
    try:
        bearer = house.tokens.read(cookie, "teacher", house.clock.now())
        teacher = house.database.read(lambda session: teacher_of(session, bearer))
    except Declined as declined:
        if declined.status != 401:
            raise
        return visitor_without_account(request, house)
    return Visitor(request, house, _language(request, teacher), bearer, teacher)


def a_teacher(request: Request, house: TheHouse) -> Visitor:
    """A teacher. Raises Declined (401), which a page answers with the log-in."""
    visitor = a_visitor(request, house)
    if visitor.teacher is None:
        raise Declined("log_in_again" if COOKIE in request.cookies else "log_in_first", 401)
    return visitor


def _language(request: Request, teacher: Teacher | None) -> Language:
    wishes = (
        request.query_params.get("lang"),
        request.cookies.get(LANGUAGE),
        teacher.language if teacher else None,
    )
    chosen = next((one for wish in wishes for one in LANGUAGES if one == wish), None)
    return chosen or language_of(request.headers.get("accept-language"))


AVisitor = Annotated[Visitor, Depends(a_visitor)]
TheTeacher = Annotated[Visitor, Depends(a_teacher)]
