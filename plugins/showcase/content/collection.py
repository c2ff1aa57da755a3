"""The whole content folder -> one Content: every profile read, every rule asked, every fault in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..cache.cache import Results
from ..cache.digests import digest, packed
from ..diagnostics.collector import fault_at
from ..diagnostics.fault import Fault, sort_faults
from ..profiles.across import across_faults
from ..profiles.model import Content, Document
from ..profiles.photos import file_faults
from ..profiles.profile import Folder, Read, read_profile
from ..region.model import Region, Site
from ..region.vocabulary import Vocabulary, vocabulary_of
from ..runtime.parallel import cores
from .audience import is_public
from .documents import in_menu_order, read_documents
from .folders import read_folders
from .history import FOLDER, read_history
from .homes import NEEDED_PAGES, PEOPLE, has_own_region, home_of, missing_pages, require_people
from .profile_cache import read_cached
from .region_faults import without_blame
from .region_files import EMPTY, read_region
from .site_file import DEFAULT_SITE, read_site
from .static_files import FOLDER as STATIC
from .static_files import read_static
from .strays import read_strays

MOST_FAULTS = 20_000  # of all profiles: beyond, one of each is kept, and that it is faulty is never lost

WHOLE = frozenset({PEOPLE, "kabar", "halaman"})  # folders that cannot be read at all


def read_content(
    content: Path,
    project_content: Path,
    today: date,
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    results: Results | None = None,
    jobs: int | None = None,
    newcomers: Collection[str] = (),
) -> Content:
    """Read `content`; unless it has a region of its own, what it lacks is taken from `project_content`.

    on_progress: called with (profiles read, profiles in all). results: what earlier builds read, saved by the caller.
    jobs: how many processes may read, all cores by default; the result is the same.
    newcomers: slugs that came after all others, whatever their dates say.
    Never raises for what is in the files. Raises ToolFailure if the folder is not there, or goes away meanwhile.
    """
    require_people(content, may_lack=content == project_content)
    had_people = (content / PEOPLE).is_dir()
    region, faults = _region(content, project_content, today)
    folders, found = read_folders(content)
    all_faults = [*faults, *found, *read_strays(content)]
    words, surroundings = vocabulary_of(region), digest(packed((region, today)))
    reads: list[Read] = []
    keys: dict[str, bytes | None] = {}

    def read(folder: Folder) -> Read:
        return _read(folder, words, today, region.site.grace_days)

    for number, (key, one) in enumerate(read_cached(folders, surroundings, results, read, cores(jobs)), 1):
        reads.append(replace(one, faults=()))
        keys[one.slug] = key
        all_faults += one.faults if len(all_faults) < MOST_FAULTS else _worst(one.faults)
        on_progress(number, len(folders))
    all_faults = without_blame([*all_faults, *across_faults(reads, newcomers)], faults)
    rest, found = _read_rest(content, project_content, region, today)
    require_people(content, may_lack=not had_people)
    sound = _assemble(reads, rest, sort_faults([*all_faults, *found]))
    _keep_public(results, keys, sound, today)
    return sound


def _region(content: Path, project_content: Path, today: date) -> tuple[Region, tuple[Fault, ...]]:
    region, faults = read_region(home_of("wilayah", content, project_content) / "wilayah", today)
    region = region or EMPTY
    return region, faults if region.districts or faults else (fault_at("W101.folder", "wilayah"),)


def _read_rest(content: Path, project_content: Path, region: Region, today: date) -> tuple[Content, list[Fault]]:
    """All that is of no profile: news, pages, past months, static files. With it, its faults."""
    news, found = read_documents(home_of("kabar", content, project_content), "kabar", today, region.site)
    pages, more = _pages(content, project_content, today, region.site)
    history, odd = read_history(_history_home(content, project_content, region) / FOLDER)
    static, unfit = read_static(home_of(STATIC, content, project_content), pages)
    faults = [*found, *more, *missing_pages(content), *odd, *unfit]
    return Content(region, (), (), news, pages, (), (), history=history, static=static), faults


def _keep_public(results: Results | None, keys: Mapping[str, bytes | None], content: Content, today: date) -> None:
    """Drop what was read of whom the site does not show. keys: of their results, by slug."""
    public = {one.slug for one in content.creators if is_public(one, today)}
    for key in (key for slug, key in keys.items() if key and slug not in public):
        if results is not None:
            results.drop(key)


def timezone_of(content: Path, project_content: Path) -> str:
    """The zone that says which day it is in the region; the default one if the region cannot be read."""
    return _site_of(home_of("wilayah", content, project_content)).timezone


def _site_of(content: Path) -> Site:
    """The names of the region whose content this is; the default ones if it has none."""
    folder = content / "wilayah"
    return DEFAULT_SITE if folder.is_symlink() else read_site(folder, date.max)[0]


def _history_home(content: Path, project_content: Path, region: Region) -> Path:
    """Where the counts of past months lie: `report` keeps those of content elsewhere in the project, if it is ours."""
    home = home_of(FOLDER, content, project_content)
    if home == project_content or os.path.lexists(content / FOLDER):
        return home
    office = region.site.office.name
    return project_content if office and _site_of(project_content).office.name == office else home


def _assemble(reads: Iterable[Read], rest: Content, faults: tuple[Fault, ...]) -> Content:
    """All content that has no fault. rest: what is of no profile."""
    faulty = {slug for fault in faults if fault.severity == "fault" and (slug := slug_of(fault.path))}
    gone = tuple(read.gone for read in reads if read.gone)
    withdrawn = {one.slug for one in gone}
    left_out = {fault.path for fault in faults if fault.severity == "fault" and is_text(fault.path)}
    return replace(
        rest,
        creators=tuple(read.creator for read in reads if read.creator and read.creator.slug not in faulty),
        gone=gone,
        faults=faults,
        held_back=tuple(sorted(faulty - withdrawn)),
        texts_held_back=tuple(sorted(left_out - {one.source for one in (*rest.news, *rest.pages)})),
    )


def is_stopped(faults: Iterable[Fault], *, hold_back: bool) -> bool:
    """Whether nothing may be published: any fault, or with `hold_back` one that is no single profile's or text's."""
    return any(fault.severity == "fault" and (not hold_back or _is_everybodys(fault)) for fault in faults)


def _is_everybodys(fault: Fault) -> bool:
    part, _, inside = fault.path.partition("/")
    return part.casefold() == "wilayah" or (part in WHOLE and not inside) or fault.code == "D106"


def slug_of(path: str) -> str:
    """The profile that a fault's path is about, or ""."""
    parts = path.split("/")
    return parts[1] if len(parts) > 1 and parts[0] == "kreator" else ""


