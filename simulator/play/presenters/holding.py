"""The composer of the holding statement."""

from __future__ import annotations

from simulator.engine.composing import composed, wordings_of
from simulator.engine.decision import PrepareHolding, PublishHolding
from simulator.engine.drawn_order import wordings_in_drawn_order
from simulator.engine.rules import PROMISE_RANGE
from simulator.engine.state import HoldingState
from simulator.play.presenters.dialogs import CheckRow, HoldingBlock, HoldingChoice, HoldingView
from simulator.play.presenters.people import own_author
from simulator.play.presenters.telling import Telling
from simulator.scenario.story import HoldingBlock as Block
from simulator.scenario.story import HoldingStatement, Wording
from simulator.scenario.tags import HOLDING_PARTS, HoldingPart

STEP = 15
"""Minutes by which the announced hour moves."""
_PARTS: dict[HoldingPart, str] = {
    "happened": "play.part_happened",
    "doing": "play.part_doing",
    "known": "play.part_known",
    "unknown": "play.part_unknown",
    "instruction": "play.part_instruction",
    "next_update": "play.part_next_update",
}


def holding(telling: Telling, choice: HoldingChoice | None) -> HoldingView:
    """The composer showing `choice` made valid; None shows what was composed last. KeyError without a statement."""
    statement = _statement(telling)
    shown = _made_valid(telling, statement, choice or _last(telling, statement))
    text = statement_text(telling, _chosen(telling, shown), _next_update(telling, shown))
    keep_refusal = _refusal(telling, shown, text, keep=True)
    refusal = _refusal(telling, shown, text, keep=False)
    author = own_author(telling.scenario.organisation, telling.phrases)
    ready = _ready(telling, shown) is not None
    return HoldingView(
        choice=shown,
        blocks=tuple(_block(telling, block, place, shown) for place, block in enumerate(statement.blocks)),
        next_update_key=str(len(statement.blocks) + 1),
        next_update=telling.times.clock(_next_update(telling, shown)),
        earlier=_moved(telling, shown, -STEP),
        later=_moved(telling, shown, STEP),
        author=author.name,
        handle=author.handle,
        initials=author.initials,
        colour_key="butter",
        preview=text,
        characters=len(text),
        limit=statement.limit,
        preparation=telling.say("play.immediate") if ready else telling.times.span(statement.preparation),
        approval=telling.say("play.no_approval"),
        kept=ready,
        can_keep=not keep_refusal,
        keep_refusal=keep_refusal,
        can_publish=not refusal,
        refusal=refusal,
        checklist=_checklist(telling, statement, shown) if telling.scenario.tutorial else None,
    )


def keep_decision(telling: Telling, choice: HoldingChoice) -> PrepareHolding:
    """The decision to write `choice` and keep it ready."""
    return _write(telling, _made_valid(telling, _statement(telling), choice), publish=False)


def publish_decision(telling: Telling, choice: HoldingChoice) -> PrepareHolding | PublishHolding:
    """The decision to publish `choice`: at once where it is kept ready, else as soon as it is written."""
    shown = _made_valid(telling, _statement(telling), choice)
    return PublishHolding(telling.minute) if _ready(telling, shown) else _write(telling, shown, publish=True)


def write_refusal(telling: Telling) -> str:
    """Why no holding statement can be written now, empty when one can."""
    statement = _statement(telling)
    return telling.refusal(_write(telling, _made_valid(telling, statement, _last(telling, statement)), publish=False))


def statement_text(telling: Telling, wordings: tuple[str, ...], promised: int) -> str:
    """The statement made of these wordings, with the hour of the next update filled in."""
    time = telling.times.clock(promised)
    return " ".join(telling.wordings[name].replace("{time}", time) for name in wordings)


def _statement(telling: Telling) -> HoldingStatement:
    statement = telling.scenario.holding
    if statement is None:
        raise KeyError("this scenario has no holding statement")
    return statement


def _ordered(telling: Telling, block: Block) -> list[Wording]:
    return wordings_in_drawn_order(telling.run.seed, block)


