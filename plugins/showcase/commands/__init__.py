"""The commands of tasks.py that have no room of their own: each calls rooms and prints."""
