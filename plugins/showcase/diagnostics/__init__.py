"""Diagnostics: what is wrong with the content, as values that every room can make and every command can print."""
