"""Bad Buzz: a social-media crisis simulation game for students of crisis communication."""

__version__ = "0.1.0"
