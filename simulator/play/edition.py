"""A scenario as it is read: its texts and its crowd in the player's language, or else in its own."""

from __future__ import annotations

from simulator.engine.run import Run
from simulator.locale import Language, phrasebook
from simulator.play.presenters.telling import Telling
from simulator.scenario.load import LoadedScenario
from simulator.scenario.model import Scenario
from simulator.scenario.problem import ScenarioProblems
from simulator.scenario.translation import in_language
from simulator.scenario.voices import VoiceGroup, Voices, load_voices

_PLAIN_VOICES = 8


class Edition:
    """The editions of one scenario, each made once. What a broken or missing file lacks is told in another way."""

    def __init__(self, loaded: LoadedScenario) -> None:
        self.loaded = loaded
        self._scenarios: dict[Language, Scenario] = {}
        self._voices: dict[Language, Voices] = {}

    def scenario(self, language: Language) -> Scenario:
        """The scenario in `language`; in its own where there is no whole translation."""
        if language not in self._scenarios:
            try:
                self._scenarios[language] = in_language(self.loaded, language)
            except ScenarioProblems:
                self._scenarios[language] = self.loaded.scenario
        return self._scenarios[language]

    def voices(self, language: Language) -> Voices:
        """The crowd in `language`, else in the scenario's own; a few plain voices where it has none."""
        if language not in self._voices:
            self._voices[language] = self._crowd(language)
        return self._voices[language]

    def telling(self, run: Run, language: Language) -> Telling:
        """A run of this scenario, told in `language`."""
        return Telling(run, self.scenario(language), phrasebook(language), self.voices(language), self.loaded.folder)

    def _crowd(self, language: Language) -> Voices:
        for spoken in (language, self.loaded.scenario.language):
            if self.loaded.voices_file(spoken).is_file():
                try:
                    return load_voices(self.loaded, spoken)
                except ScenarioProblems:
                    continue
        say = phrasebook(language)
        texts = tuple(say(f"desk.voice_{number}") for number in range(1, _PLAIN_VOICES + 1))
        return Voices((VoiceGroup(id="plain", segment="any", mood="neutral", arousal="any", texts=texts),))
