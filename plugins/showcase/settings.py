"""The SHOWCASE setting as one frozen value. An owner sets keys in pelicanconf.py; every default is here."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from .diagnostics.fault import ToolFailure

PROJECT = Path(__file__).resolve().parents[2]
OWN_THEME = PROJECT / "theme"
OWN_CONTENT = "SHOWCASE_CONTENT"  # in the environment: a folder in place of the project's `content/`
TEMPLATES_SEE = ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS", "PLUGINS")
LOCAL_ADDRESS = "http://localhost:8000"

DEFAULTS: dict[str, Any] = {
    "pictures": {},  # see pictures/recipe.py; nothing: as rich as `budget` allows, by pictures/presets.py
    "budget": 400,  # MB of a site; a larger directory takes leaner pictures by itself. 0: always the richest
    "share_images": True,
    "search": True,
    "late_search": False,  # an index that has to be made anew may wait: `serve` shows the page first
    "cache": str(PROJECT / ".cache" / "showcase"),
    "samples": True,
    "demo": False,
    "hold_back": False,
    "date": None,  # ISO day of the build; None: SOURCE_DATE_EPOCH, else today in the region's time zone
    "jobs": None,  # picture threads; None: one a core
    "page_size": 60,
    "one_page": 300,  # up to so many creators the directory is one page
    "few": 12,  # below so many there are no filters, only large cards
}


def own_content() -> Path:
    """The project's own content. Tests name a region of their own, so that no office's content changes a test."""
    return Path(os.environ.get(OWN_CONTENT) or PROJECT / "content").resolve()


@dataclass(frozen=True, slots=True)
class Settings:
    """How one site is built. site_url: without a trailing slash, "" while unknown.

    beside: further folders of templates and plugins. templates_see: settings of Pelican's that reach the templates, as
    text; another text in every run where one of them is a function, which cannot be compared.
    """

    content: Path
    project_content: Path
    theme: Path
    output: Path
    cache: Path
    site_url: str
    pictures: Mapping[str, Any]
    budget: int
    share_images: bool
    search: bool
    late_search: bool
    samples: bool
    demo: bool
    hold_back: bool
    today: date
    jobs: int | None
    page_size: int
    one_page: int
    few: int
    beside: tuple[Path, ...] = ()
    templates_see: str = ""

    @property
    def base_url(self) -> str:
        """Where the site will be, for feeds, share links and QR codes; the local server while unknown."""
        return self.site_url or LOCAL_ADDRESS


def settings_from(pelican: Mapping[str, Any], timezone: str) -> Settings:
    """Settings from Pelican's dictionary; `timezone`, the region's, tells which day it is.

    Raises ToolFailure for an unknown SHOWCASE key or a bad date.
    """
    given = dict(pelican.get("SHOWCASE", {}))
    if unknown := sorted(set(given) - set(DEFAULTS)):
        raise ToolFailure(f"SHOWCASE tidak mengenal {', '.join(unknown)}. Yang dikenal: {', '.join(sorted(DEFAULTS))}.")
    chosen = DEFAULTS | given
    return Settings(
        content=Path(pelican["PATH"]).resolve(),
        project_content=own_content(),
        theme=Path(pelican["THEME"]).resolve(),
        output=Path(pelican["OUTPUT_PATH"]).resolve(),
        cache=Path(chosen["cache"]).resolve(),
        site_url=_site_url(pelican.get("SITEURL")),
        pictures=chosen["pictures"],
        budget=_megabytes(chosen["budget"]),
        share_images=chosen["share_images"],
        search=chosen["search"],
        late_search=chosen["late_search"],
        samples=chosen["samples"],
        demo=chosen["demo"],
        hold_back=chosen["hold_back"],
        today=build_day(chosen["date"], timezone),
        jobs=chosen["jobs"],
        page_size=chosen["page_size"],
        one_page=chosen["one_page"],
        few=chosen["few"],
        beside=_beside(pelican),
        templates_see=repr([(name, pelican.get(name)) for name in TEMPLATES_SEE]),
    )


def _site_url(given: object) -> str:
    """The site's address without a slash at its end, "" while nobody says it."""
    url = str(given or "").rstrip("/")
    if url and not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", url):
        raise ToolFailure(f"SITEURL {url!r} bukan alamat situs. Tulis seperti https://kreator.contoh.id.")
    return url


def _beside(pelican: Mapping[str, Any]) -> tuple[Path, ...]:
    given = (*pelican.get("THEME_TEMPLATES_OVERRIDES", ()), *pelican.get("PLUGIN_PATHS", ()))
    return tuple(folder for one in given if (folder := Path(one).resolve()) != PROJECT / "plugins")


def _megabytes(given: object) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise ToolFailure(f"SHOWCASE['budget'] adalah MB, bulat seperti 400 (0: tanpa batas), bukan {given!r}.")
    return given


def build_day(given: str | None, timezone: str) -> date:
    """The day that seeds the daily shuffle: as given, else SOURCE_DATE_EPOCH, else today in `timezone`."""
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError as wrong:
            raise ToolFailure(f"SHOWCASE['date'] harus seperti 2026-11-20, bukan {given!r}.") from wrong
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(ZoneInfo(timezone)).date()
