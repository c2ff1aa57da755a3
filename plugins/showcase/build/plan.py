"""The second step of a build: the pages of all kinds, the other files and the pictures are planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..cache.cache import Results
from ..cards import CardContext, Catalogue, catalogue_of
from ..cards.layout import Layout
from ..cards.report import Report, report_of
from ..identity import with_drawings
from ..outputs import Asset, assets_of, files
from ..pages import DrawnShares, NoShares, Page, Shares, documents, layout_of, plan
from ..palette import palette_of
from ..pictures import PicturePipeline
from .source import Source


@dataclass(frozen=True, slots=True)
class Plan:
    """A site before it is written. documents: pages of news items and of the office's texts, by source path.

    figures: what the report counts.
    """

    source: Source
    catalogue: Catalogue
    layout: Layout
    assets: tuple[Asset, ...]
    figures: Report
    pages: tuple[Page, ...]
    documents: Mapping[str, Page]

    @property
    def all_pages(self) -> tuple[Page, ...]:
        """Every page, whoever writes it."""
        return (*self.pages, *self.documents.values())

    def other_files(self, results: Results) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of what is neither a page, a picture nor the search index. results: of the form's data."""
        for asset in self.assets:
            yield asset.path, asset.content
        listed = (page.path for page in self.all_pages if page.listed and not page.head.noindex)
        for path, text in files(self.catalogue, self.figures, listed, self.source.settings, results):
            yield path, text.encode()
        for static in self.source.content.static:
            yield static.path, static.file.read_bytes()


def plan_site(source: Source, pictures: PicturePipeline, stories: Results) -> Plan:
    """Plan every file. pictures: where they are ordered. stories: rendered texts of earlier builds."""
    settings, content, site = source.settings, source.content, source.content.region.site
    palette = palette_of(settings.theme, site.accent, site.colours)
    region = with_drawings(content.region, palette)
    assets = assets_of(settings.theme, palette.css, (one for one in region.images if one.is_drawing))
    context = CardContext(region, settings.today, pictures, settings.base_url, settings.share_images, stories)
    catalogue = catalogue_of(region, content.creators, content.news, content.pages, context)
    # A chat fetches a share image by its full address: without one there is nothing to draw.
    drawn = settings.share_images and settings.site_url
    shares: Shares = DrawnShares(pictures, context, settings.theme, palette) if drawn else NoShares()
    figures = report_of(region, content.creators, content.history, settings.today)
    return Plan(
        source=source,
        catalogue=catalogue,
        layout=layout_of(catalogue, settings, {asset.name: asset.path for asset in assets}, palette),
        assets=assets,
        figures=figures,
        pages=tuple(plan(catalogue, content.gone, figures, settings, shares)),
        documents=documents(catalogue, settings, shares),
    )
