"""What the student and the class learn from a run."""
