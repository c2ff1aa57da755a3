"""The colours of a site: a theme's own, or computed from a region's one accent, readable in light and dark."""

from .colour import HEX, contrast, mixed, oklch
from .pairs import PAIRS, Faint, faint_pairs, nearest
from .theme import Palette, palette_of

__all__ = ["HEX", "PAIRS", "Faint", "Palette", "contrast", "faint_pairs", "mixed", "nearest", "oklch", "palette_of"]
