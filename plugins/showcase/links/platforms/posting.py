"""Where people post in few words: X, Threads, Bluesky."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_X = "https://x.com"
_X_NAME = r"[A-Za-z0-9_]{1,15}"

X = Platform(
    key="x",
    label="X",
    channel_hint=N_("Akun X"),
    action=N_("Lihat di X"),
    hosts=frozenset(
        {"x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com", "m.twitter.com"}
    ),
    own=("twitter.com", "x.com", "twimg.com"),
    words=("twitter",),
    names=("x", "twitter", "x/twitter", "twiter"),
    account=_X + "/{name}",
    takes_messages=True,
    forms=(
        Pattern("post", r"i/(?:web/)?status/(?P<id>\d{1,20})(?:/.*)?", _X + "/i/status/{id}"),
        Pattern("post", r"@?(?P<name>" + _X_NAME + r")/status(?:es)?/(?P<id>\d{1,20})(?:/.*)?",
                _X + "/{name}/status/{id}", handle="@{name}"),
        Rejected(r"(?:search|explore|hashtag|home|notifications|messages)(?:/.*)?", "L402"),
        Rejected(r"(?:intent|share|i|login|signup|settings|compose|tos|privacy|about|jobs|account|download|logout|en|id|oauth"
                 r"|widgets|who_to_follow|following|followers)(?:/.*)?",
                 "L403"),
        Pattern("channel",
                r"@?(?P<id>" + _X_NAME + r")(?:/(?:media|tweets|timeline|info|with_replies|likes|photo|header_photo"
                r"|highlights|articles|following|followers|about))?",
                _X + "/{id}", handle="@{id}"),
    ),
    accepts=(
        Accepts("https://twitter.com/contoh?s=21&t=abc", "channel", "contoh", _X + "/contoh"),
        Accepts("x.com/@contoh/media", "channel", "contoh", _X + "/contoh"),
        Accepts("https://x.com/contoh/status/1700000000000000001?s=20", "post", "1700000000000000001",
                _X + "/contoh/status/1700000000000000001"),
        Accepts("https://twitter.com/i/web/status/1700000000000000001", "post", "1700000000000000001",
                _X + "/i/status/1700000000000000001"),
    ),
    refuses=(
        ("https://x.com/", "L401"),
        ("https://x.com/search?q=belitung", "L402"),
        ("https://twitter.com/intent/tweet?text=x", "L403"),
        ("https://help.twitter.com/id", "L409"),
    ),
)

_THREADS = "https://www.threads.com"
_THREADS_NAME = r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*"

THREADS = Platform(
    key="threads",
    label="Threads",
    channel_hint=N_("Akun Threads"),
    action=N_("Lihat di Threads"),
    hosts=frozenset({"threads.net", "www.threads.net", "threads.com", "www.threads.com"}),
    own=("threads.net", "threads.com"),
    words=("threads.net", "threads.com"),
    names=("threads", "thread"),
    account=_THREADS + "/@{name}",
    forms=(
        Pattern("post", r"@?(?P<name>" + _THREADS_NAME + r")/post/(?P<id>[A-Za-z0-9_-]{5,40})(?:/.*)?",
                _THREADS + "/@{name}/post/{id}", handle="@{name}", lower=("name",)),
        Pattern("post", r"t/(?P<id>[A-Za-z0-9_-]{5,40})(?:/.*)?", _THREADS + "/t/{id}"),
        Rejected(r"(?:search|saved|liked|for_you|following|custom_feed|tag)(?:/.*)?", "L402"),
        Rejected(r"(?:login|settings|activity|insights|intent|about|privacy|terms|t|post)(?:/.*)?", "L403"),
        Pattern("channel", r"@?(?P<id>" + _THREADS_NAME + r")(?:/(?:replies|media|reposts))?", _THREADS + "/@{id}",
                handle="@{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://www.threads.net/@Contoh.Kreator?igshid=x", "channel", "contoh.kreator",
                _THREADS + "/@contoh.kreator"),
        Accepts("https://www.threads.com/@contoh/post/CAbcdefgh12?xmt=x", "post", "CAbcdefgh12",
                _THREADS + "/@contoh/post/CAbcdefgh12"),
        Accepts("https://www.threads.net/t/CAbcdefgh12", "post", "CAbcdefgh12", _THREADS + "/t/CAbcdefgh12"),
    ),
    refuses=(
        ("https://www.threads.com/", "L401"),
        ("https://www.threads.com/search?q=belitung", "L402"),
        ("https://www.threads.com/login", "L403"),
        ("https://help.threads.com/", "L409"),
    ),
)

_BSKY = "https://bsky.app/profile"
_BSKY_NAME = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}|did:plc:[a-z2-7]{24}"

BLUESKY = Platform(
    key="bluesky",
    label="Bluesky",
    channel_hint=N_("Akun Bluesky"),
    action=N_("Lihat di Bluesky"),
    hosts=frozenset({"bsky.app", "www.bsky.app"}),
    own=("bsky.app", "bsky.social"),
    words=("bsky.app", "bsky.social"),
    names=("bluesky", "bsky"),
    takes_messages=True,
    forms=(
        Pattern("post", r"profile/(?P<name>" + _BSKY_NAME + r")/post/(?P<id>[a-z2-7]{13})(?:/.*)?",
                _BSKY + "/{name}/post/{id}", handle="@{name}", lower=("name",)),
        Pattern("channel", r"profile/@?(?P<id>" + _BSKY_NAME + r")", _BSKY + "/{id}", handle="@{id}", lower=("id",)),
        Rejected(r"(?:search|hashtag|feeds|notifications|messages|settings|intent|support|starter-pack)(?:/.*)?", "L402"),
    ),
    accepts=(
        Accepts("https://bsky.app/profile/Contoh.bsky.social", "channel", "contoh.bsky.social",
                _BSKY + "/contoh.bsky.social"),
        Accepts("https://bsky.app/profile/contoh.bsky.social/post/3abcdefghij2k?ref=x", "post", "3abcdefghij2k",
                _BSKY + "/contoh.bsky.social/post/3abcdefghij2k"),
    ),
    refuses=(
        ("https://bsky.app/", "L401"),
        ("https://bsky.app/search?q=belitung", "L402"),
        ("https://bsky.app/profile/contoh", "L407"),
        ("https://blueskyweb.bsky.social/", "L409"),
    ),
)
