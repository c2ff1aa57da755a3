"""The identity of a region without drawings of its own, made of its map and its colours; knows no pixels."""

from .completion import landscape_of, with_drawings
from .paints import paints_of
from .scene import Paints, Scene, Shape
from .svg_paths import polygons

__all__ = ["Paints", "Scene", "Shape", "landscape_of", "paints_of", "polygons", "with_drawings"]
