"""One build: read the content, plan every file, write what has changed. Begun here, then finished or abandoned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import jinja2

from ..cache.cache import Cache
from ..cache.digests import digest, digest_of_files, hashed
from ..cards import render_ahead
from ..content import require_people
from ..diagnostics.fault import ContentFaults, ToolFailure, sort_faults
from ..pictures import PictureError, PicturePipeline, Report
from ..profiles import Content
from ..publish import Claim, ReusableFiles, Tree, Weight, check_limits, claim, weigh
from ..runtime.parallel import cores
from ..runtime.progress import report_progress
from ..runtime.termination import ignore_stop_signals
from ..settings import PROJECT, Settings
from .last_build import program_digest
from .outcome import Outcome
from .picture_faults import picture_faults
from .plan import Plan, plan_site
from .search_index import search_index
from .source import Source, read
from .write import SiteWriter

NOT_CACHED = "Situs baru sudah terpasang, tetapi simpanan tidak dapat ditulis; pembangunan berikutnya lebih lama"
PICTURES_MADE = partial(report_progress, "gambar")


def code_digest(settings: Settings) -> bytes:
    """A hash of everything that turns what people wrote into a page: our code, the libraries, the templates."""
    templates = digest_of_files([settings.theme / "templates", *settings.beside], "*.html")
    return digest(
        program_digest(), templates, digest_of_files(settings.beside, "*.py"), settings.templates_see.encode()
    )


@dataclass(frozen=True, slots=True)
class Build:
    """A build whose files are planned and whose pictures are being made."""

    plan: Plan
    claim: Claim
    tree: Tree
    cache: Cache
    pictures: PicturePipeline

    @property
    def settings(self) -> Settings:
        """How the site is built."""
        return self.plan.source.settings

    @property
    def content(self) -> Content:
        """What may be shown."""
        return self.plan.source.content

    def writer(self, env: jinja2.Environment) -> SiteWriter:
        """What writes this build's files. env: loads the theme's templates."""
        name = hashed(str(self.tree.output))
        reusable = ReusableFiles(self.tree, self.cache[f"halaman-{name}"])
        return SiteWriter(self.plan, self.tree, reusable, self.cache, env)

    def finish(self, writer: SiteWriter) -> Outcome:
        """Write what is not a page, wait for the pictures, check the tree and put it in place.

        Raises ContentFaults or ToolFailure while the old tree is still there.
        """
        plan, settings, tree = self.plan, self.settings, self.tree
        require_every_page(plan, writer)
        for path, data in plan.other_files(self.cache["formulir"]):
            writer.write_file(path, data)
        late_search = False
        if plan.layout.search_path:
            group, late_search = search_index(plan.catalogue, writer.reusable, writer.write_file, settings.late_search)
            writer.written |= group.values.keys()
        report = self.pictures.finish(tree.staging, PICTURES_MADE, tree.present)
        if faults := picture_faults(report, self.content, settings.content):
            raise ContentFaults(sort_faults((*self.content.faults, *faults)))
        require_same_content(plan.source)
        tree.settle(writer.written | set(report.files))
        weight = weigh_site(tree, settings)
        self.claim.record(entry.name for entry in tree.staging.iterdir())
        ignore_stop_signals()
        tree.swap()
        remark = ""
        try:
            self._save_cache(writer)
        except (OSError, MemoryError) as lost:
            remark = f"{NOT_CACHED} ({lost})"
        return outcome_of(plan, report, weight, late_search=late_search, remark=remark)

    def _save_cache(self, writer: SiteWriter) -> None:
        """Save what the next build can use. The new site stands by now, so nothing that fails here undoes it."""
        writer.reusable.save()
        self.pictures.seal(self.tree.present, self.tree.changed)
        self.pictures.prune()
        self.cache.end()

    def abandon(self) -> None:
        """Stop, and leave everything as it was. Pictures that wait to be made are not made any more."""
        self.pictures.abandon()
        self.tree.abandon()


def begin(settings: Settings) -> Build:
    """Read and check the content, then plan every file. Raises ContentFaults before anything is written."""
    right = claim(settings.output, settings.content, PROJECT)
    cache = Cache(settings.cache, code_digest(settings))
    source = read(settings, cache)
    tree = Tree(settings.output)
    right.record()
    try:
        tree.open()
        pictures = open_pipeline(source, cache)
    except BaseException:
        tree.abandon()
        raise
    try:
        plan = planned(source, pictures, cache)
        if settings.hold_back:
            plan = hold_back_failing_pictures(plan, pictures, cache)
    except BaseException:
        pictures.abandon()
        tree.abandon()
        raise
    return Build(plan, right, tree, cache, pictures)


def fill_picture_cache(settings: Settings, shard: tuple[int, int]) -> Report:
    """Make one shard of the pictures, for the cache alone: no page, no tree. Raises ContentFaults."""
    claim(settings.output, settings.content, PROJECT)
    cache = Cache(settings.cache, code_digest(settings))
    source = read(settings, cache)
    pictures = open_pipeline(source, cache, shard)
    try:
        planned(source, pictures, cache)
        report = pictures.finish(None, PICTURES_MADE)
    except BaseException:
        pictures.abandon()
        raise
    faults = picture_faults(report, source.content, settings.content)
    if faults and not settings.hold_back:
        raise ContentFaults(sort_faults(faults))
    return report


def open_pipeline(source: Source, cache: Cache, shard: tuple[int, int] | None = None) -> PicturePipeline:
    """Where pictures are ordered. Stories are rendered first: no process may be split in two once threads run."""
    settings = source.settings
    render_ahead((creator.story for creator in source.content.creators), cache["cerita"], cores(settings.jobs))
    return PicturePipeline(source.recipe, settings.cache / "gambar", settings.jobs, shard, cache["gambar"])


def planned(source: Source, pictures: PicturePipeline, cache: Cache) -> Plan:
    """The plan of every file. Raises ToolFailure for a photo that has gone, or is another, since it was read."""
    try:
        return plan_site(source, pictures, cache["cerita"])
    except (PictureError, FileNotFoundError) as error:
        require_same_content(source)
        raise ToolFailure(f"Isi berubah saat dibaca ({error}). Situs lama tetap utuh. Ulangi perintahnya.") from error


def hold_back_failing_pictures(plan: Plan, pictures: PicturePipeline, cache: Cache) -> Plan:
    """Wait for the pictures; whoever shows one that cannot be made is left out before a page names them."""
    source = plan.source
    faults = picture_faults(pictures.wait(PICTURES_MADE), source.content, source.settings.content)
    if not faults:
        return plan
    require_same_content(source)
    pictures.forget()
    for kind in ("profil", "cerita"):
        cache[kind].drop_all()  # both know who has just been left out; it is not asked who of the others is in which
    cache["profil"].save()
    return planned(source.without(faults), pictures, cache)


def require_every_page(plan: Plan, writer: SiteWriter) -> None:
    """Every planned page was written, whoever was asked to: nobody is left out in silence. Raises ToolFailure."""
    if missing := sorted({page.file for page in plan.all_pages} - writer.written):
        some = ", ".join(missing[:5])
        raise ToolFailure(f"{len(missing)} halaman tidak tertulis: {some}. Situs lama tetap utuh.")


def require_same_content(source: Source) -> None:
    """Content that went away meanwhile is nobody's fault. Raises ToolFailure."""
    folder, own = source.settings.content, source.settings.project_content
    require_people(folder, may_lack=folder == own and not source.content.creators)


def weigh_site(tree: Tree, settings: Settings) -> Weight | None:
    """How large a site is that is published; None for one that is not. Raises ToolFailure if it does not fit."""
    if settings.samples and not settings.demo:
        return None
    weight = weigh(tree.present, settings.content)
    check_limits(weight, settings.content)
    return weight


def outcome_of(plan: Plan, report: Report, weight: Weight | None, *, late_search: bool, remark: str) -> Outcome:
    """Figures of a finished build."""
    content = plan.source.content
    return Outcome(
        creators=len(plan.catalogue.creators),
        pages=len(plan.all_pages),
        encoded=report.encoded,
        reused=report.reused,
        held_back=(*content.held_back, *content.texts_held_back),
        suggestions=content.faults,
        weight=weight,
        late_search=late_search,
        leaner=plan.source.leaner,
        remark=remark,
    )
