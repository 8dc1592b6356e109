"""Statements about what was played, for a school's record store."""
