"""The same game as plain lines: for screen readers, ssh and machines without a display."""
