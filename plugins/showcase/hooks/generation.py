"""The reader, the generator and the writer that Pelican works with: from a news item's file to its page."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import jinja2
from pelican.generators import Generator
from pelican.readers import BaseReader
from pelican.urlwrappers import Category
from pelican.utils import SafeDatetime
from pelican.writers import Writer

from ..build.build import Build
from ..build.write import SiteWriter
from ..pages import Page
from ..pages.renderer import template_faults


class Generation:
    """What Pelican asks of one build."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._env: jinja2.Environment | None = None

    def lend(self, generator: Generator) -> None:
        """Have a generator read the texts that were checked, whatever readers other plugins bring.

        Every template may say `_()`; Indonesian is the source language.
        """
        generator.readers.readers = {"md": self.of(CheckedReader)(generator.settings)}
        generator.readers.disabled_readers = {}
        generator.env.install_null_translations(newstyle=True)
        self._env = generator.env

    def of(self, kind: type[Any]) -> Any:  # noqa: ANN401 - Pelican wants classes, and instantiates them itself
        """A reader, generator or writer class that knows this build."""
        return type(kind.__name__, (kind,), {"generation": self})

    @cached_property
    def writer(self) -> SiteWriter:
        """What writes the site's files; made once every plugin has had its say about the templates."""
        assert self._env, "Pelican made no generator"  # noqa: S101 - it makes two of its own
        return self.build.writer(self._env)

    def page_of(self, path: Path) -> Page | None:
        """The planned page of a news item or text; None for one that is held back."""
        return self.build.plan.documents.get(f"{path.parent.name}/{path.name}")


class CheckedReader(BaseReader):  # type: ignore[misc]
    """Reads a news item or page from what was planned; one that was held back is skipped."""

    enabled = True
    file_extensions: ClassVar = ["md"]
    generation: ClassVar[Generation]

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata."""
        page = self.generation.page_of(Path(source_path))
        if page is None:
            return "", {"title": Path(source_path).stem, "status": "skip"}
        text = page.values["document"]
        metadata: dict[str, Any] = {
            "title": text.title,
            "slug": page.path.rstrip("/").rpartition("/")[2],
            "summary": text.summary,
            "category": Category("kabar", self.settings),
        }
        if text.date_iso:
            day = datetime.combine(datetime.fromisoformat(text.date_iso), time(), UTC)
            metadata["date"] = SafeDatetime.fromtimestamp(day.timestamp(), UTC)
        return self.generation.writer.story(page), metadata


class ShowcaseGenerator(Generator):  # type: ignore[misc]
    """Writes every page that is neither a news item nor a text of the office."""

    generation: ClassVar[Generation]

    def generate_output(self, _writer: Writer) -> None:
        """Render the planned pages."""
        build = self.generation.build
        self.generation.writer.write_pages(build.plan.pages, build.pictures)


class ShowcaseWriter(Writer):  # type: ignore[misc]
    """Pelican's writer, into the new tree: news and texts see our values beside Pelican's."""

    generation: ClassVar[Generation]

    def write_file(self, name: str, template: jinja2.Template, context: dict[str, Any], **kwargs: Any) -> None:  # noqa: ANN401
        """Render and write one file. A news item or text gets the template of its depth and what that may see."""
        text = kwargs.get("article") or kwargs.get("page")
        page = self.generation.page_of(Path(getattr(text, "source_path", ""))) if text else None
        with template_faults():
            if page is not None:
                writer = self.generation.writer
                template, kwargs = writer.template(page), {**writer.values(page), **kwargs}
            super().write_file(name, template, context, **kwargs)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> io.StringIO:
        path = Path(filename).relative_to(self.output_path).as_posix()
        return _File(lambda text: self.generation.writer.write_document(path, text))


class _File(io.StringIO):
    """A text file that is handed over whole when it is closed."""

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__()
        self._write = write

    def close(self) -> None:
        """Hand over what was written."""
        if not self.closed:
            self._write(self.getvalue())
        super().close()
