"""The class server: students play the same crisis in the same world, and every play is lived again before it counts."""
