"""Music and podcasts: Spotify and SoundCloud."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_SPOT = "https://open.spotify.com"
_SPOT_ID = r"(?P<id>[A-Za-z0-9]{22})"
_INTL = r"(?:intl-[a-z]{2}(?:-[a-z]{2})?/)?(?:embed/|embed-podcast/)?"

SPOTIFY = Platform(
    key="spotify",
    label="Spotify",
    channel_hint=N_("Kanal Spotify"),
    action=N_("Dengarkan di Spotify"),
    hosts=frozenset({"open.spotify.com", "play.spotify.com", "spotify.link", "spotify.app.link"}),
    own=("spotify.com", "spotify.link", "scdn.co"),
    words=("spotify",),
    names=("spotify",),
    forms=(
        Rejected(r".*", "L301", hosts=frozenset({"spotify.link", "spotify.app.link"})),
        Pattern("channel", _INTL + r"(?P<what>artist|show)/" + _SPOT_ID + r"(?:/.*)?", _SPOT + "/{what}/{id}"),
        Pattern("channel", _INTL + r"user/(?P<id>[A-Za-z0-9._-]{2,60})", _SPOT + "/user/{id}", handle="{id}"),
        Pattern("playlist", _INTL + r"(?:user/[^/]+/)?(?P<what>playlist|album)/" + _SPOT_ID, _SPOT + "/{what}/{id}"),
        Pattern("post", _INTL + r"(?P<what>track|episode)/" + _SPOT_ID, _SPOT + "/{what}/{id}"),
        Rejected(r"(?:search|genre|section|collection|concert|browse)(?:/.*)?", "L402"),
    ),
    accepts=(
        Accepts("https://open.spotify.com/intl-id/artist/0000000000000000000001?si=abc", "channel",
                "0000000000000000000001", _SPOT + "/artist/0000000000000000000001"),
        Accepts("https://open.spotify.com/user/contohkreator", "channel", "contohkreator",
                _SPOT + "/user/contohkreator"),
        Accepts("https://open.spotify.com/embed/playlist/0000000000000000000002?utm_source=oembed", "playlist",
                "0000000000000000000002", _SPOT + "/playlist/0000000000000000000002"),
        Accepts("https://open.spotify.com/episode/0000000000000000000003", "post", "0000000000000000000003",
                _SPOT + "/episode/0000000000000000000003"),
    ),
    refuses=(
        ("https://open.spotify.com/", "L401"),
        ("https://spotify.link/abcDEF", "L301"),
        ("https://open.spotify.com/search/belitung", "L402"),
        ("https://open.spotify.com/track/pendek", "L407"),
        ("https://accounts.spotify.com/login", "L409"),
    ),
)

_SC = "https://soundcloud.com"
_SC_NAME = r"[A-Za-z0-9_-]{2,60}"

SOUNDCLOUD = Platform(
    key="soundcloud",
    label="SoundCloud",
    channel_hint=N_("Kanal SoundCloud"),
    action=N_("Dengarkan di SoundCloud"),
    hosts=frozenset({"soundcloud.com", "www.soundcloud.com", "m.soundcloud.com", "on.soundcloud.com", "snd.sc"}),
    own=("soundcloud.com", "sndcdn.com"),
    words=("soundcloud",),
    names=("soundcloud", "sound cloud"),
    account=_SC + "/{name}",
    forms=(
        Rejected(r".*", "L301", hosts=frozenset({"on.soundcloud.com", "snd.sc"})),
        Rejected(r"(?:search|discover|charts|stream|tags|stations|you|feed|explore)(?:/.*)?", "L402"),
        Rejected(r"(?:signin|login|upload|pages|settings|terms-of-use|imprint|jobs|pro|messages|notifications|logout|mobile"
                 r"|player|connect)(?:/.*)?",
                 "L403"),
        Pattern("channel",
                r"(?P<id>" + _SC_NAME + r")(?:/(?:tracks|sets|albums|popular-tracks|toptracks|spotlight|reposts"
                r"|likes|followers|following|comments))?",
                _SC + "/{id}", handle="{id}", lower=("id",)),
        Pattern("playlist", r"(?P<name>" + _SC_NAME + r")/sets/(?P<id>[A-Za-z0-9_-]{1,120})", _SC + "/{name}/sets/{id}",
                id="{name}/sets/{id}", handle="{name}", lower=("name", "id")),
        # A track that is not listed opens only with the key behind its name.
        Pattern("post", r"(?P<name>" + _SC_NAME + r")/(?P<id>[A-Za-z0-9_-]{1,255})/(?P<key>s-[A-Za-z0-9]{4,20})",
                _SC + "/{name}/{id}/{key}", id="{name}/{id}", handle="{name}", lower=("name", "id")),
        Pattern("post", r"(?P<name>" + _SC_NAME + r")/(?P<id>[A-Za-z0-9_-]{1,255})(?:/.*)?", _SC + "/{name}/{id}",
                id="{name}/{id}", handle="{name}", lower=("name", "id")),
    ),
    accepts=(
        Accepts("https://soundcloud.com/contoh-kreator/tracks?si=abc", "channel", "contoh-kreator",
                _SC + "/contoh-kreator"),
        Accepts("https://m.soundcloud.com/contoh-kreator/sets/lagu-belitung", "playlist",
                "contoh-kreator/sets/lagu-belitung", _SC + "/contoh-kreator/sets/lagu-belitung"),
        Accepts("https://soundcloud.com/contoh-kreator/ombak/s-AbCd1?in=x", "post", "contoh-kreator/ombak",
                _SC + "/contoh-kreator/ombak/s-AbCd1"),
        Accepts("https://soundcloud.com/contoh-kreator/ombak?utm_source=clipboard", "post", "contoh-kreator/ombak",
                _SC + "/contoh-kreator/ombak"),
    ),
    refuses=(
        ("https://soundcloud.com/", "L401"),
        ("https://on.soundcloud.com/abcDE", "L301"),
        ("https://soundcloud.com/discover", "L402"),
        ("https://soundcloud.com/upload", "L403"),
        ("https://w.soundcloud.com/player/?url=x", "L409"),
    ),
)
