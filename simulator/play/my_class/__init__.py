"""Playing with a class: what is set, what one plays for it, what becomes of it, and where the class stands."""

from simulator.play.my_class.my_class import MyClass
from simulator.play.my_class.ready import ExamReady, PlayReady

__all__ = ["ExamReady", "MyClass", "PlayReady"]
