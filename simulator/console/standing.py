"""The standing actions as lists: what the cell can do at any time."""

from __future__ import annotations

from collections.abc import Callable

from simulator.console.menu import Choice, Menu
from simulator.console.tell.card import response_line
from simulator.console.tell.dialogs import fact_line, searches
from simulator.console.tell.feed import post_line
from simulator.console.tell.situation import tasks
from simulator.console.tell.spoken import spoken
from simulator.locale import Phrasebook
from simulator.play.presenters.card_rows import MessageRow, ScheduledRow
from simulator.play.presenters.dialogs import OptionRow
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.play.session import Session

POSTS = 60
"""Posts looked through for those that await an answer."""


class Standing:
    """Makes the list of each standing action from what the session shows now."""

    def __init__(self, session: Session, say: Phrasebook) -> None:
        self._session = session
        self._say = say

    def verify(self) -> Menu:
        """Facts: have one verified, or make a verified one public."""
        view = self._view()
        choices: list[Choice] = []
        heading = [self._say("console.board"), *(fact_line(row, self._say) for row in view.facts)]
        if not view.facts:
            heading.append(self._say("console.no_fact"))
        for row in view.facts:
            if row.can_verify:
                cost = f" [{spoken(row.verify_cost)}]" if row.verify_cost else ""
                text = self._say("console.do_verify", text=row.label or row.text) + cost
                choices.append(Choice(text, self._doing(self._session.verify, row.fact_id)))
            if row.can_publish:
                text = self._say("console.do_publish", text=row.label or row.text) + f" [{spoken(row.publish_cost)}]"
                choices.append(Choice(text, self._doing(self._session.disclose, row.fact_id)))
        return Menu(tuple(heading), tuple(choices), "" if choices else self._say("console.no_fact_action"))

    def listen(self) -> Menu:
        """Searches made with what they found, and words worth trying."""
        view = self._session.listening()
        heading = list(searches(view, self._say))
        found = {row.post_id: row for search in view.searches for row in search.found}
        choices = [Choice(post_line(row, self._say), self._opening(row.post_id)) for row in found.values()]
        for words in view.suggestions:
            text = self._say("console.do_listen", words=words)
            choices.append(Choice(text, self._doing(self._session.listen, words)))
        return Menu(tuple(heading), tuple(choices), view.refusal or self._say("console.listen_how"))

    def scheduled(self) -> Menu:
        """Scheduled posts to keep or suspend."""
        rows = self._view().scheduled
        if not rows:
            return Menu((self._say("console.no_scheduled"),))
        heading = (self._say("console.scheduled"),)
        return Menu(heading, tuple(Choice(self._scheduled_line(row), self._reviewing(row)) for row in rows))

    def reply(self) -> Menu:
        """Posts that can be answered."""
        rows = [row for row in self._view(POSTS).feed if row.answerable]
        expected = [row for row in rows if row.is_inject] + [row for row in rows if not row.is_inject][:8]
        if not expected:
            return Menu((self._say("console.no_reply"),))
        choices = tuple(Choice(post_line(row, self._say), self._opening(row.post_id)) for row in expected)
        return Menu((self._say("console.reply_to"),), choices)

    def post(self, post_id: str, heading: tuple[str, ...] = ()) -> Menu:
        """What can be done with one post: answer it, alert the cell about it."""
        choices = [
            Choice(response_line(row, self._say), self._doing(self._session.publish, row.response_id, post_id))
            for row in self._session.replies(post_id)
        ]
        choices.append(Choice(self._say("console.do_alert_post"), self._doing(self._session.alert, post_id)))
        return Menu((*heading, self._say("console.post_actions")), tuple(choices))

    def alert(self) -> Menu:
        """Alert the cell about the crisis itself; about one post, from the feed."""
        view = self._session.alerting()
        text = self._say("console.do_alert")
        alert = text if not view.refusal else self._say("console.refused", text=text, refusal=view.refusal)
        now = next((row.text for row in view.thresholds if row.value == view.threshold), "")
        choices = (
            Choice(alert, self._doing(self._session.alert, None)),
            Choice(self._say("console.do_threshold", now=spoken(now)), self._thresholds),
        )
        return Menu((self._say("console.alert"),), choices, self._say("console.alert_how"))

    def _thresholds(self) -> Menu:
        """The outrage at which the cell is alerted by itself."""
        choices = tuple(
            Choice(spoken(row.text), self._doing(self._session.set_threshold, int(row.value) if row.value else None))
            for row in self._session.alerting().thresholds
        )
        return Menu((self._say("console.threshold"),), choices)

    def cell(self) -> Menu:
        """The cell's lines: what waits can go first, and a message that waits can be taken back."""
        view = self._view()
        choices: list[Choice] = []
        for row in (waiting for task in view.tasks for waiting in task.lines):
            if row.can_go_first:
                first = self._say("console.do_first", text=row.text, place=row.place, cost=row.cost)
                choices.append(Choice(first, self._doing(self._session.prioritise, row.work, row.about)))
            if row.can_withdraw:
                back = self._say("console.do_take_back", text=row.text, place=row.place)
                choices.append(Choice(back, self._doing(self._session.withdraw, row.about)))
        foot = "" if choices else self._say("console.no_line")
        return Menu(tuple(tasks(view.tasks, self._say)), tuple(choices), foot)

    def messages(self, action: str = "statement") -> Menu:
        """Standing messages of one kind: notices, messages to employees, corrections; by default, all of them."""
        view = self._view()
        rows = [row for row in view.messages if action in ("statement", row.action)]
        if not rows:
            refusal = next((row.refusal for row in view.actions if row.action == action and row.refusal), "")
            return Menu((refusal or self._say("console.no_message"),))
        return Menu((self._say(f"console.messages_{action}"),), tuple(self._message(row) for row in rows))

    def spokesperson(self) -> Menu:
        """Who may speak for the organisation."""
        choices = []
        for row in self._view().people:
            text = f"{row.name}, {row.role}"
            if row.current:
                text = self._say("console.current", text=text)
            elif not row.enabled:
                text = self._say("console.refused", text=text, refusal=row.refusal)
            choices.append(Choice(text, self._doing(self._session.spokesperson, row.persona_id)))
        return Menu((self._say("console.spokesperson"),), tuple(choices))

    def watch(self) -> Menu:
        """A decision to watch: on what, why, and up to which outrage."""
        view = self._session.watching()
        if not view.enabled:
            return Menu((view.refusal,))

        def with_threshold(subject: str, reason: str, threshold: OptionRow) -> Choice:
            return Choice(
                spoken(threshold.text), lambda: self._session.watch(subject or None, reason, int(threshold.value))
            )

        def with_reason(subject: str, reason: OptionRow) -> Choice:
            choices = tuple(with_threshold(subject, reason.value, row) for row in view.thresholds)
            return Choice(reason.text, lambda: Menu((self._say("console.watch_threshold"),), choices))

        def with_subject(subject: OptionRow) -> Choice:
            choices = tuple(with_reason(subject.value, row) for row in view.reasons)
            return Choice(subject.text, lambda: Menu((self._say("console.watch_reason"),), choices))

        heading = (*view.active, self._say("console.watch_subject"))
        return Menu(heading, tuple(with_subject(row) for row in view.subjects))

    def _view(self, limit: int = 1) -> CrisisView:
        return self._session.crisis(FeedFilter(limit=limit))

    def _doing(self, decide: Callable[..., str | None], *arguments: object) -> Callable[[], str | None]:
        return lambda: decide(*arguments)

    def _opening(self, post_id: str) -> Callable[[], Menu]:
        return lambda: self.post(post_id)

    def _message(self, row: MessageRow) -> Choice:
        return Choice(
            response_line(row.response, self._say),
            self._doing(self._session.publish, row.response.response_id, None),
        )

    def _scheduled_line(self, row: ScheduledRow) -> str:
        return self._say("console.scheduled_post", time=row.time, channel=row.channel, text=row.text, state=row.state)

    def _reviewing(self, row: ScheduledRow) -> Callable[[], Menu | str]:
        if not row.enabled:
            return lambda: row.refusal
        choices = (
            Choice(self._say("console.do_suspend"), self._doing(self._session.schedule, row.post_id, False)),
            Choice(self._say("console.do_keep"), self._doing(self._session.schedule, row.post_id, True)),
        )
        return lambda: Menu((row.text,), choices)
