"""Instagram: profiles, posts, reels."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_SITE = "https://www.instagram.com"
_CODE = r"(?P<id>[A-Za-z0-9_-]{5,60})"
_NAME = r"(?=[^/]{1,30}(?:/|$))[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*"
_DIRECT = frozenset({"ig.me", "www.ig.me"})

_SHARED = Rejected(r"share(?:/.*)?", "L301")
_WORKS: tuple[Pattern, ...] = (
    Pattern("post", r"(?:" + _NAME + r"/)?p/" + _CODE + r"(?:/.*)?", _SITE + "/p/{id}/"),
    Pattern("short", r"(?:" + _NAME + r"/)?(?:reel|tv)/" + _CODE + r"(?:/.*)?", _SITE + "/reel/{id}/"),
    Pattern("short", r"(?:" + _NAME + r"/)?reels/(?!audio(?:/|$))" + _CODE + r"(?:/embed.*|/c/.*)?",
            _SITE + "/reel/{id}/"),
)
_NOT: tuple[Rejected, ...] = (
    Rejected(r"m/(?P<name>" + _NAME + r")", "L406", fix=_SITE + "/{name}/", hosts=_DIRECT),
    Rejected(r".+", "L406", hosts=_DIRECT),
    Rejected(r"stories/(?!highlights/)(?P<name>" + _NAME + r")(?:/.*)?", "L405", fix=_SITE + "/{name}/"),
    Rejected(r"stories(?:/.*)?|s/.*|s|highlights(?:/.*)?", "L405"),
    Rejected(r"(?:explore|popular|directory|topics|locations|tags|reels|web|challenge|fragment)(?:/.*)?", "L402"),
    Rejected(r"accounts/login|accounts/signup.*|linkshim|l", "L403", target=("next", "u")),
    Rejected(r"(?:accounts|ajax|direct|about|legal|developer|developers|api|graphql|press|privacy|terms|help|emails|session|oauth"
             r"|download|lite|hashtag|ar|ads|business|creators|your_activity|notifications|settings|invites|login|signup|blog"
             r"|jobs|support|safety|archive|saved|qr|channel)(?:/.*)?",
             "L403"),
    Rejected(r"oembed(?:/.*)?|embed(?:/.*)?", "L406", target=("url",)),
    Rejected(r"j/.*", "L404"),
    Rejected(r"(?:" + _NAME + r"/)?(?:p|reel|tv)(?:/.*)?", "L408"),
)
_TABS = (
    r"reels|tagged|guides?|channel|feed|videos?|live|saved|followers|following|related_profiles|embed|igtv|posts|photos?"
    r"|contact|about|home|profilecard|highlights|info|avatar|reposts|_"
)
_CHANNELS: tuple[Pattern | Rejected, ...] = (
    Pattern("channel", r"(?:_u/|_n/)?@?(?P<id>" + _NAME + r")(?:/(?:" + _TABS + r")(?:/.*)?)?", _SITE + "/{id}/",
            handle="@{id}", lower=("id",)),
    Rejected(r"(?P<name>" + _NAME + r")/.*", "L407", fix=_SITE + "/{name}/"),
)

INSTAGRAM = Platform(
    key="instagram",
    label="Instagram",
    channel_hint=N_("Akun Instagram"),
    action=N_("Lihat di Instagram"),
    medium="instagram",
    hosts=frozenset(
        {
            "instagram.com",
            "www.instagram.com",
            "m.instagram.com",
            "instagr.am",
            "www.instagr.am",
            "applink.instagram.com",
        }
    )
    | _DIRECT,
    own=("instagram.com", "instagr.am", "ig.me", "cdninstagram.com"),
    words=("instagram", "instagr.am"),
    names=("instagram", "ig", "insta", "instagramm", "ig."),
    account=_SITE + "/{name}/",
    takes_messages=True,
    forms=(_SHARED, *_WORKS, *_NOT, *_CHANNELS),
    shapes={"post": "portrait"},
    accepts=(
        Accepts("https://www.instagram.com/contoh.kreator?igsh=MTIzNDU2", "channel", "contoh.kreator",
                _SITE + "/contoh.kreator/"),
        Accepts("http://Instagram.com/@Contoh_Kreator/reels/?hl=id", "channel", "contoh_kreator",
                _SITE + "/contoh_kreator/"),
        Accepts("https://instagram.com/_u/contoh", "channel", "contoh", _SITE + "/contoh/"),
        Accepts("https://www.instagram.com/p/CAbcdefgh12/?utm_source=ig_web_copy_link&img_index=2", "post",
                "CAbcdefgh12", _SITE + "/p/CAbcdefgh12/"),
        Accepts("https://instagr.am/contoh/p/CAbcdefgh12/", "post", "CAbcdefgh12", _SITE + "/p/CAbcdefgh12/"),
        Accepts("https://www.instagram.com/reel/CAbcdefgh12/?igshid=x", "short", "CAbcdefgh12",
                _SITE + "/reel/CAbcdefgh12/"),
        Accepts("https://www.instagram.com/contoh/reel/CAbcdefgh12/", "short", "CAbcdefgh12",
                _SITE + "/reel/CAbcdefgh12/"),
        Accepts("https://www.instagram.com/reels/CAbcdefgh12/", "short", "CAbcdefgh12", _SITE + "/reel/CAbcdefgh12/"),
        Accepts("https://www.instagram.com/tv/CAbcdefgh12/", "short", "CAbcdefgh12", _SITE + "/reel/CAbcdefgh12/"),
    ),
    refuses=(
        ("https://www.instagram.com/", "L401"),
        ("https://www.instagram.com/share/reel/BAabcdefg", "L301"),
        ("https://www.instagram.com/stories/contoh/3000000000000000001/", "L405"),
        ("https://www.instagram.com/stories/highlights/17900000000000001/", "L405"),
        ("https://www.instagram.com/explore/tags/belitung/", "L402"),
        ("https://www.instagram.com/reels/audio/123456789/", "L402"),
        ("https://www.instagram.com/accounts/login/?next=/contoh/", "L403"),
        ("https://www.instagram.com/direct/inbox/", "L403"),
        ("https://www.instagram.com/p/", "L408"),
        ("https://ig.me/m/contoh", "L406"),
        ("https://ig.me/x/contoh", "L406"),
        ("https://ig.me/", "L401"),
        ("https://www.instagram.com/oembed/?url=https%3A%2F%2Fwww.instagram.com%2Fcontoh%2F", "L406"),
        ("https://www.instagram.com/j/AbaAbcd/", "L404"),
        ("https://api.instagram.com/oembed?url=x", "L409"),
        ("https://l.instagram.com/?u=https%3A%2F%2Fcontoh.example", "L303"),
        ("https://www.instagrarn.com/contoh", "L111"),
    ),
)
