"""The form page: it knows every link that Python knows, and what it writes, `check` accepts."""

from __future__ import annotations

import json
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from tests.links.test_laws import PIECES
from tests.links.test_platforms import CORRECTIONS, CUT, DIFFERENT, PASTES, REASONS, SAME, SHORT
from tests.support.browser_visit import FORM_READY
from tests.support.form_page import STORIES, faults_of, profiles
from tests.support.region import CONTENT

from showcase.links import PLATFORMS, Refusal, read_link
from showcase.outputs.patterns import javascript

EXAMPLES = sorted(
    {example.url for row in PLATFORMS.values() for example in row.accepts}
    | {url for row in PLATFORMS.values() for url, _code in row.refuses}
    | {text for text, *_rest in (*CORRECTIONS, *REASONS, *PASTES)}
    | {*CUT, *SHORT}
    | {url for pair in (*SAME, *DIFFERENT) for url in pair}
)
# As people paste: sentences, names, numbers, look-alikes, tricks.
PASTED = (
    "@rina.pantai", "ig: rina", "0812-3456-7890", "halo@contoh.id", "UCabcdefghijklmnopqrstuv", "tiktok @contoh",
    "Lihat video ini https://vt.tiktok.com/ZSabc123/ di TikTok", "<https://www.instagram.com/contoh/>.",
    "[video](https://youtu.be/contoh00001)", "https://a.example https://b.example", "htps://youtube.com/@contoh",
    "https://evil.example\\@youtube.com/", "https://youtube.com@evil.example/", "https://www.youtube.com:443/@contoh",
    "https://www.youtube.com/watch?v=contoh00001?si=x", "https://www.facebook.com/#!/contoh.nama",
    "//youtu.be/contoh00001", "https://\u0443outube.com/@contoh", "https://instagrarn.com/contoh", "contoh.co.id",
    "https://youtube.com.contoh.example/x", "https://contoh.example/a%2", "https://contoh.example/a b", "", "   ",
    "https://contoh.example/\u202ex", "https://www.youtube.com/@k%C3%B6pi", "https://contoh.example/(a)", "halo",
    "https://contoh.example/?fbclid=x", "youtu.be/...",
)  # fmt: skip


def _python(text: str) -> dict[str, str]:
    read = read_link(text)
    if isinstance(read, Refusal):
        return {"url": read.url, "refused": read.code, "message": read.message, "fix": read.fix}
    return {name: getattr(read, name) for name in ("url", "platform", "kind", "id", "handle", "canonical")}


@pytest.fixture(scope="module")
def form(chromium, sites):
    """The page, open and filled with nothing. Shared: the tests here only ask its functions."""
    page = chromium.new_context(locale="id-ID", timezone_id="Asia/Jakarta").new_page()
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    yield page
    page.context.close()


@pytest.mark.parametrize(
    ("python", "source"),
    [
        (r"(?P<id>\d{5})", r"(?<id>\p{Nd}{5})"),
        (r"[\w.-]+", r"[\p{L}\p{N}_.-]+"),
        (r"\w\-\'", r"[\p{L}\p{N}_]-'"),
        (r"\(?(?:a|b)\)?", r"\(?(?:a|b)\)?"),
        (r"(?P<q>x)(?P=q)", r"(?<q>x)\k<q>"),
        (r"(?i)[^\w-]a\d", r"(?i)[^\p{L}\p{N}_-]a\p{Nd}"),
        (re.compile(r"^[\w@]\d", re.ASCII | re.MULTILINE), r"(?m)^[A-Za-z0-9_@][0-9]"),
        (r"(?<![\w.])a|b", r"(?:^|[^\p{L}\p{N}_.])a|b"),
    ],
)
def test_a_pattern_means_the_same_in_javascript(python, source):
    assert javascript(python) == source


@pytest.mark.parametrize("python", [r"\Aa", r"(?>a)", r"a++", r"(?s:a)", r"\Wa", r"a(?<=b)c", r"(?<!ab)c"])
def test_a_pattern_without_an_equal_is_refused(python):
    with pytest.raises(ValueError, match="JavaScript"):
        javascript(python)


def test_every_example_of_the_table_is_read_alike(form):
    read = form.evaluate("texts => texts.map(text => kelola.readLink(text))", EXAMPLES)
    assert [wrong for wrong, text in zip(read, EXAMPLES, strict=True) if wrong != _python(text)] == []
    assert len(EXAMPLES) > 200


