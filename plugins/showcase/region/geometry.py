"""Points and lines in a plane."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Ring = tuple[Point, ...]


def simplified(line: Sequence[Point], near: float) -> Ring:
    """A line without the points that are not farther than `near` from what is left (Douglas and Peucker)."""
    kept, parts = {0, len(line) - 1}, [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first > 1:
            aside = [_aside(point, line[first], line[last]) for point in line[first + 1 : last]]
            if max(aside) > near:
                at = first + 1 + aside.index(max(aside))
                kept.add(at)
                parts += [(first, at), (at, last)]
    return tuple(line[at] for at in sorted(kept))


def _aside(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the way between two others."""
    wide, high = other[0] - one[0], other[1] - one[1]
    length = math.hypot(wide, high)
    if not length:
        return math.dist(point, one)
    return abs(wide * (point[1] - one[1]) - high * (point[0] - one[0])) / length
