"""The peers: other programs that spread something over a graph, each behind the same face.

A peer's module has `build(graph)`, which makes what the peer needs of a graph. What it makes has
`ready(law, seed_users, seed)`, which prepares one outbreak and gives the function that lives it to its end: that
function alone is timed. It returns the users newly infected in each step, the seeds being step 0.
"""
