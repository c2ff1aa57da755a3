"""Where the site's pages and generated files lie, relative to its root."""

from __future__ import annotations

from ..profiles.model import Document

CREATORS, WORKS, NEWS = "kreator/", "karya/", "kabar/"
# Index pages by kind of term; the page of each term lies below.
TERMS = {"topic": "topik/", "medium": "media/", "district": "kecamatan/", "service": "jasa/", "place": "tempat/"}
SEARCH, SEARCH_INDEX = "cari/", "cari/indeks/"
REPORT, REPORT_TABLE = "laporan/", "laporan/laporan.csv"
# The form makes a new picture of a photo, without the place where it was taken; GitHub's upload page does not.
FORM, FORM_DATA, FORM_PUBLISHED = "kelola/", "kelola/data.json", "kelola/tayang.json"
FEED, NEWS_FEED = "feed.xml", "kabar/feed.xml"
SITEMAP = "sitemap.xml"
OPEN_DATA, OPEN_TABLE, OPEN_SCHEMA = "data/kreator.json", "data/kreator.csv", "data/kreator.schema.json"


def creator_path(slug: str) -> str:
    """Where a profile lies."""
    return f"{CREATORS}{slug}/"


def term_path(kind: str, key: str) -> str:
    """Where the page of a term lies."""
    return f"{TERMS[kind]}{key}/"


def news_path(document: Document) -> str:
    """Where a news item lies."""
    return f"{NEWS}{document.slug}/"


def page_path(document: Document) -> str:
    """Where a page lies."""
    return f"{document.slug}/"
