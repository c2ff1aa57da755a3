"""What search engines and chat apps read: titles, canonical addresses, JSON-LD.

Fields follow Google's documented requirements for ProfilePage, VideoObject, ImageObject
licences, BreadcrumbList and NewsArticle (developers.google.com/search/docs/appearance/structured-data).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from ..cards import CardContext
from ..cards.layout import Crumb, Head
from ..cards.model import Image, WorkCard
from ..cards.opened import CreatorPage, DocumentCard
from ..profiles.model import Creator
from ..settings import Settings
from ..text.formats import midnight, shortened
from ..text.messages import _
from .share import Shares

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HeadBuilder:
    """Makes the head of every page of one site."""

    settings: Settings
    context: CardContext
    shares: Shares

    def head(
        self, title: str, description: str, path: str, *,
        trail: tuple[Crumb, ...] = (), things: Iterable[Thing] = (), kind: str = "website",
        share_image: str = "", noindex: bool = False,
    ) -> Head:  # fmt: skip
        """The head of one page. trail: the steps above it; share_image: path relative to the site."""
        site = self.context.region.site
        crumbs = (Crumb(_("Beranda"), "./"), *trail, Crumb(title, "")) if path and path != "404.html" else ()
        graph = [*things, self._breadcrumbs(crumbs)] if crumbs else list(things)
        known = self.settings.site_url
        share_image = share_image or ("" if noindex else self.shares.page(title, shortened(description, 90), kind))
        return Head(
            title=f"{title} · {site.name}" if path else title,
            description=shortened(description, 160),
            path=path,
            canonical=self.context.address(path) if known else "",
            share_image=self.context.address(share_image) if known and share_image else "",
            kind=kind,
            noindex=noindex or self.settings.demo,
            json_ld=script_json({"@context": "https://schema.org", "@graph": graph}) if known and graph else "",
            crumbs=crumbs,
        )

    def _breadcrumbs(self, crumbs: tuple[Crumb, ...]) -> Thing:
        steps = []
        for position, crumb in enumerate(crumbs, start=1):
            step: Thing = {"@type": "ListItem", "position": position, "name": crumb.label}
            if crumb.path:
                step["item"] = self.context.address(crumb.path.removeprefix("./"))
            steps.append(step)
        return {"@type": "BreadcrumbList", "itemListElement": steps}

    def profile(self, creator: Creator, page: CreatorPage) -> list[Thing]:
        """ProfilePage of a creator, with the videos and licensed photos shown on it."""
        address = page.share_url
        person: Thing = {
            "@type": "Organization" if page.card.is_community else "Person",
            "@id": f"{address}#kreator",
            "name": page.card.name,
            "url": address,
            "description": page.card.tagline,
            "sameAs": [channel.url for channel in page.channels],
        }
        handles = [channel.handle for channel in page.channels if channel.handle]
        if names := [*page.other_names, *handles[:1]]:
            person["alternateName"] = names
        if page.portrait:
            person["image"] = self._picture_url(page.portrait)
        if page.languages and not page.card.is_community:
            person["knowsLanguage"] = list(page.languages)
        profile: Thing = {"@type": "ProfilePage", "url": address, "name": page.card.name, "mainEntity": person}
        if creator.joined:
            profile["dateCreated"] = creator.joined.isoformat()
        if modified := creator.checked or creator.joined:
            profile["dateModified"] = modified.isoformat()
        works = [work for some in (page.featured, page.works) if some for work in some.cards]
        return [profile, *self._videos(works, person["@id"]), *self._photos(works)]

    def _videos(self, works: Iterable[WorkCard], creator_id: str) -> list[Thing]:
        """VideoObject needs a picture and a day; a work without them is none."""
        return [
            {
                "@type": "VideoObject",
                "name": work.title,
                "description": work.caption or work.title,
                "thumbnailUrl": self._picture_url(work.cover),
                "uploadDate": midnight(work.date_iso, self.context.region.site.timezone),
                "url": work.url,
                "creator": {"@id": creator_id},
                **({"embedUrl": work.player} if work.player else {}),
            }
            for work in works
            if work.cover and work.date_iso and work.kind in ("video", "short", "live")
        ]

    def _photos(self, works: Iterable[WorkCard]) -> list[Thing]:
        return [
            {
                "@type": "ImageObject",
                "contentUrl": self._picture_url(image),
                "name": work.title,
                "caption": image.caption,
                "creditText": image.credit,
                "creator": {"@type": "Person", "name": image.credit},
                "copyrightNotice": image.licence,
            }
            for work in works
            for image in work.photos
        ]

    def news(self, document: DocumentCard, path: str) -> list[Thing]:
        """NewsArticle of a news item."""
        office = self.context.region.site.office
        article: Thing = {
            "@type": "NewsArticle",
            "headline": document.title,
            "description": document.summary,
            "datePublished": midnight(document.date_iso, self.context.region.site.timezone),
            "url": self.context.address(path),
            "author": {"@type": "Organization", "name": document.author or office.name},
            "publisher": {"@type": "Organization", "name": office.name},
        }
        if document.image:
            article["image"] = [self._picture_url(document.image)]
        return [article]

    def _picture_url(self, image: Image | None) -> str:
        return self.context.address(image.picture.fallback.path) if image else ""


def script_json(value: Thing) -> str:
    """JSON that cannot end a <script>: `<`, `>` and `&` are written as escapes."""
    text = msgspec.json.encode(value).decode()
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
