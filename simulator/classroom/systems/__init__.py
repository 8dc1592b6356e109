"""Ways into the school's systems: a gradebook file, a record store (xAPI), learning platforms (LTI)."""
