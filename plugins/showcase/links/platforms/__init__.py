"""The table of platforms: one row each, in the module of its kind (posting, social, media …); its icon: theme/icons/."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..table import Platform
from .broadcast import APPLE_PODCASTS, SNACK_VIDEO, TWITCH
from .facebook import FACEBOOK
from .instagram import INSTAGRAM
from .media import BEHANCE, FLICKR, PX500, VIMEO
from .messaging import TELEGRAM, WHATSAPP
from .posting import BLUESKY, THREADS, X
from .shops import GOOGLE_MAPS, SHOPEE, TOKOPEDIA
from .social import LINKEDIN, LINKTREE, PINTEREST
from .sound import SOUNDCLOUD, SPOTIFY
from .support import KARYAKARSA, KOMPASIANA, LYNK, SAWERIA, SOCIABUZZ, TRAKTEER
from .tiktok import TIKTOK
from .website import WEBSITE
from .youtube import YOUTUBE

ROWS: tuple[Platform, ...] = (
    YOUTUBE,
    TIKTOK,
    INSTAGRAM,
    FACEBOOK,
    WHATSAPP,
    X,
    THREADS,
    BLUESKY,
    TELEGRAM,
    LINKEDIN,
    VIMEO,
    FLICKR,
    PX500,
    BEHANCE,
    SPOTIFY,
    SOUNDCLOUD,
    LINKTREE,
    PINTEREST,
    SHOPEE,
    TOKOPEDIA,
    LYNK,
    SAWERIA,
    TRAKTEER,
    KARYAKARSA,
    SOCIABUZZ,
    KOMPASIANA,
    GOOGLE_MAPS,
    TWITCH,
    SNACK_VIDEO,
    APPLE_PODCASTS,
    WEBSITE,
)
PLATFORMS: Mapping[str, Platform] = MappingProxyType({row.key: row for row in ROWS})
HOSTS: Mapping[str, Platform] = MappingProxyType({host: row for row in ROWS for host in row.hosts})
