"""Which share image belongs to which page."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ..cards import CardContext
from ..cards.model import CreatorCard
from ..palette import Palette
from ..pictures import PicturePipeline, ShareCard, artwork_of
from ..profiles.model import Creator
from ..text.messages import _


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


class DrawnShares:
    """Share images drawn by the picture pipeline. Pages of one look (a topic, a place) are drawn as such."""

    def __init__(self, pipeline: PicturePipeline, context: CardContext, theme: Path, colours: Palette) -> None:
        self._pipeline = pipeline
        self._art = artwork_of(
            theme, {image.name: image.content for image in context.region.images}, context.region.map_svg, colours
        )
        self._context = context

    def creator(self, creator: Creator, card: CreatorCard) -> str:
        """Portrait or monogram, name, line and media."""
        return self._pipeline.order_share(self._card_of(creator, card), self._art)

    def story(self, creator: Creator, card: CreatorCard) -> str:
        """The same, upright, with the QR code of the profile."""
        return self._pipeline.order_share(self._card_of(creator, card), self._art, story=True)

    def page(self, title: str, line: str, kind: str) -> str:
        """A page's title and line on the landscape."""
        return self._pipeline.order_share(
            ShareCard(
                name=title,
                line=line,
                eyebrow=_("Kabar") if kind == "article" else "",
                site_name=self._context.region.site.name,
            ),
            self._art,
        )

    def _card_of(self, creator: Creator, card: CreatorCard) -> ShareCard:
        portrait = creator.portrait
        return ShareCard(
            name=card.name,
            line=card.tagline,
            eyebrow=_("Komunitas") if card.is_community else _("Kreator"),
            portrait=portrait.path if portrait else None,
            focus=portrait.focus if portrait else "",
            initials=card.monogram.initials,
            tint=card.monogram.tint,
            media=tuple((term.key, term.label) for term in card.media),
            url=self._context.address(card.path),
            site_name=self._context.region.site.name,
            invitation=_("Pindai untuk melihat profil dan karya."),
        )
