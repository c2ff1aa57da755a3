"""Pictures as values: what was found in a file, what is published of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What the header of a picture file says; nothing is decoded.

    width, height: pixels, upright (EXIF orientation applied). format: `JPEG PNG WEBP GIF`.
    size: bytes of the file. digest: sha256 of its bytes, hex. gps: a position is in it.
    orientation: 1-8, how the stored pixels must be turned to be upright.
    """

    width: int
    height: int
    format: str
    size: int
    digest: str
    gps: bool
    orientation: int = 1


class PictureError(Exception):
    """A file that cannot be used as a picture. `code` is stable; the text is Indonesian."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Variant:
    """One published file. path: relative to the site (`gambar/3f2a9c1b-320.avif`); pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Source:
    """All widths of one format, narrow to wide. mime: `image/avif`."""

    mime: str
    variants: tuple[Variant, ...]

    @property
    def widest(self) -> Variant:
        """The largest file of this format."""
        return self.variants[-1]

    @property
    def widest_two(self) -> tuple[Variant, ...]:
        """Enough where sixty pictures stand in one list."""
        return self.variants[-2:]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as published: modern formats first, one fallback for `<img>`.

    width, height: of the fallback, to hold the place.
    """

    sources: tuple[Source, ...]
    fallback: Variant
    width: int
    height: int
