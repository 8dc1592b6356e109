"""The map of the audience: discs of dots, and reshares that are seen to travel between them."""
