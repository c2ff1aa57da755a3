"""The commands of tasks.py that are no room of their own: each calls rooms and prints."""
