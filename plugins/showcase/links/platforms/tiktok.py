"""TikTok: profiles, videos, photo posts, live rooms, playlists. Its share button gives short links."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_SITE = "https://www.tiktok.com"
_MAIN = frozenset({"tiktok.com", "www.tiktok.com", "m.tiktok.com"})
_V = frozenset({"www.tiktokv.com", "tiktokv.com"})
_SHORT = frozenset({"vt.tiktok.com", "vm.tiktok.com"})
_LITE = frozenset({"lite.tiktok.com"})
_NAME = r"[A-Za-z0-9_.-]{0,63}[A-Za-z0-9_-]"
_N = r"(?P<id>\d{5,21})"
# A work is found by its number alone; TikTok puts the right name in by itself.
_NAMELESS = _SITE + "/@_/video/{id}"

_WORKS: tuple[Pattern, ...] = (
    Pattern("video", r"@_?/video/" + _N + "(?:/.*)?", _NAMELESS),
    Pattern("video", r"(?:v|embed|embed/v[123]|player/v1|share/video|i18n/share/video|video)/" + _N + r"(?:\.html)?",
            _NAMELESS),
    Pattern("video", r"@MS4wLjAB[^/]*/video/" + _N + "(?:/.*)?", _NAMELESS),
    Pattern("photo", r"@_?/photo/" + _N + "(?:/.*)?", _SITE + "/@_/photo/{id}"),
    Pattern("video", r"@?(?P<name>" + _NAME + r")/video/" + _N + "(?:/.*)?", _SITE + "/@{name}/video/{id}",
            handle="@{name}", lower=("name",)),
    Pattern("photo", r"@?(?P<name>" + _NAME + r")/photo/" + _N + "(?:/.*)?", _SITE + "/@{name}/photo/{id}",
            handle="@{name}", lower=("name",)),
    Pattern("live", r"@(?P<name>" + _NAME + r")/live(?:/.*)?", _SITE + "/@{name}/live", id="{name}", handle="@{name}",
            lower=("name",)),
    Pattern("playlist", r"@(?P<name>" + _NAME + r")/(?P<what>playlist|collection)/(?P<title>[^/]*?-)?" + _N,
            _SITE + "/@{name}/{what}/{title}{id}", handle="@{name}", lower=("name",)),
)
_NOT: tuple[Rejected, ...] = (
    Rejected(r".*", "L301", hosts=_SHORT | _LITE),
    Rejected(r"t/.*", "L301"),
    Rejected(r"@(?P<name>" + _NAME + r")/(?:video|photo)(?:/.*)?", "L408"),
    Rejected(r"(?:@_?/|v/|embed|player/|share/video|i18n/share/video|video/).*", "L408", hosts=_MAIN | _V),
    Rejected(r"(?:tag|search|discover|explore|foryou|following|friends|channel|topics|trending|live|place|shop|find|feed"
              r"|upload)(?:/.*)?",
             "L402"),
    Rejected(r"(?:music|sticker|effect|question|movies|share|h5|oembed|node|add-link|amp|i18n|view|coin)(?:/.*)?", "L406"),
    Rejected(r"(?:login|signup|logout|setting|settings|about|legal|safety|community-guidelines|transparency|creators"
              r"|privacy|terms|business|messages|inbox|download|careers|embed|link|redirect|404|profile|user|passport|inapp"
             r"|auth|feedback|tiktokstudio|forgot-password|cookie-policy|contact|media|press|forgood|creator-center)(?:/.*)?",
             "L403"),
)
_CHANNELS: tuple[Pattern, ...] = (
    # The id that apps use instead of a name; upper and lower case matter in it.
    Pattern("channel", r"@(?P<id>MS4wLjAB[A-Za-z0-9_-]{40,100})(?:/.*)?", _SITE + "/@{id}"),
    Pattern("channel", r"@(?P<id>" + _NAME + r")(?:/.*)?", _SITE + "/@{id}", handle="@{id}", lower=("id",)),
    Pattern("channel", r"(?P<id>[A-Za-z0-9_.]{1,23}[A-Za-z0-9_])", _SITE + "/@{id}", handle="@{id}", lower=("id",)),
)

TIKTOK = Platform(
    key="tiktok",
    label="TikTok",
    channel_hint=N_("Akun TikTok"),
    action=N_("Tonton di TikTok"),
    medium="tiktok",
    hosts=_MAIN | _V | _SHORT | _LITE,
    own=("tiktok.com", "tiktokv.com", "tiktokcdn.com"),
    words=("tiktok",),
    names=("tiktok", "tik tok", "tt"),
    account=_SITE + "/@{name}",
    takes_messages=True,
    forms=(*_WORKS, *_NOT, *_CHANNELS),
    shapes={"video": "tall", "photo": "portrait", "live": "tall", "playlist": "tall"},
    accepts=(
        Accepts("https://www.tiktok.com/@contoh.kreator?lang=id-ID", "channel", "contoh.kreator",
                _SITE + "/@contoh.kreator"),
        Accepts("tiktok.com/Contoh_Kreator", "channel", "contoh_kreator", _SITE + "/@contoh_kreator"),
        Accepts("https://www.tiktok.com/@MS4wLjABAAAAabcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789", "channel",
                "MS4wLjABAAAAabcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789",
                _SITE + "/@MS4wLjABAAAAabcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789"),
        Accepts("https://www.tiktok.com/@contoh/video/7000000000000000001?_r=1&_t=abc&is_from_webapp=1", "video",
                "7000000000000000001", _SITE + "/@contoh/video/7000000000000000001"),
        Accepts("https://m.tiktok.com/v/7000000000000000001.html", "video", "7000000000000000001",
                _SITE + "/@_/video/7000000000000000001"),
        Accepts("https://www.tiktok.com/embed/v2/7000000000000000001", "video", "7000000000000000001",
                _SITE + "/@_/video/7000000000000000001"),
        Accepts("https://www.tiktok.com/@/video/7000000000000000001", "video", "7000000000000000001",
                _SITE + "/@_/video/7000000000000000001"),
        Accepts("https://www.tiktok.com/@MS4wLjABAAAAabcdefghijklmnopqrstuvwxyz/video/7000000000000000001", "video",
                "7000000000000000001", _SITE + "/@_/video/7000000000000000001"),
        Accepts("https://www.tiktok.com/@contoh/photo/7000000000000000002", "photo", "7000000000000000002",
                _SITE + "/@contoh/photo/7000000000000000002"),
        Accepts("https://www.tiktok.com/@/photo/7000000000000000002", "photo", "7000000000000000002",
                _SITE + "/@_/photo/7000000000000000002"),
        Accepts("https://www.tiktok.com/@contoh/live", "live", "contoh", _SITE + "/@contoh/live"),
        Accepts("https://www.tiktok.com/@contoh/playlist/Belitung-7000000000000000003", "playlist",
                "7000000000000000003", _SITE + "/@contoh/playlist/Belitung-7000000000000000003"),
    ),
    refuses=(
        ("https://www.tiktok.com/", "L401"),
        ("https://vt.tiktok.com/ZSabcdefg/", "L301"),
        ("https://vm.tiktok.com/ZMabcdefg/", "L301"),
        ("https://www.tiktok.com/t/ZTabcdefg/", "L301"),
        ("https://lite.tiktok.com/t/ZTabcdefg/", "L301"),
        ("https://www.tiktok.com/tag/belitung", "L402"),
        ("https://www.tiktok.com/music/contoh-7000000000000000001", "L406"),
        ("https://www.tiktok.com/login", "L403"),
        ("https://www.tiktok.com/@contoh/video/", "L408"),
        ("https://www.tiktok.com/embed/123", "L408"),
        ("https://ads.tiktok.com/x", "L409"),
        ("https://www.tlktok.com/@contoh", "L111"),
    ),
)
