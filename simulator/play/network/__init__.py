"""The audience as a map: who stands for whom, which communities they form, and what became of them when."""

from simulator.play.network.communities import Communities, Community
from simulator.play.network.hops import Hop
from simulator.play.network.network import NODES, Network

__all__ = ["NODES", "Communities", "Community", "Hop", "Network"]
