"""Proposals on GitHub: what one changes, what is wrong with it, and the comment that says so."""
