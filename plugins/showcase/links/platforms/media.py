"""Films and photos elsewhere: Vimeo, Flickr, 500px, Behance."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_VIMEO = "https://vimeo.com"

VIMEO = Platform(
    key="vimeo",
    label="Vimeo",
    channel_hint=N_("Kanal Vimeo"),
    action=N_("Tonton di Vimeo"),
    hosts=frozenset({"vimeo.com", "www.vimeo.com", "m.vimeo.com", "player.vimeo.com"}),
    own=("vimeo.com", "vimeopro.com", "vimeocdn.com"),
    words=("vimeo",),
    names=("vimeo",),
    account=_VIMEO + "/{name}",
    forms=(
        # A video that is not listed opens only with the key behind its number.
        Pattern("video", r"(?P<id>\d{5,12})/(?P<key>[0-9a-f]{8,12})(?:/.*)?", _VIMEO + "/{id}/{key}"),
        Pattern("video", r"(?:video/|videos/)?(?P<id>\d{5,12})", _VIMEO + "/{id}/{h}", query=(("h", r"[0-9a-f]{8,12}"),)),
        Pattern("video", r"(?:video/|videos/|m/)?(?P<id>\d{5,12})(?:/.*)?", _VIMEO + "/{id}"),
        Pattern("video",
                r"(?:channels/[\w-]+|groups/[\w-]+/videos?|(?:album|showcase)/\d+/video|ondemand/[\w-]+"
                 r"|event/\d+/videos|[\w-]+/review)/(?P<id>\d{5,12})(?:/.*)?",
                _VIMEO + "/{id}"),
        Pattern("video", r"(?!album/|showcase/|event/|channels/|groups/|ondemand/|tag)[A-Za-z][\w-]*/(?P<id>\d{5,12})",
                _VIMEO + "/{id}"),
        Pattern("video", r"moogaloop\.swf", _VIMEO + "/{clip_id}", id="{clip_id}", query=(("clip_id", r"\d{5,12}"),)),
        Pattern("live", r"event/(?P<id>\d{4,12})(?:/embed.*)?", _VIMEO + "/event/{id}"),
        Pattern("live", r"event/(?P<id>\d{4,12})/(?:embed/)?(?P<key>[0-9a-f]{8,12})", _VIMEO + "/event/{id}/{key}"),
        Pattern("playlist", r"(?:album|showcase)/(?P<id>\d{4,12}|[\w-]{3,80})(?:/.*)?", _VIMEO + "/showcase/{id}"),
        Pattern("playlist", r"channels/(?P<id>[\w-]{2,60})(?:/videos.*)?", _VIMEO + "/channels/{id}", handle="{id}"),
        Rejected(r"(?:groups|ondemand|event|events|stats|review|manage)(?:/.*)?", "L407"),
        Rejected(r"(?:search|categories|watch|tag|explore|staffpicks|channels|album|showcase|home|feed)(?:[/:].*)?",
                 "L402"),
        Rejected(r"(?:log_in|login|join|upgrade|upload|settings|help|about|blog|features|create|solutions|enterprise|api|video"
                 r"|terms|privacy|jobs|site_map|m|stock|live|for-hire|integrations|customers|professionals)(?:/.*)?",
                 "L403"),
        Pattern("channel",
                r"@?(?P<id>[A-Za-z][\w-]{1,60})(?:/(?:videos|likes|about|followers|following|albums|collections).*)?",
                _VIMEO + "/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://vimeo.com/100000001?share=copy", "video", "100000001", _VIMEO + "/100000001"),
        Accepts("https://vimeo.com/100000001/abcdef0123", "video", "100000001", _VIMEO + "/100000001/abcdef0123"),
        Accepts("https://player.vimeo.com/video/100000001?h=abcdef0123&dnt=1", "video", "100000001",
                _VIMEO + "/100000001/abcdef0123"),
        Accepts("https://vimeo.com/channels/contoh/100000001", "video", "100000001", _VIMEO + "/100000001"),
        Accepts("https://vimeo.com/contoh/100000001", "video", "100000001", _VIMEO + "/100000001"),
        Accepts("https://vimeo.com/album/1000001", "playlist", "1000001", _VIMEO + "/showcase/1000001"),
        Accepts("http://vimeo.com/moogaloop.swf?clip_id=100000001", "video", "100000001", _VIMEO + "/100000001"),
        Accepts("https://vimeo.com/event/1000001/embed", "live", "1000001", _VIMEO + "/event/1000001"),
        Accepts("https://vimeo.com/event/1000001/abcdef0123", "live", "1000001", _VIMEO + "/event/1000001/abcdef0123"),
        Accepts("https://vimeo.com/channels/contoh", "playlist", "contoh", _VIMEO + "/channels/contoh"),
        Accepts("https://vimeo.com/user1000001/videos", "channel", "user1000001", _VIMEO + "/user1000001"),
    ),
    refuses=(
        ("https://vimeo.com/", "L401"),
        ("https://vimeo.com/groups/contoh", "L407"),
        ("https://vimeo.com/ondemand", "L407"),
        ("https://vimeo.com/search?q=belitung", "L402"),
        ("https://vimeo.com/log_in", "L403"),
        ("https://help.vimeo.com/x", "L409"),
    ),
)

_FLICKR = "https://www.flickr.com"
_FLICKR_WHO = r"(?P<who>[A-Za-z0-9_-]{2,60}|\d{5,12}@N\d{2})"
_FLIC = frozenset({"flic.kr", "www.flic.kr"})

FLICKR = Platform(
    key="flickr",
    label="Flickr",
    channel_hint=N_("Album Flickr"),
    action=N_("Lihat di Flickr"),
    hosts=frozenset({"flickr.com", "www.flickr.com", "m.flickr.com", "secure.flickr.com"}) | _FLIC,
    own=("flickr.com", "flic.kr", "staticflickr.com"),
    words=("flickr",),
    names=("flickr", "flicker"),
    account=_FLICKR + "/photos/{name}/",
    forms=(
        Pattern("photo", r"p/(?P<id>[1-9A-HJ-NP-Za-km-z]{4,12})", "https://flic.kr/p/{id}", hosts=_FLIC),
        Rejected(r".*", "L301", hosts=_FLIC),
        Pattern("playlist", r"photos/" + _FLICKR_WHO + r"/(?:sets|albums)/(?:with/)?(?P<id>\d{6,25})(?:/.*)?",
                _FLICKR + "/photos/{who}/albums/{id}", handle="{who}"),
        Pattern("photo", r"photos/" + _FLICKR_WHO + r"/(?P<id>\d{6,15})(?:/.*)?", _FLICKR + "/photos/{who}/{id}/",
                handle="{who}"),
        Rejected(r"photos/(?:tags|upload)(?:/.*)?|(?:explore|search|tags|map|cameras|commons|groups|events)(?:/.*)?",
                 "L402"),
        Pattern("channel", r"(?:photos|people)/" + _FLICKR_WHO + r"(?:/.*)?", _FLICKR + "/photos/{who}/", id="{who}",
                handle="{who}"),
        Rejected(r"(?:account|help|about|signin|services|jobs|abuse|create|prints|sign-up)(?:/.*)?", "L403"),
    ),
    accepts=(
        Accepts("https://www.flickr.com/photos/contohkreator/albums", "channel", "contohkreator",
                _FLICKR + "/photos/contohkreator/"),
        Accepts("https://www.flickr.com/people/100000001@N02/", "channel", "100000001@N02",
                _FLICKR + "/photos/100000001@N02/"),
        Accepts("https://www.flickr.com/photos/contohkreator/50000000001/in/photostream/", "photo", "50000000001",
                _FLICKR + "/photos/contohkreator/50000000001/"),
        Accepts("https://www.flickr.com/photos/contohkreator/sets/72157600000000001/", "playlist",
                "72157600000000001", _FLICKR + "/photos/contohkreator/albums/72157600000000001"),
        Accepts("https://flic.kr/p/2abCdE", "photo", "2abCdE", "https://flic.kr/p/2abCdE"),
    ),
    refuses=(
        ("https://www.flickr.com/", "L401"),
        ("https://flic.kr/s/aHsk1abcde", "L301"),
        ("https://www.flickr.com/photos/tags/belitung", "L402"),
        ("https://www.flickr.com/account", "L403"),
        ("https://live.staticflickr.com/1/2_3.jpg", "L409"),
    ),
)

_PX = "https://500px.com"

PX500 = Platform(
    key="500px",
    label="500px",
    channel_hint=N_("Portofolio 500px"),
    action=N_("Lihat di 500px"),
    hosts=frozenset({"500px.com", "www.500px.com", "web.500px.com"}),
    own=("500px.com", "500px.org"),
    words=("500px",),
    names=("500px",),
    account=_PX + "/p/{name}",
    forms=(
        Pattern("photo", r"photo/(?P<id>\d{5,15})(?:/.*)?", _PX + "/photo/{id}"),
        Rejected(r"(?:popular|upcoming|editors|search|galleries|quests|groups|discover|photo|following|community)(?:/.*)?",
                 "L402"),
        Rejected(r"(?:login|signup|settings|about|licensing|help|upgrade|business|directory|blog|p)", "L403"),
        Pattern("channel", r"(?:p/)?(?P<id>[A-Za-z0-9_.-]{2,60})(?:/(?:galleries|about|photos).*)?", _PX + "/p/{id}",
                handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://500px.com/p/ContohKreator?view=photos", "channel", "contohkreator", _PX + "/p/contohkreator"),
        Accepts("https://500px.com/photo/100000001/pantai-contoh", "photo", "100000001", _PX + "/photo/100000001"),
    ),
    refuses=(
        ("https://500px.com/", "L401"),
        ("https://500px.com/popular", "L402"),
        ("https://500px.com/login", "L403"),
        ("https://support.500px.com/x", "L409"),
    ),
)

_BE = "https://www.behance.net"

BEHANCE = Platform(
    key="behance",
    label="Behance",
    channel_hint=N_("Portofolio Behance"),
    action=N_("Lihat di Behance"),
    hosts=frozenset({"behance.net", "www.behance.net"}),
    own=("behance.net", "be.net"),
    words=("behance",),
    names=("behance",),
    account=_BE + "/{name}",
    forms=(
        Pattern("photo", r"gallery/(?P<id>\d{4,12})(?:/.*)?", _BE + "/gallery/{id}"),
        Rejected(r"(?:search|galleries|joblist|gallery|live|assets|hire|collection|for_you|featured|blog)(?:/.*)?", "L402"),
        Rejected(r"(?:login|about|misc|account|onboarding|pro|settings|careers|dev)(?:/.*)?", "L403"),
        Pattern("channel",
                r"(?P<id>[A-Za-z0-9_-]{2,60})(?:/(?:projects|moodboards|appreciated|info|services|resume|drafts)" r".*)?",
                _BE + "/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://www.behance.net/contohkreator/projects", "channel", "contohkreator", _BE + "/contohkreator"),
        Accepts("https://www.behance.net/gallery/100000001/Judul-Contoh?tracking_source=x", "photo", "100000001",
                _BE + "/gallery/100000001"),
    ),
    refuses=(
        ("https://www.behance.net/", "L401"),
        ("https://www.behance.net/search/projects?search=belitung", "L402"),
        ("https://www.behance.net/misc/terms", "L403"),
        ("https://help.behance.net/x", "L409"),
    ),
)
