"""The national boundaries: a TopoJSON of one regency as rings of its districts, and their common outer line."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..region.geometry import Point, Ring
from .register import DATA

BOUNDARIES = "batas_kecamatan.json.xz"


@dataclass(frozen=True, slots=True)
class Boundary:
    """A district's rings, outer and inner, in degrees: longitude, latitude. centre: None where the source has none."""

    code: str
    centre: Point | None
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The districts of a regency. border: the line around all of them, without those between two."""

    districts: tuple[Boundary, ...]
    border: tuple[Ring, ...]


def read_boundaries(code: str, folder: Path = DATA) -> Boundaries:
    """The boundaries of one regency; none where the source lacks it."""
    everything = json.loads(lzma.decompress((folder / BOUNDARIES).read_bytes()))
    return boundaries_of(everything.get(code))


def boundaries_of(topology: Mapping[str, Any] | None) -> Boundaries:
    """The boundaries in a TopoJSON."""
    if topology is None:
        return Boundaries((), ())
    arcs = [_arc(steps, topology["transform"]) for steps in topology["arcs"]]
    shapes = [shape for one in topology["objects"].values() for shape in one["geometries"]]
    districts = tuple(
        Boundary(
            shape["id"], _centre(shape["properties"]),
            tuple(_ring(numbers, arcs) for polygon in _polygons(shape) for numbers in polygon),
        )
        for shape in shapes
    )  # fmt: skip
    numbers = [number for shape in shapes for polygon in _polygons(shape) for ring in polygon for number in ring]
    used = Counter(number if number >= 0 else ~number for number in numbers)
    outer = [number for number in numbers if used[number if number >= 0 else ~number] == 1]
    return Boundaries(districts, tuple(_chained(outer, arcs)))


def _arc(steps: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Ring:
    """The points of a quantised arc, of which each step counts from the one before."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        points.append((left + x * wide, low + y * high))
    return tuple(points)


def _polygons(shape: Mapping[str, Any]) -> list[list[list[int]]]:
    """The polygons of a geometry, each a list of rings, each a list of arcs."""
    if shape["type"] == "Polygon":
        return [shape["arcs"]]
    return list(shape["arcs"]) if shape["type"] == "MultiPolygon" else []


def _centre(properties: Mapping[str, Any]) -> Point | None:
    latitude, longitude = properties.get("lat"), properties.get("lng")
    return None if latitude is None or longitude is None else (longitude, latitude)


def _directed(number: int, arcs: Sequence[Ring]) -> Ring:
    """An arc in the direction in which a ring goes along it: `~number` is backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _ring(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """The points of a ring; each arc but the first begins where the one before has ended."""
    points: list[Point] = []
    for number in numbers:
        points += _directed(number, arcs)[1 if points else 0 :]
    return tuple(points)


def _chained(numbers: Iterable[int], arcs: Sequence[Ring]) -> Iterator[Ring]:
    """The arcs put end to end until each ring closes."""
    begins: dict[Point, list[Ring]] = {}
    for number in numbers:
        arc = _directed(number, arcs)
        begins.setdefault(arc[0], []).append(arc)
    while begins:
        start = next(iter(begins))
        ring = list(_taken(start, begins))
        while ring[-1] != start and ring[-1] in begins:
            ring += _taken(ring[-1], begins)[1:]
        yield tuple(ring)


def _taken(start: Point, begins: dict[Point, list[Ring]]) -> Ring:
    """An arc that begins at the point; it is in the table no longer."""
    arc = begins[start].pop()
    if not begins[start]:
        del begins[start]
    return arc
