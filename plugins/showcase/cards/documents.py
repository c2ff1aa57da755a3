"""News and pages, the office's own texts, as cards."""

from __future__ import annotations

from ..links.model import Link
from ..profiles.model import Document
from ..text.formats import iso, long_date, shortened
from .addresses import news_path
from .context import CardContext
from .creators import story_picture
from .model import Image, NewsCard
from .opened import DocumentCard, StoryPart
from .prerender import MARKDOWN
from .story import office_cleaner, render, story_parts
from .works import story_link


def news_card(document: Document, context: CardContext) -> NewsCard:
    """A news item in a list."""
    return NewsCard(
        path=news_path(document),
        title=document.title,
        summary=shortened(document.summary, 160),
        date=long_date(document.published, context.language),
        date_iso=iso(document.published),
        image=_image(document, "card", context),
    )


def document_card(document: Document, context: CardContext, *, root: str) -> DocumentCard:
    """A text, opened. root: relative prefix from its page to the site's root."""
    files = dict(document.pictures)
    office = context.region.site.office
    cleaner = office_cleaner(root)

    def link(known: Link, label: str) -> StoryPart:
        return story_link(known, label, lambda: f"{document.slug}-{known.id}")

    def picture(name: str, alt: str, title: str) -> StoryPart | None:
        return story_picture(files, name, alt, title or office.short, "", context)

    return DocumentCard(
        title=document.title,
        summary=document.summary,
        date=long_date(document.published, context.language),
        date_iso=iso(document.published),
        author=document.author,
        image=_image(document, "work", context),
        story=story_parts(
            document.story,
            clean=lambda html: context.cached(cleaner, html, f"kantor {root}"),
            link=link,
            picture=picture,
            render=lambda text: context.cached(render, text, MARKDOWN),
        ),
        source_name=document.source_name,
        source_url=document.source_url,
    )


def _image(document: Document, use: str, context: CardContext) -> Image | None:
    return context.image(document.photo, use, alt="") if document.photo else None
