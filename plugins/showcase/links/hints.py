"""Text that is no address but says which one is meant: `@rina`, `ig: rina`, `0812…`. It gets the address to paste."""

from __future__ import annotations

import re
from functools import cache

from .model import Refusal
from .platforms import ROWS
from .rejections import refuse
from .table import Platform

_HANDLE = re.compile(r"@([\w.-]{2,60})")
_WORD = re.compile(r"[A-Za-z0-9_.-]{2,30}")
_PHONE = re.compile(r"(?:\+?62[\s.-]?(?:\(0\)|0)?|0)[\s.-]?(8[\d\s.\u2010-\u2015\u2212-]{7,16})")
# A number that cannot be read is nobody's name.
_LIKE_NUMBER = re.compile(r"[+(]?(?:\d[\s().-]?){6}")
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[A-Za-z]{2,}")
_CHANNEL_ID = re.compile(r"UC[A-Za-z0-9_-]{22}")
_LIST_ID = re.compile(r"(?:PL|UU|FL|OLAK5uy_|TL|RD)(?=.*[0-9])[A-Za-z0-9_-]{14,64}")
_VIDEO_ID = re.compile(r"(?=.*[0-9_-])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_-]{11}")
KNOWN_ENDINGS = frozenset(
    [
        "com",
        "net",
        "org",
        "id",
        "io",
        "co",
        "me",
        "info",
        "biz",
        "tv",
        "my",
        "sg",
        "app",
        "dev",
        "xyz",
        "site",
        "online",
        "store",
        "shop",
        "web",
        "blog",
        "page",
        "art",
        "photo",
        "photos",
        "studio",
        "media",
        "link",
        "bio",
        "cafe",
        "travel",
        "website",
        "space",
        "live",
        "club",
        "asia",
        "uk",
        "au",
        "us",
        "eu",
        "de",
        "fr",
        "nl",
        "jp",
        "kr",
        "in",
        "ac",
        "edu",
        "gov",
    ]
)


def is_host_alone(token: str) -> bool:
    """`contoh.co.id` is a website, `rina.foto` is somebody's name: the known endings decide."""
    host = token.lower().rstrip(".")
    return "." in host and not host.startswith((".", "@")) and host.rpartition(".")[2] in KNOWN_ENDINGS


def hint(text: str) -> Refusal | None:
    """The refusal that holds the right address, or None if the text says nothing of the kind."""
    said = text.strip()
    if _MAIL.fullmatch(said):
        return refuse(text, "L205")
    phone = _phone_link(said)
    if phone:
        return refuse(text, "L202", fix=phone)
    if _LIKE_NUMBER.match(said):
        return refuse(text, "L101")
    named = _labels().fullmatch(said)
    if named:
        row = _names()[named["name"].lower()]
        return refuse(text, "L203", fix=_account(row, named["rest"].strip()))
    if _CHANNEL_ID.fullmatch(said):
        return refuse(text, "L204", fix=f"https://www.youtube.com/channel/{said}")
    if _LIST_ID.fullmatch(said):
        return refuse(text, "L204", fix=f"https://www.youtube.com/playlist?list={said}")
    if _VIDEO_ID.fullmatch(said):
        return refuse(text, "L204")
    handle = _HANDLE.fullmatch(said) or _WORD.fullmatch(said)
    if handle and not is_host_alone(said):
        return refuse(text, "L201", fix=_account(_names()["instagram"], said))
    return None


def _phone_link(text: str) -> str:
    phone = _PHONE.fullmatch(text)
    digits = re.sub(r"\D", "", phone[1]) if phone else ""
    return f"https://wa.me/62{digits}" if 9 <= len(digits) <= 12 else ""


def _account(row: Platform, said: str) -> str:
    """A channel's address made of a bare name, "" if the name cannot be one."""
    if row.key == "whatsapp":
        return _phone_link(said)
    name = said.removeprefix("@").rstrip(".,")
    return row.account.format(name=name) if row.account and re.fullmatch(r"[\w.-]{2,60}", name) else ""


@cache
def _names() -> dict[str, Platform]:
    return {name: row for row in ROWS for name in row.names}


@cache
def _labels() -> re.Pattern[str]:
    """`instagram: nama`, `IG @nama`, `fb nama`: a platform's name, then what follows it."""
    names = "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?i)(?P<name>{names})\s*(?:[:=]\s*|\s-\s|/|\s(?=@)|\s+)(?P<rest>@?\s*[^\s:/].*)")
