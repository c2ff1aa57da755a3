"""Outputs: the files of a site besides its pages: feeds, sitemap, search index, open data, assets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..cache.cache import Results
from ..cache.digests import digest, packed
from ..cards import Catalogue, addresses
from ..cards.report import Report
from ..settings import Settings
from . import feeds, form, indexes, open_data, report
from .assets import Asset, assets_of

__all__ = ["Asset", "assets_of", "files"]


def files(
    catalogue: Catalogue, figures: Report, listed: Iterable[str], settings: Settings, results: Results
) -> Iterator[tuple[str, str]]:
    """Path and text of every generated text file. listed: paths of the pages for the sitemap.

    results: data of the form page that earlier builds made; it depends on the region alone.
    """
    yield addresses.FEED, feeds.creators_feed(catalogue)
    yield addresses.NEWS_FEED, feeds.news_feed(catalogue)
    yield addresses.SITEMAP, indexes.sitemap(listed, settings)
    yield "robots.txt", indexes.robots(settings)
    records = open_data.records(catalogue)
    yield addresses.OPEN_DATA, open_data.as_json(records, catalogue)
    yield addresses.OPEN_TABLE, open_data.as_csv(records)
    yield addresses.OPEN_SCHEMA, open_data.schema()
    yield addresses.REPORT_TABLE, report.as_csv(figures)
    key = digest(packed(catalogue.region))
    yield addresses.FORM_DATA, results.cached(key, lambda: form.as_json(catalogue).encode()).decode()
    yield addresses.FORM_PUBLISHED, form.published(catalogue)
    yield ".nojekyll", ""
