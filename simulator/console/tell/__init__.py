"""Rows as lines to be read aloud: no column, no colour, no arrow without its word."""
