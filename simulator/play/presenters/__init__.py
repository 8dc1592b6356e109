"""Runs as plain rows and sentences, already translated."""
