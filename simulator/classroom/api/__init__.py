"""The server's doors: JSON under /api/v1, health and metrics."""
