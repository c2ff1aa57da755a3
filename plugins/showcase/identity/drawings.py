"""The drawings of a region that has none of its own: its map as a terrace in a quiet landscape, and its sign."""

from __future__ import annotations

from collections.abc import Iterable

from .scene import Scene, Shape
from .silhouette import Silhouette

TILT = 0.62  # how flat the land lies
STEPS = ("step1", "step2", "step3", "step4")  # of the terrace, from below
RINGS = ("ring1", "ring2", "ring3", "ring4")  # the same in deep colours
_STEP, _LEAST_STEP = 0.035, 5  # of a terrace: a share of the land's size; no less than so many units
FULL = 0.15  # of a square: less land is no sign

Bands = tuple[tuple[str, str], ...]  # paint and outline of hills, the farthest first

_HOME: Bands = (
    ("far", "M-9 372c120-34 220-46 340-30 90-40 190-52 300-26 110-46 260-60 380-22 150-30 300-22 439 18v208H-9z"),
    ("middle", "M-9 412c150-30 290-34 430-12 130-40 300-44 430-10 180-34 380-40 599-14v144H-9z"),
    ("near", "M-9 456c170-26 340-26 510-6 160-24 320-30 470-8 170-22 330-22 479-4v82H-9z"),
)
_HOME_GROUND = "M0 500c240-22 480-20 720-6 260-18 500-16 720-2v28H0z"
_WIDE: Bands = (
    ("far", "M-9 468c150-36 260-40 380-20 120-40 250-44 370-14 150-40 300-46 468-10v206H-9z"),
    ("middle", "M-9 500c180-26 300-26 440-8 160-34 320-36 440-8 130-18 240-18 338-4v150H-9z"),
    ("near", "M-9 528c200-20 330-18 480-4 150-20 330-22 738-6v112H-9z"),
)
_WIDE_GROUND = "M0 552c300-18 560-12 760-2 160-8 300-8 440 0v80H0z"
_STORY: Bands = (
    ("far", "M-9 640c120-40 230-50 350-26 130-56 260-66 400-30 130-30 250-30 348-6v400H-9z"),
    ("middle", "M-9 700c160-30 290-32 420-10 150-40 300-44 430-14 100-18 180-18 248-6v300H-9z"),
    ("near", "M-9 752c180-24 320-24 460-6 160-26 320-28 638-4v200H-9z"),
)
_STORY_GROUND = "M0 800c270-22 520-16 700-4 140-10 260-10 380-2v1126H0z"


def home(land: Silhouette | None) -> Scene:
    """The landscape of the first page. Its right-hand end is what a narrow screen sees; its left end has only hills."""
    shapes = [Shape("sun", circle(1010, 214, 92)), *hills(_HOME, 13)]
    if land:
        shapes += [*pinned(land.placed((1180, 320), (400, 240), TILT), 8, STEPS, 40)]
    return Scene(1440, 520, (*shapes, Shape("ground", _HOME_GROUND)), "xMaxYMax slice")


def wide(land: Silhouette | None) -> Scene:
    """The ground of a share image for chats: words stand on the sky and, at the foot, on the ground."""
    shapes = [Shape("sun", circle(1086, 186, 84)), *hills(_WIDE, 10)]
    if land:
        shapes += [*pinned(land.placed((1056, 452), (240, 150), TILT), 5, STEPS, 30)]
    return Scene(1200, 630, (*shapes, Shape("ground", _WIDE_GROUND)))


def story(land: Silhouette | None) -> Scene:
    """The ground of a share image for stories: beside the portrait, above the words."""
    shapes = [Shape("sun", circle(640, 420, 96)), *hills(_STORY, 14)]
    if land:
        shapes += [*pinned(land.placed((800, 610), (420, 300), TILT), 9, STEPS, 52)]
    return Scene(1080, 1920, (*shapes, Shape("ground", _STORY_GROUND)))


def invitation(land: Silhouette) -> Scene:
    """What stands beside the invitation to join, on a deep ground."""
    return Scene(400, 220, tuple(pinned(land.placed((210, 112), (270, 150), TILT), 9, RINGS, 30)))


def lost(land: Silhouette) -> Scene:
    """For a page that is not there: a pin that asks where."""
    placed = land.placed((200, 240), (290, 170), TILT)
    x, y = placed.middles[0]
    mark = f"m{x - 17:.1f} {y - 120:.1f}a17 17 0 1 1 25 15c-6 4-8 7-8 13"
    asking = (Shape("ink", mark, 10, is_line=True), Shape("ink", circle(round(x, 1), round(y - 74, 1), 6)))
    return Scene(400, 380, (*terrace(placed, 9, STEPS), *_drop(x, y, 170, eye=0.66), *asking))


def favicon(land: Silhouette | None, initial: str) -> Scene:
    """The sign of the site: the land, or its initial where the land is no more than dots."""
    ground = Shape("deep", "M15 0h34a15 15 0 0 1 15 15v34a15 15 0 0 1-15 15H15A15 15 0 0 1 0 49V15A15 15 0 0 1 15 0z")
    if not land or land.main.fullness < FULL:
        return Scene(64, 64, (ground,), letter=initial)
    d = land.placed((32, 31), (42, 42)).d
    return Scene(64, 64, (ground, Shape("step3", d, 7, down=2), Shape("land", d, 1.5)))


def pinned(land: Silhouette, step: float, paints: tuple[str, ...], high: float) -> Iterable[Shape]:
    """A terrace with pins in its three largest parts."""
    yield from terrace(land, step, paints)
    for x, y in sorted(land.middles[:3], key=lambda middle: middle[1]):
        yield from _drop(x, y, high)
        yield Shape("ink", circle(round(x, 1), round(y - high * 0.64, 1), round(high * 0.15, 1)))


def terrace(land: Silhouette, step: float, paints: tuple[str, ...]) -> tuple[Shape, ...]:
    """The land on top of a terrace of its own outline, each step wider and lower than the one above it."""
    d, count = land.d, len(paints)
    step = min(step, max(_LEAST_STEP, land.size * _STEP))
    steps = (Shape(paint, d, 2 * step * (count - at), down=step * (count - at)) for at, paint in enumerate(paints))
    return (*steps, Shape("land", d, 4), Shape("border", d, 1.2, is_line=True))


def hills(bands: Bands, gap: float) -> list[Shape]:
    """Bands one in front of the other, each with lines that follow its crest."""
    lines = range(1, 4)
    return [
        shape
        for paint, d in bands
        for shape in (Shape(paint, d), *(Shape(f"{paint}-line", d, 1.5, is_line=True, down=gap * at) for at in lines))
    ]


def circle(x: float, y: float, radius: float) -> str:
    """A disc as path data."""
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"m{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0z"


def _drop(x: float, y: float, high: float, eye: float = 0.64) -> Iterable[Shape]:
    """A pin without its mark, whose point stands at a place. eye: how far up its head is, of its height."""
    half, up = high * 0.36, high * eye
    left = f"c{-half * 0.3:.1f} {-high * 0.24:.1f} {-half:.1f} {-high * 0.36:.1f} {-half:.1f} {-up:.1f}"
    head = f"a{half:.1f} {half:.1f} 0 0 1 {2 * half:.1f} 0"
    right = f"c0 {up - high * 0.36:.1f} {-half * 0.7:.1f} {up - high * 0.24:.1f} {-half:.1f} {up:.1f}z"
    yield Shape("pin", f"m{x:.1f} {y:.1f}{left}{head}{right}")
