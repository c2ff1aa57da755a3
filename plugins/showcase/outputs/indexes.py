"""Files for crawlers: sitemap.xml and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from ..cards.addresses import SITEMAP
from ..settings import Settings


def sitemap(paths: Iterable[str], settings: Settings) -> str:
    """All listed pages, by address (sitemaps.org protocol 0.9)."""
    rows = (f"<url><loc>{escape(f'{settings.base_url}/{path}')}</loc></url>" for path in sorted(set(paths)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        + "\n".join(rows)
        + "\n</urlset>\n"
    )


def robots(settings: Settings) -> str:
    """A public site may be crawled; a demonstration may not."""
    if settings.demo:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.base_url}/{SITEMAP}\n"
