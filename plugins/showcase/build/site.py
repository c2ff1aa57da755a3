"""One build, step by step: content -> cards -> pages and files. Pelican only lends templates and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, field, replace
from functools import partial
from pathlib import Path

import jinja2

from ..cache.cache import FOLDER, Memory, begin, digest, digest_of_files, end, files_below, packed
from ..cards import Catalogue, Maker, catalogue_of, render_ahead
from ..cards.layout import Chrome
from ..cards.report import Report as Figures
from ..cards.report import report_of
from ..content import for_audience, is_stopped, office_faults, read_content, require_people
from ..diagnostics.fault import ContentFaults, ToolFailure, sort_faults
from ..outputs import Asset, assets_of, files
from ..pages import DrawnShares, NoShares, Page, Press, Shares, chrome_of, documents, plan, root_of
from ..pictures import Recipe, Report, Workshop
from ..profiles import Content
from ..publish import Claim, KeptPages, Tree, Weight, check_limits, claim, weigh
from ..runtime.parallel import cores, in_parts
from ..runtime.progress import told
from ..runtime.termination import too_late_to_stop
from ..settings import PROJECT, Settings
from .last_build import program_digest
from .outcome import Outcome
from .picture_budget import chosen_recipe
from .picture_faults import picture_faults
from .search_index import search_index

NOT_REMEMBERED = "Situs baru sudah terpasang, tetapi simpanan tidak dapat ditulis; pembangunan berikutnya lebih lama"


def code_digest(settings: Settings) -> bytes:
    """A hash of everything that turns what people wrote into a page: our code, the libraries, the templates."""
    templates = digest_of_files([settings.theme / "templates", *settings.beside], "*.html")
    return digest(
        program_digest(), templates, digest_of_files(settings.beside, "*.py"), settings.templates_see.encode()
    )


@dataclass
class Site:
    """The site while it is being built. Raises ContentFaults before anything is written."""

    settings: Settings
    claim: Claim = field(init=False)
    content: Content = field(init=False)
    pages: tuple[Page, ...] = field(init=False, default=())
    texts: dict[str, Page] = field(init=False, default_factory=dict)
    chrome: Chrome = field(init=False)
    catalogue: Catalogue = field(init=False)
    press: Press = field(init=False)
    assets: tuple[Asset, ...] = field(init=False)
    recipe: Recipe = field(init=False)
    leaner: str = field(init=False)
    workshop: Workshop = field(init=False)
    kept: KeptPages = field(init=False)
    begun: tuple[Path, ...] = field(init=False)
    profiles: Memory = field(init=False)
    stories: Memory = field(init=False)
    facts: Memory = field(init=False)
    compiled: Memory = field(init=False)
    code: bytes = field(init=False)
    frame: bytes = field(init=False)
    figures: Figures = field(init=False)
    report: Report | None = field(init=False, default=None)
    written: set[str] = field(init=False, default_factory=set)
    count: int = field(init=False, default=0)
    made: int = field(init=False, default=0)
    weight: Weight | None = field(init=False, default=None)
    late_search: bool = field(init=False, default=False)
    remark: str = field(init=False, default="")

    def __post_init__(self) -> None:
        settings = self.settings
        self.claim = claim(settings.output, settings.content, PROJECT)
        self.code = code_digest(settings)
        memory = self.profiles = self._memory("profil")
        content = read_content(
            settings.content, settings.project_content, settings.today, memory=memory, jobs=settings.jobs
        )
        self.begun = begin(settings.cache)
        memory.save()
        self.content = for_audience(content, samples=settings.samples, today=settings.today)
        unreachable = () if settings.samples else office_faults(self.content)
        if unreachable or is_stopped(content.faults, hold_back=settings.hold_back):
            raise ContentFaults(sort_faults((*content.faults, *unreachable)))
        self.tree = Tree(settings.output)
        self.recipe, self.leaner = chosen_recipe(self.content, settings)

    def _memory(self, name: str) -> Memory:
        """What earlier builds found out, of one kind."""
        return Memory(self.settings.cache / FOLDER / name, self.code)

    def open(self) -> Path:
        """Make the folder to build into and plan every page; pictures start being made."""
        settings = self.settings
        self.claim.keep()
        staging = self.tree.open()
        self.kept = KeptPages(self.tree, settings.cache, self.code)
        self._order()
        if settings.hold_back:
            self._hold_back_failing_pictures()
        return staging

    def fill(self, shard: tuple[int, int]) -> Report:
        """Make one shard of the pictures, for the cache alone: no page, no tree. Raises ContentFaults."""
        self._order(shard)
        report = self.workshop.finish(None, partial(told, "gambar"))
        faults = picture_faults(report, self.content, self.settings.content)
        if faults and not self.settings.hold_back:
            raise ContentFaults(sort_faults(faults))
        return report

    def _order(self, shard: tuple[int, int] | None = None) -> None:
        """Plan every page; pictures start being made."""
        settings = self.settings
        self.stories = self._memory("cerita")
        # Before the first picture is ordered: no process may be split in two once threads run.
        render_ahead((creator.story for creator in self.content.creators), self.stories, cores(settings.jobs))
        self.facts = self._memory("gambar")
        cache = settings.cache / "gambar"
        self.workshop = Workshop(self.recipe, cache, settings.jobs, shard, self.facts)
        self._plan()

    def _plan(self) -> None:
        settings, content = self.settings, self.content
        maker = Maker(
            content.region, settings.today, self.workshop, settings.base_url, settings.share_images, self.stories
        )
        self.catalogue = catalogue_of(content.region, content.creators, content.news, content.pages, maker)
        self.assets = assets_of(settings.theme, content.region.site.accents)
        self.chrome = chrome_of(self.catalogue, settings, {asset.name: asset.path for asset in self.assets})
        self.frame = packed(self.chrome)
        # A chat fetches a share image by its full address: without one there is nothing to draw.
        drawn = settings.share_images and settings.site_url
        shares: Shares = DrawnShares(self.workshop, maker) if drawn else NoShares()
        self.figures = report_of(content.region, content.creators, content.history, settings.today)
        self.pages = tuple(plan(self.catalogue, content.gone, self.figures, settings, shares))
        self.texts = documents(self.catalogue, settings, shares)

    def _hold_back_failing_pictures(self) -> None:
        """Wait for the pictures; whoever shows one that cannot be made is left out before a page names them."""
        faults = picture_faults(self.workshop.wait(partial(told, "gambar")), self.content, self.settings.content)
        if not faults:
            return
        self._require_people()
        failing = {fault.path for fault in faults}
        content = self.content
        self.content = replace(
            content,
            creators=tuple(one for one in content.creators if one.source not in failing),
            news=tuple(one for one in content.news if one.source not in failing),
            pages=tuple(one for one in content.pages if one.source not in failing),
            held_back=(*content.held_back, *(one.slug for one in content.creators if one.source in failing)),
            texts_held_back=(
                *content.texts_held_back,
                *(one.source for one in (*content.news, *content.pages) if one.source in failing),
            ),
            faults=sort_faults((*content.faults, *faults)),
        )
        self.workshop.forget()
        for memory in (self.profiles, self.stories):
            memory.drop_all()  # both know who has just been left out; it is not asked who of the others is in which
        self.profiles.save()
        self._plan()

    def set_up(self, env: jinja2.Environment) -> None:
        """Take the environment that loads our templates."""
        self.compiled = self._memory("templat")
        self.press = Press(env, self.chrome, self.compiled)
        folder = self.settings.theme / "templates"
        self.press.prepare(path.relative_to(folder).as_posix() for path in files_below(folder, "*.html"))

    def render(self, pages: Sequence[Page]) -> None:
        """Put pages into the new tree, on all cores unless pictures are being made there."""
        for page in pages:
            self._claim(page.file)
        self.count += len(pages)
        jobs = 1 if self.workshop.busy else cores(self.settings.jobs)
        for page, value in zip(pages, in_parts(self._make, pages, bytes, jobs), strict=True):
            self.kept.remember(page.file, value)
        self.made = self.count

    def _make(self, page: Page) -> bytes:
        """Keep the old tree's page or render a new one: what to remember of it."""
        self.made += 1
        told("halaman", self.made, len(self.pages) + len(self.texts))
        # The error page is served at any depth, so it alone names the base path.
        root = root_of(page.path) if page.path != "404.html" else self._base_path()
        fingerprint = digest(self.frame, packed((page.template, page.policy, page.head, root, page.values)))
        if known := self.kept.keep(page.file, fingerprint):
            return known
        policy = page.policy or self.chrome.csp
        values = {"head": page.head, "here": page.here, "policy": policy, **page.values}
        data = self.press.html(page.template, root, values).encode()
        self._put(page.file, data)
        return self.kept.made(page.file, fingerprint, data)

    def finish(self) -> None:
        """Write what is not a page, wait for the pictures, check the tree and put it in place."""
        self._whole()
        for asset in self.assets:
            self.write(asset.path, asset.content)
        for path, text in files(self.catalogue, self.figures, self._listed(), self.settings):
            self.write(path, text.encode())
        for static in self.content.static:
            self.write(static.path, static.file.read_bytes())
        if self.chrome.search_path:
            group, self.late_search = search_index(self.catalogue, self.kept, self.write, self.settings.late_search)
            self.written |= group.values.keys()
        self.report = self.workshop.finish(self.tree.staging, partial(told, "gambar"), self.tree.present)
        if faults := picture_faults(self.report, self.content, self.settings.content):
            raise ContentFaults(sort_faults((*self.content.faults, *faults)))
        self._require_people()
        self.tree.settle(self.written | set(self.report.files))
        self._weigh()
        self.claim.keep(entry.name for entry in self.tree.staging.iterdir())
        too_late_to_stop()
        self.tree.swap()
        try:
            self._remember()
        except (OSError, MemoryError) as lost:
            self.remark = f"{NOT_REMEMBERED} ({lost})"

    def _remember(self) -> None:
        """Save what the next build can use. The new site stands by now, so nothing that fails here undoes it."""
        self.kept.save()
        self.workshop.seal(self.tree.present, self.tree.changed)
        self.stories.save()
        self.facts.save()
        self.compiled.save()
        self.workshop.prune()
        end(self.begun)

    def _whole(self) -> None:
        """Every planned page was written, whoever was asked to: nobody is left out in silence."""
        planned = {page.file for page in (*self.pages, *self.texts.values())}
        if missing := sorted(planned - self.written):
            some = ", ".join(missing[:5])
            raise ToolFailure(f"{len(missing)} halaman tidak tertulis: {some}. Situs lama tetap utuh.")

    def _require_people(self) -> None:
        """Content that went away meanwhile is nobody's fault. Raises ToolFailure."""
        settings = self.settings
        require_people(
            settings.content, may_lack=settings.content == settings.project_content and not self.content.creators
        )

    def _weigh(self) -> None:
        """What is published must fit where it is published."""
        if self.settings.demo or not self.settings.samples:
            self.weight = weigh(self.tree.present, self.settings.content)
            check_limits(self.weight, self.settings.content)

    def abandon(self) -> None:
        """Stop, and leave everything as it was. Pictures that wait to be made are not made any more."""
        with suppress(AttributeError):  # stopped before there was a workshop
            self.workshop.abandon()
        self.tree.abandon()

    def outcome(self) -> Outcome:
        """Figures of a finished build."""
        return Outcome(
            creators=len(self.catalogue.creators),
            pages=self.count,
            encoded=self.report.encoded if self.report else 0,
            reused=self.report.reused if self.report else 0,
            held_back=(*self.content.held_back, *self.content.texts_held_back),
            suggestions=self.content.faults,
            weight=None if self.weight is None else astuple(self.weight),
            late_search=self.late_search,
            leaner=self.leaner,
            remark=self.remark,
        )

    def write(self, path: str, data: bytes) -> bytes:
        """Have one file in the tree; what is remembered of it."""
        self._claim(path)
        fingerprint = digest(data)
        known = self.kept.keep(path, fingerprint)
        if not known:
            self._put(path, data)
            known = self.kept.made(path, fingerprint, data)
        self.kept.remember(path, known)
        return known

    def _claim(self, path: str) -> None:
        """Two files of one name are a mistake of ours."""
        if path in self.written:
            raise ToolFailure(f"Dua halaman ingin menulis {path}.")
        self.written.add(path)

    def _put(self, path: str, data: bytes) -> None:
        try:
            self.tree.put(path, data)
        except OSError as broken:
            raise ToolFailure(f"Gagal menulis {path}: {broken.strerror}. Situs lama tetap utuh.") from broken

    def _listed(self) -> Iterable[str]:
        return (page.path for page in (*self.pages, *self.texts.values()) if page.listed and not page.head.noindex)

    def _base_path(self) -> str:
        return "/" + "".join(f"{part}/" for part in self.settings.base_url.split("/")[3:] if part)
