"""Texts that nobody would write, by the thousand: whatever goes in, only faults come out."""
