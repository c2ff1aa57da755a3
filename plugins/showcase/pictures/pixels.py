"""A picture's bytes -> upright sRGB pixels of the asked sizes. EXIF and all other metadata are dropped here.

The order matters. Size guard before anything is decoded; decoding small before turning
upright (the other way round a phone photo takes 838 MB instead of 23); colours before
transparency is laid on white; and last a new image, since Pillow's own copies inherit comments
and profiles from their source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

from .inspection import open_lean

if TYPE_CHECKING:
    from .geometry import Box

Pixels = Image.Image
Size = tuple[int, int]

PIPELINE = 1  # raise when a change here changes pixels: every cached picture is made anew
WHITE = (255, 255, 255)
_TURNS: Mapping[int, Image.Transpose] = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
_REDUCIBLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})
_PROFILE_SPACES: Mapping[str, str] = MappingProxyType({"RGB ": "RGB", "CMYK": "CMYK", "GRAY": "L"})


def render(data: bytes, orientation: int, box: Box, sizes: tuple[Size, ...]) -> Iterator[Pixels]:
    """The part `box` of a picture at each size, wide to narrow, as plain RGB images.

    data: bytes that `inspection.facts_of` has accepted, and their orientation. box: upright pixels of it all.
    sizes: narrow to wide. Each size is made from the next larger one. Raises what Pillow raises.
    """
    picture, (width, height) = _upright(data, orientation, box, sizes[-1])
    across, down = picture.width / width, picture.height / height
    part = (box[0] * across, box[1] * down, box[2] * across, box[3] * down)
    picture = _clean(picture.resize(sizes[-1], Image.Resampling.LANCZOS, box=part, reducing_gap=3.0))
    yield picture
    for size in reversed(sizes[:-1]):
        picture = picture.resize(size, Image.Resampling.LANCZOS)
        yield picture


def _upright(data: bytes, orientation: int, box: Box, size: Size) -> tuple[Pixels, Size]:
    """The whole picture, at least so large that `box` fills `size`; and its full upright size."""
    with open_lean(data) as image:
        full = (image.height, image.width) if orientation >= 5 else image.size
        need = [-(-whole * wanted // part) for whole, wanted, part in zip(full, size, _size_of(box), strict=True)]
        need = need[::-1] if orientation >= 5 else need
        image.draft(image.mode, (need[0], need[1]))
        image.load()
        picture = _flat(_in_srgb(_reduced(image, need[0], need[1])))
    turn = _TURNS.get(orientation)
    return (picture if turn is None else picture.transpose(turn)), full


def _reduced(image: Image.Image, width: int, height: int) -> Image.Image:
    """A picture much larger than needed, made smaller before it is converted: formats without a draft mode
    would otherwise be held several times over. At least twice the need stays, for a sharp last step."""
    factor = min(image.width // width, image.height // height) // 2
    if factor < 2 or image.mode not in _REDUCIBLE or "transparency" in image.info:
        return image
    return image.reduce(factor)


def _size_of(box: Box) -> Size:
    return (box[2] - box[0], box[3] - box[1])


def _in_srgb(image: Image.Image) -> Pixels:
    """RGB or RGBA in sRGB."""
    image = _eight_bits(image)
    alpha = None
    if image.has_transparency_data:
        image = image if image.mode in ("RGBA", "LA") else image.convert("RGBA")
        alpha = image.getchannel("A")
    if image.mode not in ("RGB", "CMYK", "L"):
        image = image.convert("L" if image.mode == "LA" else "RGB")
    picture = _converted(image, image.info.get("icc_profile"))
    if alpha is not None:
        picture.putalpha(alpha)
    return picture


def _converted(image: Image.Image, profile: bytes | None) -> Pixels:
    """RGB. A profile that is broken, or of another colour space than the pixels, is left aside."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if _PROFILE_SPACES.get(source.profile.xcolor_space) == image.mode:
                converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
                if converted is not None:
                    return converted
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image if image.mode == "RGB" else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Pixels:
    """16-bit grey as 8-bit grey: its own conversion would cut everything above 255 to white."""
    if image.mode.startswith("I"):
        return image.convert("I").point([min(level >> 8, 255) for level in range(65_536)], "L")
    return image


def _flat(picture: Pixels) -> Pixels:
    """Transparency laid on white."""
    if picture.mode != "RGBA":
        return picture
    flat = Image.new("RGB", picture.size, WHITE)
    flat.paste(picture, mask=picture.getchannel("A"))
    return flat


def _clean(picture: Pixels) -> Pixels:
    """The same pixels in a new image: no comment, profile or other word of the source."""
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    return clean
