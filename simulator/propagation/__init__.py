"""How outrage spreads in an audience: it knows no story, no company and no player."""
