"""News and pages, the office's own texts, as cards."""

from __future__ import annotations

from ..links.model import Link
from ..profiles.model import Document
from ..text.formats import iso, long_date, shortened
from .context import Maker
from .creators import story_picture
from .model import Image, NewsCard
from .opened import DocumentCard, StoryPart
from .prerender import MARKDOWN
from .story import office_cleaner, render, story_parts
from .works import story_link


def news_path(document: Document) -> str:
    """Where a news item lies, relative to the site."""
    return f"kabar/{document.slug}/"


def page_path(document: Document) -> str:
    """Where a page lies, relative to the site."""
    return f"{document.slug}/"


def news_card(document: Document, maker: Maker) -> NewsCard:
    """A news item in a list."""
    return NewsCard(
        path=news_path(document),
        title=document.title,
        summary=shortened(document.summary, 160),
        date=long_date(document.published, maker.language),
        date_iso=iso(document.published),
        image=_image(document, "card", maker),
    )


def document_card(document: Document, maker: Maker, *, root: str) -> DocumentCard:
    """A text, opened. root: relative prefix from its page to the site's root."""
    files = dict(document.pictures)
    office = maker.region.site.office
    cleaner = office_cleaner(root)

    def link(known: Link, label: str) -> StoryPart:
        return story_link(known, label, lambda: f"{document.slug}-{known.id}")

    def picture(name: str, alt: str, title: str) -> StoryPart | None:
        return story_picture(files, name, alt, title or office.short, "", maker)

    return DocumentCard(
        title=document.title,
        summary=document.summary,
        date=long_date(document.published, maker.language),
        date_iso=iso(document.published),
        author=document.author,
        image=_image(document, "work", maker),
        story=story_parts(
            document.story,
            clean=lambda html: maker.remembered(cleaner, html, f"kantor {root}"),
            link=link,
            picture=picture,
            render=lambda text: maker.remembered(render, text, MARKDOWN),
        ),
        source_name=document.source_name,
        source_url=document.source_url,
    )


def _image(document: Document, use: str, maker: Maker) -> Image | None:
    return maker.image(document.photo, use, alt="") if document.photo else None
