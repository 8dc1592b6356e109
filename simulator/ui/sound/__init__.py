"""Soft sounds, made by code: what is heard of a crisis. Nothing is heard that is not also seen."""
