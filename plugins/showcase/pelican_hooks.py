"""Where Pelican is met: signals, reader, generator, writer. Nothing else imports it.

Pelican finds the news and pages and calls us in order; what a page is made of comes from
`site.py`. The output folder is moved aside to a staging folder before anything is written.

Where nothing was touched since the last build, nothing of this is done; so what makes a site is
imported only once it is known that one has to be made.
"""

from __future__ import annotations

import gc
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Category
from pelican.utils import SafeDatetime
from pelican.writers import Writer

from .faults import ToolFailure
from .leavings import clear_reports
from .outcome import Outcome
from .settings import own_content, settings_from
from .untouched import LastBuild

if TYPE_CHECKING:
    from .site import Site

SITE = "SHOWCASE_SITE"
LAST = "SHOWCASE_LAST_BUILD"
OUTCOME = "SHOWCASE_OUTCOME"
COMPLAINTS = "SHOWCASE_COMPLAINTS"
# How many new things Python waits for before it looks for rubbish. Nearly all that a build makes is needed to its
# end; looked for as often as usual, a third of the time of a large site goes into finding none.
YOUNG = 1_000_000


def connect() -> None:
    """Connect every handler; they are module-level functions, since signals hold them weakly."""
    signals.initialized.connect(prepare)
    signals.readers_init.connect(use_our_reader)
    signals.generator_init.connect(speak)
    signals.get_generators.connect(our_generator)
    signals.get_writer.connect(our_writer)
    signals.finalized.connect(deliver)


def prepare(pelican: Pelican) -> None:
    """Leave a site alone that would come out the same, else start making one."""
    settings = pelican.settings
    last = settings[LAST] = LastBuild(settings)
    if outcome := last.outcome():
        settings[OUTCOME] = outcome
        pelican.run = partial(leave, outcome)
        return
    begin(pelican)


def leave(outcome: Outcome) -> None:
    """The whole run where nothing was touched."""
    console.print(f"Tidak ada yang berubah: {outcome.creators} kreator, {outcome.pages} halaman.", highlight=False)


def begin(pelican: Pelican) -> None:
    """Read and check all content, then point Pelican at the staging folder. Raises ContentFaults."""
    gc.set_threshold(YOUNG)
    from .profiles import timezone_of
    from .site import Site

    settings = pelican.settings
    site = Site(settings_from(settings, timezone_of(Path(settings["PATH"]), own_content())))
    settings[SITE] = site
    for setting, folder in (("ARTICLE_PATHS", "kabar"), ("PAGE_PATHS", "halaman")):
        settings[setting] = [str(content_part(Path(settings["PATH"]), folder))]
    try:
        pelican.output_path = settings["OUTPUT_PATH"] = str(site.open())
    except BaseException:
        site.abandon()
        raise


def content_part(content: Path, name: str) -> Path:
    """A folder of the content; the project's own where `content` lacks it."""
    own = content / name
    return own if own.is_dir() else own_content() / name


def use_our_reader(readers: Readers) -> None:
    """Texts were read and checked already; Pelican gets them from there."""
    readers.reader_classes = {"md": CheckedReader}


def speak(generator: Generator) -> None:
    """Every template may say `_()`; Indonesian is the source language."""
    generator.env.install_null_translations(newstyle=True)


def our_generator(_pelican: Pelican) -> type[Generator]:
    """Everything that is neither news nor a page."""
    return ShowcaseGenerator


def our_writer(_pelican: Pelican) -> type[Writer]:
    """What writes news and pages."""
    return ShowcaseWriter


def deliver(pelican: Pelican) -> None:
    """All pages are there: add the rest, put the tree in place, and remember that it is.

    Raises ToolFailure if Pelican only logged, and went on, that it could not do something.
    """
    settings = pelican.settings
    if complaints := settings.get(COMPLAINTS):
        raise ToolFailure(f"Pelican melaporkan: {'; '.join(complaints)}. Situs lama tetap utuh.")
    site: Site = settings[SITE]
    site.finish()
    settings[OUTCOME] = site.outcome()
    shown = {one.slug for one in site.content.creators}
    clear_reports(site.settings.content, shown)
    settings[LAST].keep(site.content.region.site.timezone, site.settings, settings[OUTCOME], shown)


class CheckedReader(BaseReader):  # type: ignore[misc]
    """Hands Pelican a text that the profiles room has read; one that was held back is skipped."""

    enabled = True
    file_extensions = ["md"]  # noqa: RUF012 - Pelican's own contract

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of a news item or page."""
        from .cards.model import StoryText

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
