"""What came of a run: one JSON object, or the score card in words."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.streams import disk_failure, write_line
from simulator.console.lines import Lines
from simulator.console.tell.debrief import debrief_lines
from simulator.debrief.timeline import peak_of
from simulator.durable import write_durably
from simulator.engine.replay import ENGINE_VERSION, recorded
from simulator.locale import Phrasebook
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.rings import points
from simulator.scoring import score
from simulator.scoring.of_run import record_of

if TYPE_CHECKING:
    from simulator.engine.run import Run


def outcome(run: Run) -> dict[str, object]:
    """Grades (None where the scenario is unscored), outrage 0..100, activations in all, and what identifies the run."""
    card = score(record_of(run))
    graded = run.scenario.scored
    replay = recorded(run)
    peak = peak_of(run.state.outrage)
    return {
        "scenario": run.scenario.id,
        "scenario_digest": replay.scenario_digest,
        "engine_version": ENGINE_VERSION,
        "seed": run.seed,
        "digest": replay.digest,
        "truth": run.state.truth,
        "reactivity": round(card.reactivity, 6) if graded else None,
        "transparency": round(card.transparency, 6) if graded else None,
        "tone": round(card.tone, 6) if graded else None,
        "overall": round(card.overall, 6) if graded else None,
        "band": card.band if graded else None,
        "scored": graded,
        "peak_outrage": peak.value / 10,
        "peak_minute": peak.minute,
        "crisis_begins": run.scenario.crisis_begins,
        "volume_total": round(sum(run.state.volume) / 60),
        "decisions": len(replay.decisions),
        "ended": run.minute,
        "abandoned": run.state.abandoned,
    }


def tell_score_card(run: Run, edition: Edition, say: Phrasebook) -> None:
    """The debrief, line by line, with the evidence that counted most; the grades stand once more at the end."""
    card = score(record_of(run))
    view = debrief(edition.telling(run, say.language), card)
    Lines(sys.stdin, sys.stdout).write_all(debrief_lines(view, say))
    write_line(say("cli.digest", digest=run.digest()))
    if run.scenario.scored:
        parts = {name: getattr(card, name) for name in ("overall", "reactivity", "transparency", "tone")}
        grades = {name: say.number(points(value)) for name, value in parts.items()}
        write_line(say("cli.grades", **grades))


def save_replay(run: Run, file: str) -> None:
    """Write the run's replay."""
    try:
        write_durably(Path(file), json.dumps(recorded(run).to_record(), ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise disk_failure(file, error) from None
