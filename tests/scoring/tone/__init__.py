"""What tone is made of."""
