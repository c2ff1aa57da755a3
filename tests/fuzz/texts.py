"""What the fuzzing starts from: pieces of the languages that are read, seeds, and what becomes of them."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).with_name("seeds")
SECONDS = int(os.environ.get("FUZZ_SECONDS", "600"))  # of each long run

# The normal run: a few hundred texts, the same ones every time. The long one goes on until its time is over.
QUICK = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

ODD = st.characters(codec="utf-8")
LETTERS = st.text(ODD, max_size=12)
FRONT = (
    "---", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\t", ": ", ":", " ", "#", " # ", "[", "]", "{", "}",
    ", ", "'", '"', "|", ">", "&a ", "*a", "!!int ", "%", "\\", "\\u202e", "\r\n", "\ufeff", "\u202e", "\u200b",
    "\x00", "\u2028", "—", "：", "nama", "ringkasan", "topik", "akun", "karya", "judul", "tautan", "foto",
    "sampul", "tanggal", "persetujuan", "formulir", "lingkup", "dewasa", "ya", "tidak", "status", "ditarik",
    "contoh", "terbit", "kecamatan", "desa", "sijuk", "jasa", "tarif_mulai", "150rb", "Rp1,5 juta", "whatsapp",
    "0812-0000-0000", "surel", "a@b.id", "komunitas", "alamat_lama", "2026-11-20", "20 November 2026",
    "31-02-2026", "9999-99-99", "https://www.instagram.com/contoh/", "foto.jpg", "../", "1e9",
)  # fmt: skip
STORY = (
    "\n", "\n\n", "    ", "\t", "*", "**", "_", "`", "```", "[", "]", "(", ")", "![", "](", "<", ">", "</",
    "/>", "&", "&#x", ";", "#", "##", "---", "===", "- ", "1. ", "> ", ": ", "|", "-|-", "\\", "\x02", "\x03",
    "\x00", "\u202e", "foto.jpg", "javascript:", "data:", "https://",
    "https://www.youtube.com/watch?v=contoh00001", "https://t.me/contoh", "//", "mailto:", "script", "img",
    "svg", "math", "style", "onerror=", "href=", "a", "p", "table", "<!--", "-->", "<![CDATA[", "]]>", "<?",
    "x", "[1]: ", "[1]", "klzzwxh:0", "wzxhzdk:0", "&amp;", "&lt;script&gt;", "0812 3456 7890", "a@b.id",
    "{: onclick=x }",
)  # fmt: skip
LINKS = (
    "https://", "http://", "//", "HTTPS://", "www.", "m.", "@", ":", "/", "?", "#", "&", "=", "%", "%2F", "%00",
    "%E2%80%AE", "\\", ".", "..", "-", "_", " ", "youtube.com", "youtu.be", "tiktok.com", "instagram.com",
    "facebook.com", "fb.watch", "wa.me", "evil.example", "xn--", "127.0.0.1", "[::1]", "0x7f.1", "localhost",
    "watch", "v=", "contoh00001", "@contoh", "video", "p", "reel", "shorts", "profile.php", "id=",
    "6281200000000", "utm_source=", "si=", "share", "é", "і", "\u202e", "\u200b", "\n", "lihat ", "!", ")", "(",
    "<", ">", '"', "'", "javascript:", "data:",
)  # fmt: skip


def mixed(pieces: tuple[str, ...], most: int = 40) -> st.SearchStrategy[str]:
    """Texts of such pieces and of any other characters."""
    return st.lists(st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), LETTERS), max_size=most).map("".join)


def seeds(kind: str) -> list[str]:
    """The kept texts of a kind: each was once a surprise, or stands for many."""
    return list(json.loads((SEEDS / f"{kind}.json").read_text(encoding="utf-8")))


def go_on(law: Callable[[str], None], texts: st.SearchStrategy[str]) -> int:
    """Try one text after another until the time is over; how many. A text that breaks the law is made small."""
    end, tried, rounds = time.monotonic() + SECONDS, 0, 0

    def counted(text: str) -> None:
        nonlocal tried
        tried += 1
        law(text)

    while time.monotonic() < end:
        run = given(texts)(counted)
        seed(rounds)(settings(QUICK, max_examples=500, derandomize=False, database=None)(run))()
        rounds += 1
    return tried
