"""What transparency is made of."""
