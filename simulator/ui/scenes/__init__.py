"""The scenes of the game: library, briefing, crisis, debrief, the plays of the past, settings."""
