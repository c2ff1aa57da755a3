"""The running program: work on all cores, progress in a terminal, and an orderly end."""
