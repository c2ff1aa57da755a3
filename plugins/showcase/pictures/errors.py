"""A file that is no picture, in the words of the registry: they name what was found and say what to do on a phone."""

from __future__ import annotations

from ..diagnostics.registry import text_of
from .model import PictureError


def picture_error(code: str, **details: object) -> PictureError:
    """The error of that code, its message filled in with `found`, `limit` and the like."""
    return PictureError(code, text_of(code, **details))
