"""Small storms that these tests share."""

from simulator.study.what_if import Storm

SMALL = Storm(severity=3, users=2000, hours=5, seed_users=10)
SEEDS = range(1, 7)
