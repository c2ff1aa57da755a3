"""`links`: whether the published links still answer. Advice for people; never a reason to stop anything."""

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

from ..content import for_audience, read_content
from ..content.region_day import region_day
from ..covers.journal import hashed
from ..diagnostics.fault import ToolFailure
from ..http import Fetcher, Pace, open_client
from ..links import Link, find_links, read_link
from ..profiles import Content
from ..runtime.progress import progress_on, report_progress
from ..runtime.public_log import is_public_log
from .probe import WATCH_WORDS, Status, Target, Verdict, judge, sure_of_names
from .report import Journal, as_markdown, in_numbers, save

_AT_ONCE = 8  # hosts, not links: one host is never asked twice at a time


def run(
    content: Path,
    *,
    project_content: Path | None = None,
    words: Iterable[str] = WATCH_WORDS,
    transport: httpx.BaseTransport | None = None,
    pace: Pace | None = None,
    report: Path | None = None,
    today: date | None = None,
) -> int:
    """Ask every published link, print the report, and save it as tautan.md and tautan.json in `report`.

    The log of a workflow gets its numbers alone.
    words: what flags a website when its page calls itself so. report: a folder, `.cache/` beside the content by
    default; a run that was stopped goes on from the journal there. Exit code 0 whatever is found; ToolFailure if
    nobody at all could be reached.
    """
    home = project_content or content
    today = today or region_day(content, home)
    folder = report or content.parent / ".cache"
    targets = collect(for_audience(read_content(content, home, today), samples=False, today=today))
    journal = Journal.of(folder / "tautan.jsonl", today)
    known = journal.known()
    verdicts = [_recalled(target, known) for target in targets if hashed(target.link.canonical) in known]
    fresh = [target for target in targets if hashed(target.link.canonical) not in known]
    with progress_on(sys.stderr), open_client(pace or Pace(), transport) as client:
        fetcher = Fetcher(client, pace or Pace())
        for number, verdict in enumerate(_judged(fresh, fetcher, tuple(words), journal), 1):
            verdicts.append(verdict)
            report_progress("tautan", number, len(fresh))
        if fresh and all(verdict.unreached for verdict in verdicts):
            journal.close()
            raise ToolFailure("Tidak ada situs yang bisa dihubungi. Periksa sambungan internet, lalu jalankan lagi.")
        verdicts = sure_of_names(verdicts, targets, fetcher)
    save(folder, verdicts, today)
    journal.close()
    sys.stdout.write(f"{in_numbers(verdicts, today)}\n" if is_public_log() else as_markdown(verdicts, today))
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


def _judged(targets: list[Target], fetcher: Fetcher, words: tuple[str, ...], journal: Journal) -> Iterator[Verdict]:
    """Verdicts as they come: hosts side by side, the links of one host one after another."""
    by_host: dict[str, list[Target]] = defaultdict(list)
    for target in targets:
        by_host[target.host].append(target)
    answers: SimpleQueue[Verdict | BaseException] = SimpleQueue()
    stopped = Event()

    def ask_one_host(group: list[Target]) -> None:
        try:
            for target in group:
                if not stopped.is_set():
                    verdict = judge(target, fetcher, words)
                    if not verdict.unreached:  # a run that goes on later asks these again
                        journal.add(verdict)
                    answers.put(verdict)
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


def _recalled(target: Target, known: Mapping[str, tuple[Status, str]]) -> Verdict:
    """The verdict that a stopped run wrote down today."""
    status, reason = known[hashed(target.link.canonical)]
    return Verdict(target.link.canonical, target.link.platform, target.link.kind, status, reason, target.places)
