"""Pictures: a photo that somebody sent becomes a few small clean files.

`inspect` says what a file is or why it cannot be used; `recipe_from` reads the setting that
says which files are made; a `PicturePipeline` takes orders, makes them on all cores, keeps them in a
cache and puts them into the site. Pillow is met in this room only.
"""

from __future__ import annotations

from .artwork import FORMATS, Artwork, artwork_of
from .geometry import FOCUS
from .inspection import inspect
from .model import Facts, Picture, PictureError, Source, Variant
from .pipeline import PicturePipeline, Report
from .presets import STEPS, Count, Step, step_for
from .recipe import DEFAULT_RECIPE, Recipe, Use, recipe_from
from .share import ShareCard
from .whole import decode_whole

__all__ = [
    "DEFAULT_RECIPE",
    "FOCUS",
    "FORMATS",
    "STEPS",
    "Artwork",
    "Count",
    "Facts",
    "Picture",
    "PictureError",
    "PicturePipeline",
    "Recipe",
    "Report",
    "ShareCard",
    "Source",
    "Step",
    "Use",
    "Variant",
    "artwork_of",
    "decode_whole",
    "inspect",
    "recipe_from",
    "step_for",
]
