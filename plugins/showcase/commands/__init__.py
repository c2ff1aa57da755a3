"""The commands that have no room of their own; each is a task of a few lines in tasks.py."""
