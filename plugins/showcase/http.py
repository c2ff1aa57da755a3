"""Asking other people's servers politely, and trusting nothing of what comes back.

One host is asked one thing at a time, with a pause between; an answer has a size and a time it may
take; a busy server is asked again later, as it wishes; a redirect is followed only where it may lead.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import httpx

from .links.url_parser import Address, open_gate
from .text.numbers import megabytes

AGENT = "DirektoriKreator/1.0 (direktori kreator; memeriksa tautan dan sampul)"
NO_SUCH_NAME = "nama situs tidak ditemukan"
NO_CONNECTION = "tidak bisa tersambung"
T = TypeVar("T")
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient we are, in seconds. longest_wait: a server that wants more is left for another day."""

    pause: float = 1.0
    connect: float = 10.0
    silence: float = 15.0
    whole: float = 40.0
    attempts: int = 3
    first_wait: float = 2.0
    longest_wait: float = 60.0
    redirects: int = 4


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered. body: at most the bytes asked for; cut: there were more. url: the last one asked."""

    url: str
    status: int
    kind: str
    body: bytes
    cut: bool = False

    @property
    def ok(self) -> bool:
        """True for a success."""
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class NoReply:
    """No answer that can be used. code: `timeout connection name redirect large busy`. reason: Indonesian."""

    url: str
    code: str
    reason: str


@dataclass(slots=True)
class Fetcher:
    """Gets URLs over one client. May be used from several threads; each host is asked by one at a time."""

    client: httpx.Client
    pace: Pace
    sleep: Callable[[float], None] = time.sleep
    _doors: dict[str, Lock] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _guard: Lock = field(default_factory=Lock)

    def get(self, url: str, *, most: int, may_go: Callable[[str], bool], keep_cut: bool = False) -> Reply | NoReply:
        """The answer to `url`, tried again while the server is busy.

        most: bytes; more is `large`, or cut off with `keep_cut`. may_go: whether a redirect to this URL is followed.
        """

        def ask() -> tuple[Reply | NoReply, bool, float | None]:
            answer, wanted = self._follow(url, most, may_go, keep_cut)
            busy = answer.status in _BUSY if isinstance(answer, Reply) else answer.code in {"timeout", "connection"}
            return answer, busy, wanted

        answer, too_long = with_retries(ask, self.pace, self.sleep)
        if too_long is None:
            return answer
        return NoReply(url, "busy", f"server minta menunggu {too_long:.0f} detik; coba lagi nanti")

    def _follow(
        self, url: str, most: int, may_go: Callable[[str], bool], keep_cut: bool
    ) -> tuple[Reply | NoReply, float | None]:
        for _ in range(self.pace.redirects + 1):
            answer, location, wanted = self._once(url, most, keep_cut)
            if not location:
                return answer, wanted
            target = _join(url, location)
            if not may_go(target):
                return NoReply(target, "redirect", f"dialihkan ke {_shown(target)}"), None
            url = target
        return NoReply(url, "redirect", "terlalu banyak pengalihan"), None

    def _once(self, url: str, most: int, keep_cut: bool) -> tuple[Reply | NoReply, str, float | None]:
        """One request: answer, Location of a redirect or "", seconds of Retry-After or None."""
        with self._turn(urlsplit(url).netloc):
            try:
                with self.client.stream("GET", url) as response:
                    if response.is_redirect:
                        return Reply(url, response.status_code, "", b""), response.headers.get("location", ""), None
                    answer = self._read(response, url, most, keep_cut)
                    return answer, "", retry_after(response.headers.get("retry-after", ""))
            except httpx.TimeoutException:
                return NoReply(url, "timeout", "tidak menjawab pada waktunya"), "", None
            except httpx.ConnectError as error:
                return _unconnected(url, error), "", None
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                return NoReply(url, "connection", f"sambungan putus ({type(error).__name__})"), "", None

    def _read(self, response: httpx.Response, url: str, most: int, keep_cut: bool) -> Reply | NoReply:
        """The body, piece by piece: a stated length may lie, and a server may drip for ever."""
        deadline = time.monotonic() + self.pace.whole
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > most and not keep_cut:
                return NoReply(url, "large", f"jawaban lebih besar dari {megabytes(most)}")
            if len(body) > most or (time.monotonic() > deadline and keep_cut):
                return Reply(url, response.status_code, _kind(response), bytes(body[:most]), cut=True)
            if time.monotonic() > deadline:
                return NoReply(url, "timeout", f"jawaban belum selesai setelah {self.pace.whole:.0f} detik")
        return Reply(url, response.status_code, _kind(response), bytes(body))

    def _turn(self, host: str) -> _Turn:
        with self._guard:
            return _Turn(self, host, self._doors.setdefault(host, Lock()))


@dataclass(slots=True)
class _Turn:
    """One host's turn: waits until nobody else asks it and the pause is over."""

    fetcher: Fetcher
    host: str
    door: Lock

    def __enter__(self) -> None:
        self.door.acquire()
        rest = self.fetcher._last.get(self.host, 0.0) + self.fetcher.pace.pause - time.monotonic()  # noqa: SLF001
        if rest > 0:
            self.fetcher.sleep(rest)

    def __exit__(self, *_: object) -> None:
        self.fetcher._last[self.host] = time.monotonic()  # noqa: SLF001 - the same thing in two classes
        self.door.release()


