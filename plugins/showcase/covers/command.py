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
from ..http import Fetcher, Pace, open_client
from ..links import PLATFORMS, same_thing
from ..profiles import Content
from ..runtime.progress import progress_on, report_progress
from .journal import Notebook, Trouble, summary
from .services import SERVICES, WITHOUT_COVERS, Found, Missing, Service, ask
from .write import Office, Wish, write

Answers = list[tuple[Wish, Found | Missing]]


def run(
    content: Path,
    *,
    project_content: Path | None = None,
    services: Mapping[str, Service] = SERVICES,
    transport: httpx.BaseTransport | None = None,
    pace: Pace | None = None,
    cache: Path | None = None,
    today: date | None = None,
) -> int:
    """Fetch what is missing, write it into the creators' folders, print what was done and what could not be had.

    What is written is never asked for again, so a run that was stopped goes on where it was. cache: folder of the
    notebook that remembers lasting refusals for a week. Exit code 0; ToolFailure if nobody at all could be reached.
    """
    home = project_content or content
    today = today or region_day(content, home)
    found = read_content(content, home, today)
    notebook = Notebook((cache or content.parent / ".cache") / "covers.json", today)
    wishes, troubles = _wishes(found, services, notebook)
    written: list[str] = []
    offline = 0
    pace = pace or Pace()
    with (
        progress_on(sys.stderr),
        open_client(pace, transport) as client,
        ThreadPoolExecutor(max_workers=max(len(services), 1)) as pool,
    ):
        for answers in _answers(wishes, services, Fetcher(client, pace), pool):
            done, lost = write(Office(content, home, today), [(w, a) for w, a in answers if isinstance(a, Found)])
            missing = [(wish, answer) for wish, answer in answers if isinstance(answer, Missing)]
            notebook.remember({same_thing(wish.link): answer.reason for wish, answer in missing if answer.lasting})
            written += done
            troubles += [_trouble(wish, answer.reason) for wish, answer in missing] + lost
            offline += sum(answer.offline for _, answer in missing)
    if wishes and offline == len(wishes):
        raise ToolFailure("Tidak ada platform yang bisa dihubungi. Periksa sambungan internet, lalu jalankan lagi.")
    sys.stdout.write(summary(written, troubles, len(found.held_back)))
    return 0


def _wishes(content: Content, services: Mapping[str, Service], notebook: Notebook) -> tuple[list[Wish], list[Trouble]]:
    """Works to ask for, and those for which asking is of no use. A sample's links lead nowhere: they are left out."""
    wishes: list[Wish] = []
    troubles: list[Trouble] = []
    for creator in content.creators:
        for work in creator.works:
            link = work.link
            if creator.is_sample or link is None or (work.title and work.cover) or link.kind in {"channel", "website"}:
                continue
            wish = Wish(creator, work, link)
            known = notebook.refused(same_thing(link))
            if link.platform in services and not known:
                wishes.append(wish)
            else:
                label = PLATFORMS[link.platform].label
                closed = f"{label} tidak memberi sampul atau judul kepada situs lain"
                why = known or (closed if link.platform in WITHOUT_COVERS else f"{label} tidak menyediakan sampul")
                troubles.append(_trouble(wish, why))
    return wishes, troubles


def _trouble(wish: Wish, reason: str) -> Trouble:
    return Trouble(wish.place, wish.link.canonical, reason, by_hand=True)


def _answers(
    wishes: list[Wish], services: Mapping[str, Service], fetcher: Fetcher, pool: ThreadPoolExecutor
) -> Iterator[Answers]:
    """The answers of one creator, all of them, as soon as they are there. Platforms are asked side by side."""
    asked: dict[Future[Found | Missing], Wish] = {}
    for wish in wishes:
        service = services[wish.link.platform]
        asked[pool.submit(ask, wish.link, service, fetcher, with_picture=wish.work.cover is None)] = wish
    open_wishes = Counter(wish.creator.slug for wish in wishes)
    waiting: dict[str, Answers] = {}
    try:
        for number, future in enumerate(as_completed(asked), 1):
            wish = asked[future]
            answers = waiting.setdefault(wish.creator.slug, [])
            answers.append((wish, future.result()))
            report_progress("karya", number, len(wishes))
            if len(answers) == open_wishes[wish.creator.slug]:
                yield answers
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # a run that is stopped asks nobody any more
