"""Rows into pixels; nothing here knows a run."""
