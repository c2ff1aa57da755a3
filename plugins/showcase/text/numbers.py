"""Numbers, durations and file sizes as Indonesian writes them in what commands print: `3,2`, `12.000`, `40 MB`.

Without Babel, which takes 16 ms to load: a build that finds nothing to do has no time for it. What a visitor reads has
the region's language and is in `formats`.
"""

from __future__ import annotations

MB = 1_000_000
GB = 1_000 * MB


def decimal(value: float, digits: int = 1) -> str:
    """`3,2`: a decimal comma."""
    return f"{value:.{digits}f}".replace(".", ",")


def thousands(number: int) -> str:
    """`12.000`: a dot between thousands."""
    return f"{number:,}".replace(",", ".")


def megabytes(size: int, digits: int = 0) -> str:
    """`40 MB`."""
    return f"{decimal(size / MB, digits)} MB"


def file_size(size: int) -> str:
    """`3,2 GB`, `3,2 MB` or `320 KB`, whichever is short."""
    if size >= GB:
        return f"{decimal(size / GB)} GB"
    return megabytes(size, 1) if size >= MB else f"{decimal(size / 1000, 0)} KB"
