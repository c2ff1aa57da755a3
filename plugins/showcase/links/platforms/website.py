"""Any other website. It has no hosts and no shapes of its own: `links/websites.py` reads it."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Platform

WEBSITE = Platform(
    key="website",
    label=N_("Situs web"),
    channel_hint=N_("Situs web"),
    action=N_("Buka situs"),
    hosts=frozenset(),
    forms=(),
    names=("website", "situs", "web", "situs web", "blog"),
    accepts=(
        Accepts(
            "http://www.Contoh-Belitung.example",
            "website",
            "contoh-belitung.example",
            "https://www.contoh-belitung.example/",
        ),
        Accepts(
            "contoh.co.id/kopi?utm_source=ig&fbclid=x#menu", "website", "contoh.co.id/kopi", "https://contoh.co.id/kopi"
        ),
        Accepts(
            "https://contoh.example/toko?id=7&gclid=x",
            "website",
            "contoh.example/toko?id=7",
            "https://contoh.example/toko?id=7",
        ),
    ),
    refuses=(
        ("https://bit.ly/abc", "L302"),
        ("https://s.id/abc", "L302"),
        ("https://www.google.com/url?q=https%3A%2F%2Fcontoh.example%2F", "L303"),
        ("https://web.archive.org/web/2024/https://contoh.example/", "L304"),
        ("https://www.google.com/search?q=belitung", "L402"),
        ("https://192.168.1.1/", "L108"),
        ("https://contoh.example:8080/", "L106"),
        ("https://kontoh@contoh.example/", "L105"),
        ("https://xn--80ak6aa92e.com/", "L109"),
        ("https://www.youtube.com.contoh.example/@contoh", "L111"),
        ("https://contoh/", "L110"),
        ("https://localhost/", "L110"),
    ),
)
