"""A drawing as flat shapes, one above the other: an SVG with colours for light and dark, or for another painter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

_SHORT = 200  # characters of path data that may stand there several times

Paints = Mapping[str, str]  # what a shape is painted with -> its colour


@dataclass(frozen=True, slots=True)
class Shape:
    """paint: a name of `Paints`. d: SVG path data. width: of a line around it. is_line: there is nothing but the line.

    down: how far below its place it is drawn.
    """

    paint: str
    d: str
    width: float = 0
    is_line: bool = False
    down: float = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of so many units. ratio: `preserveAspectRatio`, "" for the usual. letter: in its middle, or ""."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    ratio: str = ""
    letter: str = ""

    def svg(self, light: Paints, dark: Paints) -> bytes:
        """The drawing as a file of its own."""
        paints = list(dict.fromkeys(shape.paint for shape in self.shapes))
        day = "".join(f".{name}{{color:{light[name]}}}" for name in paints)
        night = "".join(f".{name}{{color:{dark[name]}}}" for name in paints if dark[name] != light[name])
        media = f"@media (prefers-color-scheme:dark){{{night}}}" if night else ""
        ratio = f' preserveAspectRatio="{self.ratio}"' if self.ratio else ""
        drawn = [shape.d for shape in self.shapes if len(shape.d) > _SHORT]
        shared = {d: f"d{number}" for number, d in enumerate(dict.fromkeys(d for d in drawn if drawn.count(d) > 1))}
        defs = "".join(f'<path id="{name}" d="{d}"/>' for d, name in shared.items())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"{ratio} '
            f'fill="currentColor" stroke-linejoin="round" stroke-linecap="round"><style>{day}{media}</style>'
            f"{f'<defs>{defs}</defs>' if defs else ''}"
            f"{''.join(_element(shape, shared.get(shape.d, '')) for shape in self.shapes)}{self._letter(light)}</svg>\n"
        ).encode()

    def _letter(self, paints: Paints) -> str:
        if not self.letter:
            return ""
        return (
            f'<text x="{self.width / 2:g}" y="{self.height * 0.73:g}" fill="{paints["land"]}" text-anchor="middle" '
            f'font-family="system-ui,sans-serif" font-weight="800" font-size="{self.height * 0.66:g}">'
            f"{escape(self.letter)}</text>"
        )


def _element(shape: Shape, shared: str) -> str:
    fill = ' fill="none"' if shape.is_line else ""
    line = f' stroke="currentColor" stroke-width="{shape.width:g}"' if shape.width else ""
    if shared:
        down = f' y="{shape.down:g}"' if shape.down else ""
        return f'<use class="{shape.paint}"{fill}{line} href="#{shared}"{down}/>'
    moved = f' transform="translate(0 {shape.down:g})"' if shape.down else ""
    return f'<path class="{shape.paint}"{fill}{line} d="{shape.d}"{moved}/>'
