"""oEmbed services, one row each: where a work's title, author and cover can be asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import quote

from ..http import Fetcher, NoReply, Reply, host_of
from ..links import Link, read_link, same_thing
from ..text.formats import shortened

_MOST_JSON = 200_000
_MOST_PICTURE = 3_000_000  # what a picture in a profile may weigh
_LONGEST_TITLE = 120
_PICTURES: Mapping[str, tuple[bytes, ...]] = MappingProxyType(
    {".jpg": (b"\xff\xd8\xff",), ".png": (b"\x89PNG\r\n\x1a\n",), ".webp": (b"RIFF",), ".gif": (b"GIF87a", b"GIF89a")}
)
_HASHTAGS = re.compile(r"(?:\s*#\w+)+\s*$")
_REASONS: Mapping[int, str] = MappingProxyType(
    {
        400: "alamat karya tidak dikenal lagi oleh platformnya",
        401: "pemiliknya tidak mengizinkan sematan",
        403: "karya ini privat atau tidak boleh disematkan",
        404: "karya ini sudah tidak ada, atau privat",
        410: "karya ini sudah dihapus",
        429: "platform meminta kita berhenti dulu; coba lagi nanti",
    }
)


@dataclass(frozen=True, slots=True)
class Service:
    """One service. endpoint: its oEmbed address. pictures: hosts, or `.host` for all below, that its covers come from.

    better: addresses of larger covers by kind of work, tried before the one that oEmbed names.
    """

    endpoint: str
    pictures: tuple[str, ...]
    better: Mapping[str, str] = field(default_factory=dict)

    def serves(self, url: str) -> bool:
        """True if a cover may come from here: https, and one of the service's own picture hosts."""
        host = host_of(url, "https")
        return any(host.endswith(name) if name.startswith(".") else host == name for name in self.pictures)

    def is_endpoint(self, url: str) -> bool:
        """True if a redirect stays on the endpoint's own host."""
        return host_of(url, "https") == host_of(self.endpoint, "https")


_YOUTUBE_COVERS = MappingProxyType(
    {
        "video": "https://i.ytimg.com/vi/{id}/maxresdefault.jpg",
        "live": "https://i.ytimg.com/vi/{id}/maxresdefault.jpg",
        "short": "https://i.ytimg.com/vi/{id}/oardefault.jpg",
    }
)
SERVICES: Mapping[str, Service] = MappingProxyType(
    {
        "youtube": Service("https://www.youtube.com/oembed", ("i.ytimg.com", "img.youtube.com"), _YOUTUBE_COVERS),
        "tiktok": Service(
            "https://www.tiktok.com/oembed",
            (".tiktokcdn.com", ".tiktokcdn-us.com", ".tiktokcdn-eu.com", ".ibyteimg.com"),
        ),
        "vimeo": Service("https://vimeo.com/api/oembed.json", ("i.vimeocdn.com",)),
        "flickr": Service("https://www.flickr.com/services/oembed/", (".staticflickr.com",)),
        "soundcloud": Service("https://soundcloud.com/oembed", (".sndcdn.com",)),
    }
)
# Meta's oEmbed gives no pictures since November 2025, and nothing at all without an approved app.
WITHOUT_COVERS = frozenset({"instagram", "facebook", "threads"})


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a service. picture: bytes or b"", with suffix `.jpg …`. author_url: the channel it names, or "".

    lost: why there is no picture although one was named, or "".
    """

    title: str
    author: str
    author_url: str
    picture: bytes = b""
    suffix: str = ""
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """No answer. lasting: asking again soon would get the same. offline: no server was reached."""

    reason: str
    lasting: bool
    offline: bool = False


def ask(link: Link, service: Service, fetcher: Fetcher, *, with_picture: bool) -> Found | Missing:
    """Title, author and, if wanted, the cover of one work."""
    url = f"{service.endpoint}?format=json&url={quote(link.canonical, safe='')}"
    reply = fetcher.get(url, most=_MOST_JSON, may_follow=service.is_endpoint)
    if isinstance(reply, NoReply):
        return Missing(reply.reason, lasting=False, offline=reply.code in {"name", "connection"})
    if not reply.ok:
        return Missing(
            _REASONS.get(reply.status, f"platform menjawab {reply.status}"),
            lasting=reply.status in {400, 401, 403, 404, 410},
        )
    data = _read(reply)
    if data is None:
        return Missing("jawaban platform tidak terbaca", lasting=False)
    found = Found(_title(data.get("title")), _line(data.get("author_name")), _line(data.get("author_url")))
    return _with_picture(found, data, link, service, fetcher) if with_picture else found


def is_anothers(found: Found, channels: tuple[Link, ...]) -> bool:
    """True if the service names a channel that is known to be none of these.

    An id, an old name and a handle of one channel look different, so only two handles are compared.
    """
    named = read_link(found.author_url) if found.author_url else None
    if not isinstance(named, Link) or named.kind != "channel" or not named.handle.startswith("@"):
        return False
    mine = {same_thing(link) for link in channels if link.platform == named.platform and link.handle.startswith("@")}
    return bool(mine) and same_thing(named) not in mine


def _with_picture(found: Found, data: Mapping[str, object], link: Link, service: Service, fetcher: Fetcher) -> Found:
    named = data.get("thumbnail_url")
    better = service.better.get(link.kind, "").format(id=link.id)
    lost = "platform tidak menyebut sampul"
    for address in (better, named if isinstance(named, str) else ""):
        if not address:
            continue
        if not service.serves(address):
            lost = f"sampul ada di tempat yang tidak dikenal ({host_of(address, 'https') or 'alamat yang aneh'})"
            continue
        reply = fetcher.get(address, most=_MOST_PICTURE, may_follow=service.serves)
        if isinstance(reply, NoReply):
            lost = f"sampul: {reply.reason}"
        elif not reply.ok:
            lost = f"sampul: platform menjawab {reply.status}"
        elif suffix := _suffix(reply.body):
            return replace(found, picture=reply.body, suffix=suffix)
        else:
            lost = f"sampul bukan gambar ({reply.kind[:40] or 'tanpa jenis'})"
    return replace(found, lost=lost)


def _suffix(body: bytes) -> str:
    """File name suffix by the first bytes; the Content-Type is not trusted."""
    found = next((suffix for suffix, starts in _PICTURES.items() if body.startswith(starts)), "")
    return "" if found == ".webp" and body[8:12] != b"WEBP" else found


def _read(reply: Reply) -> Mapping[str, object] | None:
    try:
        data = json.loads(reply.body)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _line(value: object) -> str:
    """Untrusted text as one printable line."""
    text = value if isinstance(value, str) else ""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _title(value: object) -> str:
    """A title for a card: without the hashtags at its end, cut at a word."""
    text = _line(value)
    text = _HASHTAGS.sub("", text) or text
    return shortened(text, _LONGEST_TITLE)
