"""Self-contained pages with charts: what every report of the game is made of."""

from simulator.pages.chart import Chart, Series
from simulator.pages.page import Cell, Page, Section, Table

__all__ = ["Cell", "Chart", "Page", "Section", "Series", "Table"]
