"""The audience as a map: who stands for whom, which communities they form, and what became of them when."""

from simulator.play.network.communities import IDS, Communities, Community
from simulator.play.network.hops import Hop
from simulator.play.network.network import NODES, Network

__all__ = ["IDS", "NODES", "Communities", "Community", "Hop", "Network"]
