"""Which part of a picture is shown, and at which sizes. Whole numbers in, whole numbers out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

_ACROSS = {"kiri": 0.0, "tengah": 0.5, "kanan": 1.0}
_DOWN = {"atas": 0.0, "tengah": 0.5, "bawah": 1.0}


def _focus_words() -> dict[str, tuple[float, float]]:
    words = {text: (across, 0.5) for text, across in _ACROSS.items()}
    words |= {text: (0.5, down) for text, down in _DOWN.items()}
    for (left, across), (top, down) in product(_ACROSS.items(), _DOWN.items()):
        if left != top:
            words[f"{left} {top}"] = words[f"{top} {left}"] = (across, down)
    return words


# Words of `fokus` -> (across, down), 0 to 1. Without a word the middle is kept, a little above
# the centre, since that is where faces are in pictures of people.
FOCUS: Mapping[str, tuple[float, float]] = MappingProxyType(_focus_words())
NO_FOCUS = (0.5, 1 / 3)

Box = tuple[int, int, int, int]

_TALLEST = 4096  # pixels of anything published, as the widest that a recipe may ask for


def crop_box(width: int, height: int, ratio: tuple[int, int] | None, focus: tuple[float, float]) -> Box:
    """The largest part of width x height pixels that has `ratio`: (left, top, right, bottom).

    focus: which side is kept where something must go. None: everything.
    """
    if ratio is None:
        return (0, 0, width, height)
    across, down = ratio
    if width * down > height * across:  # too wide
        wide, high = max(1, round(height * across / down)), height
    else:
        wide, high = width, max(1, round(width * down / across))
    left, top = round((width - wide) * focus[0]), round((height - high) * focus[1])
    return (left, top, left + wide, top + high)


def ladder(box: Box, widths: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The sizes to make of a part, narrow to wide, in pixels; never larger than the part itself.

    Widths that it does not reach are replaced by its own width, once; so are those that would make it too tall.
    """
    wide, high = box[2] - box[0], box[3] - box[1]
    most = min(wide, max(1, _TALLEST * wide // high))
    reached = sorted({min(width, most) for width in widths})
    return tuple((width, max(1, round(high * width / wide))) for width in reached)


def middle(sizes: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """The size for browsers that choose none: the middle one, of an even number the smaller."""
    return sizes[(len(sizes) - 1) // 2]