def with_retries(
    ask: Callable[[], tuple[T, bool, float | None]], pace: Pace, sleep: Callable[[float], None]
) -> tuple[T, float | None]:
    """The answer of a server that is asked again while it is busy, and the wait it wanted if that was too long.

    ask: one attempt; its answer, whether to ask again, and the seconds that the server wants us to wait, or None.
    """
    attempt = 1
    while True:
        answer, busy, wanted = ask()
        if not busy or attempt == pace.attempts:
            return answer, None
        wait = pace.first_wait * 2 ** (attempt - 1) if wanted is None else wanted
        if wait > pace.longest_wait:
            return answer, wait
        sleep(wait)
        attempt += 1


def open_client(pace: Pace, transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """A client that follows no redirect by itself and asks for plain bytes: a small packed answer can be a huge one."""
    timeout = httpx.Timeout(pace.silence, connect=pace.connect)
    headers = {"User-Agent": AGENT, "Accept-Language": "id,en;q=0.5", "Accept-Encoding": "identity"}
    return httpx.Client(transport=transport, timeout=timeout, headers=headers, follow_redirects=False)


def host_of(url: str, *schemes: str) -> str:
    """The host that this URL really leads to, "" for anything unclear, odd or of another scheme."""
    address = open_gate(url) if url.partition("://")[0] in schemes else None
    return address.host if isinstance(address, Address) else ""


def _kind(response: httpx.Response) -> str:
    stated: str = response.headers.get("content-type", "")
    return stated.partition(";")[0].strip().lower()


def _shown(url: str) -> str:
    """The part of a foreign URL that may be repeated in a report."""
    found = re.match(r"https?://([A-Za-z0-9.:-]{1,80})", url)
    return found[1] if found else "alamat yang aneh"


def _join(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def retry_after(text: str) -> float | None:
    """Seconds of a Retry-After header, from a number or a date; None if it says nothing usable."""
    if text.strip().isascii() and text.strip().isdigit():
        return float(text.strip())
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError):
        return None


def _unconnected(url: str, error: httpx.ConnectError) -> NoReply:
    """No connection: a name that does not exist is told from a server that does not listen."""
    cause: BaseException | None = error
    while cause:
        if type(cause).__name__ == "gaierror":
            return NoReply(url, "name", NO_SUCH_NAME)
        cause = cause.__cause__ or cause.__context__
    return NoReply(url, "connection", NO_CONNECTION)
