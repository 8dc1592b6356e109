"""What a form sends, once it is sure that it came from a page of this server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from simulator.classroom.api.callers import COOKIE, TheHouse
from simulator.classroom.declined import Declined
from simulator.classroom.people.secret import derived
from simulator.classroom.serving.house import House

PROOF = "proof"
"""The field by which a form shows that this server made it for this visitor."""
VISIT = "badbuzz_visit"
"""The cookie that forms are bound to before somebody has logged in: a number of chance, for the time of a visit."""
_MOST_FIELDS = 400


@dataclass(frozen=True)
class Form:
    """What was typed, by field; what was sent as files, by field."""

    typed: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """What was typed in a field, without the spaces around it; "" where nothing was."""
        return self.typed.get(name, "").strip()

    def has(self, name: str) -> bool:
        """Whether a box was ticked, or a button of that name pressed."""
        return name in self.typed

    def whole(self, name: str) -> int | None:
        """A whole number, None where nothing was typed. Raises Declined for anything else."""
        text = "".join(self[name].split())
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 12):
            raise Declined("whole_number", field=name)
        return int(text)


def proof_for(house: House, anchor: str) -> str:
    """The value of the field `PROOF` for whoever holds the cookie `anchor`."""
    return derived(house.secret, "form", anchor).hex()[:40]


def anchor_of(request: Request) -> str | None:
    """The cookie that a visitor's forms are bound to: their session, else their visit."""
    return request.cookies.get(COOKIE) or request.cookies.get(VISIT)


async def a_form(request: Request, house: TheHouse) -> Form:
    """The form of a request. Raises Declined (403) where no page of this server sent it for this visitor."""
    async with request.form(max_files=2, max_fields=_MOST_FIELDS) as sent:
        proof, anchor = sent.get(PROOF), anchor_of(request)
        known = proof_for(house, anchor) if anchor else ""
        if not anchor or not isinstance(proof, str) or not compare_digest(proof.encode(), known.encode()):
            raise Declined("form_foreign", 403)
        typed = {
            name: value.replace("\0", "")  # which PostgreSQL does not take
            for name, value in sent.items()
            if isinstance(value, str) and name != PROOF
        }
        files = {
            name: await value.read() for name, value in sent.items() if isinstance(value, UploadFile) and value.filename
        }
    return Form(typed, files)


TheForm = Annotated[Form, Depends(a_form)]
