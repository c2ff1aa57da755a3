"""Ready recipes (formats, quality, widths): a site takes the richest whose pictures leave it within its budget.

The estimates are means of real photos, rounded up (docs/besar.md). Nothing but the number of creators and of
photos decides, so every machine chooses alike, each shard too, and the same content is always the same site.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from .recipe import DEFAULT_RECIPE, Recipe, ShareStyle, Use

_KB = 1_000
_FRAME = 3_000 * _KB  # the theme, the lists, the office's own pages and their share images
_PAGE = 34 * _KB  # a creator's page and QR code, and a place in the lists, the open data and the search index


@dataclass(frozen=True, slots=True)
class Count:
    """What is published. pictures: all that are no portraits. shares: share images are drawn."""

    creators: int
    portraits: int
    pictures: int
    shares: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One recipe and what it costs. portrait, picture, share: bytes of all files of one, a creator's share images."""

    name: str
    recipe: Recipe
    portrait: int
    picture: int
    share: int

    def bytes_of(self, count: Count) -> int:
        """About how large a site is with this recipe."""
        each = _PAGE + (self.share if count.shares else 0)
        return _FRAME + count.creators * each + count.portraits * self.portrait + count.pictures * self.picture


STEPS = (
    Step("lengkap", DEFAULT_RECIPE, 18 * _KB, 290 * _KB, 255 * _KB),
    Step(
        "sedang",
        Recipe(
            formats=("avif", "jpeg"),
            quality=MappingProxyType({**DEFAULT_RECIPE.quality, "avif": 45, "jpeg": 65}),
            uses=MappingProxyType(
                {
                    "portrait": Use((96, 160, 320), (1, 1)),
                    "card": Use((320, 640), (16, 9)),
                    "work": Use((480, 960), None),
                }
            ),
            share=ShareStyle(qualities=(65, 50), story=False),
        ),
        16 * _KB,
        55 * _KB,
        54 * _KB,
    ),
    Step(
        "hemat",
        Recipe(
            formats=("avif", "jpeg"),
            quality=MappingProxyType({**DEFAULT_RECIPE.quality, "avif": 40, "jpeg": 50}),
            uses=MappingProxyType(
                {
                    "portrait": Use((96, 192), (1, 1)),
                    "card": Use((320, 640), (16, 9)),
                    "work": Use((320, 640), None),
                }
            ),
            share=ShareStyle(qualities=(45,), story=False),
        ),
        6 * _KB,
        23 * _KB,
        40 * _KB,
    ),
)


def step_for(count: Count, budget: int) -> Step:
    """The richest step that fits into `budget` bytes, else the leanest. budget: 0 is no limit."""
    fitting = (step for step in STEPS if not budget or step.bytes_of(count) <= budget)
    return next(fitting, STEPS[-1])