def mistyped(count: int) -> list[str]:
    """Examples with a piece put in, taken out or doubled, as fingers and share buttons do; the same in every run."""
    chance, texts = random.Random(5), []
    while len(texts) < count:
        text = chance.choice(EXAMPLES)
        at, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        texts.append(
            chance.choice(
                (text[:at] + chance.choice(PIECES) + text[at:], text[:at] + text[end:], text[:end] + text[at:])
            )
        )
    return texts


def test_what_is_mistyped_is_read_alike(form):
    texts = mistyped(3000)
    read = form.evaluate("texts => texts.map(text => kelola.readLink(text))", texts)
    same = ("refused", "platform", "kind", "id", "canonical")
    wrong = [
        (text, one, other)
        for text, one, other in zip(texts, read, map(_python, texts), strict=True)
        if any(one.get(name) != other.get(name) for name in same)
        # Left to `check`: a mirror that carries no address, a search engine.
        and not (one.get("platform") == "website" and other.get("refused") in ("L304", "L402"))
    ]
    assert wrong == []


@pytest.mark.parametrize("text", PASTED)
def test_what_people_paste_is_read_alike(text, form):
    assert form.evaluate("text => kelola.readLink(text)", text) == _python(text)


WRITE = """([values, story]) => {
  const { DATA, normal, problems, writeProfile, readProfile, tidyStory } = kelola;
  const told = normal(DATA.keys, values);
  const text = writeProfile(DATA.keys, told, story);
  const back = readProfile(DATA.keys, text);
  return { wrong: problems(DATA.keys, told, story, { slug: "contoh-isian" }), text, told: JSON.stringify(told),
    back: JSON.stringify(normal(DATA.keys, back.values)), story: tidyStory(story),
    storyBack: back.story, unread: back.unread };
}"""


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=profiles(albums=True), story=STORIES)
def test_what_the_form_writes_check_accepts(form, tmp_path_factory, values, story):
    made = form.evaluate(WRITE, [values, story])
    if made["wrong"]:  # the page does not hand such a file out
        return
    content = tmp_path_factory.mktemp("isian")
    found = faults_of(content, "contoh-isian", made["text"])
    # A suggestion (a small photo, a caption that is missing) keeps nobody out.
    assert [str(fault) for fault in found if fault.severity != "suggestion"] == [], made["text"]
    assert made["unread"] == []
    assert json.loads(made["back"]) == json.loads(made["told"])
    assert made["storyBack"] == made["story"]


MESSAGE = """([values, story]) => {
  const { DATA, normal, problems, writeMessage, readMessage } = kelola;
  const told = normal(DATA.keys, values);
  if (told.karya) told.karya = told.karya.map(({ judul, tautan }) => (judul ? { judul, tautan } : { tautan }));
  const back = readMessage(DATA.keys, writeMessage(DATA.keys, told, story));
  return { wrong: problems(DATA.keys, told, story, { slug: null }), told: JSON.stringify(told),
    back: JSON.stringify(normal(DATA.keys, back.values)), agreed: back.agreed, unread: back.unread };
}"""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=profiles(), story=STORIES)
def test_a_message_pasted_back_says_the_same(form, values, story):
    made = form.evaluate(MESSAGE, [values, story])
    if not made["wrong"]:
        assert json.loads(made["back"]) == json.loads(made["told"])
        assert made["agreed"]
        assert made["unread"] == []


def test_a_changed_sentence_of_consent_is_noticed(form):
    read = form.evaluate("kelola.readMessage(kelola.DATA.keys, 'nama: Contoh\\nPersetujuan: Saya setuju.')")
    assert read["values"] == {"nama": "Contoh"}
    assert not read["agreed"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\nnama: Contoh A\ntopik: pariwisata, umkm\n---\nCerita.",
         {"nama": "Contoh A", "topik": ["pariwisata", "umkm"]}),
        ("---\nnama: 'Jum''at'\ntopik: [umkm]\n---\n", {"nama": "Jum'at", "topik": ["umkm"]}),
        ("---\nakun:\n- https://a.example/\n- https://b.example/\n---\n",
         {"akun": ["https://a.example/", "https://b.example/"]}),
        ("---\nkarya:\n  - https://a.example/\n  - judul: B\n    tautan: https://b.example/\n---\n",
         {"karya": [{"tautan": "https://a.example/"}, {"judul": "B", "tautan": "https://b.example/"}]}),
        ("\ufeff---\r\nKelurahan: Parit\r\n# catatan\r\n---\r\n", {"desa": "Parit", "kecamatan": "tanjungpandan"}),
        ("---\npersetujuan:\n  tanggal: 2026-01-02\n  lingkup: foto\n---\n",
         {"persetujuan": {"tanggal": "2026-01-02", "lingkup": ["foto"]}}),
    ],
)  # fmt: skip
def test_an_existing_profile_is_read(text, values, form):
    assert form.evaluate("text => kelola.readProfile(kelola.DATA.keys, text).values", text) == values


