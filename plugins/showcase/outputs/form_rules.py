"""The rules of `check` that the form page asks at once: patterns, limits, what needs what, and what is said."""

from __future__ import annotations

from html.entities import html5
from typing import Any

from ..content.filenames import RESERVED
from ..frontmatter.source import LARGEST_FILE, WITHDRAWN
from ..links import PLATFORMS
from ..profiles.consent import DEFAULT_SCOPE
from ..profiles.photos import SMALLEST_SIDE
from ..profiles.rules import OUTSIDE
from ..profiles.story import LONGEST_STORY, PICTURE, private_texts
from ..profiles.story_marks import KEY_LINE, KEYS_WITHIN, RULE
from ..profiles.story_shape import DEEPEST, MARKS, MOST_LINES, MOST_LINKS, MOST_MARKS, deeper_than
from ..profiles.story_shape import URL as ADDRESS
from ..region.model import Region
from ..schema.choices import CONTACTS, SCOPE_WORDS
from ..schema.fields import LONGEST_ITEM
from ..schema.private import FACTS
from ..schema.split import SEPARATORS
from ..schema.values import EMAIL, LONGEST_EMAIL, MOBILE, SLUG
from ..text.confusables import FANCY, MIXED
from ..text.invisible import HIDDEN, PILED
from ..text.masking import URL
from ..text.messages import _
from .patterns import javascript

LETTER, NO_LETTER = r"[\p{L}\p{N}]", r"[^\p{L}\p{N}]"  # of any script, as JavaScript says it
SECOND_PROFILE = rf"(?im)^{RULE.pattern}\n(?:.*\n){{0,{KEYS_WITHIN - 1}}}{KEY_LINE.pattern}"
LONG_PARAGRAPH = rf"(?m)^(?:[^\S\n]*\S.*\n){{{MOST_LINES}}}[^\S\n]*\S"


def rules(region: Region) -> dict[str, Any]:
    """Limits and patterns, so that the page asks for nothing that is refused later."""
    facts = sorted((name for names in FACTS.values() for name in names), key=len, reverse=True)
    return {
        "kinds": _kinds(),
        "letters": _letters(),
        "private": [
            [javascript(pattern), _('"{found}" tampak %s. Hapus dari sini.') % what]
            for _message, pattern, what in private_texts(region.site.area_codes)
        ],
        "url": javascript(URL),
        "withdrawn": javascript(WITHDRAWN),
        "story": {"longest": LONGEST_STORY, "limits": _story_limits(), "picture": javascript(PICTURE)},
        "together": _together(),
        "fact": rf"(?i)(?:^|{NO_LETTER})(?:{'|'.join(facts).replace(' ', f'{NO_LETTER}+')})(?!{LETTER})",
        "slug": javascript(SLUG),
        "reserved": sorted(RESERVED),
        "largest": LARGEST_FILE,
        "scope": sorted(SCOPE_WORDS[part] for part in DEFAULT_SCOPE),
        "smallest": SMALLEST_SIDE,
    }


def _kinds() -> dict[str, Any]:
    """What a value must be, by kind of key, and what is said of one that is not."""
    number = (r"[0-9]{1,12}", _("Tulis angka saja, dari {least} sampai {most}."))
    return {
        "lines": (
            rf"""(?!["'])[^{SEPARATORS}]{{1,{LONGEST_ITEM}}}""",
            _("Isian dipisah koma, tidak diawali tanda kutip, dan paling banyak %d huruf.") % LONGEST_ITEM,
        ),
        "yes": (r"ya|tidak", _("Isi ya atau tidak.")),
        "date": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", _("Tulis tahun-bulan-hari, misalnya 2026-11-20.")),
        "number": number,
        "money": number,
        "slugs": (javascript(SLUG), _('"{value}" bukan nama folder.')),
        "phone": (javascript(MOBILE), _("Bukan nomor WhatsApp Indonesia. Tulis seperti 0812-0000-0000.")),
        "email": (
            rf"(?=.{{1,{LONGEST_EMAIL}}}$)(?!.*\.\.){javascript(EMAIL)}",
            _("Bukan alamat surel. Tulis seperti halo@contoh.id."),
        ),
    }


def _letters() -> list[tuple[str, str]]:
    """Letters that are not what they look like."""
    fancy = _('"{found}" memakai huruf hias. Ketik ulang dengan huruf biasa.')
    mixed = _('"{found}": huruf Latin bercampur dengan huruf lain yang tampak sama. Ketik ulang kata ini.')
    return [(javascript(FANCY), fancy), (javascript(PILED), fancy), (javascript(MIXED), mixed)]


def _story_limits() -> list[tuple[str, int, str]]:
    """Of a pattern, how often it may stand in a story, and what is said if it does more often."""
    hidden = (name for name, char in html5.items() if name.islower() and HIDDEN.search(f"a{char}a"))
    marks = [(rf"\{mark}", MOST_MARKS, _("Terlalu banyak tanda %s dalam cerita.") % mark) for mark, _name in MARKS]
    return [
        *((javascript(pattern), most, message) for pattern, most, message in marks),
        (javascript(ADDRESS), MOST_LINKS, _("Terlalu banyak tautan dalam cerita, paling banyak %d.") % MOST_LINKS),
        (javascript(LONG_PARAGRAPH), 0, _("Paragraf lebih dari %d baris. Sisipkan baris kosong.") % MOST_LINES),
        (javascript(deeper_than(DEEPEST)), 0, _("Daftar atau kutipan terlalu bertingkat. Sederhanakan.")),
        (javascript(SECOND_PROFILE), 0, _("Bagian isian ditulis lagi di dalam cerita. Hapus salah satunya.")),
        (f"&(?:{'|'.join(sorted(hidden))})", 0, _("Ada kode karakter yang tidak terlihat. Hapus.")),
    ]


def _together() -> list[tuple[str, str, str, str, str]]:
    """A key, a value of it or "" for any, what it needs, and of what a value or "" for any: else what is said."""
    picture = _("Belum ada foto. Tambahkan foto, atau kosongkan.")
    media = [choice.value for choice in CONTACTS if choice.value in PLATFORMS and choice.value != "whatsapp"]
    return [
        ("jumlah_anggota", "", "jenis", "komunitas", _("Hanya untuk komunitas.")),
        ("fokus", "", "foto", "", picture),
        ("kredit_foto", "", "foto", "", picture),
        *(("hubungi", key, key, "", _("Isi juga %s.") % key) for key in ("whatsapp", "surel")),
        *(("hubungi", key, "platform", key, _("Akunnya belum ada di daftar akun.")) for key in media),
        *((key, "", "lingkup", word, _("Di luar persetujuan: lingkup tidak memuat %s.") % word)
          for key, part in OUTSIDE for word in [SCOPE_WORDS[part]]),
    ]  # fmt: skip
