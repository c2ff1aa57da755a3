"""YouTube: channels by handle, id or old name; videos, shorts, live streams, playlists, posts."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_SITE = "https://www.youtube.com"
_ID = r"[A-Za-z0-9_-]{11}"
# Lists that everybody sees; mixes (RD…) are made for one viewer, WL and LL are private.
_LIST = r"(?:(?:PL|OL|FL|UU|SP|EC|PU|RDCLAK5uy_)[A-Za-z0-9_-]{10,64}|[A-F0-9]{16})"
_TIME = r"\d{1,6}s?|(?=\d)(?:\d{1,2}h)?(?:\d{1,3}m)?(?:\d{1,5}s)?"
# Letters of any script, as YouTube allows since 2023; marks belong to Indic and Thai names.
_NAME = r"[\w·.\-\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]{1,100}"
_TAB = (
    r"(?:/(?:videos|shorts|streams|live|playlists|community|posts|about|featured|channels|search|store|podcasts"
    r"|courses|releases|join|membership|home|feed|discussion)(?:/.*)?)?"
)
_SHORT = frozenset({"youtu.be", "www.youtu.be"})
_MUSIC = frozenset({"music.youtube.com"})
_WATCH = r"(?:watch|watch\.php|watch_popup|movie|ytscreeningroom|embed|w|)"
_KEEP = (("list", _LIST), ("t", _TIME))
_WORKS: tuple[Pattern, ...] = (
    # A player that was given a list plays the list; the video is only where it starts.
    Pattern("playlist", r"embed/" + _ID, _SITE + "/playlist?list={list}", id="{list}", query=(("list", _LIST),)),
    Pattern("video", r"(?P<id>" + _ID + r")(?:&.*)?", _SITE + "/watch?v={id}", keep=_KEEP, hosts=_SHORT),
    Pattern("short", r"shorts/(?P<id>" + _ID + r")(?:[&/].*)?", _SITE + "/shorts/{id}"),
    Pattern("live", r"live/(?P<id>" + _ID + r")(?:[&/].*)?", _SITE + "/live/{id}", keep=(("t", _TIME),)),
    Pattern("video", r"(?:embed|v|e|vi|w|watch|movie)/(?P<id>(?!videoseries$|live_stream)" + _ID + r")(?:[&/].*)?",
            _SITE + "/watch?v={id}", keep=_KEEP),
    Pattern("video", _WATCH, _SITE + "/watch?v={v}", id="{v}", query=(("v", _ID),), keep=_KEEP),
    Pattern("video", r"(?:watch|)", _SITE + "/watch?v={vi}", id="{vi}", query=(("vi", _ID),), keep=_KEEP),
    Pattern("playlist", r"(?:playlist|watch|embed/videoseries|embed|embed/|view_play_list|show|)",
            _SITE + "/playlist?list={list}", id="{list}", query=(("list", _LIST),)),
    Pattern("playlist", r"browse/VL(?P<id>" + _LIST + ")", _SITE + "/playlist?list={id}", hosts=_MUSIC),
    Pattern("post", r"post/(?P<id>Ug[A-Za-z0-9_-]{20,60})", _SITE + "/post/{id}"),
    Pattern("post", r"(?:channel/[^/]+|c/[^/]+|user/[^/]+|@[^/]+)/(?:community|posts)", _SITE + "/post/{lb}", id="{lb}",
            query=(("lb", r"Ug[A-Za-z0-9_-]{20,60}"),)),
)
_NOT: tuple[Rejected, ...] = (
    Rejected(r"redirect|attribution_link|oembed|signin", "L303", target=("q", "u", "url", "next")),
    Rejected(r"results|feed(?:/.*)?|hashtag/.*|trending|gaming|explore|search|news|sports|music|learning|fashion|movies",
             "L402"),
    Rejected(r"feeds/videos\.xml", "L406", fix=_SITE + "/channel/{channel_id}",
             query=(("channel_id", r"UC[A-Za-z0-9_-]{22}"),)),
    Rejected(r"watch_videos|source/.*|tv|podcasts|premium|kids|channels|t/.*|img/.*|s/.*|api/.*|iframe_api|courses",
             "L406"),
    Rejected(r"account.*|about(?:/.*)?|ads(?:/.*)?|creators(?:/.*)?|intl/.*|howyoutubeworks(?:/.*)?|signin.*|login|logout"
             r"|upload|reporthistory|paid_memberships|new|supported_browsers|terms|privacy|help|jobs|press|dev|yt(?:/.*)?",
             "L403"),
    Rejected(r"playlist|watch", "L404", query=(("list", r"WL|LL|LM|HL"),)),
    Rejected(r"[^/]+", "L408", hosts=_SHORT),
    Rejected(r"(?:shorts|live|v|e|vi|embed|watch|post)/.*|watch|playlist|embed|shorts|live", "L408"),
    # Eleven characters after the host are a video id without its path, or an old channel name: nobody can tell.
    Rejected(r"(?=[^/]*[0-9_-])(?=[^/]*[a-z])(?=[^/]*[A-Z])" + _ID, "L204"),
    Rejected(r"channel|c|user|v|e|vi|w|post|clip|profile|movie|source|index|browse|library|null|undefined", "L407"),
)
_CHANNELS: tuple[Pattern, ...] = (
    Pattern("channel", r"(?:channel|browse|embed/live_stream)/(?P<id>UC[A-Za-z0-9_-]{22})(?:/.*)?",
            _SITE + "/channel/{id}"),
    Pattern("channel", r"embed/live_stream", _SITE + "/channel/{channel}", id="{channel}",
            query=(("channel", r"UC[A-Za-z0-9_-]{22}"),)),
    Pattern("channel", r"(?:channel/|c/|user/)?@(?P<id>" + _NAME + ")(?:/.*)?", _SITE + "/@{id}", handle="@{id}"),
    Pattern("channel", r"c/(?P<id>" + _NAME + ")(?:/.*)?", _SITE + "/c/{id}", handle="{id}"),
    Pattern("channel", r"(?:user|profile)/(?P<id>[A-Za-z0-9_.-]{1,60})(?:/.*)?", _SITE + "/user/{id}", handle="{id}"),
    Pattern("channel", r"profile", _SITE + "/user/{user}", id="{user}", handle="{user}",
            query=(("user", r"[A-Za-z0-9_-]{1,60}"),)),
)
_OLD_NAME = Pattern("channel", r"(?P<id>(?!@)" + _NAME + ")" + _TAB, _SITE + "/c/{id}", handle="{id}")

YOUTUBE = Platform(
    key="youtube",
    label="YouTube",
    channel_hint=N_("Kanal YouTube"),
    action=N_("Tonton di YouTube"),
    medium="youtube",
    hosts=frozenset(
        f"{sub}youtube.com" for sub in ("", "www.", "m.", "music.", "gaming.", "tv.", "id.", "uk.", "de.", "fr.", "jp.")
    )
    | {"www.youtube-nocookie.com", "youtube-nocookie.com", "www.youtubekids.com", "youtube.googleapis.com"}
    | {"youtube.co.id", "www.youtube.co.id", "youtube.co.uk", "www.youtube.co.uk"}
    | _SHORT,
    own=("youtube.com", "youtu.be", "youtube-nocookie.com", "youtubekids.com"),
    words=("youtube", "youtu.be"),
    names=("youtube", "yt", "you tube", "ytb"),
    account=_SITE + "/@{name}",
    forms=(*_WORKS, *_CHANNELS, *_NOT, _OLD_NAME),
    players={
        "video": "https://www.youtube-nocookie.com/embed/{id}",
        "short": "https://www.youtube-nocookie.com/embed/{id}",
        "live": "https://www.youtube-nocookie.com/embed/{id}",
        "playlist": "https://www.youtube-nocookie.com/embed/videoseries?list={id}",
    },
    accepts=(
        Accepts("https://www.youtube.com/@contohkreator", "channel", "contohkreator", _SITE + "/@contohkreator"),
        Accepts("youtube.com/@contohkreator/videos?view=0", "channel", "contohkreator", _SITE + "/@contohkreator"),
        Accepts("https://m.youtube.com/%40contohkreator", "channel", "contohkreator", _SITE + "/@contohkreator"),
        Accepts("https://www.youtube.com/@%E3%83%86%E3%82%B9%E3%83%88", "channel", "テスト", _SITE + "/@テスト"),
        Accepts("http://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/about", "channel",
                "UCabcdefghijklmnopqrstuv", _SITE + "/channel/UCabcdefghijklmnopqrstuv"),
        Accepts("https://www.youtube.com/embed/live_stream?channel=UCabcdefghijklmnopqrstuv", "channel",
                "UCabcdefghijklmnopqrstuv", _SITE + "/channel/UCabcdefghijklmnopqrstuv"),
        Accepts("https://www.youtube.com/c/ContohKreator/playlists", "channel", "ContohKreator",
                _SITE + "/c/ContohKreator"),
        Accepts("https://www.youtube.com/user/contoh1", "channel", "contoh1", _SITE + "/user/contoh1"),
        Accepts("https://www.youtube.com/profile?user=contoh1", "channel", "contoh1", _SITE + "/user/contoh1"),
        Accepts("https://www.youtube.com/contohkreator/videos", "channel", "contohkreator", _SITE + "/c/contohkreator"),
        Accepts("https://www.youtube.com/watch?v=AAAAAAAAAA1&feature=share&si=xyz", "video", "AAAAAAAAAA1",
                _SITE + "/watch?v=AAAAAAAAAA1"),
        Accepts("https://www.youtube.com/watch?app=desktop&v=AAAAAAAAAA1&t=90s", "video", "AAAAAAAAAA1",
                _SITE + "/watch?v=AAAAAAAAAA1&t=90s"),
        Accepts("http://youtube.com/?vi=AAAAAAAAAA1", "video", "AAAAAAAAAA1", _SITE + "/watch?v=AAAAAAAAAA1"),
        Accepts("https://youtu.be/AAAAAAAAAA1?si=contoh", "video", "AAAAAAAAAA1", _SITE + "/watch?v=AAAAAAAAAA1"),
        Accepts("https://www.youtube.com/embed/AAAAAAAAAA1?list=PLaaaaaaaaaaaaaaaa", "playlist", "PLaaaaaaaaaaaaaaaa",
                _SITE + "/playlist?list=PLaaaaaaaaaaaaaaaa"),
        Accepts("https://www.youtube-nocookie.com/embed/AAAAAAAAAA1?rel=0", "video", "AAAAAAAAAA1",
                _SITE + "/watch?v=AAAAAAAAAA1"),
        Accepts("https://youtube.com/shorts/AAAAAAAAAA1?feature=share", "short", "AAAAAAAAAA1",
                _SITE + "/shorts/AAAAAAAAAA1"),
        Accepts("https://www.youtube.com/live/AAAAAAAAAA1?feature=shared", "live", "AAAAAAAAAA1",
                _SITE + "/live/AAAAAAAAAA1"),
        Accepts("https://music.youtube.com/playlist?list=PLabcdefghij0123456789", "playlist",
                "PLabcdefghij0123456789", _SITE + "/playlist?list=PLabcdefghij0123456789"),
        Accepts("https://music.youtube.com/browse/VLPLabcdefghij0123456789", "playlist", "PLabcdefghij0123456789",
                _SITE + "/playlist?list=PLabcdefghij0123456789"),
        Accepts("https://music.youtube.com/playlist?list=OLAK5uy_abcdefghij0123456789", "playlist",
                "OLAK5uy_abcdefghij0123456789", _SITE + "/playlist?list=OLAK5uy_abcdefghij0123456789"),
        Accepts("https://www.youtube.com/post/UgkxAAAAAAAAAAAAAAAAAAAAAAAA", "post", "UgkxAAAAAAAAAAAAAAAAAAAAAAAA",
                _SITE + "/post/UgkxAAAAAAAAAAAAAAAAAAAAAAAA"),
        Accepts("https://www.youtube.com/@contoh/community?lb=UgkxAAAAAAAAAAAAAAAAAAAAAAAA", "post",
                "UgkxAAAAAAAAAAAAAAAAAAAAAAAA", _SITE + "/post/UgkxAAAAAAAAAAAAAAAAAAAAAAAA"),
    ),
    refuses=(
        ("https://www.youtube.com/", "L401"),
        ("https://www.youtube.com/redirect?q=https%3A%2F%2Fevil.example%2F", "L303"),
        ("https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3DAAAAAAAAAA1", "L303"),
        ("https://www.youtube.com/results?search_query=belitung", "L402"),
        ("https://www.youtube.com/feed/subscriptions", "L402"),
        ("https://www.youtube.com/hashtag/belitung", "L402"),
        ("https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv", "L406"),
        ("https://www.youtube.com/clip/UgkxAAAAAAAAAAAAAAAAAAAA", "L407"),
        ("https://www.youtube.com/playlist?list=WL", "L404"),
        ("https://www.youtube.com/watch?v=terpotong", "L408"),
        ("https://youtu.be/pendek", "L408"),
        ("https://www.youtube.com/shorts/", "L408"),
        ("https://www.youtube.com/dQw4w9WgXcQ", "L204"),
        ("https://www.youtube.com/account_notifications", "L403"),
        ("https://www.youtube.com/premium", "L406"),
        ("https://www.youtube.com/channel/", "L407"),
        ("https://studio.youtube.com/video/AAAAAAAAAA1/edit", "L409"),
        ("https://consent.youtube.com/m?continue=x", "L409"),
    ),
)
