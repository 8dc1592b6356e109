"""Coming in and going out: the one-time link, the password, the session."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import COOKIE, ThePlace
from simulator.classroom.declined import Declined
from simulator.classroom.limits import LINKS, LOG_INS, LOG_INS_TO
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.visitor import LANGUAGE, AVisitor, TheTeacher, Visitor
from simulator.classroom.people.links import is_good
from simulator.classroom.people.passwords import LEAST
from simulator.classroom.people.secret import digest
from simulator.classroom.people.teachers import change_password, log_in, login_of_link, session_of, set_password
from simulator.classroom.people.tokens import LIVES
from simulator.classroom.store.people import Teacher
from simulator.locale import LANGUAGES

router = APIRouter(include_in_schema=False)
_HOME = "/"
_FIELDS = {
    "login_bad": "login",
    "login_taken": "login",
    "password_length": "password",
    "passwords_differ": "again",
    "password_now_wrong": "now",
}
AToken = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,100}$")]


@router.get("/login")
def login_page(visitor: AVisitor) -> Response:
    """Who are you?"""
    if visitor.teacher is not None:
        return visitor.away(_next(visitor))
    return visitor.page("login.html", next=_next(visitor))


@router.post("/login")
def login(visitor: AVisitor, form: TheForm, place: ThePlace) -> Response:
    """Open a session, or say that login and password do not belong together."""
    house, now = visitor.house, visitor.house.clock.now()
    account = _account(form["login"])
    try:
        house.limits.check(LOG_INS, place, now)
        house.limits.check(LOG_INS_TO, account, now)
        teacher = log_in(house.database, form["login"], form.typed.get("password", ""))
    except Declined as declined:
        if declined.code == "login_wrong":
            house.limits.failed(LOG_INS, place, now)
            house.limits.failed(LOG_INS_TO, account, now)
        response = visitor.again("login.html", form, declined, next=_next(visitor))
        if declined.retry_after is not None:
            response.headers["Retry-After"] = str(declined.retry_after)
        return response
    return _let_in(visitor, teacher, _next(visitor))


@router.post("/logout")
def log_out(visitor: AVisitor, form: TheForm) -> Response:  # noqa: ARG001
    """Close the session of this browser."""
    response = visitor.away("/login", "classpages.logged_out")
    response.delete_cookie(COOKIE)
    return response


@router.get("/link/{token}")
def link_page(token: AToken, visitor: AVisitor, place: ThePlace) -> Response:
    """Choose a password, by a link that is good once."""
    return visitor.page("link.html", login=_login_of(visitor, token, place), least=LEAST)


@router.post("/link/{token}")
def use_the_link(token: AToken, visitor: AVisitor, form: TheForm, place: ThePlace) -> Response:
    """Set the password and open the first session."""
    login = _login_of(visitor, token, place)
    password = form.typed.get("password", "")
    try:
        if password != form.typed.get("again", ""):
            raise Declined("passwords_differ")
        now = visitor.house.clock.now()
        teacher = set_password(visitor.house.database, token, password, now, form["login"], visitor.language)
    except Declined as declined:
        return visitor.again("link.html", form, declined, _FIELDS, login=login, least=LEAST)
    return _let_in(visitor, teacher, _HOME, "classpages.welcome")


@router.get("/account")
def account_page(visitor: TheTeacher) -> Response:
    """The account: language, password."""
    return visitor.page("account.html", least=LEAST)


@router.post("/account/language")
def set_language(visitor: TheTeacher, form: TheForm) -> Response:
    """The language of the pages, on every browser."""
    chosen = next((one for one in LANGUAGES if one == form["language"]), None)
    if chosen is None:
        raise Declined("language_bad")

    def work(_: Session, teacher: Teacher) -> None:
        teacher.language = chosen

    visitor.write(work)
    response = visitor.away("/account", "classpages.language_set")
    response.delete_cookie(LANGUAGE)
    return response


@router.post("/account/password")
def set_own_password(visitor: TheTeacher, form: TheForm) -> Response:
    """Another password; every other session of the account is closed."""
    house, now = visitor.house, visitor.house.clock.now()
    assert visitor.teacher is not None
    account, password = _account(visitor.teacher.login), form.typed.get("password", "")
    try:
        house.limits.check(LOG_INS_TO, account, now)
        if password != form.typed.get("again", ""):
            raise Declined("passwords_differ")
        teacher = change_password(house.database, visitor.teacher, form.typed.get("now", ""), password)
    except Declined as declined:
        if declined.code == "password_now_wrong":
            house.limits.failed(LOG_INS_TO, account, now)
        return visitor.again("account.html", form, declined, _FIELDS, at="/account", least=LEAST)
    return _let_in(visitor, teacher, "/account", "classpages.password_set")


def _account(login: str) -> str:
    """An account as failures are counted against it."""
    return f"login {digest(login.casefold())}"


def _login_of(visitor: Visitor, token: str, place: str) -> str:
    """The login of the account that a link opens. Raises Declined; whoever tries links is stopped."""
    house, now = visitor.house, visitor.house.clock.now()
    house.limits.check(LINKS, place, now)

    def work(session: Session) -> str | None:
        return login_of_link(session, token) if is_good(session, token, "account", now) else None

    login = house.database.read(work)
    if login is None:
        house.limits.failed(LINKS, place, now)
        raise Declined("link_over", 410)
    return login


def _let_in(visitor: Visitor, teacher: Teacher, to: str, code: str | None = None) -> Response:
    token, _ = visitor.house.tokens.signed(session_of(teacher), visitor.house.clock.now())
    response = visitor.away(to, code)
    visitor.set_cookie(response, COOKIE, token, int(LIVES["teacher"].total_seconds()))
    return response


def _next(visitor: Visitor) -> str:
    """Where to after the log-in: a page of this server, whatever the address says."""
    wanted = visitor.request.query_params.get("next", _HOME)
    own = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if own else _HOME
