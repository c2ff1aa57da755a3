"""Which share image belongs to which page."""

from __future__ import annotations

from typing import Protocol

from ..cards.model import CreatorCard
from ..profiles.model import Creator


class Shares(Protocol):
    """Share images by page; every answer is a path relative to the site, "" where there is none."""

    def creator(self, creator: Creator, card: CreatorCard) -> str:
        """1200 x 630, for chats."""

    def story(self, creator: Creator, card: CreatorCard) -> str:
        """1080 x 1920 with a QR code, for stories."""

    def page(self, title: str, line: str, kind: str) -> str:
        """1200 x 630 of a topic, place or page."""


class NoShares:
    """For a site that is built without share images."""

    def creator(self, _creator: Creator, _card: CreatorCard) -> str:
        """None."""
        return ""

    def story(self, _creator: Creator, _card: CreatorCard) -> str:
        """None."""
        return ""

    def page(self, _title: str, _line: str, _kind: str) -> str:
        """None."""
        return ""
