"""`covers`: titles and covers of works that lack them, fetched where a platform offers them, written for review."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from datetime import date
from pathlib import Path

import httpx

from ..content import read_content
from ..content.region_day import region_day
from ..diagnostics.fault import ToolFailure
from ..http import Fetcher, RequestLimits, open_client
from ..links import PLATFORMS, same_thing
from ..profiles import Content
from ..runtime.progress import progress_on, report_progress
from .refusals import Refusals
from .services import SERVICES, WITHOUT_COVERS, Found, Missing, Service, ask
from .summary import Problem, summary
from .write import ContentSource, Request, clear_left, write

Answers = list[tuple[Request, Found | Missing]]


def run(
    content: Path,
    *,
    project_content: Path | None = None,
    services: Mapping[str, Service] = SERVICES,
    transport: httpx.BaseTransport | None = None,
    limits: RequestLimits | None = None,
    cache: Path | None = None,
    today: date | None = None,
) -> int:
    """Fetch what is missing, write it into the creators' folders, print what was done and what could not be had.

    What is written is never asked for again, so a run that was stopped goes on where it was. cache: folder of
    the file that keeps permanent refusals for a week. Exit code 0; ToolFailure if no server at all was reached.
    """
    home = project_content or content
    today = today or region_day(content, home)
    found = read_content(content, home, today)
    refusals = Refusals((cache or content.parent / ".cache") / "covers.json", today)
    requests, problems = _requests(found, services, refusals)
    written: list[str] = []
    offline = 0
    limits = limits or RequestLimits()
    source = ContentSource(content, home, today)
    clear_left(source, found.creators)
    with progress_on(sys.stderr), open_client(limits, transport) as client:
        for answers in _answers(requests, services, Fetcher(client, limits)):
            done, lost = write(source, [(request, answer) for request, answer in answers if isinstance(answer, Found)])
            missing = [(request, answer) for request, answer in answers if isinstance(answer, Missing)]
            refusals.remember({same_thing(one.link): answer.reason for one, answer in missing if answer.lasting})
            written += done
            problems += [_problem_of(request, answer.reason) for request, answer in missing] + lost
            offline += sum(answer.offline for _, answer in missing)
    if requests and offline == len(requests):
        raise ToolFailure("Tidak ada platform yang bisa dihubungi. Periksa sambungan internet, lalu jalankan lagi.")
    sys.stdout.write(summary(written, problems, len(found.held_back)))
    return 0


def _requests(
    content: Content, services: Mapping[str, Service], refusals: Refusals
) -> tuple[list[Request], list[Problem]]:
    """Works to ask for, and those that no platform would answer for. Samples are left out: their links are invented."""
    requests: list[Request] = []
    problems: list[Problem] = []
    for creator in content.creators:
        for work in creator.works:
            link = work.link
            if creator.is_sample or link is None or (work.title and work.cover) or link.kind in {"channel", "website"}:
                continue
            request = Request(creator, work, link)
            known = refusals.refused(same_thing(link))
            if link.platform in services and not known:
                requests.append(request)
            else:
                label = PLATFORMS[link.platform].label
                closed = f"{label} tidak memberi sampul atau judul kepada situs lain"
                why = known or (closed if link.platform in WITHOUT_COVERS else f"{label} tidak menyediakan sampul")
                problems.append(_problem_of(request, why))
    return requests, problems


def _problem_of(request: Request, reason: str) -> Problem:
    return Problem(request.place, request.link.canonical, reason, by_hand=True)


def _answers(requests: list[Request], services: Mapping[str, Service], fetcher: Fetcher) -> Iterator[Answers]:
    """The answers for one creator after another, each time all of them. Platforms are asked in parallel."""
    asked: dict[Future[Found | Missing], Request] = {}
    open_requests = Counter(request.creator.slug for request in requests)
    waiting: dict[str, Answers] = {}
    with ThreadPoolExecutor(max_workers=max(len(services), 1)) as pool:
        for request in requests:
            service = services[request.link.platform]
            asked[pool.submit(ask, request.link, service, fetcher, with_picture=request.work.cover is None)] = request
        try:
            for number, future in enumerate(as_completed(asked), 1):
                request = asked[future]
                answers = waiting.setdefault(request.creator.slug, [])
                answers.append((request, future.result()))
                report_progress("karya", number, len(requests))
                if len(answers) == open_requests[request.creator.slug]:
                    yield answers
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # a run that is stopped sends no more requests
