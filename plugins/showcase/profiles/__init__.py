"""Profiles: one folder of a creator, its front matter typed and its rules asked.

`profile` puts a creator together; `rules` asks whether it all fits, `across` whether several profiles fit together.
"""

from __future__ import annotations

from .model import Consent, Content, Creator, Document, Gone, Photo, Work

__all__ = ["Consent", "Content", "Creator", "Document", "Gone", "Photo", "Work"]
