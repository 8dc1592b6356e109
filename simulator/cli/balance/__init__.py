"""A balance in words, in numbers and as a page."""

from simulator.cli.balance.lines import lines
from simulator.cli.balance.page import page
from simulator.cli.balance.record import record

__all__ = ["lines", "page", "record"]
