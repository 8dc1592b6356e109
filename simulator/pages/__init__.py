"""Self-contained pages with charts: what every report of the game is made of."""

from simulator.pages.chart import Chart, Series

__all__ = ["Chart", "Series"]
