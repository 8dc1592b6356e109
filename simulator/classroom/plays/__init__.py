"""Plays that students send: kept first, then lived again, then compared."""
