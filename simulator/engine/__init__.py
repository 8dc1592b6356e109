"""One run, from briefing to last minute."""
