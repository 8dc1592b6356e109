"""The teacher's pages: HTML made here, a style sheet and a little script, nothing to build."""
