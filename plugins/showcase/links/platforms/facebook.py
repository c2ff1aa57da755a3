"""Facebook: profiles and pages by name or number; videos, reels, posts, photos, albums, events."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected, words

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_SITE = "https://www.facebook.com"
_LOCALES = words(
    "af-za ar-ar az-az be-by bg-bg bn-in bs-ba ca-es cs-cz cy-gb da-dk de-de el-gr en-gb en-us en-ud eo-eo es-es es-la "
    "et-ee eu-es fa-ir fi-fi fo-fo fr-ca fr-fr ga-ie gl-es he-il hi-in hr-hr hu-hu hy-am id-id is-is it-it ja-jp jv-id "
    "ka-ge km-kh ko-kr ku-tr la-va lt-lt lv-lv mk-mk ml-in ms-my my-mm nb-no ne-np nl-be nl-nl nn-no pa-in pl-pl ps-af "
    "pt-br pt-pt ro-ro ru-ru si-lk sk-sk sl-si sq-al sr-rs sv-se sw-ke ta-in te-in th-th tl-ph tr-tr uk-ua ur-pk vi-vn "
    "zh-cn zh-hk zh-tw"
)
_SUBS = words("www m mbasic web touch free 0 iphone mobile d p x business gaming fb")
_SHORT = frozenset({"fb.watch", "www.fb.watch", "fb.me", "www.fb.me", "on.fb.me", "fb.gg", "www.fb.gg"})
_MESSENGER = frozenset({"m.me", "www.m.me"})
_N = r"\d{1,25}"
_POST = r"(?:\d{1,25}|pfbid[A-Za-z0-9]{20,120})"
# No point at either end.
_NAME = r"(?!\.)[\w.\-\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]{0,119}[\w\-\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]"
_WHO = r"(?:" + _NAME + r")"
_TABS = (
    r"about\w*|photos\w*|videos|reels|reels_tab|live|live_videos|events|community|reviews|followers|following|mentions|"
    r"posts|shop|services|menu|friends|likes|map|sports|music|notes|offers|jobs|groups|info|home|timeline|wall|app\w*|"
    r"playlists|videos_by|photos_by|photos_of|photos_stream|directory|contact_info|detail|profile|featured|upcoming_events|"
    r"past_hosted_events|grid|allactivity|page_internal|page|ref|pg|details|overview|more|links|avatar"
)

_WORKS: tuple[Pattern, ...] = (
    Pattern("live", r"watch/live", _SITE + "/watch/live/?v={v}", id="{v}", query=(("v", _N),)),
    Pattern("video", r"watch|video\.php|video/video\.php|video/embed|photo\.php|videos|video", _SITE + "/watch/?v={v}",
            id="{v}", query=(("v", _N),)),
    Pattern("video", r"video/embed|plugins/video", _SITE + "/watch/?v={video_id}", id="{video_id}",
            query=(("video_id", _N),)),
    Pattern("video", r"(?:" + _WHO + r"|watch/" + _WHO + r")/videos/(?:[^/]+/)?(?P<id>" + _N + r")(?:/.*)?",
            _SITE + "/watch/?v={id}"),
    Pattern("video", r"v/(?P<id>" + _N + ")", _SITE + "/watch/?v={id}"),
    Pattern("short", r"(?:" + _WHO + r"/)?reels?/(?P<id>" + _N + r")(?:/.*)?", _SITE + "/reel/{id}"),
    Pattern("post", r"(?:story|permalink)\.php", _SITE + "/permalink.php?story_fbid={story_fbid}&id={id}",
            id="{story_fbid}", query=(("story_fbid", _POST), ("id", _N))),
    Pattern("post", r"(?P<who>\d{5,25})/posts/(?:[^/]+/)?(?P<id>" + _POST + r")(?:/.*)?",
            _SITE + "/permalink.php?story_fbid={id}&id={who}"),
    Pattern("post", r"(?:pg/)?(?P<who>" + _WHO + r")/posts/(?:[^/]+/)?(?P<id>" + _POST + r")(?:/.*)?",
            _SITE + "/{who}/posts/{id}", handle="{who}"),
    Pattern("post", r"(?P<who>" + _WHO + r")/posts/[^/]*?-(?P<id>" + _N + r")(?:/.*)?", _SITE + "/{who}/posts/{id}",
            handle="{who}"),
    Pattern("photo", r"photo(?:\.php)?|photos/viewer", _SITE + "/photo/?fbid={fbid}", id="{fbid}", query=(("fbid", _N),)),
    Pattern("photo", r"(?:pg/)?" + _WHO + r"/photos/(?:[^/]+/)?(?P<id>" + _N + r")(?:/.*)?", _SITE + "/photo/?fbid={id}"),
    Pattern("photo", r"media/set|media_set", _SITE + "/media/set/?set={set}", id="{set}",
            query=(("set", r"(?:a|oa|pcb|ms|pb|vb|t)\.[A-Za-z0-9._-]{5,120}"),)),
    Pattern("post", r"events/(?:[^/]+/)*?(?P<id>" + _N + r")(?:/.*)?", _SITE + "/events/{id}/"),
)
_NOT: tuple[Rejected, ...] = (
    Rejected(r"(?P<name>" + _NAME + r")", "L406", fix=_SITE + "/{name}", hosts=_MESSENGER),
    Rejected(r".*", "L301", hosts=_SHORT),
    Rejected(r"share(?:/.*)?", "L301"),
    Rejected(r"(?:sharer(?:/.*)?|sharer\.php|share\.php|dialog/.*|plugins/.*|login(?:\.php|/.*)?|l\.php|flx/.*|n|tr|checkpoint/.*"
             r"|v\d+\.\d+/.*)",
             "L303", target=("href", "u", "next", "url", "link")),
    Rejected(r"groups(?:/.*)?", "L404"),
    Rejected(r"stories(?:/.*)?|story(?:/.*)?", "L405"),
    Rejected(r"watch(?:/.*)?|hashtag/.*|search(?:/.*)?|gaming(?:/.*)?|marketplace(?:/.*)?|home\.php|reel|reels|explore(?:/.*)?"
             r"|feed(?:/.*)?|discover(?:/.*)?|latest(?:/.*)?|live(?:/.*)?|topic(?:/.*)?|pages/\?.*|pages|places(?:/.*)?|events",
             "L402"),
    Rejected(r"(?:help|policies|policy|policy\.php|privacy|legal|terms|terms\.php|settings|ads|business|messages|notifications"
             r"|friends|bookmarks|saved|memories|careers|about|me|r\.php|reg|recover|logout\.php|notes|games|fundraisers|donate"
             r"|jobs|lite|directory|developers|security|safety|find-friends|community|support|contact|mobile|badges|confirmemail"
             r"|ajax|api|rsrc\.php|images|common|composer|menu|buddylist\.php|cookie|cookies|unsupportedbrowser)(?:/.*)?",
             "L403"),
    Rejected(r"profile\.php|permalink\.php|story\.php|photo\.php|video\.php|photo|media/.*|photos/.*|videos/.*|video(?:/.*)?"
             r"|(?:people|pages|pg|p|posts|v|reels?|events)(?:/[^/]*)?",
             "L408"),
)
_CHANNELS: tuple[Pattern, ...] = (
    Pattern("channel", r"profile\.php", _SITE + "/profile.php?id={id}", query=(("id", _N),)),
    Pattern("channel", r"(?:people|pages|bookmarks/pages)/[^/]*/(?P<id>" + _N + r")(?:/.*)?",
            _SITE + "/profile.php?id={id}"),
    Pattern("channel", r"(?:pages/category/[^/]+|p|pages)/(?:[^/]*-)(?P<id>\d{9,25})(?:/.*)?",
            _SITE + "/profile.php?id={id}"),
    Pattern("channel", r"pages/category/[^/]+/(?P<id>" + _WHO + r")(?:/.*)?", _SITE + "/{id}", handle="{id}"),
    Pattern("channel", r"(?:pg/)?(?P<id>\d{5,25})(?:/(?:" + _TABS + r")(?:/.*)?)?", _SITE + "/profile.php?id={id}"),
    Pattern("channel", r"people/(?P<name>" + _NAME + r")/(?P<id>pfbid[A-Za-z0-9]{20,120})(?:/.*)?",
            _SITE + "/people/{name}/{id}/"),
    Pattern("channel", r"watch/(?!live$)[^/]+/(?P<id>" + _N + ")", _SITE + "/profile.php?id={id}"),
)
_NAMED = Pattern("channel", r"(?:pg/)?@?(?P<id>(?!\d+$|[^/]*\.php(?:/|$))" + _NAME + r")(?:/(?:" + _TABS + r")(?:/.*)?)?",
                 _SITE + "/{id}", handle="{id}")
_UNKNOWN_TAB = Rejected(r"(?P<name>(?!\d+/)" + _NAME + r")/[a-z_]+/?", "L407", fix=_SITE + "/{name}")

FACEBOOK = Platform(
    key="facebook",
    label="Facebook",
    channel_hint=N_("Halaman Facebook"),
    action=N_("Lihat di Facebook"),
    medium="facebook",
    hosts=frozenset(f"{sub}.facebook.com" for sub in (*_SUBS, *_LOCALES))
    | {"facebook.com", "fb.com", "www.fb.com", "m.fb.com"}
    | _SHORT
    | _MESSENGER,
    own=("facebook.com", "fb.com", "fb.me", "fb.watch", "facebook.net", "fbcdn.net", "messenger.com"),
    words=("facebook", "fb.com", "fb.watch"),
    names=("facebook", "fb", "face book", "efbi", "pesbuk"),
    account=_SITE + "/{name}",
    takes_messages=True,
    forms=(*_WORKS, *_CHANNELS, *_NOT, _NAMED, _UNKNOWN_TAB),
    accepts=(
        Accepts("https://www.facebook.com/ContohKreator", "channel", "ContohKreator", _SITE + "/ContohKreator"),
        Accepts("https://m.facebook.com/contoh.kreator/photos?mibextid=ZbWKwL", "channel", "contoh.kreator",
                _SITE + "/contoh.kreator"),
        Accepts("https://id-id.facebook.com/pg/ContohKreator/posts/?ref=page_internal", "channel", "ContohKreator",
                _SITE + "/ContohKreator"),
        Accepts("https://web.facebook.com/profile.php?id=100000000000001&sk=about", "channel", "100000000000001",
                _SITE + "/profile.php?id=100000000000001"),
        Accepts("https://www.facebook.com/people/Contoh-Kreator/100000000000001/", "channel", "100000000000001",
                _SITE + "/profile.php?id=100000000000001"),
        Accepts("https://www.facebook.com/people/Contoh-Kreator/pfbid0abcdefghijklmnopqrstuvwxyz/", "channel",
                "pfbid0abcdefghijklmnopqrstuvwxyz",
                _SITE + "/people/Contoh-Kreator/pfbid0abcdefghijklmnopqrstuvwxyz/"),
        Accepts("https://www.facebook.com/p/Contoh-Kreator-100000000000001/", "channel", "100000000000001",
                _SITE + "/profile.php?id=100000000000001"),
        Accepts("https://www.facebook.com/pages/category/Artist/Contoh.Kreator/", "channel", "Contoh.Kreator",
                _SITE + "/Contoh.Kreator"),
        Accepts("https://www.facebook.com/100000000000001", "channel", "100000000000001",
                _SITE + "/profile.php?id=100000000000001"),
        Accepts("https://www.facebook.com/watch/Contoh/100000000000001/", "channel", "100000000000001",
                _SITE + "/profile.php?id=100000000000001"),
        Accepts("https://www.facebook.com/watch/?v=200000000000001&ref=sharing", "video", "200000000000001",
                _SITE + "/watch/?v=200000000000001"),
        Accepts("https://www.facebook.com/watch/live/?ref=watch_permalink&v=200000000000001", "live",
                "200000000000001", _SITE + "/watch/live/?v=200000000000001"),
        Accepts("https://www.facebook.com/video/embed?video_id=200000000000001", "video", "200000000000001",
                _SITE + "/watch/?v=200000000000001"),
        Accepts("https://www.facebook.com/ContohKreator/videos/judul-video/200000000000001/", "video",
                "200000000000001", _SITE + "/watch/?v=200000000000001"),
        Accepts("https://www.facebook.com/v/200000000000001", "video", "200000000000001",
                _SITE + "/watch/?v=200000000000001"),
        Accepts("https://www.facebook.com/reel/200000000000001?mibextid=x", "short", "200000000000001",
                _SITE + "/reel/200000000000001"),
        Accepts("https://m.facebook.com/story.php?story_fbid=200000000000001&id=100000000000001&m_entstream=x",
                "post", "200000000000001", _SITE + "/permalink.php?story_fbid=200000000000001&id=100000000000001"),
        Accepts("https://www.facebook.com/100000000000001/posts/200000000000001/", "post", "200000000000001",
                _SITE + "/permalink.php?story_fbid=200000000000001&id=100000000000001"),
        Accepts("https://www.facebook.com/ContohKreator/posts/pfbid0abcdefghijklmnopqrstuvwxyz", "post",
                "pfbid0abcdefghijklmnopqrstuvwxyz", _SITE + "/ContohKreator/posts/pfbid0abcdefghijklmnopqrstuvwxyz"),
        Accepts("https://www.facebook.com/ContohKreator/posts/judul-posting-200000000000001", "post",
                "200000000000001", _SITE + "/ContohKreator/posts/200000000000001"),
        Accepts("https://www.facebook.com/photo.php?fbid=200000000000001&set=a.1", "photo", "200000000000001",
                _SITE + "/photo/?fbid=200000000000001"),
        Accepts("https://www.facebook.com/ContohKreator/photos/a.300000000000001/200000000000001/?type=3", "photo",
                "200000000000001", _SITE + "/photo/?fbid=200000000000001"),
        Accepts("https://www.facebook.com/media/set/?set=a.300000000000001&type=3", "photo", "a.300000000000001",
                _SITE + "/media/set/?set=a.300000000000001"),
        Accepts("https://www.facebook.com/events/200000000000001/", "post", "200000000000001",
                _SITE + "/events/200000000000001/"),
    ),
    refuses=(
        ("https://www.facebook.com/", "L401"),
        ("https://fb.watch/abcDEF123_/", "L301"),
        ("https://www.facebook.com/share/p/1AbCdEfGhI/", "L301"),
        ("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fcontoh.example%2F", "L303"),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Freel%2F200000000000001",
            "L303",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fcontoh.example%2F", "L303"),
        ("https://www.facebook.com/groups/contoh/permalink/200000000000001/", "L404"),
        ("https://www.facebook.com/stories/100000000000001/", "L405"),
        ("https://www.facebook.com/watch/", "L402"),
        ("https://www.facebook.com/hashtag/belitung", "L402"),
        ("https://www.facebook.com/help/123", "L403"),
        ("https://www.facebook.com/profile.php", "L408"),
        ("https://m.me/contoh.kreator", "L406"),
        ("https://developers.facebook.com/docs", "L409"),
        ("https://www.faceb00k.com/contoh", "L111"),
    ),
)
