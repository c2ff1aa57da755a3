"""Shops and Google Maps: where creators sell and where their places are found."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected, words

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_SHOPEE = "https://shopee.co.id"
_SHOPEE_SHORT = frozenset({"s.shopee.co.id", "shp.ee", "id.shp.ee", "shope.ee"})
_SHOPEE_ABROAD = words(
    "shopee.com shopee.sg shopee.com.my shopee.co.th shopee.ph shopee.vn shopee.tw shopee.com.br shopee.com.mx "
    "shopee.com.co shopee.cl"
)

SHOPEE = Platform(
    key="shopee",
    label="Shopee",
    channel_hint=N_("Toko Shopee"),
    action=N_("Lihat di Shopee"),
    hosts=frozenset({"shopee.co.id", "www.shopee.co.id", "m.shopee.co.id"}) | _SHOPEE_SHORT,
    own=("shopee.co.id", "shp.ee", *sorted(_SHOPEE_ABROAD)),
    words=("shopee",),
    names=("shopee", "shope", "sopi"),
    account=_SHOPEE + "/{name}",
    forms=(
        Rejected(r".*", "L301", hosts=_SHOPEE_SHORT),
        Pattern("post", r"(?:[^/]*-)?i\.(?P<shop>\d{3,15})\.(?P<item>\d{3,20})", _SHOPEE + "/product/{shop}/{item}",
                id="{shop}/{item}"),
        Pattern("post", r"(?:universal-link/)?product/(?P<shop>\d{3,15})/(?P<item>\d{3,20})(?:/.*)?",
                _SHOPEE + "/product/{shop}/{item}", id="{shop}/{item}"),
        Pattern("channel", r"(?:universal-link/)?shop/(?P<id>\d{3,15})(?:/.*)?", _SHOPEE + "/shop/{id}"),
        Rejected(r"(?:search|mall|collections|daily_discover|flash_sale|top_products|[^/]*-cat\.[\d.]+)(?:/.*)?", "L402"),
        Rejected(r"(?:buyer|user|cart|checkout|verify|m|api|docs|events|seller|web|universal-link|product|shop|shopee)"
                 r"(?:/.*)?",
                 "L403"),
        Pattern("channel", r"(?P<id>[A-Za-z0-9._]{3,30})", _SHOPEE + "/{id}", handle="{id}", lower=("id",)),
    ),
    accepts=(
        Accepts("https://shopee.co.id/Contoh.Toko?smtt=0.0.9", "channel", "contoh.toko", _SHOPEE + "/contoh.toko"),
        Accepts("https://shopee.co.id/shop/100000001/search", "channel", "100000001", _SHOPEE + "/shop/100000001"),
        Accepts("https://shopee.co.id/Kopi-Contoh-i.100000001.2000000001?sp_atk=x", "post", "100000001/2000000001",
                _SHOPEE + "/product/100000001/2000000001"),
        Accepts("https://m.shopee.co.id/product/100000001/2000000001/", "post", "100000001/2000000001",
                _SHOPEE + "/product/100000001/2000000001"),
    ),
    refuses=(
        ("https://shopee.co.id/", "L401"),
        ("https://s.shopee.co.id/AbCdEfGhIj", "L301"),
        ("https://shp.ee/abcdefg", "L301"),
        ("https://shope.ee/AbCdEfGhIj", "L301"),
        ("https://shopee.co.id/search?keyword=kopi", "L402"),
        ("https://shopee.co.id/cart", "L403"),
        ("https://shopee.co.id/a/b", "L407"),
        ("https://seller.shopee.co.id/", "L409"),
        ("https://www.sh0pee.example/contoh", "L111"),
    ),
)

_TOKO = "https://www.tokopedia.com"
_TOKO_SHORT = frozenset({"vt.tokopedia.com", "tokopedia.link", "www.tokopedia.link", "tokopedia.app.link"})
_TOKO_NAME = r"[A-Za-z0-9][A-Za-z0-9-]{2,60}"

TOKOPEDIA = Platform(
    key="tokopedia",
    label="Tokopedia",
    channel_hint=N_("Toko Tokopedia"),
    action=N_("Lihat di Tokopedia"),
    hosts=frozenset({"tokopedia.com", "www.tokopedia.com", "m.tokopedia.com"}) | _TOKO_SHORT,
    own=("tokopedia.com", "tokopedia.link", "tokopedia.net"),
    words=("tokopedia",),
    names=("tokopedia", "tokped", "toped"),
    account=_TOKO + "/{name}",
    forms=(
        Rejected(r".*", "L301", hosts=_TOKO_SHORT),
        Rejected(r"(?:search|find|p|discovery|kategori|rekomendasi|hot|top|catalog|official-store|feed|play|promo)(?:/.*)?",
                 "L402"),
        Rejected(r"(?:login|register|cart|help|bantuan|about|tentang-kami|terms|privacy|careers|blog|user|people|order-list"
                 r"|wishlist|affiliate|seller|mitra|affiliate-program|payment|chat|notification)(?:/.*)?",
                 "L403"),
        Pattern("channel", r"(?P<id>" + _TOKO_NAME + r")(?:/(?:product|etalase|review|info|note)(?:/.*)?)?",
                _TOKO + "/{id}", handle="{id}", lower=("id",)),
        Pattern("post", r"(?P<shop>" + _TOKO_NAME + r")/(?P<id>[A-Za-z0-9-]{3,200})", _TOKO + "/{shop}/{id}",
                id="{shop}/{id}", handle="{shop}", lower=("shop", "id")),
    ),
    accepts=(
        Accepts("https://www.tokopedia.com/Contoh-Toko?utm_source=x", "channel", "contoh-toko", _TOKO + "/contoh-toko"),
        Accepts("https://tokopedia.com/contohtoko/etalase/kopi", "channel", "contohtoko", _TOKO + "/contohtoko"),
        Accepts("https://www.tokopedia.com/contohtoko/kopi-contoh-200-gram?extParam=ivf%3Dfalse", "post",
                "contohtoko/kopi-contoh-200-gram", _TOKO + "/contohtoko/kopi-contoh-200-gram"),
    ),
    refuses=(
        ("https://www.tokopedia.com/", "L401"),
        ("https://vt.tokopedia.com/t/ZSabcdEfg/", "L301"),
        ("https://tokopedia.link/AbCdEfGhIj", "L301"),
        ("https://www.tokopedia.com/search?q=kopi", "L402"),
        ("https://www.tokopedia.com/help", "L403"),
        ("https://www.tokopedia.com/a/b/c", "L407"),
        ("https://seller.tokopedia.com/edu", "L409"),
        ("https://www.tokopedla.com/contohtoko", "L111"),
    ),
)

_MAPS = "https://www.google.com/maps"
_MAPS_SHORT = frozenset({"maps.app.goo.gl", "goo.gl", "g.page", "g.co"})
_SEARCH = frozenset({"google.com", "www.google.com", "google.co.id", "www.google.co.id"})

GOOGLE_MAPS = Platform(
    key="googlemaps",
    label="Google Maps",
    channel_hint=N_("Tempat di Google Maps"),
    action=N_("Lihat di Google Maps"),
    hosts=_SEARCH | {"maps.google.com", "maps.google.co.id"} | _MAPS_SHORT,
    words=("maps.google.com", "www.google.com"),
    names=("google maps", "gmaps", "google map", "peta google"),
    forms=(
        Rejected(r".*", "L301", hosts=_MAPS_SHORT),
        Rejected(r"url", "L303", target=("q", "url"), hosts=_SEARCH),
        # A place is known by its number, whatever name and view stand before it.
        Pattern("website",
                r"maps/place/(?:[^/]+/){0,3}data=[^/]*?!1s(?P<id>0x[0-9a-f]{1,16}:0x[0-9a-f]{1,16})[^/]*(?:/.*)?",
                _MAPS + "/place//data=!4m2!3m1!1s{id}"),
        Pattern("website", r"maps/place", _MAPS + "/place/?q={q}", id="{q}",
                query=(("q", r"place_id:[A-Za-z0-9_-]{20,120}"),)),
        Pattern("website", r"(?:maps)?", "https://maps.google.com/?cid={cid}", id="{cid}", query=(("cid", r"\d{5,20}"),)),
        Pattern("channel", r"maps/contrib/(?P<id>\d{15,25})(?:/.*)?", _MAPS + "/contrib/{id}"),
        Pattern("website", r"maps/d/(?:u/\d/)?(?:viewer|edit|embed)", _MAPS + "/d/viewer?mid={mid}", id="{mid}",
                query=(("mid", r"[A-Za-z0-9_.-]{15,60}"),)),
        Rejected(r"maps/(?:search|dir|@)(?:/?.*)?|search(?:/.*)?|imgres", "L402"),
        Rejected(r"", "L402", hosts=_SEARCH),
        Rejected(r"maps/(?:embed|vt|api)(?:/.*)?", "L406"),
    ),
    accepts=(
        Accepts("https://www.google.com/maps/place/Kopi+Contoh/@-2.7,107.6,17z/data=!3m1!4b1!4m6!3m5"
                "!1s0x2e17000000000001:0x100000000000000a!8m2!3d-2.7!4d107.6?entry=ttu", "website",
                "0x2e17000000000001:0x100000000000000a",
                _MAPS + "/place//data=!4m2!3m1!1s0x2e17000000000001:0x100000000000000a"),
        Accepts("https://www.google.com/maps/place/?q=place_id:ChIJcontohcontohcontoh12345", "website",
                "place_id:ChIJcontohcontohcontoh12345", _MAPS + "/place/?q=place_id:ChIJcontohcontohcontoh12345"),
        Accepts("https://maps.google.com/maps?cid=1000000000000000001&hl=id", "website", "1000000000000000001",
                "https://maps.google.com/?cid=1000000000000000001"),
        Accepts("https://www.google.co.id/maps/contrib/100000000000000000001/reviews/@-2.7,107.6,10z", "channel",
                "100000000000000000001", _MAPS + "/contrib/100000000000000000001"),
        Accepts("https://www.google.com/maps/d/u/0/viewer?mid=1contohcontohcontoh&ll=-2.7,107.6", "website",
                "1contohcontohcontoh", _MAPS + "/d/viewer?mid=1contohcontohcontoh"),
    ),
    refuses=(
        ("https://maps.google.com/", "L401"),
        ("https://maps.app.goo.gl/AbCdEfGhIjKl", "L301"),
        ("https://goo.gl/maps/AbCdEfGh", "L301"),
        ("https://g.page/contoh", "L301"),
        ("https://g.co/kgs/abcdef", "L301"),
        ("https://www.google.com/", "L402"),
        ("https://www.google.com/maps/search/kopi/@-2.7,107.6,15z", "L402"),
        ("https://www.google.com/maps/embed?pb=x", "L406"),
        ("https://www.google.com/maps/place/Kopi+Contoh", "L407"),
        ("https://maps.google.com.contoh.example/", "L111"),
    ),
)
