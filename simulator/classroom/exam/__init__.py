"""Exams: the run lives here, decisions come in, and only what can be seen goes out."""
