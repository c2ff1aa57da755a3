"""Where people post in few words: X and Threads."""

from __future__ import annotations

from ..table import Accepts, Dead, Form, Platform

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_X = "https://x.com"
_X_NAME = r"[A-Za-z0-9_]{1,15}"

X = Platform(
    key="x",
    label="X",
    channel_hint="Akun X",
    action="Lihat di X",
    hosts=frozenset(
        {"x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com", "m.twitter.com"}
    ),
    own=("twitter.com", "x.com", "twimg.com"),
    words=("twitter",),
    names=("x", "twitter", "x/twitter", "twiter"),
    account=_X + "/{name}",
    takes_messages=True,
    forms=(
        Form("post", r"i/(?:web/)?status/(?P<id>\d{1,20})(?:/.*)?", _X + "/i/status/{id}"),
        Form("post", r"@?(?P<name>" + _X_NAME + r")/status(?:es)?/(?P<id>\d{1,20})(?:/.*)?",
             _X + "/{name}/status/{id}", handle="@{name}"),
        Dead(r"(?:search|explore|hashtag|home|notifications|messages)(?:/.*)?", "L402"),
        Dead(r"(?:intent|share|i|login|signup|settings|compose|tos|privacy|about|jobs|account|download|logout|en|id|oauth"
             r"|widgets|who_to_follow|following|followers)(?:/.*)?",
             "L403"),
        Form("channel",
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
    channel_hint="Akun Threads",
    action="Lihat di Threads",
    hosts=frozenset({"threads.net", "www.threads.net", "threads.com", "www.threads.com"}),
    own=("threads.net", "threads.com"),
    words=("threads.net", "threads.com"),
    names=("threads", "thread"),
    account=_THREADS + "/@{name}",
    forms=(
        Form("post", r"@?(?P<name>" + _THREADS_NAME + r")/post/(?P<id>[A-Za-z0-9_-]{5,40})(?:/.*)?",
             _THREADS + "/@{name}/post/{id}", handle="@{name}", lower=("name",)),
        Form("post", r"t/(?P<id>[A-Za-z0-9_-]{5,40})(?:/.*)?", _THREADS + "/t/{id}"),
        Dead(r"(?:search|saved|liked|for_you|following|custom_feed|tag)(?:/.*)?", "L402"),
        Dead(r"(?:login|settings|activity|insights|intent|about|privacy|terms|t|post)(?:/.*)?", "L403"),
        Form("channel", r"@?(?P<id>" + _THREADS_NAME + r")(?:/(?:replies|media|reposts))?", _THREADS + "/@{id}",
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
