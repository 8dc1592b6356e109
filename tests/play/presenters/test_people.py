"""Simulated users have plausible names, always the same ones."""

from simulator.locale import phrasebook
from simulator.play.presenters.names import FEMININE
from simulator.play.presenters.people import initials, persona_author, simulated_author
from simulator.scenario.story import Persona

FRENCH, ENGLISH = phrasebook("fr"), phrasebook("en")


def test_a_user_keeps_the_name_in_both_languages() -> None:
    for number in range(50):
        french = simulated_author(number, "customers", 7, FRENCH)
        english = simulated_author(number, "customers", 7, ENGLISH)
        assert (french.name, french.handle, french.initials) == (english.name, english.handle, english.initials)


def test_badges_agree_with_the_name() -> None:
    for number in range(50):
        author = simulated_author(number, "employees", 7, FRENCH)
        assert author.badge == ("Salariée" if author.name.split()[0] in FEMININE else "Salarié")


def test_a_troll_and_a_bot_are_recent_accounts_without_a_badge_that_names_them() -> None:
    bot = simulated_author(3, "bots", 7, FRENCH)
    assert (bot.note, bot.badge) == ("compte récent", "")
    troll = Persona(id="x", name="xX_vrai_Xx", handle="vrai", segment="public", troll=True)
    assert persona_author(troll, FRENCH).note == "compte récent"
    assert persona_author(troll, FRENCH).handle == "@vrai"


def test_initials_are_two_letters() -> None:
    assert [initials(name) for name in ("Marion L.", "Babilune", "Le Fil Conso", "…")] == ["ML", "BA", "LC", "?"]
