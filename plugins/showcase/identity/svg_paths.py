"""SVG path data as polygons: the few icons and shapes of the share images are drawn from it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ..region.geometry import Point

_STEPS = 16  # straight pieces a curve: smooth at the sizes drawn here
_FARTHEST, _NEAREST = 1e6, 1e-6  # numbers beyond the one are cut there; what is below the other is nothing
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
_COMMAND = re.compile(r"([MLHVCSQAZmlhvcsqaz])([^MLHVCSQAZmlhvcsqaz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def polygons(data: str) -> list[list[Point]]:
    """The outlines of a path, curves in straight pieces, in the path's own units.

    Knows every command but T. A hole is an outline of its own.
    """
    pen = _Pen()
    for letter, arguments in _commands(data):
        pen.draw(letter, arguments)
    return [outline for outline in pen.outlines if len(outline) > 2]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    for letter, text in _COMMAND.findall(data):
        count = _COUNTS[letter.upper()]
        numbers = _numbers(text, arc=letter in "Aa")
        if count == 0:
            yield letter, []
        for start in range(0, len(numbers) - count + 1, count or 1) if count else ():
            yield (_after_move(letter) if start else letter), numbers[start : start + count]


def _after_move(letter: str) -> str:
    """Further pairs after a move are lines."""
    return {"M": "L", "m": "l"}.get(letter, letter)


def _numbers(text: str, *, arc: bool) -> list[float]:
    """The numbers of a command. The two flags of an arc may stand together: `012` is 0, 1 and 2."""
    numbers: list[float] = []
    position = 0
    while position < len(text):
        if arc and len(numbers) % 7 in (3, 4) and text[position] in "01":
            numbers.append(float(text[position]))
            position += 1
        elif found := _NUMBER.match(text, position):
            numbers.append(max(-_FARTHEST, min(float(found[0]), _FARTHEST)))
            position = found.end()
        else:
            position += 1
    return numbers


@dataclass
class _Pen:
    """Where the pen is while a path is followed. control: the last curve's, for S."""

    outlines: list[list[Point]] = field(default_factory=list)
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    control: Point = (0.0, 0.0)

    def draw(self, letter: str, values: list[float]) -> None:
        kind = letter.upper()
        base = self.at if letter.islower() else (0.0, 0.0)
        control = self.at
        if kind == "Z":
            self.at = self.start
        elif kind == "A":
            self._arc(values[:5], (base[0] + values[5], base[1] + values[6]))
        else:
            points = self._points(kind, values, base)
            if kind in "CS":
                control = points[-2]
            self._follow(kind, points)
        self.control = control

    def _points(self, kind: str, values: list[float], base: Point) -> list[Point]:
        if kind == "H":
            return [(base[0] + values[0], self.at[1])]
        if kind == "V":
            return [(self.at[0], base[1] + values[0])]
        return [(base[0] + x, base[1] + y) for x, y in zip(values[::2], values[1::2], strict=True)]

    def _follow(self, kind: str, points: list[Point]) -> None:
        if kind == "M":
            self.outlines.append([points[0]])
            self.at = self.start = points[0]
            return
        if kind == "S":
            points = [(2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]), *points]
        for step in range(1, _STEPS + 1) if len(points) > 1 else (_STEPS,):
            self._to(_bezier([self.at, *points], step / _STEPS))
        self.at = points[-1]

    def _to(self, point: Point) -> None:
        if not self.outlines:
            self.outlines.append([self.start])
        self.outlines[-1].append(point)

    def _arc(self, shape: list[float], end: Point) -> None:
        """An elliptical arc by its end points, as SVG's implementation notes turn it into angles."""
        wide, high, tilt, large, sweep = abs(shape[0]), abs(shape[1]), math.radians(shape[2]), shape[3], shape[4]
        begin, self.at = self.at, end
        if min(wide, high, math.dist(begin, end)) < _NEAREST:
            self._to(end)
            return
        cos, sin = math.cos(tilt), math.sin(tilt)
        half = ((begin[0] - end[0]) / 2, (begin[1] - end[1]) / 2)
        x, y = cos * half[0] + sin * half[1], cos * half[1] - sin * half[0]
        grow = math.sqrt(max(1.0, (x / wide) ** 2 + (y / high) ** 2))
        wide, high = wide * grow, high * grow
        rest = (wide * high) ** 2 / ((wide * y) ** 2 + (high * x) ** 2) - 1
        way = math.sqrt(max(0.0, rest)) * (1 if large != sweep else -1)
        middle = (way * wide * y / high, -way * high * x / wide)
        centre = (
            cos * middle[0] - sin * middle[1] + (begin[0] + end[0]) / 2,
            sin * middle[0] + cos * middle[1] + (begin[1] + end[1]) / 2,
        )
        first = math.atan2((y - middle[1]) / high, (x - middle[0]) / wide)
        turn = math.atan2((-y - middle[1]) / high, (-x - middle[0]) / wide) - first
        turn += math.tau if sweep and turn < 0 else -math.tau if not sweep and turn > 0 else 0
        for step in range(1, 2 * _STEPS + 1):
            angle = first + turn * step / (2 * _STEPS)
            across, down = wide * math.cos(angle), high * math.sin(angle)
            self._to((cos * across - sin * down + centre[0], sin * across + cos * down + centre[1]))


def _bezier(points: list[Point], way: float) -> Point:
    """The point at `way` (0 to 1) of a curve of any degree."""
    while len(points) > 1:
        points = [(a + (c - a) * way, b + (d - b) * way) for (a, b), (c, d) in pairwise(points)]
    return points[0]
