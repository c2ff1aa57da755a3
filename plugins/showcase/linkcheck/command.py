"""`links`: checks whether the published links still work. Its report is advice; nothing fails because of it."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import httpx

from ..cache.digests import hashed
from ..content import for_audience, read_content
from ..content.region_day import region_day
from ..diagnostics.fault import ToolFailure
from ..http import Fetcher, RequestLimits, open_client
from ..links import Link, find_links, read_link
from ..profiles import Content
from ..runtime.progress import progress_on, report_progress
from ..runtime.public_log import is_public_log
from .probe import WATCH_WORDS, LinkResult, Status, Target, check_link, confirm_missing_names
from .report import Journal, as_markdown, in_numbers, save

_AT_ONCE = 8  # hosts, not links: one host gets one request at a time


def run(
    content: Path,
    *,
    project_content: Path | None = None,
    words: Iterable[str] = WATCH_WORDS,
    transport: httpx.BaseTransport | None = None,
    limits: RequestLimits | None = None,
    report: Path | None = None,
    today: date | None = None,
) -> int:
    """Ask every published link, print the report, and save it as tautan.md and tautan.json in `report`.

    The log of a workflow gets its numbers alone.
    words: what flags a website when its page calls itself so. report: a folder, `.cache/` beside the content by
    default; a run that was stopped goes on from the journal there. Exit code 0 whatever is found; ToolFailure if
    no server at all was reached.
    """
    home = project_content or content
    today = today or region_day(content, home)
    folder = report or content.parent / ".cache"
    targets = collect(for_audience(read_content(content, home, today), samples=False, today=today))
    journal = Journal.of(folder / "tautan.jsonl", today)
    known = journal.known()
    results = [_from_journal(target, known) for target in targets if hashed(target.link.canonical) in known]
    fresh = [target for target in targets if hashed(target.link.canonical) not in known]
    with progress_on(sys.stderr), open_client(limits or RequestLimits(), transport) as client:
        fetcher = Fetcher(client, limits or RequestLimits())
        for number, result in enumerate(_check_all(fresh, fetcher, tuple(words), journal), 1):
            results.append(result)
            report_progress("tautan", number, len(fresh))
        if fresh and all(result.unreached for result in results):
            journal.close()
            raise ToolFailure("Tidak ada situs yang bisa dihubungi. Periksa sambungan internet, lalu jalankan lagi.")
        results = confirm_missing_names(results, targets, fetcher)
    save(folder, results, today)
    journal.close()
    sys.stdout.write(f"{in_numbers(results, today)}\n" if is_public_log() else as_markdown(results, today))
    return 0


def collect(content: Content) -> tuple[Target, ...]:
    """Every link that a visitor can follow, once, with all places where it stands."""
    places: dict[str, list[str]] = defaultdict(list)
    links: dict[str, Link] = {}
    for link, place in _published(content):
        links.setdefault(link.canonical, link)
        if place not in places[link.canonical]:
            places[link.canonical].append(place)
    return tuple(Target(link, tuple(places[canonical])) for canonical, link in sorted(links.items()))


def _published(content: Content) -> Iterator[tuple[Link, str]]:
    for creator in content.creators:
        yield from ((link, creator.source) for link in creator.channels)
        yield from ((work.link, f"{creator.source}:{work.line}") for work in creator.works if work.link)
        yield from _in_text(creator.story, creator.source)
    for document in (*content.news, *content.pages):
        yield from _in_text(f"{document.source_url} {document.story}", document.source)
    yield from _in_text(content.region.site.office.website, "wilayah/situs.md")


def _in_text(text: str, place: str) -> Iterator[tuple[Link, str]]:
    for found in find_links(text):
        link = read_link(found)
        if isinstance(link, Link):
            yield link, place


def _check_all(
    targets: list[Target], fetcher: Fetcher, words: tuple[str, ...], journal: Journal
) -> Iterator[LinkResult]:
    """Results as they come: hosts side by side, the links of one host one after another."""
    by_host: dict[str, list[Target]] = defaultdict(list)
    for target in targets:
        by_host[target.host].append(target)
    answers: SimpleQueue[LinkResult | BaseException] = SimpleQueue()
    stopped = Event()

    def ask_one_host(group: list[Target]) -> None:
        try:
            for target in group:
                if not stopped.is_set():
                    result = check_link(target, fetcher, words)
                    if not result.unreached:  # a run that continues later requests these again
                        journal.add(result)
                    answers.put(result)
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits, which raises it
            answers.put(error)

    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for group in by_host.values():
            pool.submit(ask_one_host, group)
        try:
            for _ in targets:
                answer = answers.get()
                if isinstance(answer, BaseException):
                    raise answer
                yield answer
        finally:
            stopped.set()


def _from_journal(target: Target, known: Mapping[str, tuple[Status, str]]) -> LinkResult:
    """The result that a stopped run wrote down today."""
    status, reason = known[hashed(target.link.canonical)]
    return LinkResult(target.link.canonical, target.link.platform, target.link.kind, status, reason, target.places)
