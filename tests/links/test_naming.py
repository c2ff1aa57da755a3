"""Words of a link that name another site than the one it leads to."""

from __future__ import annotations

from time import perf_counter

import pytest

from showcase.cards.story import creator_cleaner, render
from showcase.links.naming import host_in, names_another

# Ways to write the name of a site so that a reader takes it for one.
NAMING = [
    "instagram.com",
    "Instagram.COM/dinas",
    "https://www.instagram.com",
    "instagram\u2024com",
    "instagram\u3002com",
    "instagram\uff0ecom",
    "instagram\uff61com",
    "instagram\ufe52com",
    "instagram\u00b7com",
    "instagram\u2027com",
    "instagram\u30fbcom",
    "instagram\u318dcom",
    "instagram .com",
    "instagram. com",
    "instagram . com",
    "instagram[.]com",
    "instagram (titik) com",
    "instagram dot com",
    "\uff49\uff4e\uff53\uff54\uff41\uff47\uff52\uff41\uff4d\uff0e\uff43\uff4f\uff4d",
    "in\u00adstagram.com",
    "instagram\u200b.com",
    "\u026anstagram.com",
    "instagram.c0m",
    "belitungkab.go.id",
    "go.id",
    "8.8.8.8",
    "youtu.be",
    "@dinas di Instagram",
    "Saluran YouTube kami",
]
HONEST = [
    ("situs kami", "contoh.example"),
    ("contoh.example", "contoh.example"),
    ("www.Contoh.example", "contoh.example"),
    ("contoh.example", "www.contoh.example"),
    ("Kopi. Pantai. Laut", "contoh.example"),
    ("pukul 10.30", "contoh.example"),
    ("Rp1.500", "contoh.example"),
    ("a.b", "contoh.example"),
    ("Instagram saya", "www.instagram.com"),
    ("video di YouTube", "youtu.be"),
]


@pytest.mark.parametrize("words", NAMING)
def test_words_that_name_another_site_are_known(words: str) -> None:
    assert names_another(words, "evil.example")
    shown = creator_cleaner(render(f"[{words}](https://evil.example/)"))
    assert shown.rstrip().endswith("</a> (evil.example)</p>")


@pytest.mark.parametrize(("words", "host"), HONEST)
def test_words_that_name_no_other_site_stay_alone(words: str, host: str) -> None:
    assert not names_another(words, host)


@pytest.mark.parametrize("piece", ["a.", "1.", " . ", "a" * 63 + ".", "[.", "instagram ", "\u200b"])
def test_long_words_are_read_in_a_moment(piece: str) -> None:
    started = perf_counter()
    names_another(piece * 10_000, "contoh.example")
    assert perf_counter() - started < 2


@pytest.mark.parametrize("address", ["https://[www.youtube.com/", "https://[::1/", "https://contoh.example:x/", "//["])
def test_an_address_that_cannot_be_read_has_no_host(address: str) -> None:
    assert host_in(address) in ("", "contoh.example")
