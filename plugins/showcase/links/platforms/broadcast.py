"""Films and podcasts: Twitch, Snack Video, Apple Podcasts."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_TWITCH = "https://www.twitch.tv"
_CLIPS = frozenset({"clips.twitch.tv"})
_TWITCH_NAME = r"[A-Za-z0-9][A-Za-z0-9_]{2,24}"
_CLIP = r"(?P<id>[A-Za-z0-9_-]{8,100})"

TWITCH = Platform(
    key="twitch",
    label="Twitch",
    channel_hint=N_("Kanal Twitch"),
    action=N_("Tonton di Twitch"),
    hosts=frozenset({"twitch.tv", "www.twitch.tv", "m.twitch.tv"}) | _CLIPS,
    own=("twitch.tv", "jtvnw.net"),
    words=("twitch",),
    names=("twitch",),
    account=_TWITCH + "/{name}",
    forms=(
        Pattern("video", _CLIP, "https://clips.twitch.tv/{id}", hosts=_CLIPS),
        Pattern("video", _TWITCH_NAME + r"/clip/" + _CLIP, "https://clips.twitch.tv/{id}"),
        Pattern("video", r"videos/(?P<id>\d{6,12})", _TWITCH + "/videos/{id}"),
        Pattern("video", _TWITCH_NAME + r"/v(?:ideo)?/(?P<id>\d{6,12})", _TWITCH + "/videos/{id}"),
        Pattern("playlist", r"collections/(?P<id>[A-Za-z0-9_-]{8,30})", _TWITCH + "/collections/{id}"),
        Rejected(r"(?:directory|search|team)(?:/.*)?", "L402"),
        Rejected(r"(?:login|signup|settings|subscriptions|p|downloads|jobs|turbo|inventory|wallet|drops|prime|store|popout"
                 r"|moderator|dashboard|videos|collections|embed)(?:/.*)?",
                 "L403"),
        Pattern("channel", r"(?P<id>" + _TWITCH_NAME + r")(?:/(?:about|schedule|videos|clips|home|followers)(?:/.*)?)?",
                _TWITCH + "/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://m.twitch.tv/ContohKreator/videos?filter=all", "channel", "contohkreator",
                _TWITCH + "/contohkreator"),
        Accepts("https://www.twitch.tv/videos/1000000001?t=1h", "video", "1000000001", _TWITCH + "/videos/1000000001"),
        Accepts("https://www.twitch.tv/contohkreator/v/1000000001", "video", "1000000001",
                _TWITCH + "/videos/1000000001"),
        Accepts("https://www.twitch.tv/contohkreator/clip/ContohKlipLaut-AbCdEf12", "video", "ContohKlipLaut-AbCdEf12",
                "https://clips.twitch.tv/ContohKlipLaut-AbCdEf12"),
        Accepts("https://clips.twitch.tv/ContohKlipLaut-AbCdEf12", "video", "ContohKlipLaut-AbCdEf12",
                "https://clips.twitch.tv/ContohKlipLaut-AbCdEf12"),
        Accepts("https://www.twitch.tv/collections/AbCdEfGh1234", "playlist", "AbCdEfGh1234",
                _TWITCH + "/collections/AbCdEfGh1234"),
    ),
    refuses=(
        ("https://www.twitch.tv/", "L401"),
        ("https://www.twitch.tv/directory/category/irl", "L402"),
        ("https://www.twitch.tv/settings/profile", "L403"),
        ("https://www.twitch.tv/contoh/apa", "L407"),
        ("https://dashboard.twitch.tv/", "L409"),
        ("https://www.twltch.example/contoh", "L111"),
    ),
)

_SNACK = "https://www.snackvideo.com"
_SNACK_SHORT = frozenset({"sck.io", "s.snackvideo.com"})
_SNACK_NAME = r"[A-Za-z0-9._-]{2,60}"

SNACK_VIDEO = Platform(
    key="snackvideo",
    label="Snack Video",
    channel_hint=N_("Akun Snack Video"),
    action=N_("Tonton di Snack Video"),
    hosts=frozenset({"snackvideo.com", "www.snackvideo.com", "m.snackvideo.com"}) | _SNACK_SHORT,
    own=("snackvideo.com", "sck.io"),
    words=("snackvideo",),
    names=("snack video", "snackvideo", "snack"),
    account=_SNACK + "/@{name}",
    forms=(
        Rejected(r".*", "L301", hosts=_SNACK_SHORT),
        Pattern("short", r"@(?P<name>" + _SNACK_NAME + r")/video/(?P<id>\d{10,25})", _SNACK + "/@{name}/video/{id}",
                handle="@{name}"),
        Rejected(r"@[^/]+/video(?:/.*)?", "L408"),
        Pattern("channel", r"@(?P<id>" + _SNACK_NAME + r")", _SNACK + "/@{id}", handle="@{id}"),
        Rejected(r"(?:discover|tag|search|foryou|explore)(?:/.*)?", "L402"),
    ),
    accepts=(
        Accepts("https://www.snackvideo.com/@contohkreator?utm_source=x", "channel", "contohkreator",
                _SNACK + "/@contohkreator"),
        Accepts("https://m.snackvideo.com/@contohkreator/video/5000000000000000001", "short", "5000000000000000001",
                _SNACK + "/@contohkreator/video/5000000000000000001"),
    ),
    refuses=(
        ("https://www.snackvideo.com/", "L401"),
        ("https://sck.io/p/AbCdEfGh", "L301"),
        ("https://www.snackvideo.com/discover/belitung", "L402"),
        ("https://www.snackvideo.com/apa", "L407"),
        ("https://www.snackvideo.com/@contoh/video/12", "L408"),
        ("https://help.snackvideo.com/", "L409"),
        ("https://snackvldeo.example/", "L111"),
    ),
)

_APPLE = "https://podcasts.apple.com/id/podcast"

APPLE_PODCASTS = Platform(
    key="applepodcasts",
    label="Apple Podcasts",
    channel_hint=N_("Siniar Apple Podcasts"),
    action=N_("Dengarkan di Apple Podcasts"),
    hosts=frozenset({"podcasts.apple.com", "itunes.apple.com"}),
    own=("podcasts.apple.com", "itunes.apple.com"),
    words=("podcasts.apple.com",),
    names=("apple podcasts", "apple podcast"),
    forms=(
        Pattern("post", r"(?:[a-z]{2}/)?podcast/(?:[^/]+/)?id(?P<id>\d{6,12})", _APPLE + "/id{id}?i={i}", id="{i}",
                query=(("i", r"\d{10,16}"),)),
        Pattern("channel", r"(?:[a-z]{2}/)?podcast/(?:[^/]+/)?id(?P<id>\d{6,12})", _APPLE + "/id{id}"),
        Rejected(r"(?:[a-z]{2}/)?(?:browse|search|genre|room|charts|new|top-charts)(?:/.*)?", "L402"),
    ),
    accepts=(
        Accepts("https://podcasts.apple.com/us/podcast/siniar-contoh/id1000000001?uo=4", "channel", "1000000001",
                _APPLE + "/id1000000001"),
        Accepts("https://podcasts.apple.com/id/podcast/episode-satu/id1000000001?i=1000600000001", "post",
                "1000600000001", _APPLE + "/id1000000001?i=1000600000001"),
    ),
    refuses=(
        ("https://podcasts.apple.com/", "L401"),
        ("https://podcasts.apple.com/id/browse", "L402"),
        ("https://podcasts.apple.com/id/podcast/siniar", "L407"),
        ("https://rss.itunes.apple.com/", "L409"),
        ("https://podcasts.apple.com.contoh.example/", "L111"),
    ),
)
