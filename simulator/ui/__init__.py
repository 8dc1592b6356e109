"""The pygame game."""
