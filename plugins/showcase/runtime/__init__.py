"""The running program: work on all cores, atomic writes, progress in a terminal, signals and standard streams."""
