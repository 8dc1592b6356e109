"""Composing the holding statement by numbers."""

from __future__ import annotations

from collections.abc import Callable

from simulator.console.menu import Choice, Menu
from simulator.console.tell.dialogs import statement
from simulator.locale import Phrasebook
from simulator.play.presenters.dialogs import HoldingBlock, HoldingChoice, HoldingView
from simulator.play.session import Session


class Composing:
    """The statement as one list: its blocks, the promised hour, keep, publish; it remembers what was changed.

    Until an hour is asked for, the usual delay counts from now: reading the list does not promise anything.
    """

    def __init__(self, session: Session, say: Phrasebook) -> None:
        self._session = session
        self._say = say
        self._choice: HoldingChoice | None = None

    def menu(self) -> Menu:
        """The statement as composed so far, and what can be changed."""
        view = self._session.holding(self._choice)
        choices = [Choice(self._block_line(block), self._opening(view, block)) for block in view.blocks]
        if view.later is not None:
            text = self._say("console.holding_later", time=view.next_update)
            choices.append(Choice(text, self._changing(view.later)))
        if view.earlier is not None:
            text = self._say("console.holding_earlier", time=view.next_update)
            choices.append(Choice(text, self._changing(view.earlier)))
        choices.append(self._ending("console.holding_keep", view.can_keep, view.keep_refusal, self._keep))
        choices.append(self._ending("console.holding_publish", view.can_publish, view.refusal, self._publish))
        return Menu(tuple(statement(view, self._say)), tuple(choices))

    def _block_line(self, block: HoldingBlock) -> str:
        code = "console.holding_block" if block.included else "console.holding_block_left_out"
        return self._say(code, title=block.title)

    def _opening(self, view: HoldingView, block: HoldingBlock) -> Callable[[], Menu]:
        choices = [
            Choice(text, self._changing(self._with_wording(view, block.block_id, place)))
            for place, text in enumerate(block.wordings)
        ]
        if block.included:
            left_out = self._with_wording(view, block.block_id, None)
            choices.append(Choice(self._say("console.holding_leave_out"), self._changing(left_out)))
        return lambda: Menu((self._say("console.holding_wording", title=block.title),), tuple(choices))

    def _changing(self, choice: HoldingChoice) -> Callable[[], Menu]:
        def change() -> Menu:
            self._choice = choice
            return self.menu()

        return change

    def _ending(self, code: str, allowed: bool, refusal: str, do: Callable[[], str | None]) -> Choice:
        text = self._say(code)
        return Choice(text if allowed else self._say("console.refused", text=text, refusal=refusal), do)

    def _keep(self) -> str | None:
        refusal = self._session.keep_holding(self._said)
        if refusal is None:
            self._choice = None
        return refusal

    def _publish(self) -> str | None:
        return self._session.publish_holding(self._said)

    @property
    def _said(self) -> HoldingChoice:
        """The statement as it stands."""
        return self._choice or self._session.holding(None).choice

    def _with_wording(self, view: HoldingView, block_id: str, place: int | None) -> HoldingChoice:
        """The choice with another wording of one block, or without the block."""
        said = {block.block_id: block.selected for block in view.blocks if block.included}
        if place is None:
            said.pop(block_id, None)
        else:
            said[block_id] = place
        ordered = tuple((block.block_id, said[block.block_id]) for block in view.blocks if block.block_id in said)
        return HoldingChoice(ordered, None if self._choice is None else self._choice.next_update)
