"""The debrief: the hot wash of a play, in pages."""

from simulator.ui.scenes.debrief.scene import DebriefScene

__all__ = ["DebriefScene"]
