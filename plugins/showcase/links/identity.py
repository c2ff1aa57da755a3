"""When two links are the same thing, and where a link belongs."""

from __future__ import annotations

from .model import Link
from .platforms import PLATFORMS

# Names in which upper and lower case mean the same; ids of works and `UC…` channels are not among them.
_DOTLESS = frozenset({"facebook"})


def same_thing(link: Link) -> str:
    """A key that is equal for two links to the same thing, whatever their spelling and kind.

    A work is known by its platform and id: `/shorts/ID` and `/watch?v=ID` are one video.
    A channel is known by its address, in which case does not count unless it is an id.
    """
    if link.kind == "channel":
        address = link.canonical.partition("://")[2].rstrip("/")
        if link.handle:
            address = address.casefold()
        if link.platform in _DOTLESS:
            host, _, name = address.partition("/")
            address = f"{host}/{name.replace('.', '') if link.handle else name}"
        return f"{link.platform}:{address}"
    if link.platform == "website":
        return f"website:{link.id}"
    return f"{link.platform}:{link.id}"


def shows_number(link: Link) -> bool:
    """True for an address that is somebody's number, or that leads to it: it needs consent to the contact."""
    numbers = PLATFORMS[link.platform].numbers
    return bool(numbers) and link.canonical.startswith(numbers)


def takes_messages(link: Link) -> bool:
    """True for a channel that can be written to. A broadcast of a platform of numbers cannot."""
    row = PLATFORMS[link.platform]
    return row.takes_messages and (not row.numbers or shows_number(link))


def hint_of(link: Link) -> str:
    """What kind of page a channel is, in words."""
    row = PLATFORMS[link.platform]
    return row.number_hint if shows_number(link) else row.channel_hint


def channel_of(link: Link) -> str:
    """The address of the channel that a work's own address names, "" if it names none. For advice only."""
    row = PLATFORMS[link.platform]
    name = link.handle.removeprefix("@")
    if link.kind in {"channel", "website"} or not name or not row.account:
        return ""
    return row.account.format(name=name)
