"""Players made of rules: they read a scenario's tags, and none knows a scenario by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from simulator.chance import Chance
from simulator.engine.available import available
from simulator.engine.decision import Decision, Respond
from simulator.engine.expert import Expert
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response

Player = Callable[[Run], None]
"""Called after each minute played; it may decide."""

SLOW_BY = 40
"""Minutes by which the slow player's decisions come late."""
SPAM_EVERY = 4
RANDOM_EVERY = 5


def play(scenario: Scenario, seed: int, name: str) -> Run:
    """A whole play by the bot `name`, one of BOTS (else KeyError)."""
    run = Run(scenario, seed)
    player = BOTS[name](run)
    player(run)
    while not run.finished:
        run.advance_to(run.minute + 1)
        player(run)
    return run


def _silent(_: Run) -> Player:
    return lambda _: None


def _denier(_: Run) -> Player:
    """Answers everything at once, as defensively as it can."""

    def act(run: Run) -> None:
        for inject_id, responses in _open_injects(run):
            worst = min(responses, key=lambda response: 9 if response.stance is None else response.stance)
            _try(run, Respond(run.minute, worst.id, inject=inject_id))

    return act


def _template(_: Run) -> Player:
    """Pastes the most apologetic standing reply under everything."""

    def act(run: Run) -> None:
        replies = run.scenario.standing.replies
        if not replies or run.minute < run.scenario.crisis_begins:
            return
        pasted = max(replies, key=lambda response: (len(response.apology), response.stance or 0))
        answered = {message.post for message in run.state.messages}
        for inject_id in run.state.injects:
            if f"inject:{inject_id}" not in answered:
                _try(run, Respond(run.minute, pasted.id, post=f"inject:{inject_id}"))

    return act


def _spammer(_: Run) -> Player:
    """Answers whatever stands in the feed, all the time, with whatever is at hand."""

    def act(run: Run) -> None:
        replies = run.scenario.standing.replies
        posts = [post for post in run.feed.posts[-5:] if post.kind != "own"]
        if run.minute % SPAM_EVERY == 0 and replies and posts:
            reply = replies[run.minute // SPAM_EVERY % len(replies)]
            _try(run, Respond(run.minute, reply.id, post=posts[-1].id))

    return act


def _random(run: Run) -> Player:
    """Draws evenly among all that is allowed, doing nothing included."""
    chance = Chance(run.seed)

    def act(run: Run) -> None:
        if run.minute % RANDOM_EVERY == 0 and not run.finished:
            options: list[Decision | None] = [None, *available(run)]
            decision = chance.chosen("random bot", options, run.minute)
            if decision is not None:
                run.decide(decision)

    return act


def _exemplary(_: Run) -> Player:
    expert = Expert()
    return expert.act


def _slow(_: Run) -> Player:
    expert = Expert(late=SLOW_BY)
    return expert.act


BOTS: dict[str, Callable[[Run], Player]] = {
    "silent": _silent,
    "denier": _denier,
    "template": _template,
    "spammer": _spammer,
    "random": _random,
    "slow": _slow,
    "exemplary": _exemplary,
}


def _open_injects(run: Run) -> Iterator[tuple[str, tuple[Response, ...]]]:
    injects = {inject.id: inject for inject in run.scenario.injects}
    for inject_id, state in list(run.state.injects.items()):
        if state.is_open:
            allowed = tuple(
                response
                for response in injects[inject_id].responses
                if run.can_decide(Respond(run.minute, response.id, inject=inject_id))
            )
            if allowed:
                yield inject_id, allowed


def _try(run: Run, decision: Decision) -> None:
    if run.can_decide(decision):
        run.decide(decision)
