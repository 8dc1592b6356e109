"""Published facts about cascades, measured on simulated populations."""
