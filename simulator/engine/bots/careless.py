"""Players who do not look at what they answer: silence, denial, one text everywhere, chance."""

from __future__ import annotations

from simulator.chance import Chance
from simulator.engine.available import available
from simulator.engine.bots.player import Player, allowed_responses, decide_if_allowed, open_injects
from simulator.engine.decision import Decision, Respond
from simulator.engine.run import Run
from simulator.scenario.response import Response

SPAM_EVERY = 4
RANDOM_EVERY = 5


def silent(_: Run) -> Player:
    """Does nothing at all."""
    return lambda _: None


def denier(_: Run) -> Player:
    """Answers everything at once, as defensively as it can."""

    def act(run: Run) -> None:
        for inject in open_injects(run):
            responses = allowed_responses(run, inject)
            if responses:
                worst = min(responses, key=lambda response: 9 if response.stance is None else response.stance)
                decide_if_allowed(run, Respond(run.minute, worst.id, inject=inject.id))

    return act


def template(_: Run) -> Player:
    """Pastes one apology, the fullest of the standing replies, under every inject."""

    def act(run: Run) -> None:
        replies = run.scenario.standing.replies
        if not replies or run.minute < run.scenario.crisis_begins:
            return
        pasted = max(replies, key=lambda reply: (len(reply.apology), len(reply.owns), reply.stance or 0))
        answered = {message.post for message in run.state.messages}
        for inject_id in run.state.injects:
            if f"inject:{inject_id}" not in answered:
                decide_if_allowed(run, Respond(run.minute, pasted.id, post=f"inject:{inject_id}"))

    return act


def spammer(_: Run) -> Player:
    """Pastes its coldest sentences in turn, all the time: under every inject, trolls too, else under what is newest."""

    def act(run: Run) -> None:
        cold = coldest(run.scenario.standing.replies)
        posts = [post.id for post in run.feed.posts[-5:] if post.kind != "own"]
        if run.minute % SPAM_EVERY == 0 and cold and posts:
            reply = cold[run.minute // SPAM_EVERY % len(cold)]
            answered = {message.post for message in run.state.messages}
            injects = [f"inject:{name}" for name in run.state.injects]
            target = next((post for post in injects if post not in answered), posts[-1])
            decide_if_allowed(run, Respond(run.minute, reply.id, post=target))

    return act


def coldest(replies: tuple[Response, ...]) -> list[Response]:
    """The replies that are published and have the least empathy."""
    warmth = {reply.id: reply.tone.empathy for reply in replies if reply.channel is not None and reply.tone is not None}
    least = min(warmth.values(), default=0)
    return [reply for reply in replies if warmth.get(reply.id) == least]


def at_random(run: Run) -> Player:
    """Draws evenly among all that is allowed, doing nothing included."""
    chance = Chance(run.seed)

    def act(run: Run) -> None:
        if run.minute % RANDOM_EVERY == 0 and not run.finished:
            options: list[Decision | None] = [None, *available(run)]
            decision = chance.chosen("random bot", options, run.minute)
            if decision is not None:
                run.decide(decision)

    return act
