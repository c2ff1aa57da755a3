"""The shape of the platform table: a platform is one row, a row holds its own examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Literal
from urllib.parse import parse_qsl, quote, urlsplit

from .model import Kind, Link
from .url_parser import Address

Shape = Literal["wide", "tall", "portrait", "square"]
Params = tuple[tuple[str, str], ...]
Fullmatch = Callable[[str], re.Match[str] | None]

_SHAPES: Mapping[str, Shape] = MappingProxyType({"short": "tall", "post": "square", "photo": "square"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A shape of address that is accepted.

    path: a pattern that the whole path must match, without slashes at its ends.
    query: parameters that must be there, and match; each is a group of its own name.
    keep: parameters that are kept if they are there and match.
    id, handle, canonical: templates over the groups. lower: groups that the platform writes in lower case.
    hosts: the hosts this shape is for; empty for all of the row.
    """

    kind: Kind
    path: str
    canonical: str
    id: str = "{id}"
    handle: str = ""
    query: Params = ()
    keep: Params = ()
    lower: tuple[str, ...] = ()
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A shape that is refused. fix: template of what to paste instead. target: parameters that may hold the URL."""

    path: str
    code: str
    fix: str = ""
    target: tuple[str, ...] = ()
    query: Params = ()
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A shape and what its groups hold."""

    form: Pattern | Rejected
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Accepts:
    """An example that is accepted, and what it means."""

    url: str
    kind: Kind
    id: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Platform:
    """One row. key: also the file name of its icon.

    medium: facet that its links count for, or None. hosts: every host that is this platform, exactly.
    forms: tried in order, the first that matches wins. own: domains of the platform; another host below them
    is refused. words: names that a look-alike host would contain. channel_hint: what kind of page a channel is.
    action: what the button on a card says.
    numbers: what the canonical addresses begin with behind which somebody's number stands; number_hint: their hint.
    account: template of a channel's address from a bare name, "" if there is none.
    players: embed address by kind, only where it does not track. names: what people call the platform.
    """

    key: str
    label: str
    channel_hint: str
    action: str
    hosts: frozenset[str]
    forms: tuple[Pattern | Rejected, ...]
    accepts: tuple[Accepts, ...]
    refuses: tuple[tuple[str, str], ...]
    medium: Literal["youtube", "facebook", "tiktok", "instagram"] | None = None
    takes_messages: bool = False
    own: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    account: str = ""
    numbers: str = ""
    number_hint: str = ""
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    players: Mapping[str, str] = field(default_factory=dict)
    _by_host: dict[str, Sequence[tuple[Pattern | Rejected, Fullmatch]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def icon(self) -> str:
        """Sprite id of the icon: the key."""
        return self.key

    def shape(self, kind: str) -> Shape:
        """The form in which a work of this kind is shown."""
        return self.shapes.get(kind, _SHAPES.get(kind, "wide"))

    def player(self, link: Link) -> str:
        """Address of an embedded player that may be loaded after a tap, or ""."""
        template = self.players.get(link.kind, "")
        return template.format(id=quote(link.id, safe="")) if template else ""

    def match(self, address: Address) -> Match | None:
        """The first shape that this address has."""
        for form, fullmatch in self._forms_of(address.host):
            if found := fullmatch(address.path):
                groups = _match(form, found, address)
                if groups is not None:
                    return Match(form, groups)
        return None

    def _forms_of(self, host: str) -> Sequence[tuple[Pattern | Rejected, Fullmatch]]:
        """The shapes of a host, each with its pattern: made when the first link of it is read."""
        forms = self._by_host.get(host)
        if forms is None:
            mine = (form for form in self.forms if not form.hosts or host in form.hosts)
            forms = [(form, _pattern(form.path).fullmatch) for form in mine]
            if host in self.hosts:
                self._by_host[host] = forms
        return forms


def _match(form: Pattern | Rejected, found: re.Match[str], address: Address) -> Mapping[str, str] | None:
    groups = {name: value or "" for name, value in found.groupdict().items()}
    for name, pattern in form.query:
        value = address.param(name).partition("/")[0]  # a slash or a tab hangs behind some copied ids
        if not _pattern(pattern).fullmatch(value):
            return None
        groups[name] = value
    return groups


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set: a long list stays readable."""
    return frozenset(text.split())


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def build(url: str, platform: str, form: Pattern, groups: Mapping[str, str], address: Address) -> Link:
    """The Link that a matched shape stands for."""
    values = {name: value.lower() if name in form.lower else value for name, value in groups.items()}
    canonical = form.canonical.format(**values)
    asked = [(name, pattern, address.param(name).partition("/")[0]) for name, pattern in form.keep]
    if kept := [(name, value) for name, pattern, value in asked if _pattern(pattern).fullmatch(value)]:
        present = {name for name, _ in parse_qsl(urlsplit(canonical).query)}
        extra = "&".join(f"{name}={quote(value, safe='')}" for name, value in kept if name not in present)
        if extra:
            canonical += ("&" if "?" in canonical else "?") + extra
    return Link(
        url=url,
        platform=platform,
        kind=form.kind,
        id=form.id.format(**values),
        handle=form.handle.format(**values),
        canonical=canonical,
    )
