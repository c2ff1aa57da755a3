"""Where Pelican calls us: signals, reader, generator, writer. Only this room knows Pelican.

Pelican finds the news and pages and calls us in order; what a page is made of comes from `build/site.py`.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import BaseReader
from pelican.urlwrappers import Category
from pelican.utils import SafeDatetime
from pelican.writers import Writer

from .run import SITE, Runs, in_words

if TYPE_CHECKING:
    from ..build.site import Site


def connect() -> None:
    """Connect every handler; they are module-level functions, since signals hold them weakly."""
    signals.initialized.connect(prepare)
    signals.generator_init.connect(lend)
    signals.get_generators.connect(our_generator)
    signals.get_writer.connect(our_writer)
    logging.getLogger("pelican").addFilter(in_words)


def prepare(pelican: Pelican) -> None:
    """Begin only when Pelican runs: `-l` serves without running, `-r` runs again and again."""
    pelican.run = Runs(pelican)


def lend(generator: Generator) -> None:
    """Texts were read and checked already; a generator gets them from there, whatever readers other plugins bring.

    Every template may say `_()`; Indonesian is the source language.
    """
    generator.readers.readers = {"md": CheckedReader(generator.settings)}
    generator.readers.disabled_readers = {}
    generator.env.install_null_translations(newstyle=True)


def our_generator(_pelican: Pelican) -> type[Generator]:
    """Everything that is neither news nor a page."""
    return ShowcaseGenerator


def our_writer(_pelican: Pelican) -> type[Writer]:
    """What writes news and pages."""
    return ShowcaseWriter


class CheckedReader(BaseReader):  # type: ignore[misc]
    """Hands Pelican a text that the profiles room has read; one that was held back is skipped."""

    enabled = True
    file_extensions = ["md"]  # noqa: RUF012 - Pelican's own contract

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of a news item or page."""
        from ..cards.model import StoryText

        path = Path(source_path)
        site: Site = self.settings[SITE]
        source = f"{path.parent.name}/{path.name}"
        page = site.texts.get(source)
        if page is None:
            return "", {"title": path.stem, "status": "skip"}
        text = page.values["document"]
        html = "".join(part.html for part in text.story if isinstance(part, StoryText))
        metadata: dict[str, Any] = {
            "title": text.title,
            "slug": page.path.rstrip("/").rpartition("/")[2],
            "summary": text.summary,
            "category": Category("kabar", self.settings),
            "source_name": source,
        }
        if text.date_iso:
            metadata["date"] = SafeDatetime.fromtimestamp(
                datetime.combine(datetime.fromisoformat(text.date_iso), time(), UTC).timestamp(), UTC
            )
        return html, metadata


class ShowcaseGenerator(Generator):  # type: ignore[misc]
    """Writes every page that the plan names."""

    def generate_context(self) -> None:
        """Lend our templates' environment, before anybody writes a page."""
        self.settings[SITE].set_up(self.env)

    def generate_output(self, _writer: Writer) -> None:
        """Render the planned pages."""
        site: Site = self.settings[SITE]
        site.render(site.pages)


class ShowcaseWriter(Writer):  # type: ignore[misc]
    """Writes a news item or page with what our templates ask for."""

    def write_file(self, name: str, _template: Any, _context: dict[str, Any], *_: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Render and write one text of Pelican's; any other page of Pelican's is none of ours."""
        text = kwargs.get("article") or kwargs.get("page")
        if not name or text is None:
            return
        site: Site = self.settings[SITE]
        site.render([site.texts[text.source_name]])
