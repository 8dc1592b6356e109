"""The class: joining it, what it is set, what became of one's plays, where it stands, its exams."""

from simulator.ui.scenes.my_class.opening import opened
from simulator.ui.scenes.my_class.scene import ClassScene

__all__ = ["ClassScene", "opened"]
