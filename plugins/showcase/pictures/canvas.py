"""Portraits, texts, chips and QR codes on a share image."""

from __future__ import annotations

import math
from dataclasses import dataclass

import segno
from PIL import Image, ImageDraw

from ..palette import Palette
from .artwork import icon
from .lettering import Lettering, Lines

_RING = 10  # white edge of a portrait, pixels
_QUIET = 2  # QR modules left white around the code, besides the white card


@dataclass(frozen=True, slots=True)
class Chip:
    """A label in a pill. icon: a picture of the sign at every size, or b""."""

    label: str
    icon: bytes


@dataclass(frozen=True, slots=True)
class Canvas:
    """An image being drawn. All numbers are pixels from the top left corner."""

    image: Image.Image
    lettering: Lettering
    colours: Palette

    def colour(self, token: str) -> str:
        """A colour of the theme's light side."""
        return self.colours.light[token]

    @property
    def accent(self) -> str:
        """The colour of small words: the letters of the first tint."""
        return self.colours.tints[0][1]

    def text(self, lines: Lines, at: tuple[int, int], colour: str) -> None:
        """Lines from the point `at` downwards, left-aligned."""
        draw = ImageDraw.Draw(self.image)
        font = self.lettering.font(lines.size, lines.weight)
        for number, line in enumerate(lines.lines):
            draw.text((at[0], at[1] + number * lines.step), line, font=font, fill=colour)

    def portrait(self, at: tuple[int, int], size: int, photo: Image.Image | None, initials: str, tint: int) -> None:
        """A photo, or the initials, in a boulder with a white edge."""
        self.image.paste(self.colour("surface"), (at[0] - _RING, at[1] - _RING), boulder(size + 2 * _RING))
        ground, letters = self.colours.tints[tint % len(self.colours.tints)]
        face = photo if photo is not None else Image.new("RGB", (size, size), ground)
        self.image.paste(face.resize((size, size), Image.Resampling.LANCZOS), at, boulder(size))
        if photo is None:
            name = self.lettering.drawable(initials)[:2].upper()
            mark = self.lettering.fit(name, 800, (size * 2 // 5, size // 5), (size * 3 // 5, size // 2))
            middle = (at[0] + size // 2, at[1] + size // 2)
            font = self.lettering.font(mark.size, mark.weight)
            ImageDraw.Draw(self.image).text(middle, name, font=font, fill=letters, anchor="mm")

    def chip_rows(self, chips: tuple[Chip, ...], width: int) -> tuple[list[list[Chip]], int]:
        """The chips in rows no wider than `width`, and the size of their letters: one row, else two, else more."""
        for size, most in ((28, 1), (26, 1), (24, 1), (28, 2), (26, 2), (24, 2), (22, 2), (20, 2), (18, 2), (16, 9)):
            rows = self._rows(chips, width, size)
            if len(rows) <= most:
                break
        return rows, size

    def chips(self, rows: list[list[Chip]], size: int, at: tuple[int, int]) -> None:
        """Rows of pills from the point `at` downwards."""
        draw = ImageDraw.Draw(self.image)
        high = chip_height(size)
        font = self.lettering.font(size, 600)
        for number, row in enumerate(rows):
            left, top = at[0], at[1] + number * (high + size // 2)
            for chip in row:
                wide = self._chip_width(chip, size)
                draw.rounded_rectangle(
                    (left, top, left + wide, top + high),
                    high // 2,
                    fill=self.colour("surface"),
                    outline=self.colour("line"),
                )
                start = left + size * 3 // 4
                if chip.icon:
                    self.image.paste(self.colour("ink"), (start, top + (high - size) // 2), icon(chip.icon, size))
                    start += size * 3 // 2
                label = self.lettering.drawable(chip.label)
                draw.text((start, top + high // 2), label, font=font, fill=self.colour("ink"), anchor="lm")
                left += wide + size // 2

    def qr(self, text: str, at: tuple[int, int], size: int) -> None:
        """A QR code of `text` no larger than `size`, its modules whole pixels."""
        rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=_QUIET)]
        scale = max(1, size // len(rows))
        code = Image.new("L", (len(rows), len(rows)))
        code.putdata([255 * (module & 1) for row in rows for module in row])
        code = code.resize((len(rows) * scale, len(rows) * scale), Image.Resampling.NEAREST)
        inset = (size - code.width) // 2
        self.image.paste(self.colour("deep"), (at[0] + inset, at[1] + inset), code)

    def _rows(self, chips: tuple[Chip, ...], width: int, size: int) -> list[list[Chip]]:
        rows: list[list[Chip]] = []
        left = width + 1
        for chip in chips:
            wide = self._chip_width(chip, size)
            if left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(chip)
            left += wide + size // 2
        return rows

    def _chip_width(self, chip: Chip, size: int) -> int:
        label = self.lettering.width(self.lettering.drawable(chip.label), size, 600)
        return round(label) + size * 3 // 2 + (size * 3 // 2 if chip.icon else 0)


def chip_height(size: int) -> int:
    """Pixels of a pill whose letters are `size`."""
    return size * 9 // 5


def boulder(size: int) -> Image.Image:
    """The mask of a portrait: a weathered granite block, `size` pixels square, mode L."""
    large = size * 4
    corners = ((0.58, 0.52, 180), (0.42, 0.56, 270), (0.47, 0.44, 0), (0.53, 0.48, 90))  # radii across, down; start
    outline: list[tuple[float, float]] = []
    for across, down, start in corners:
        wide, high = across * large, down * large
        centre = (wide if start in (90, 180) else large - wide, high if start in (180, 270) else large - high)
        outline += [
            (
                centre[0] + wide * math.cos(math.radians(start + turn)),
                centre[1] + high * math.sin(math.radians(start + turn)),
            )
            for turn in range(0, 91, 2)
        ]
    mask = Image.new("L", (large, large))
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)