def test_every_sample_survives_being_opened_and_written_again(form, project):
    for path in sorted(CONTENT.glob("kreator/*/index.md")):
        read = form.evaluate(
            """text => {
              const { DATA, normal, readProfile, writeProfile } = kelola;
              const first = readProfile(DATA.keys, text), told = normal(DATA.keys, first.values);
              const again = readProfile(DATA.keys, writeProfile(DATA.keys, told, first.story));
              const back = JSON.stringify(normal(DATA.keys, again.values));
              return [first.unread, JSON.stringify(told), back, first.story, again.story];
            }""",
            path.read_text(encoding="utf-8"),
        )
        if "status: ditarik" not in path.read_text(encoding="utf-8"):
            assert (read[0], read[1], read[3]) == ([], read[2], read[4]), path


GOOD = {
    "nama": "Contoh Rina",
    "topik": ["umkm"],
    "akun": ["https://www.instagram.com/contoh.rina/"],
    "persetujuan": {"tanggal": "2025-01-02", "formulir": "7", "dewasa": "ya", "lingkup": ["foto", "karya"]},
}
CONSENT = GOOD["persetujuan"]


@pytest.mark.parametrize(
    ("changes", "story", "where"),
    [
        ({}, "Cerita.", None),
        ({"nama": "R"}, "", "nama"),
        ({"nama": "R\u0456na Contoh"}, "", "nama"),
        ({"nama": "Rina 0812 3456 7890"}, "", "nama"),
        ({"nama_lain": "status: ditarik"}, "", "status"),
        ({"topik": []}, "", "topik"),
        ({"topik": ["kuliner"]}, "", "topik"),
        ({"akun": ["https://youtu.be/contoh00001"]}, "", "akun"),
        ({"akun": ["https://vt.tiktok.com/ZSabc/"]}, "", "akun"),
        ({"akun": [*GOOD["akun"], "https://www.instagram.com/Contoh.Rina/?hl=id"]}, "", None),
        ({"karya": [{"judul": "Tanpa tautan"}]}, "", "karya.0.tautan"),
        ({"karya": [{"tautan": "https://www.tiktok.com/@contoh"}]}, "", "karya.0.tautan"),
        ({"desa": "Keciput", "kecamatan": "badau"}, "", "desa"),
        ({"hubungi": "tiktok"}, "", "hubungi"),
        ({"hubungi": "surel"}, "", "hubungi"),
        ({"whatsapp": "0812-0000-0000"}, "", "whatsapp"),
        ({"tarif_mulai": "lima"}, "", "tarif_mulai"),
        ({"terdaftar": "2025-13-01"}, "", "terdaftar"),
        ({"terdaftar": "2999-01-01"}, "", "terdaftar"),
        ({"fokus": "atas"}, "", "fokus"),
        ({"jumlah_anggota": "5"}, "", "jumlah_anggota"),
        ({"persetujuan": CONSENT | {"dewasa": "tidak"}}, "", "persetujuan.dewasa"),
        ({"persetujuan": CONSENT | {"formulir": ""}}, "", "persetujuan.formulir"),
        ({"persetujuan": CONSENT | {"lingkup": []}, "karya": [{"tautan": "youtu.be/contoh00001"}]}, "", "karya"),
        ({}, "NIK 1902 0112 3456 7890", "cerita"),
        ({}, "Surel halo@contoh.id", "cerita"),
        ({}, "a&zwj;b", "cerita"),
        ({}, "![perahu](perahu.jpg)", "cerita"),
        ({}, "> > > > > > > dalam", "cerita"),
        ({}, "[" * 121, "cerita"),
    ],
)  # fmt: skip
def test_the_page_says_what_check_would_refuse(changes, story, where, form, tmp_path):
    said, text = form.evaluate(
        """([values, story]) => {
          const told = kelola.normal(kelola.DATA.keys, values);
          const wrong = kelola.problems(kelola.DATA.keys, told, story, { slug: "contoh-isian" });
          return [wrong.map((one) => one.key), kelola.writeProfile(kelola.DATA.keys, told, story)];
        }""",
        [GOOD | changes, story],
    )
    assert set(said) == ({where} if where else set())
    faults = [fault for fault in faults_of(tmp_path, "contoh-isian", text) if fault.severity == "fault"]
    assert bool(faults) == bool(where)
