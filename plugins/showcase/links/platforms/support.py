"""Pages on which creators of Indonesia are supported or list what they offer, and Kompasiana, where they write."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_NAME = r"(?P<id>[A-Za-z0-9._-]{2,60})"
_ABOUT = (
    r"(?:login|register|signup|signin|logout|explore|faq|help|about|terms|privacy|contact|blog|pricing|admin|dashboard"
    r"|settings|search|discover|id|en|api|static|pages|assets|auth|account|overlays?|widgets?)"
)

LYNK = Platform(
    key="lynk",
    label="Lynk.id",
    channel_hint=N_("Daftar tautan Lynk.id"),
    action=N_("Buka di Lynk.id"),
    hosts=frozenset({"lynk.id", "www.lynk.id"}),
    own=("lynk.id",),
    words=("lynk.id",),
    names=("lynk", "lynk.id", "lynkid"),
    account="https://lynk.id/{name}",
    forms=(
        Rejected(_ABOUT + r"(?:/.*)?", "L403"),
        Pattern("channel", _NAME, "https://lynk.id/{id}", handle="{id}", lower=("id",)),
        Pattern("post", r"(?P<name>[A-Za-z0-9._-]{2,60})/(?P<id>[A-Za-z0-9_-]{4,80})(?:/.*)?", "https://lynk.id/{name}/{id}",
                id="{name}/{id}", handle="{name}", lower=("name",)),
    ),
    accepts=(
        Accepts("https://lynk.id/Contoh?fbclid=x", "channel", "contoh", "https://lynk.id/contoh"),
        Accepts("lynk.id/contoh/AbCdEfGh12/checkout", "post", "contoh/AbCdEfGh12", "https://lynk.id/contoh/AbCdEfGh12"),
    ),
    refuses=(
        ("https://lynk.id/", "L401"),
        ("https://lynk.id/login", "L403"),
        ("https://help.lynk.id/x", "L409"),
        ("https://lynk.id.contoh.example/contoh", "L111"),
    ),
)

SAWERIA = Platform(
    key="saweria",
    label="Saweria",
    channel_hint=N_("Halaman dukungan Saweria"),
    action=N_("Buka di Saweria"),
    hosts=frozenset({"saweria.co", "www.saweria.co"}),
    own=("saweria.co",),
    words=("saweria",),
    names=("saweria",),
    account="https://saweria.co/{name}",
    forms=(
        Rejected(_ABOUT + r"(?:/.*)?", "L403"),
        Pattern("channel", _NAME, "https://saweria.co/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(Accepts("https://saweria.co/Contoh?utm_source=x", "channel", "contoh", "https://saweria.co/contoh"),),
    refuses=(
        ("https://saweria.co/", "L401"),
        ("https://saweria.co/login", "L403"),
        ("https://saweria.co/contoh/x", "L407"),
        ("https://docs.saweria.co/", "L409"),
        ("https://saweria.example/contoh", "L111"),
    ),
)

TRAKTEER = Platform(
    key="trakteer",
    label="Trakteer",
    channel_hint=N_("Halaman dukungan Trakteer"),
    action=N_("Buka di Trakteer"),
    hosts=frozenset({"trakteer.id", "www.trakteer.id", "teer.id", "www.teer.id"}),
    own=("trakteer.id", "teer.id"),
    words=("trakteer", "teer.id"),
    names=("trakteer",),
    account="https://trakteer.id/{name}",
    forms=(
        Rejected(_ABOUT + r"(?:/.*)?|(?:manage|creator-search|halaman)(?:/.*)?", "L403"),
        Pattern("post", r"(?P<name>[A-Za-z0-9._-]{2,60})/(?P<what>post|showcase)/(?P<id>[A-Za-z0-9_-]{3,160})",
                "https://trakteer.id/{name}/{what}/{id}", id="{name}/{id}", handle="{name}", lower=("name",)),
        Pattern("channel", _NAME + r"(?:/(?:tip|showcase|gallery|posts?|feed|shop|reward|link|membership)(?:/.*)?)?",
                "https://trakteer.id/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://trakteer.id/Contoh/tip?quantity=1", "channel", "contoh", "https://trakteer.id/contoh"),
        Accepts("https://teer.id/contoh", "channel", "contoh", "https://trakteer.id/contoh"),
        Accepts("https://trakteer.id/contoh/post/cerita-laut-abc12", "post", "contoh/cerita-laut-abc12",
                "https://trakteer.id/contoh/post/cerita-laut-abc12"),
    ),
    refuses=(
        ("https://trakteer.id/", "L401"),
        ("https://trakteer.id/explore", "L403"),
        ("https://trakteer.id/contoh/apa/itu", "L407"),
        ("https://stream.trakteer.id/x", "L409"),
        ("https://www.trakter.example/", "L111"),
    ),
)

KARYAKARSA = Platform(
    key="karyakarsa",
    label="KaryaKarsa",
    channel_hint=N_("Akun KaryaKarsa"),
    action=N_("Lihat di KaryaKarsa"),
    hosts=frozenset({"karyakarsa.com", "www.karyakarsa.com"}),
    own=("karyakarsa.com",),
    words=("karyakarsa",),
    names=("karyakarsa", "karya karsa"),
    account="https://karyakarsa.com/{name}",
    forms=(
        Rejected(_ABOUT + r"(?:/.*)?", "L403"),
        Pattern("playlist", r"(?P<name>[A-Za-z0-9._-]{2,60})/series/(?P<id>[A-Za-z0-9_-]{2,160})",
                "https://karyakarsa.com/{name}/series/{id}", id="{name}/series/{id}", handle="{name}", lower=("name",)),
        Pattern("channel", _NAME + r"(?:/(?:posts|series|about|support))?", "https://karyakarsa.com/{id}", handle="{id}",
                lower=("id",)),
        Pattern("post", r"(?P<name>[A-Za-z0-9._-]{2,60})/(?P<id>[A-Za-z0-9_-]{2,160})", "https://karyakarsa.com/{name}/{id}",
                id="{name}/{id}", handle="{name}", lower=("name",)),
    ),
    accepts=(
        Accepts("https://karyakarsa.com/ContohPenulis", "channel", "contohpenulis", "https://karyakarsa.com/contohpenulis"),
        Accepts("https://karyakarsa.com/contohpenulis/cerita-laut-1", "post", "contohpenulis/cerita-laut-1",
                "https://karyakarsa.com/contohpenulis/cerita-laut-1"),
        Accepts("https://karyakarsa.com/contohpenulis/series/cerita-laut", "playlist",
                "contohpenulis/series/cerita-laut", "https://karyakarsa.com/contohpenulis/series/cerita-laut"),
    ),
    refuses=(
        ("https://karyakarsa.com/", "L401"),
        ("https://karyakarsa.com/explore", "L403"),
        ("https://karyakarsa.com/a/b/c/d", "L407"),
        ("https://help.karyakarsa.com/", "L409"),
        ("https://karyakarsa.example/contoh", "L111"),
    ),
)

SOCIABUZZ = Platform(
    key="sociabuzz",
    label="SociaBuzz",
    channel_hint=N_("Halaman SociaBuzz"),
    action=N_("Buka di SociaBuzz"),
    hosts=frozenset({"sociabuzz.com", "www.sociabuzz.com"}),
    own=("sociabuzz.com",),
    words=("sociabuzz",),
    names=("sociabuzz", "socia buzz"),
    account="https://sociabuzz.com/{name}",
    forms=(
        Rejected(_ABOUT + r"(?:/.*)?", "L403"),
        Pattern("post", r"(?P<name>[A-Za-z0-9._-]{2,60})/p/(?P<id>[A-Za-z0-9_-]{2,160})", "https://sociabuzz.com/{name}/p/{id}",
                id="{name}/p/{id}", handle="{name}", lower=("name",)),
        Pattern("channel", _NAME + r"(?:/(?:tribe|shop|support|gift|donate|portfolio|services?|jasa)(?:/.*)?)?",
                "https://sociabuzz.com/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://sociabuzz.com/Contoh/tribe", "channel", "contoh", "https://sociabuzz.com/contoh"),
        Accepts("https://sociabuzz.com/contoh/p/kelas-foto", "post", "contoh/p/kelas-foto",
                "https://sociabuzz.com/contoh/p/kelas-foto"),
    ),
    refuses=(
        ("https://sociabuzz.com/", "L401"),
        ("https://sociabuzz.com/login", "L403"),
        ("https://sociabuzz.com/a1/b/c", "L407"),
        ("https://blog.sociabuzz.com/", "L409"),
        ("https://sociabuz.example/contoh", "L111"),
    ),
)

_KOMPAS = "https://www.kompasiana.com"

KOMPASIANA = Platform(
    key="kompasiana",
    label="Kompasiana",
    channel_hint=N_("Akun Kompasiana"),
    action=N_("Baca di Kompasiana"),
    hosts=frozenset({"kompasiana.com", "www.kompasiana.com", "m.kompasiana.com"}),
    own=("kompasiana.com",),
    words=("kompasiana",),
    names=("kompasiana",),
    account=_KOMPAS + "/{name}",
    forms=(
        Pattern("post", r"(?P<name>[A-Za-z0-9._-]{2,60})/(?P<id>[0-9a-f]{24})/(?P<slug>[A-Za-z0-9-]{1,200})",
                _KOMPAS + "/{name}/{id}/{slug}", handle="{name}", lower=("name",)),
        Pattern("post", r"(?P<name>[A-Za-z0-9._-]{2,60})/(?P<id>[0-9a-f]{24})", _KOMPAS + "/{name}/{id}", handle="{name}",
                lower=("name",)),
        Rejected(r"(?:tag|topik|kategori|terbaru|populer|headline|pilihan|indeks|komunitas|event)(?:/.*)?", "L402"),
        Rejected(_ABOUT + r"(?:/.*)?", "L403"),
        Pattern("channel", _NAME + r"(?:/(?:artikel|about|statistik|followers|following))?", _KOMPAS + "/{id}",
                handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://www.kompasiana.com/Contoh.Penulis", "channel", "contoh.penulis", _KOMPAS + "/contoh.penulis"),
        Accepts("https://www.kompasiana.com/contohpenulis/60c0000000000000000000a1/cerita-dari-laut?page=all", "post",
                "60c0000000000000000000a1", _KOMPAS + "/contohpenulis/60c0000000000000000000a1/cerita-dari-laut"),
        Accepts("https://www.kompasiana.com/contohpenulis/60c0000000000000000000a1", "post", "60c0000000000000000000a1",
                _KOMPAS + "/contohpenulis/60c0000000000000000000a1"),
    ),
    refuses=(
        ("https://www.kompasiana.com/", "L401"),
        ("https://www.kompasiana.com/tag/belitung", "L402"),
        ("https://www.kompasiana.com/login", "L403"),
        ("https://www.kompasiana.com/contoh/apa/itu", "L407"),
        ("https://account.kompasiana.com/", "L409"),
        ("https://kompasiana.example/contoh", "L111"),
    ),
)
