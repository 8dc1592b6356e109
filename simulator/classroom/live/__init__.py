"""What changes while people look at it."""
