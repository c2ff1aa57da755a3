"""The map of a region and its mark, as SVG, from the boundaries of its districts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from math import cos, radians

from ..region.geometry import Point, Ring, simplified
from .topology import Boundaries

WIDTH, LOWEST, HIGHEST = 600, 300, 760  # units of the map; the theme's strokes are made for this width
HALO = 27  # units that the theme draws around the land
MARK, MARGIN = 64, 2
# Open sea, to the land on the same axis: all of it and a single gap. A far island must not make all others small.
ALL_SEA, ONE_GAP = 0.45, 0.15
SMALLEST = 7.0  # units of the longer side of what is still seen and hit with a finger; below it is a dot
DOT = 4.5
FINEST = 0.6  # units of the mark: what lies nearer to a straight line is left out


def map_svg(title: str, boundaries: Boundaries, titles: Mapping[str, str]) -> str:
    """The districts, each a path with its code and title. titles: code -> name; who has no boundary is left out."""
    shapes = {one.code: one.rings or (((one.centre,),) if one.centre else ()) for one in boundaries.districts}
    placed, high = _layout(shapes, WIDTH, (LOWEST, HIGHEST), HALO)
    paths = [
        f'<path id="kec-{code.replace(".", "-")}" data-kode="{code}" d="{path}">'
        f"<title>{escape(titles[code])}</title></path>"
        for code, rings in placed.items()
        if code in titles and (path := _path(_seen(rings)))
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}" role="img" aria-labelledby="peta-judul">'
    )
    return f'{head}<title id="peta-judul">{escape(title)}</title>\n' + "\n".join(paths) + "\n</svg>\n"


def mark_svg(boundaries: Boundaries) -> str:
    """The region's own boundary as one shape in the colour of the text around it."""
    placed, _ = _layout({"": boundaries.border}, MARK, (MARK, MARK), MARGIN)
    rings = placed[""]
    largest = max(map(_side, rings), default=0)
    kept = [_straightened(ring) for ring in rings if _side(ring) > min(SMALLEST / 3, largest / 2)]
    path = "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in ring)}z" for ring in kept if len(ring) > 2)
    box = f'viewBox="0 0 {MARK} {MARK}" aria-hidden="true" focusable="false"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>\n<path fill="currentColor" d="{path}"/>\n</svg>\n'


def _layout(
    shapes: Mapping[str, Sequence[Ring]], width: int, heights: tuple[int, int], margin: int
) -> tuple[Mapping[str, list[Ring]], int]:
    """The rings of each shape in units from the upper left, in the middle of a box with a margin; the box's height.

    heights: the least and the greatest.
    """
    rings = [ring for own in shapes.values() for ring in own]
    if not rings:
        return {key: [] for key in shapes}, heights[0]
    north = [y for ring in rings for _, y in ring]
    narrow = cos(radians((min(north) + max(north)) / 2))
    across = _axis([[x * narrow for x, _ in ring] for ring in rings])
    down = _axis([[-y for _, y in ring] for ring in rings])
    far_x = max(across(x * narrow) for ring in rings for x, _ in ring)
    far_y = max(down(-y) for y in north)
    scale = min((width - 2 * margin) / (far_x or 1), (heights[1] - 2 * margin) / (far_y or 1))
    high = max(round(far_y * scale) + 2 * margin, heights[0])
    left, top = (width - far_x * scale) / 2, (high - far_y * scale) / 2

    def place(point: Point) -> Point:
        return left + across(point[0] * narrow) * scale, top + down(-point[1]) * scale

    return {key: [tuple(map(place, ring)) for ring in own] for key, own in shapes.items()}, high


def _axis(rings: Iterable[Sequence[float]]) -> Callable[[float], float]:
    """Where a coordinate comes to lie, from 0, when long gaps without any land are shortened."""
    bands: list[list[float]] = []
    for low, high in sorted((min(ring), max(ring)) for ring in rings):
        if bands and low <= bands[-1][1]:
            bands[-1][1] = max(bands[-1][1], high)
        else:
            bands.append([low, high])
    gaps = [low - before[1] for before, (low, _) in pairwise(bands)]
    land = sum(high - low for low, high in bands)
    longest = min(_longest(gaps, ALL_SEA * land), ONE_GAP * land)
    starts, at = [], 0.0
    for (low, high), gap in zip(bands, [0.0, *gaps], strict=True):
        at += min(gap, longest)
        starts.append((low, at))
        at += high - low

    def moved(value: float) -> float:
        low, start = max((one for one in starts if one[0] <= value), default=starts[0])
        return start + value - low

    return moved


def _longest(gaps: Iterable[float], room: float) -> float:
    """How long a gap may stay, for all of them to find room together."""
    left = sorted(gaps)
    while left and room > 0:
        if left[0] * len(left) >= room:
            return room / len(left)
        room -= left.pop(0)
    return float("inf") if not left else 0.0


def _seen(rings: Sequence[Ring]) -> Iterator[Ring]:
    """The rings, and a dot for a district of which nothing would be seen."""
    if any(_side(ring) >= SMALLEST for ring in rings):
        yield from rings
        return
    for ring in rings:
        x, y = (sum(values) / len(ring) for values in zip(*ring, strict=True))
        yield tuple(
            (x + DOT * dx, y + DOT * dy)
            for dx, dy in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
        )


def _side(ring: Ring) -> float:
    """The longer side of the box around a ring."""
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return max(max(across) - min(across), max(down) - min(down))


def _path(rings: Iterable[Ring]) -> str:
    """Rings as a path of whole units, each step from the point before."""
    parts = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        points = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
        if points[0] == points[-1]:
            del points[-1]
        if len(points) > 2:
            steps = pairwise(points)
            parts.append(
                f"M{points[0][0]} {points[0][1]}" + "".join(f"l{c - a} {d - b}" for (a, b), (c, d) in steps) + "z"
            )
    return "".join(parts)


def _straightened(ring: Ring) -> Ring:
    """A ring without the points that hardly bend it."""
    if len(ring) < 4:
        return ring
    middle = len(ring) // 2
    return (*simplified(ring[: middle + 1], FINEST)[:-1], *simplified(ring[middle:], FINEST)[:-1])
