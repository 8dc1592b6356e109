"""Every decision has its visible consequence, said once."""

import re

from simulator.engine.decision import AlertCell, Respond, Verify
from simulator.engine.run import Run
from simulator.play.presenters.notices import notices
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.typography import excerpt
from tests.play.presenters.conftest import Teller


def test_a_notice_keeps_its_serial_and_its_words(tell: Teller) -> None:
    telling = tell(25)
    telling.run.decide(Respond(25, "burnt-care", inject="burnt"))
    telling.run.decide(Verify(25, "heat"))
    seen: dict[int, str] = {}
    for minute in range(25, 90):
        telling.run.advance_to(minute)
        rows = {row.serial: row.text for row in notices(telling)}
        assert all(seen.get(serial, text) == text for serial, text in rows.items())
        assert not seen or max(rows) >= max(seen)
        seen |= rows
    assert sorted(seen) == list(range(1, len(seen) + 1))


def test_what_was_told_minute_by_minute_is_what_is_told_at_once(tell: Teller) -> None:
    followed = tell(25)
    followed.run.decide(Respond(25, "burnt-care", inject="burnt"))
    followed.run.decide(Verify(25, "heat"))
    for minute in range(25, 90):
        followed.run.advance_to(minute)
        notices(followed)
    first = Telling(followed.run, followed.scenario, followed.phrases, followed.voices)
    assert notices(followed) == notices(first) != ()


def test_what_a_message_did_is_told_ten_minutes_later(tell: Teller) -> None:
    telling = tell(25)
    telling.run.decide(Respond(25, "burnt-care", inject="burnt"))
    telling.run.advance_to(30)
    assert any(row.text == "Publié\u202f: Une cliente brûlée." for row in notices(telling))
    telling.run.advance_to(40)
    (echo,) = [row for row in notices(telling) if row.text.startswith("10\u00a0min après")]
    assert "indignation" in echo.text and "confiance" in echo.text
    assert not re.search(r"(indignation|confiance) 0", echo.text), "nothing changed is no figure"


def test_an_alert_says_whether_and_why_it_was_one(tell: Teller) -> None:
    telling = tell(6)
    telling.run.decide(AlertCell(6, "warm"))
    assert notices(telling)[-1].text == "Bonne alerte. Un danger possible, dit par une cliente."
    assert notices(telling)[-1].tone == "good"


def test_both_languages_tell_as_many(tell: Teller) -> None:
    french, english = tell(110, "fr"), tell(110, "en")
    assert len(notices(french)) == len(notices(english))
    assert isinstance(french.run, Run)


def test_long_posts_are_cut_at_a_word() -> None:
    assert excerpt("court") == "court"
    assert excerpt("Un mot puis un autre, encore", 22) == "Un mot puis un autre…"
