"""The third step of a build: what has changed is written into a new tree, the rest is reused from the old one."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from ..cache.cache import Cache
from ..cache.digests import digest, files_below, packed
from ..diagnostics.fault import ToolFailure
from ..pages import Page, Renderer, root_of
from ..pictures import PicturePipeline
from ..publish import ReusableFiles, Tree
from ..runtime.parallel import cores, parallel_map
from ..runtime.progress import report_progress
from .plan import Plan


class SiteWriter:
    """Writes the files of one plan into a tree. env: loads the theme's templates.

    written: the path of every file so far, relative to the site.
    """

    def __init__(self, plan: Plan, tree: Tree, reusable: ReusableFiles, cache: Cache, env: jinja2.Environment) -> None:
        self.written: set[str] = set()
        self.reusable = reusable
        self._plan = plan
        self._tree = tree
        self._layout = packed(plan.layout)
        self._begun = 0
        self._renderer = Renderer(env, plan.layout, cache["templat"])
        folder = plan.source.settings.theme / "templates"
        self._renderer.prepare(path.relative_to(folder).as_posix() for path in files_below(folder, "*.html"))

    def write_pages(self, pages: Sequence[Page], pictures: PicturePipeline) -> None:
        """Render pages, on all cores unless pictures are being made there, and put them into the tree."""
        for page in pages:
            self._claim(page.file)
        jobs = 1 if pictures.busy else cores(self._plan.source.settings.jobs)
        for page, value in zip(pages, parallel_map(self._page, pages, bytes, jobs), strict=True):
            self.reusable.remember(page.file, value)

    def story(self, page: Page) -> str:
        """HTML of the text of a news item or page."""
        return self._renderer.story(root_of(page.path), page.values["document"].story)

    def template(self, page: Page) -> jinja2.Template:
        """The template of a page, at its depth."""
        return self._renderer.template(page.template, self._root(page))

    def values(self, page: Page) -> dict[str, object]:
        """What the template of a page may see."""
        return {"head": page.head, "here": page.here, "policy": page.policy or self._plan.layout.csp, **page.values}

    def write_document(self, path: str, html: str) -> None:
        """Put a page that Pelican has rendered into the tree.

        It is always a new file: a plugin may go on writing into it, and a reused one is a link to the published file.
        """
        self._claim(path)
        data = html.encode()
        self._put(path, data)
        self.reusable.remember(path, self.reusable.made(path, digest(data), data))

    def write_file(self, path: str, data: bytes) -> bytes:
        """Have one file in the tree; what is remembered of it."""
        self._claim(path)
        fingerprint = digest(data)
        known = self.reusable.reuse(path, fingerprint)
        if not known:
            self._put(path, data)
            known = self.reusable.made(path, fingerprint, data)
        self.reusable.remember(path, known)
        return known

    def _page(self, page: Page) -> bytes:
        """Reuse the old tree's page or render a new one: what to remember of it."""
        self._begun += 1
        report_progress("halaman", self._begun, len(self._plan.pages))
        root = self._root(page)
        fingerprint = digest(self._layout, packed((page.template, page.policy, page.head, root, page.values)))
        if known := self.reusable.reuse(page.file, fingerprint):
            return known
        data = self._renderer.html(page.template, root, self.values(page)).encode()
        self._put(page.file, data)
        return self.reusable.made(page.file, fingerprint, data)

    def _root(self, page: Page) -> str:
        """The prefix from a page to the site's root; the error page is served at any depth, so it names the base."""
        if page.path != "404.html":
            return root_of(page.path)
        base = self._plan.source.settings.base_url.split("/")[3:]
        return "/" + "".join(f"{part}/" for part in base if part)

    def _claim(self, path: str) -> None:
        """Two files of one name are a mistake of ours."""
        if path in self.written:
            raise ToolFailure(f"Dua halaman ingin menulis {path}.")
        self.written.add(path)

    def _put(self, path: str, data: bytes) -> None:
        try:
            self._tree.put(path, data)
        except OSError as broken:
            raise ToolFailure(f"Gagal menulis {path}: {broken.strerror}. Situs lama tetap utuh.") from broken
