"""The HTTP client for other people's servers: rate limit, retries, timeouts, size limits, checked redirects.

One request a host at a time, with a pause between. A busy server is asked again after the time it wishes. Bodies are
read up to a size and a deadline; a redirect is followed only where the caller allows it.
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

from .links.url_parser import Address, parse_url
from .text.numbers import megabytes

AGENT = "DirektoriKreator/1.0 (direktori kreator; memeriksa tautan dan sampul)"
NO_SUCH_NAME = "nama situs tidak ditemukan"
NO_CONNECTION = "tidak bisa tersambung"
T = TypeVar("T")
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """Pause between two requests to a host, timeouts, and retries. Times are in seconds.

    connect, read, total: timeouts of a connection, between two pieces of a body, and of a whole body. attempts: of one
    request. first_wait: before the second attempt, doubled for each further one. longest_wait: if the server asks for
    more, we give up. redirects: followed at most.
    """

    pause: float = 1.0
    connect: float = 10.0
    read: float = 15.0
    total: float = 40.0
    attempts: int = 3
    first_wait: float = 2.0
    longest_wait: float = 60.0
    redirects: int = 4


@dataclass(frozen=True, slots=True)
class Reply:
    """A response. body: at most the bytes asked for. url: after redirects."""

    url: str
    status: int
    kind: str
    body: bytes

    @property
    def ok(self) -> bool:
        """True for a success."""
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class NoReply:
    """No usable response. code: `timeout connection name redirect large busy`. reason: Indonesian."""

    url: str
    code: str
    reason: str


@dataclass(slots=True)
class Fetcher:
    """Gets URLs over one client. Thread-safe; each host gets one request at a time."""

    client: httpx.Client
    limits: RequestLimits
    sleep: Callable[[float], None] = time.sleep
    _locks: dict[str, Lock] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _locks_guard: Lock = field(default_factory=Lock)

    def get(
        self, url: str, *, most: int, may_follow: Callable[[str], bool], allow_cut: bool = False
    ) -> Reply | NoReply:
        """The response to `url`, with retries while the server is busy.

        most: bytes; more is `large`, or cut off with `allow_cut`. may_follow: whether to follow a redirect to a URL.
        """

        def ask() -> tuple[Reply | NoReply, bool, float | None]:
            answer, requested_wait = self._follow(url, most, may_follow, allow_cut)
            busy = answer.status in _BUSY if isinstance(answer, Reply) else answer.code in {"timeout", "connection"}
            return answer, busy, requested_wait

        answer, too_long = with_retries(ask, self.limits, self.sleep)
        if too_long is None:
            return answer
        return NoReply(url, "busy", f"server minta menunggu {too_long:.0f} detik; coba lagi nanti")

    def _follow(
        self, url: str, most: int, may_follow: Callable[[str], bool], allow_cut: bool
    ) -> tuple[Reply | NoReply, float | None]:
        for _ in range(self.limits.redirects + 1):
            answer, location, requested_wait = self._once(url, most, allow_cut)
            if not location:
                return answer, requested_wait
            target = _join(url, location)
            if not may_follow(target):
                return NoReply(target, "redirect", f"dialihkan ke {_shown(target)}"), None
            url = target
        return NoReply(url, "redirect", "terlalu banyak pengalihan"), None

    def _once(self, url: str, most: int, allow_cut: bool) -> tuple[Reply | NoReply, str, float | None]:
        """One request: response, Location of a redirect or "", seconds of Retry-After or None."""
        with self._host_lock(urlsplit(url).netloc):
            try:
                with self.client.stream("GET", url) as response:
                    if response.is_redirect:
                        return Reply(url, response.status_code, "", b""), response.headers.get("location", ""), None
                    answer = self._read(response, url, most, allow_cut)
                    return answer, "", retry_after(response.headers.get("retry-after", ""))
            except httpx.TimeoutException:
                return NoReply(url, "timeout", "tidak menjawab pada waktunya"), "", None
            except httpx.ConnectError as error:
                return _unconnected(url, error), "", None
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                return NoReply(url, "connection", f"sambungan putus ({type(error).__name__})"), "", None

    def _read(self, response: httpx.Response, url: str, most: int, allow_cut: bool) -> Reply | NoReply:
        """The body, piece by piece: Content-Length may be wrong, and a slow server may never end."""
        deadline = time.monotonic() + self.limits.total
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > most and not allow_cut:
                return NoReply(url, "large", f"jawaban lebih besar dari {megabytes(most)}")
            if len(body) > most or (time.monotonic() > deadline and allow_cut):
                return Reply(url, response.status_code, _kind(response), bytes(body[:most]))
            if time.monotonic() > deadline:
                return NoReply(url, "timeout", f"jawaban belum selesai setelah {self.limits.total:.0f} detik")
        return Reply(url, response.status_code, _kind(response), bytes(body))

    def _host_lock(self, host: str) -> _HostLock:
        with self._locks_guard:
            return _HostLock(self, host, self._locks.setdefault(host, Lock()))


@dataclass(slots=True)
class _HostLock:
    """The lock of one host: waits until no other thread asks it and the pause is over."""

    fetcher: Fetcher
    host: str
    lock: Lock

    def __enter__(self) -> None:
        self.lock.acquire()
        remaining = self.fetcher._last.get(self.host, 0.0) + self.fetcher.limits.pause - time.monotonic()  # noqa: SLF001
        if remaining > 0:
            self.fetcher.sleep(remaining)

    def __exit__(self, *_: object) -> None:
        self.fetcher._last[self.host] = time.monotonic()  # noqa: SLF001 - the same thing in two classes
        self.lock.release()


def with_retries(
    ask: Callable[[], tuple[T, bool, float | None]], limits: RequestLimits, sleep: Callable[[float], None]
) -> tuple[T, float | None]:
    """The response of a server that is asked again while it is busy, and the wait it asked for if that was too long.

    ask: one attempt; its response, whether the server was busy, and the seconds that it asks us to wait, or None.
    """
    attempt = 1
    while True:
        answer, busy, requested_wait = ask()
        if not busy or attempt == limits.attempts:
            return answer, None
        wait = limits.first_wait * 2 ** (attempt - 1) if requested_wait is None else requested_wait
        if wait > limits.longest_wait:
            return answer, wait
        sleep(wait)
        attempt += 1


def open_client(limits: RequestLimits, transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """A client that follows no redirect by itself and asks for no compression, which could hide a huge body."""
    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    headers = {"User-Agent": AGENT, "Accept-Language": "id,en;q=0.5", "Accept-Encoding": "identity"}
    return httpx.Client(transport=transport, timeout=timeout, headers=headers, follow_redirects=False)


def host_of(url: str, *schemes: str) -> str:
    """The host that this URL really leads to, "" for anything unclear, odd or of another scheme."""
    address = parse_url(url) if url.partition("://")[0] in schemes else None
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
    """No connection: distinguishes a host name that does not exist from a server that does not listen."""
    cause: BaseException | None = error
    while cause:
        if type(cause).__name__ == "gaierror":
            return NoReply(url, "name", NO_SUCH_NAME)
        cause = cause.__cause__ or cause.__context__
    return NoReply(url, "connection", NO_CONNECTION)
