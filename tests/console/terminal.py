"""The real program on a pseudo-terminal: what is typed, and what it answers until it asks again."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import termios
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.locale import Language, phrasebook

ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0
"""Wall seconds after which an answer is held not to come."""
_PROMPTS = ("prompt", "prompt_begin", "prompt_briefing", "prompt_lobby", "prompt_back", "prompt_plays", "prompt_words")


def flat(text: str) -> str:
    """`text` on one line, with plain spaces and apostrophes."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").split())


class Terminal:
    """A program of plain lines; `said` is all that it wrote, `last` its last answer."""

    def __init__(self, program: subprocess.Popen[bytes], own: int, language: Language) -> None:
        self.program = program
        self.language = language
        self.said = ""
        self.last = ""
        self._own = own

    @property
    def ended(self) -> bool:
        """Whether the program has ended, or will without being asked anything more."""
        return self.program.poll() is not None

    def type(self, line: str) -> str:
        """Type `line`; what is answered, until the next prompt or the end."""
        self.said += f"{line}\n"
        os.write(self._own, f"{line}\n".encode())
        return self.listen()

    def pick(self, *texts: str) -> str:
        """Type the number of the entry of the last list that holds all of `texts`."""
        entries = self.entries()
        found = [number for number, entry in entries.items() if all(flat(text) in entry for text in texts)]
        assert found, f"no entry holds {texts}: {entries}"
        return self.type(str(found[0]))

    def entries(self) -> dict[int, str]:
        """The numbered entries of the last answer, each on one line."""
        found: dict[int, str] = {}
        for line in self.last.splitlines():
            begins = re.match(r"(\d+)\. ", line)
            if begins and int(begins[1]) == len(found) + 1:
                found[len(found) + 1] = line[begins.end() :]
            elif begins and begins[1] == "1":
                found = {1: line[begins.end() :]}
            elif found:
                found[len(found)] += f" {line}"
        return {number: flat(entry) for number, entry in found.items()}

    def listen(self) -> str:
        """What the program says until it asks something, or ends. AssertionError when it does neither."""
        heard, latest = b"", time.monotonic() + _PATIENCE
        while not self._asks(heard):
            ready, _, _ = select.select([self._own], [], [], max(0.0, latest - time.monotonic()))
            assert ready, f"no prompt after: {heard.decode(errors='replace')[-400:]}"
            try:
                more = os.read(self._own, 65536)
            except OSError:
                break
            if not more:
                break
            heard += more
        self.last = heard.decode().replace("\r\n", "\n")
        self.said += self.last
        return self.last

    def _asks(self, heard: bytes) -> bool:
        try:
            text = heard.decode()
        except UnicodeDecodeError:
            return False
        line = text.rpartition("\n")[2]
        asked = [phrasebook(language)(f"console.{name}") for name in _PROMPTS for language in ("fr", "en")]
        return bool(line) and any(line == prompt for prompt in asked)


@contextmanager
def terminal(words: tuple[str, ...], room: Path, language: Language = "fr", columns: int = 90) -> Iterator[Terminal]:
    """`badbuzz` with `words`, its data in `room`, on a terminal `columns` wide."""
    own, theirs = os.openpty()
    attributes = termios.tcgetattr(theirs)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, attributes)
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "SDL_VIDEODRIVER")}
    program = subprocess.Popen(
        [sys.executable, "-m", "simulator", "--lang", language, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**environment, "BADBUZZ_DATA": str(room), "COLUMNS": str(columns)},
    )
    os.close(theirs)
    try:
        typist = Terminal(program, own, language)
        typist.listen()
        yield typist
    finally:
        program.terminate()
        program.wait(_PATIENCE)
        os.close(own)
