"""What a URL is: the values that leave this room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["channel", "video", "short", "live", "playlist", "post", "photo", "website"]


@dataclass(frozen=True, slots=True)
class Link:
    """A URL that was understood.

    url: as given. platform: key of a row in `PLATFORMS`. id: what the platform calls it.
    handle: what a person would say (`@rina`, `rina.foto`, a title-like name), or "".
    canonical: the one form; reading it again gives an equal Link but for `url`.
    """

    url: str
    platform: str
    kind: Kind
    id: str
    handle: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A URL that was not: why, in Indonesian, and what to paste instead ("" if unknown)."""

    url: str
    code: str
    message: str
    fix: str = ""
