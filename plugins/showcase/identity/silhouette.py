"""The land of a region as lines, from the outlines of its districts, placed in a drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..region.geometry import Point, Ring, simplified
from ..region.map import outlines_of
from .svg_paths import polygons

_NEAR = 0.5  # units of a drawing by which a line may be drawn straighter
_OUTLYING = 0.03  # of the land, at most, is left out for lying far from the rest
_LEAST_LAND = 0.025  # of the square around it, so that islands are more than dots
_THINNEST, _LAND = 1e-6, (1e-12, 1e9)  # units of a side, square units: any other ring is a slip of who drew it
_SPECK = 3.0  # square units below which an island is left out


@dataclass(frozen=True, slots=True)
class Silhouette:
    """The districts' rings, which lie side by side: painted alike, they are the land."""

    rings: tuple[Ring, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, width, height."""
        across, down = ([point[axis] for ring in self.rings for point in ring] for axis in (0, 1))
        return min(across), min(down), max(across) - min(across), max(down) - min(down)

    @property
    def fullness(self) -> float:
        """How much of the square around it the land fills, 0 to 1."""
        _left, _top, wide, high = self.box
        return sum(map(area, self.rings)) / max(wide, high) ** 2

    def placed(self, centre: Point, room: tuple[float, float], tilt: float = 1.0) -> Silhouette:
        """As large as `room` (width, height) allows, around a point. tilt: height by width, seen from aside."""
        land = _readable(self.main)
        left, top, wide, high = land.box
        scale = min(room[0] / wide, room[1] / (high * tilt))
        middle = (left + wide / 2, top + high / 2)
        moved = (
            straightened([(centre[0] + (x - middle[0]) * scale, centre[1] + (y - middle[1]) * scale * tilt)
                          for x, y in ring])
            for ring in land.rings
        )  # fmt: skip
        rings = sorted(moved, key=area, reverse=True)
        return Silhouette(tuple(ring for number, ring in enumerate(rings) if not number or area(ring) >= _SPECK))

    @property
    def size(self) -> float:
        """The side of a square as large as the land."""
        return math.sqrt(sum(map(area, self.rings)))

    @property
    def main(self) -> Silhouette:
        """Without islands so far out that they would make the rest small."""
        rings = sorted(self.rings, key=area, reverse=True)
        rest = sum(map(area, rings)) * _OUTLYING
        while len(rings) > 1 and (rest := rest - area(rings[-1])) > 0:
            rings.pop()
        left, top, wide, high = Silhouette(tuple(rings)).box
        return Silhouette(
            tuple(
                ring
                for ring in self.rings
                if all(left - wide / 8 <= x <= left + wide * 9 / 8 and top - high / 8 <= y <= top + high * 9 / 8
                       for x, y in ring)
            )
        )  # fmt: skip

    @property
    def middles(self) -> tuple[Point, ...]:
        """Of every ring, the largest first."""
        return tuple(map(_middle, self.rings))

    @property
    def d(self) -> str:
        """SVG path data, to a tenth of a unit."""
        return "M".join(("", *map(_path, self.rings)))


def silhouette_of(map_svg: str) -> Silhouette | None:
    """The region on its map; None where there is nothing to see."""
    drawn = (tuple(ring) for outline in outlines_of(map_svg) for ring in polygons(outline.d))
    rings = tuple(ring for ring in drawn if _is_land(ring))
    return Silhouette(rings) if rings else None


def _is_land(ring: Ring) -> bool:
    *_, wide, high = Silhouette((ring,)).box
    return min(wide, high) > _THINNEST and _LAND[0] < area(ring) < _LAND[1]


def area(ring: Sequence[Point]) -> float:
    """Square units inside a ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, *ring[:1]]))) / 2


def _readable(land: Silhouette) -> Silhouette:
    """Small islands grown on their places until there is land to see."""
    grow = math.sqrt(max(1.0, _LEAST_LAND / land.fullness))
    if grow == 1:
        return land
    return Silhouette(
        tuple(
            tuple((a + (x - a) * grow, b + (y - b) * grow) for x, y in ring)
            for ring, (a, b) in zip(land.rings, land.middles, strict=True)
        )
    )


def _middle(ring: Ring) -> Point:
    return sum(x for x, _y in ring) / len(ring), sum(y for _x, y in ring) / len(ring)


def straightened(ring: Sequence[Point]) -> Ring:
    """The ring without points that nobody misses."""
    line = [*ring, ring[0]]
    far = max(range(len(line)), key=lambda at: math.dist(line[0], line[at]))
    return (*simplified(line[: far + 1], _NEAR)[:-1], *simplified(line[far:], _NEAR)[:-1])


def _path(ring: Ring) -> str:
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    moves = "".join(f"l{(b[0] - a[0]) / 10:g} {(b[1] - a[1]) / 10:g}" for a, b in pairwise(points) if a != b)
    return f"{points[0][0] / 10:g} {points[0][1] / 10:g}{moves}z"
