"""What the game and the class server say to each other: every request and every answer, as JSON, in one place."""