def is_text(path: str) -> bool:
    """Whether a fault's path is a news item, a page or a static file: one that is left out alone."""
    return (path.startswith(("kabar/", "halaman/")) and path.endswith(".md")) or path.startswith(f"{STATIC}/")


def _pages(content: Path, project_content: Path, today: date, site: Site) -> tuple[tuple[Document, ...], list[Fault]]:
    """The pages with all their faults; a needed one that this region's content lacks is the project's own."""
    home = home_of("halaman", content, project_content)
    pages, faults = read_documents(home, "halaman", today, site)
    if home == project_content or has_own_region(content):
        return pages, faults
    spare, found = read_documents(project_content, "halaman", today, site)
    lacking = {f"halaman/{slug}.md" for slug in NEEDED_PAGES if not os.path.lexists(content / "halaman" / f"{slug}.md")}
    lent = (page for page in spare if page.source in lacking)
    return in_menu_order((*pages, *lent)), [*faults, *(fault for fault in found if fault.path in lacking)]


def _read(folder: Folder, words: Vocabulary, today: date, grace_days: int) -> Read:
    """A profile with all its faults: those of the text, then those of the picture files themselves."""
    read = read_profile(folder, words, today, grace_days=grace_days)
    if read.gone:
        return read
    return replace(read, faults=(*read.faults, *file_faults(folder.pictures, f"kreator/{folder.slug}")))


def _worst(faults: Iterable[Fault]) -> list[Fault]:
    """One of a profile's faults that keep it from being published, if there is any."""
    return [fault for fault in faults if fault.severity == "fault"][:1]
