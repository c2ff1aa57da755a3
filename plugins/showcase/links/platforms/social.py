"""LinkedIn, Pinterest and Linktree."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected, words

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_IN = "https://www.linkedin.com"
_SLUG = r"[\w.\-–&'’]{2,120}"
_COUNTRIES = words(
    "ad ae af ar at au az ba be bg bo br by ca ch cl cn co cr cy cz de dk do dz ec ee eg es fi fr gh gr gt hk hr hu "
    "id ie il in iq ir is it jm jo jp ke kr kw kz lb lk lt lu lv ma mm mx my ng ni nl no np nz om pa pe ph pk pl pr "
    "pt py qa ro rs ru sa se sg si sk sn sv th tn tr tt tw tz ua ug uk us uy uz ve vn za zw"
)

LINKEDIN = Platform(
    key="linkedin",
    label="LinkedIn",
    channel_hint=N_("Profil LinkedIn"),
    action=N_("Lihat di LinkedIn"),
    hosts=frozenset(
        f"{sub}linkedin.com" for sub in ("", "www.", "m.", *(f"{country}." for country in _COUNTRIES))
    )
    | {"lnkd.in", "www.lnkd.in"},
    own=("linkedin.com", "lnkd.in"),
    words=("linkedin",),
    names=("linkedin", "linked in"),
    account=_IN + "/in/{name}/",
    forms=(
        Rejected(r".*", "L301", hosts=frozenset({"lnkd.in", "www.lnkd.in"})),
        Pattern("channel", r"(?:mwlite/)?in/(?P<id>" + _SLUG + r")(?:/.*)?", _IN + "/in/{id}/", handle="{id}"),
        Pattern("channel", r"(?:mwlite/)?(?P<what>company|school|showcase)/(?P<id>" + _SLUG + r")(?:/.*)?",
                _IN + "/{what}/{id}/", handle="{id}"),
        Pattern("post", r"posts/(?:[^/]*?-)?(?P<what>activity|ugcPost|share)-(?P<id>\d{15,20})(?:-[\w-]{0,12})?",
                _IN + "/feed/update/urn:li:{what}:{id}/"),
        Pattern("post", r"(?:embed/)?feed/update/urn:li:(?P<what>activity|ugcPost|share):(?P<id>\d{15,20})(?:/.*)?",
                _IN + "/feed/update/urn:li:{what}:{id}/"),
        Pattern("post", r"pulse/(?P<id>[\w.%-]{3,200})(?:/.*)?", _IN + "/pulse/{id}/"),
        Rejected(r"redir/redirect|safety/go", "L303", target=("url",)),
        Rejected(r"(?:search|feed|jobs|learning|groups|hashtag|mynetwork|notifications|messaging|explore|pub)(?:/.*)?",
                 "L402"),
        Rejected(r"(?:login|signup|help|legal|settings|authwall|checkpoint|shareArticle|sharing)(?:/.*)?", "L403"),
    ),
    accepts=(
        Accepts("https://id.linkedin.com/in/contoh-kreator-1a2b3c?trk=x", "channel", "contoh-kreator-1a2b3c",
                _IN + "/in/contoh-kreator-1a2b3c/"),
        Accepts("https://www.linkedin.com/company/contoh-belitung/about/", "channel", "contoh-belitung",
                _IN + "/company/contoh-belitung/"),
        Accepts("https://www.linkedin.com/posts/contoh_judul-activity-7000000000000000001-AbCd?utm_source=share",
                "post", "7000000000000000001", _IN + "/feed/update/urn:li:activity:7000000000000000001/"),
        Accepts("https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000001/", "post",
                "7000000000000000001", _IN + "/feed/update/urn:li:activity:7000000000000000001/"),
        Accepts("https://www.linkedin.com/pulse/contoh-judul-abc", "post", "contoh-judul-abc",
                _IN + "/pulse/contoh-judul-abc/"),
    ),
    refuses=(
        ("https://www.linkedin.com/", "L401"),
        ("https://lnkd.in/abcdef", "L301"),
        ("https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fcontoh.example", "L303"),
        ("https://www.linkedin.com/jobs/view/1", "L402"),
        ("https://www.linkedin.com/login", "L403"),
        ("https://business.linkedin.com/x", "L409"),
    ),
)

_PIN = "https://www.pinterest.com"
_PIN_NAME = r"[A-Za-z0-9_]{3,60}"

PINTEREST = Platform(
    key="pinterest",
    label="Pinterest",
    channel_hint=N_("Akun Pinterest"),
    action=N_("Lihat di Pinterest"),
    hosts=frozenset(
        f"{sub}pinterest.com" for sub in ("", "www.", "m.", *(f"{country}." for country in _COUNTRIES))
    )
    | {"pinterest.co.uk", "www.pinterest.co.uk", "pinterest.de", "www.pinterest.de", "pinterest.fr", "www.pinterest.fr"}
    | {
        "pinterest.ca",
        "www.pinterest.ca",
        "pinterest.com.au",
        "www.pinterest.com.au",
        "pinterest.jp",
        "www.pinterest.jp",
    }
    | {"pinterest.id", "www.pinterest.id", "pin.it", "www.pin.it"},
    own=("pinterest.com", "pin.it", "pinimg.com"),
    words=("pinterest",),
    names=("pinterest", "pin"),
    account=_PIN + "/{name}/",
    forms=(
        Rejected(r".*", "L301", hosts=frozenset({"pin.it", "www.pin.it"})),
        Pattern("photo", r"pin/(?:[^/]*--)?(?P<id>\d{6,25})(?:/.*)?", _PIN + "/pin/{id}/"),
        Rejected(r"(?:search|ideas|explore|today|categories|discover|topics|videos|pin)(?:/.*)?", "L402"),
        Rejected(r"(?:login|settings|about|business|password|signup|_|resource|source|convert|oauth|shopping)(?:/.*)?",
                 "L403"),
        Pattern("channel", r"(?P<id>" + _PIN_NAME + r")(?:/(?:_saved|_created|_pins|pins|boards|_shop)(?:/.*)?)?",
                _PIN + "/{id}/", handle="{id}", lower=("id",)),
        Pattern("playlist", r"(?P<name>" + _PIN_NAME + r")/(?P<board>[\w.\-]{1,120})(?:/.*)?", _PIN + "/{name}/{board}/",
                id="{name}/{board}", handle="{name}", lower=("name",)),
    ),
    accepts=(
        Accepts("https://id.pinterest.com/Contohkreator/_saved/", "channel", "contohkreator", _PIN + "/contohkreator/"),
        Accepts("https://www.pinterest.co.uk/pin/contoh-judul--123456789012345678/", "photo", "123456789012345678",
                _PIN + "/pin/123456789012345678/"),
        Accepts("https://www.pinterest.com/contohkreator/pantai-belitung/", "playlist",
                "contohkreator/pantai-belitung", _PIN + "/contohkreator/pantai-belitung/"),
    ),
    refuses=(
        ("https://www.pinterest.com/", "L401"),
        ("https://pin.it/abcDEF1", "L301"),
        ("https://www.pinterest.com/search/pins/?q=belitung", "L402"),
        ("https://www.pinterest.com/login/", "L403"),
        ("https://developers.pinterest.com/", "L409"),
    ),
)

LINKTREE = Platform(
    key="linktree",
    label="Linktree",
    channel_hint=N_("Daftar tautan Linktree"),
    action=N_("Buka di Linktree"),
    hosts=frozenset({"linktr.ee", "www.linktr.ee", "linktree.com", "www.linktree.com"}),
    own=("linktr.ee", "linktree.com"),
    words=("linktree", "linktr.ee"),
    names=("linktree", "linktr"),
    account="https://linktr.ee/{name}",
    forms=(
        Rejected(r"(?:admin|login|register|s|blog|discover|marketplace|help|pricing|p|about)(?:/.*)?", "L403"),
        Pattern("channel", r"@?(?P<id>[A-Za-z0-9._-]{2,60})", "https://linktr.ee/{id}", handle="{id}", lower=("id",),
                hosts=frozenset({"linktr.ee", "www.linktr.ee"})),
    ),
    accepts=(
        Accepts("https://linktr.ee/Contoh.Kreator?utm_source=linktree_profile_share", "channel", "contoh.kreator",
                "https://linktr.ee/contoh.kreator"),
    ),
    refuses=(
        ("https://linktr.ee/", "L401"),
        ("https://linktr.ee/admin", "L403"),
        ("https://linktree.com/contoh", "L407"),
        ("https://help.linktr.ee/x", "L409"),
    ),
)
