"""The schema: every key of the content once, and how the text behind a key becomes a typed value."""

from __future__ import annotations

from .key import Choice, Key
from .keys import PROFILE

__all__ = ["PROFILE", "Choice", "Key"]
