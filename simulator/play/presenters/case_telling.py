"""A graded case told in one language: its moments as hours and days, its parts by their names."""

from __future__ import annotations

from datetime import datetime, timedelta

from simulator.locale import Message, Phrasebook
from simulator.play.presenters.times import Times
from simulator.scenario.case import Case
from simulator.scenario.case_calendar import Calendar
from simulator.scoring.record import Record

_A_DAY = 24 * 60
_SHORTENED = 70
"""Characters of a message by which it is called."""


class CaseTimes(Times):
    """Words minutes since the first signal: with the day where there are several, in hours where no date is known."""

    def __init__(self, calendar: Calendar, record: Record, phrases: Phrasebook) -> None:
        self._calendar = calendar
        self._words = phrases
        start = calendar.start or datetime(2001, 1, 1)
        super().__init__(start.strftime("%Y-%m-%d %H:%M"), phrases)
        minutes = [record.ends - 1, *(message.minute for message in record.messages)]
        self._is_of_one_day = all(self.moment(minute).date() == start.date() for minute in minutes)

    def clock(self, minute: float) -> str:
        """`14 h 32`, `14 h 32 (12 mars)`, `14 h 32 (J+1)` or `H+3:30`."""
        start = self._calendar.start
        if start is None:
            sign = "−" if minute < 0 else "+"
            return f"H{sign}{self._words.elapsed(abs(round(minute)))}"
        moment = self.moment(minute)
        hour = self._words.clock(moment)
        if self._is_of_one_day and moment.date() == start.date():
            return hour
        return self._words("case.hour_of_day", hour=hour, day=self._day(start, moment))

    def span(self, minutes: float) -> str:
        """A duration: `42 min`, `1 h 05`; from two days on `3 j` or `3 j 4 h`."""
        whole = round(minutes / 60)
        if whole < 48:
            return super().span(minutes)
        days, hours = divmod(whole, 24)
        if hours == 0:
            return self._words("case.span_days", days=str(days))
        return self._words("case.span_days_hours", days=str(days), hours=str(hours))

    def _day(self, start: datetime, moment: datetime) -> str:
        if self._calendar.dated:
            date = self._words.date(moment)
            return date if moment.year == start.year else f"{date} {moment.year}"
        apart = (moment.date() - start.date()) // timedelta(days=1)
        return self._words("case.day", days=f"−{-apart}" if apart < 0 else f"+{apart}")


class CaseTelling:
    """A case and what was graded of it, in the words of `phrases`."""

    def __init__(self, case: Case, calendar: Calendar, record: Record, phrases: Phrasebook) -> None:
        self.case = case
        self.phrases = phrases
        self.times = CaseTimes(calendar, record, phrases)
        self._facts = case.facts
        texts = {message.id: message.text or message.id for message in case.messages if message.id is not None}
        ordered = sorted(case.messages, key=lambda message: calendar.minute(message.at))
        self._words = {
            str(one.serial): _shortened(message.text or texts.get(one.signature[0]) or "")
            for one, message in zip(record.messages, ordered, strict=True)
        }
        self._names: dict[str, dict[str, str]] = {
            "fact": {one.id: one.label or one.id for one in case.facts},
            "inject": {one.id: one.title or one.id for one in case.injects},
            "question": {one.id: one.text or one.id for one in case.questions},
            "acknowledgement": {one.id: one.text or one.id for one in case.acknowledgements},
            "message": {serial: words or serial for serial, words in self._words.items()},
        }

    def say(self, code: str, **arguments: object) -> str:
        """The sentence for `code`; arguments named `*_minute` are moments and `*_span` durations."""
        return self.times.say(Message(code, arguments))

    def sentence(self, message: Message) -> str:
        """`message` of a score card, with the things it is about called by their names."""
        return self.times.say(self._named(message))

    def opening_words(self, serial: str) -> str:
        """The beginning of the published message `serial`; where its text is not given its id, "" where neither is."""
        return self._words.get(serial, "")

    def _named(self, message: Message) -> Message:
        about = message.arguments.get("fact")
        return Message(
            message.code,
            {
                name: self._version(about, value) if name.endswith("_version") else self._name(name, value)
                for name, value in message.arguments.items()
            },
        )

    def _version(self, fact: object, outcome: object) -> str:
        """What was said of a fact: its outcomes are only named in a case, so whether it was true."""
        is_true = any(one.id == fact and one.outcome == outcome for one in self._facts)
        return self.phrases("case.version_true" if is_true else "case.version_false")

    def _name(self, argument: str, value: object) -> object:
        if isinstance(value, Message):
            return self._named(value)
        if argument == "component":
            return self.phrases(f"play.component_{value}")
        return self._names.get(argument, {}).get(str(value), value)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORTENED else line[: _SHORTENED - 1].rstrip() + "…"
