"""The outlines in a region's map."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATH, _BOX = re.compile(r"<path\b[^>]*>"), re.compile(r'viewBox="([^"]+)"')
_CODE, _OUTLINE = re.compile(r'data-kode="([^"]+)"'), re.compile(r'\bd="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Outline:
    """One district on the map. d: SVG path data in the map's view box."""

    code: str
    d: str


def outlines_of(map_svg: str) -> tuple[Outline, ...]:
    """Every path that says which district it is."""
    found = ((_CODE.search(tag), _OUTLINE.search(tag)) for tag in _PATH.findall(map_svg))
    return tuple(Outline(code[1], d[1]) for code, d in found if code and d)


def view_box(map_svg: str) -> str:
    """The map's own units, "" without a map."""
    box = _BOX.search(map_svg)
    return box[1] if box else ""
