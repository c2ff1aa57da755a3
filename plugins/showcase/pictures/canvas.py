"""Portraits, texts, chips and QR codes on a share image."""

from __future__ import annotations

import math
from dataclasses import dataclass

import segno
from PIL import Image, ImageDraw

from .artwork import icon
from .lettering import Lettering, Lines

# Colours of the site (reference: the theme's tokens). Each pair of text and ground has a contrast of 4.5 or more.
INK, SOFT, SEA, DEEP, WHITE, HAIR = "#151d25", "#5b5047", "#00646e", "#003b48", "#ffffff", "#ddd8d0"
# Monograms, by tint: ground, letters.
TINTS = (
    ("#d3eef0", "#00646e"), ("#f6e6cd", "#754b00"), ("#f8e2d6", "#824121"), ("#f5e0ee", "#793d67"),
    ("#e6e4f8", "#504c8a"), ("#dcebf8", "#23588a"), ("#f9e1e0", "#843b3e"), ("#ddf0df", "#236436"),
)  # fmt: skip
_RING = 10  # white edge of a portrait, pixels
_QUIET = 2  # QR modules left white around the code, besides the white card


@dataclass(frozen=True, slots=True)
class Chip:
    """A label in a pill. icon: a picture of the sign at every size, or b""."""

    label: str
    icon: bytes


@dataclass(frozen=True, slots=True)
class Easel:
    """An image being drawn. All numbers are pixels from the top left corner."""

    image: Image.Image
    lettering: Lettering

    def text(self, lines: Lines, at: tuple[int, int], colour: str) -> None:
        """Lines from the point `at` downwards, left-aligned."""
        draw = ImageDraw.Draw(self.image)
        font = self.lettering.font(lines.size, lines.weight)
        for number, line in enumerate(lines.lines):
            draw.text((at[0], at[1] + number * lines.step), line, font=font, fill=colour)

    def portrait(self, at: tuple[int, int], size: int, photo: Image.Image | None, initials: str, tint: int) -> None:
        """A photo, or the initials, in a boulder with a white edge."""
        self.image.paste(WHITE, (at[0] - _RING, at[1] - _RING), boulder(size + 2 * _RING))
        ground, letters = TINTS[tint % len(TINTS)]
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
                draw.rounded_rectangle((left, top, left + wide, top + high), high // 2, fill=WHITE, outline=HAIR)
                start = left + size * 3 // 4
                if chip.icon:
                    self.image.paste(INK, (start, top + (high - size) // 2), icon(chip.icon, size))
                    start += size * 3 // 2
                label = self.lettering.drawable(chip.label)
                draw.text((start, top + high // 2), label, font=font, fill=INK, anchor="lm")
                left += wide + size // 2

    def qr(self, text: str, at: tuple[int, int], size: int) -> None:
        """A QR code of `text` no larger than `size`, its modules whole pixels."""
        rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=_QUIET)]
        scale = max(1, size // len(rows))
        code = Image.new("L", (len(rows), len(rows)))
        code.putdata([255 * (module & 1) for row in rows for module in row])
        code = code.resize((len(rows) * scale, len(rows) * scale), Image.Resampling.NEAREST)
        inset = (size - code.width) // 2
        self.image.paste(DEEP, (at[0] + inset, at[1] + inset), code)

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
