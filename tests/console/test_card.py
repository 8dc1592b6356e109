"""Nobody signs what they cannot read: a response's line holds all that will be published."""

from simulator.console.tell.card import response_line
from simulator.locale import phrasebook
from simulator.play.presenters.card_rows import ResponseRow


def test_a_statement_that_the_card_only_names_is_told_whole() -> None:
    row = ResponseRow("1", "recall", "Publier le rappel", "Communiqué", "statement", "8 min", full="Rappel du lot.")
    assert response_line(row, phrasebook("fr")) == "Publier le rappel — Rappel du lot. [Communiqué, 8 min]"


def test_a_text_that_stands_on_the_card_is_not_repeated() -> None:
    row = ResponseRow("1", "sorry", "« Pardon. »", "Pépia", "public", "2 min")
    assert response_line(row, phrasebook("fr")) == "« Pardon. » [Pépia, 2 min]"
