"""From a template to HTML: everything that is put in is escaped, and what is missing is an error."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from simulator.classroom.pages.assets import address_of
from simulator.classroom.pages.forms import PROOF
from simulator.locale import LANGUAGES

if TYPE_CHECKING:
    from simulator.classroom.pages.visitor import Visitor


def rendered(template: str, visitor: Visitor, proof: str, values: Mapping[str, Any]) -> tuple[str, bool]:
    """The page, and whether a form in it carries the proof that it came from here."""
    asked = False

    def proof_for_form() -> str:
        nonlocal asked
        asked = True
        return proof

    def moment(value: datetime) -> str:
        return visitor.zone.shown(value, visitor.language)

    html = environment().get_template(template).render(
        visitor=visitor,
        say=visitor.say,
        language=visitor.language,
        languages=LANGUAGES,
        teacher=visitor.teacher,
        path=visitor.request.url.path,
        asset=address_of,
        moment=moment,
        proof=proof_for_form,
        proof_field=PROOF,
        **values,
    )  # fmt: skip
    return html, asked


@cache
def environment() -> Environment:
    """Where templates come from."""
    return Environment(
        loader=PackageLoader("simulator.classroom.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
