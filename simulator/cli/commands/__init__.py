"""One command a file; each gives `command(say)`."""
