"""The window's own speech, through a program that the system offers; who uses a screen reader has the console."""
