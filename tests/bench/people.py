"""The invented creators of the benchmark: the same in every run, nobody's name or account."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

WORDS = tuple(
    "pantai laut pulau granit warung kopi ikan budaya tari wisata kampung nelayan perahu mercusuar sekolah cerita "  # noqa: SIM905
    "video kamera senja pasir hutan danau pasar usaha kriya musik dan di dengan untuk yang dari warga muda".split()
)
TOPICS = ("pariwisata", "umkm", "seni-budaya", "pembangunan")
DISTRICTS = ("tanjungpandan", "sijuk", "badau", "membalong", "selat-nasik")
CHANNELS = {
    "youtube": "https://www.youtube.com/@contoh{}",
    "facebook": "https://www.facebook.com/contohkreator{}",
    "tiktok": "https://www.tiktok.com/@contoh.{}",
    "instagram": "https://www.instagram.com/contoh.{}/",
}
LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
FIRST_DAY = date(2024, 6, 8)
SEED = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One creator. channels: a link by platform. works: links. paragraphs: of the story."""

    slug: str
    name: str
    tagline: str
    district: str
    topics: tuple[str, ...]
    channels: tuple[tuple[str, str], ...]
    works: tuple[str, ...]
    paragraphs: tuple[str, ...]
    joined: date

    @property
    def story(self) -> str:
        """The paragraphs as Markdown."""
        return "\n\n".join(self.paragraphs)


def invent(count: int) -> list[Person]:
    """`count` creators."""
    chance = random.Random(SEED)
    return [_person(chance, number) for number in range(count)]


def _person(chance: random.Random, number: int) -> Person:
    platforms = chance.sample(list(CHANNELS), chance.randint(1, len(CHANNELS)))
    return Person(
        slug=f"contoh-{number:05d}",
        name=" ".join(["Contoh", *(word.capitalize() for word in chance.sample(WORDS[:26], 2)), str(number)]),
        tagline=" ".join(chance.choices(WORDS, k=9)).capitalize(),
        district=chance.choice(DISTRICTS),
        topics=tuple(chance.sample(TOPICS, chance.randint(1, 3))),
        channels=tuple((platform, CHANNELS[platform].format(number)) for platform in platforms),
        works=tuple("https://www.youtube.com/watch?v=" + "".join(chance.choices(LETTERS, k=11)) for _ in range(2)),
        paragraphs=tuple(" ".join(chance.choices(WORDS, k=45)).capitalize() + "." for _ in range(4)),
        joined=FIRST_DAY + timedelta(days=number % 800),
    )
