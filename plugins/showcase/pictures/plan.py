"""What is made of one picture for one use: the part shown, its sizes, the files and their names."""

from __future__ import annotations

from dataclasses import dataclass

from .encoders import ENCODERS, encode
from .geometry import FOCUS, NO_FOCUS, Box, crop_box, ladder, middle
from .model import Facts, Picture, Source, Variant
from .pixels import render
from .recipe import Recipe, Use

FOLDER = "gambar"


def plan_of(facts: Facts, use: Use, focus: str, recipe: Recipe) -> Plan:
    """The plan for a picture of these facts. focus: a key of FOCUS, or ""."""
    box = crop_box(facts.width, facts.height, use.ratio, FOCUS.get(focus, NO_FOCUS))
    return Plan(facts.orientation, box, ladder(box, use.widths), recipe)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is made of one picture.

    orientation: of the stored pixels. box: the part shown, upright pixels. sizes: narrow to wide.
    """

    orientation: int
    box: Box
    sizes: tuple[tuple[int, int], ...]
    recipe: Recipe

    @property
    def identity(self) -> str:
        """Everything the bytes depend on besides the source and the tools."""
        return f"{self.box} {self.sizes} {[(name, self.recipe.quality[name]) for name in self.recipe.formats]}"

    @property
    def names(self) -> tuple[str, ...]:
        """`320.avif` …, each file once."""
        fallback = _ending(middle(self.sizes)[0], self.recipe.formats[-1])
        return (*(_ending(wide, name) for name in self.recipe.formats[:-1] for wide, _high in self.sizes), fallback)

    def picture(self, stem: str) -> Picture:
        """The picture as templates see it, its files named `gambar/<stem>-…`."""
        *modern, last = self.recipe.formats
        sources = (
            Source(ENCODERS[name].mime, tuple(self._variant(stem, name, size) for size in self.sizes))
            for name in modern
        )
        fallback = self._variant(stem, last, middle(self.sizes))
        return Picture(tuple(sources), fallback, fallback.width, fallback.height)

    def develop(self, data: bytes) -> dict[str, bytes]:
        """The bytes of every file, by ending. Raises what Pillow raises."""
        *modern, last = self.recipe.formats
        files: dict[str, bytes] = {}
        for image in render(data, self.orientation, self.box, self.sizes):
            formats = [*modern, last] if image.size == middle(self.sizes) else modern
            for name in formats:
                files[_ending(image.width, name)] = encode(image, name, self.recipe.quality[name])
        return files

    def _variant(self, stem: str, name: str, size: tuple[int, int]) -> Variant:
        return Variant(f"{FOLDER}/{stem}-{_ending(size[0], name)}", *size)


def _ending(width: int, name: str) -> str:
    return f"{width}.{ENCODERS[name].suffix}"
