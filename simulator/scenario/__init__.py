"""The scenario: what an instructor writes."""