def _last(telling: Telling, statement: HoldingStatement) -> HoldingChoice:
    """What was composed last, else the first wording of every block."""
    composed_last = telling.run.state.holding
    if composed_last is None:
        return HoldingChoice(tuple((block.id, 0) for block in statement.blocks), None)
    places = tuple(
        (block.id, place)
        for block in statement.blocks
        for place, wording in enumerate(_ordered(telling, block))
        if wording.id in composed_last.wordings
    )
    statement_out = telling.minute + (0 if composed_last.ready is not None else statement.preparation)
    return HoldingChoice(places, statement_out + composed_last.promise)


def _made_valid(telling: Telling, statement: HoldingStatement, choice: HoldingChoice) -> HoldingChoice:
    """`choice` with known blocks and wordings only and an hour that can be announced; None becomes the usual hour."""
    wanted = dict(choice.wordings)
    wordings = tuple(
        (block.id, wanted[block.id] % len(block.wordings)) for block in statement.blocks if block.id in wanted
    )
    known = HoldingChoice(wordings, choice.next_update)
    ready = _ready(telling, known)
    if ready is not None:
        return HoldingChoice(wordings, telling.minute + ready.promise)
    out = telling.minute + statement.preparation
    asked = out + statement.promise if choice.next_update is None else choice.next_update
    soonest, latest = PROMISE_RANGE
    return HoldingChoice(wordings, max(out + soonest, min(asked, out + latest)))


def _next_update(telling: Telling, choice: HoldingChoice) -> int:
    return choice.next_update if choice.next_update is not None else telling.minute


def _moved(telling: Telling, choice: HoldingChoice, minutes: int) -> HoldingChoice | None:
    """`choice` with another hour of the next update, None beyond what can be announced."""
    statement = _statement(telling)
    moved = _made_valid(telling, statement, HoldingChoice(choice.wordings, _next_update(telling, choice) + minutes))
    return moved if moved != choice else None


def _chosen(telling: Telling, choice: HoldingChoice) -> tuple[str, ...]:
    blocks = {block.id: block for block in _statement(telling).blocks}
    return tuple(_ordered(telling, blocks[name])[place].id for name, place in choice.wordings)


def _write(telling: Telling, choice: HoldingChoice, *, publish: bool) -> PrepareHolding:
    promise = _next_update(telling, choice) - telling.minute - _statement(telling).preparation
    return PrepareHolding(telling.minute, wordings=_chosen(telling, choice), promise=promise, publish=publish)


def _ready(telling: Telling, choice: HoldingChoice) -> HoldingState | None:
    """The statement kept ready, if `choice` is it: the same words, and the same delay but for the minutes passed."""
    state = telling.run.state.holding
    if state is None or state.ready is None or state.published is not None:
        return None
    same_words = set(state.wordings) == set(_chosen(telling, choice))
    drift = 0 if choice.next_update is None else choice.next_update - telling.minute - state.promise
    return state if same_words and 2 * abs(drift) < STEP else None


def _refusal(telling: Telling, choice: HoldingChoice, text: str, *, keep: bool) -> str:
    statement = _statement(telling)
    if len(text) > statement.limit:
        return telling.say("play.holding_too_long", count=len(text) - statement.limit)
    if keep and _ready(telling, choice):
        return telling.say("play.holding_kept")
    if not keep and telling.minute < telling.scenario.crisis_begins:
        return telling.say("engine.crisis_not_begun")
    decision = keep_decision(telling, choice) if keep else publish_decision(telling, choice)
    return telling.refusal(decision)


def _block(telling: Telling, block: Block, place: int, choice: HoldingChoice) -> HoldingBlock:
    selected = dict(choice.wordings)
    time = telling.times.clock(_next_update(telling, choice))
    return HoldingBlock(
        block_id=block.id,
        key=str(place + 1),
        title=block.label,
        wordings=tuple(wording.text.replace("{time}", time) for wording in _ordered(telling, block)),
        selected=selected.get(block.id, 0),
        included=block.id in selected,
    )


def _checklist(telling: Telling, statement: HoldingStatement, choice: HoldingChoice) -> tuple[CheckRow, ...]:
    said = composed(wordings_of(statement, _chosen(telling, choice)), STEP).holding
    needed = [part for part in HOLDING_PARTS if part != "instruction" or telling.scenario.people_at_risk]
    return tuple(CheckRow(telling.say(_PARTS[part]), part in said) for part in needed)
