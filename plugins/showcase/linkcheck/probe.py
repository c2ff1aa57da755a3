"""Checking one published link: alive, gone, taken over, or unclear."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal
from urllib.parse import quote

from bs4 import BeautifulSoup

from ..covers.services import SERVICES
from ..http import NO_CONNECTION, NO_SUCH_NAME, Fetcher, NoReply, Reply, host_of
from ..links import PLATFORMS, Link, read_link, same_thing

Status = Literal["alive", "gone", "flagged", "unclear"]
_MOST = 200_000
_GONE = frozenset({404, 410})
# Platforms that answer with a login page: only a plain 404 is meaningful.
WALLED = frozenset({"instagram", "facebook", "threads", "x", "linkedin", "pinterest", "whatsapp", "telegram", "tiktok"})
# Kinds of work that a service's oEmbed knows; it answers 404 for others, although they exist.
_TELLS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "youtube": frozenset({"video", "short", "live", "playlist"}),
        "tiktok": frozenset({"video"}),
        "vimeo": frozenset({"video"}),
        "flickr": frozenset({"photo"}),
        "soundcloud": frozenset({"post", "playlist"}),
    }
)
NOT_ASKED = "tidak dapat ditanyakan: nama situs lain pun tidak ditemukan"
_CONTROLS = 3  # sites that answered before, asked again before a name is called gone
# Words in titles of taken-over pages: expired domains are often bought for gambling.
WATCH_WORDS = (
    "slot", "slots", "gacor", "maxwin", "togel", "toto slot", "situs toto", "judi", "judol", "casino", "kasino",
    "sbobet", "bandarqq", "bandar judi", "poker", "pokerqq", "dominoqq", "scatter", "rtp", "pragmatic play",
    "mahjong ways", "taruhan", "sportsbook", "jackpot", "live draw", "slot88", "slot777", "bokep",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A published link and where it stands, relative to the content folder."""

    link: Link
    places: tuple[str, ...]

    @property
    def asked(self) -> str:
        """The URL to request: of the service's oEmbed for a work, or else the page."""
        if self.link.kind in _TELLS.get(self.link.platform, ()):
            return f"{SERVICES[self.link.platform].endpoint}?format=json&url={quote(self.link.canonical, safe='')}"
        return self.link.canonical

    @property
    def host(self) -> str:
        """The host of that URL; links of one host are requested one after another."""
        return host_of(self.asked, "https")


@dataclass(frozen=True, slots=True)
class LinkResult:
    """The result for one link. reason: Indonesian, one line."""

    url: str
    platform: str
    kind: str
    status: Status
    reason: str
    places: tuple[str, ...]

    @property
    def unreached(self) -> bool:
        """No server was reached: the link may be dead, or our own connection."""
        return self.reason in (NO_SUCH_NAME, NO_CONNECTION)


def check_link(target: Target, fetcher: Fetcher, words: tuple[str, ...]) -> LinkResult:
    """Request the link and interpret the response."""
    link = target.link
    if target.asked != link.canonical:
        status, reason = _of_service(_get(target, fetcher))
    elif link.platform == "website":
        status, reason = _of_website(target, _get(target, fetcher), words)
    else:
        status, reason = _of_page(link, _get(target, fetcher))
    return LinkResult(link.canonical, link.platform, link.kind, status, reason, target.places)


def confirm_missing_names(
    results: Sequence[LinkResult], targets: Sequence[Target], fetcher: Fetcher
) -> list[LinkResult]:
    """The results; a name that was not found is gone only if a site that answered before still answers afterwards.

    Without a network no name is found, and none of them is gone.
    """
    lost = {result.url for result in results if result.status == "gone" and result.reason == NO_SUCH_NAME}
    answered = {result.url for result in results if not result.unreached}
    controls = [target for target in targets if target.link.canonical in answered][:_CONTROLS]
    if not lost or any(_is_there(_get(target, fetcher)) for target in controls):
        return list(results)
    return [replace(one, status="unclear", reason=NOT_ASKED) if one.url in lost else one for one in results]


def _is_there(reply: Reply | NoReply) -> bool:
    return isinstance(reply, Reply) or reply.reason not in (NO_SUCH_NAME, NO_CONNECTION)


def _get(target: Target, fetcher: Fetcher) -> Reply | NoReply:
    link = target.link
    hosts = PLATFORMS[link.platform].hosts if link.platform != "website" else None

    def may_follow(url: str) -> bool:
        host = host_of(url, "https", "http")
        return bool(host) and (hosts is None or host in hosts)

    return fetcher.get(target.asked, most=_MOST, may_follow=may_follow, allow_cut=True)


def _of_service(reply: Reply | NoReply) -> tuple[Status, str]:
    if isinstance(reply, NoReply):
        return "unclear", reply.reason
    if reply.ok:
        return "alive", ""
    if reply.status in {400, *_GONE}:
        return "gone", "platform menjawab bahwa karya ini tidak ada, atau privat"
    if reply.status in {401, 403}:
        return "unclear", "ada, tetapi privat atau tidak boleh disematkan"
    return "unclear", f"platform menjawab {reply.status}"


def _of_page(link: Link, reply: Reply | NoReply) -> tuple[Status, str]:
    label = PLATFORMS[link.platform].label
    if isinstance(reply, Reply) and reply.status in _GONE and _is_still(link, reply.url):
        return "gone", f"{label} menjawab bahwa halaman ini tidak ada"
    if isinstance(reply, NoReply) and not (link.platform in WALLED and _is_there(reply)):
        return "unclear", reply.reason
    if isinstance(reply, NoReply) or link.platform in WALLED:
        return "unclear", f"{label} hanya memperlihatkan halaman kepada yang masuk"
    return ("alive", "") if reply.ok else ("unclear", f"{label} menjawab {reply.status}")


def _is_still(link: Link, url: str) -> bool:
    """True if this URL is still the link itself, and not a login page after a redirect."""
    read = read_link(url)
    return isinstance(read, Link) and same_thing(read) == same_thing(link)


def _of_website(target: Target, reply: Reply | NoReply, words: tuple[str, ...]) -> tuple[Status, str]:
    if isinstance(reply, NoReply):
        return ("gone" if reply.code == "name" else "unclear"), reply.reason
    final, first = host_of(reply.url, "https", "http"), host_of(target.asked, "https")
    word = _watched(reply, final, words)
    if word:
        return "flagged", f'halaman {final} memuat kata "{word}"; mungkin diambil alih pihak lain'
    if final.removeprefix("www.") != first.removeprefix("www."):
        return "flagged", f"sekarang membuka situs lain: {final}"
    if reply.status in _GONE:
        return "gone", f"situs menjawab {reply.status}"
    return ("alive", "") if reply.ok else ("unclear", f"situs menjawab {reply.status}")


def _watched(reply: Reply, host: str, words: tuple[str, ...]) -> str:
    """The first watched word in the page's title, heading or description, or in its host name; "" if there is none."""
    text = " ".join([*_names(reply), *re.split(r"[.-]", host)]).casefold()
    return next((word for word in words if re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text)), "")


def _names(reply: Reply) -> list[str]:
    """Title, first heading and description of an HTML page, whatever its state."""
    if "html" not in reply.kind and reply.kind:
        return []
    page = BeautifulSoup(reply.body.decode("utf-8", "replace"), "html.parser")
    described = page.select('meta[property="og:title"], meta[property="og:site_name"], meta[name="description"]')
    spoken = [tag.get_text(" ", strip=True) for tag in page.select("title, h1")[:4]]
    return [*spoken, *(str(tag.get("content") or "") for tag in described)]
