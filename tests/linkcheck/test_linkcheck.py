"""`links` against a server on this computer: what is said of pages that live, are gone, or changed hands."""

from __future__ import annotations

import json
import socket
from datetime import date
from pathlib import Path
from threading import Lock

import httpx
import pytest
from tests.support.loopback import Loopback, endless, loopback, slow, status
from tests.support.region import CONTENT

from showcase.cache.digests import hashed
from showcase.diagnostics.fault import ToolFailure
from showcase.http import RequestLimits
from showcase.linkcheck import command as check_links
from showcase.linkcheck.probe import LinkResult
from showcase.linkcheck.report import Journal, as_markdown

TODAY = date(2026, 11, 23)
QUICK = RequestLimits(pause=0, connect=1, read=0.4, total=0.6, attempts=2, first_wait=0, longest_wait=5)
PAGE = "<html><head><title>{}</title></head><body><h1>{}</h1></body></html>"

PROFILE = """---
nama: Contoh Pembuat Film
topik: pariwisata
akun:
{accounts}
karya:
  - judul: Satu karya
    tautan: https://youtu.be/AAAAAAAAAA1
persetujuan:
  tanggal: 2026-11-20
  formulir: 12
  dewasa: ya
---

{story}
"""


@pytest.fixture
def server():
    with loopback() as running:
        running.routes["www.youtube.com/oembed"] = [status(200, body=b"{}")]
        running.routes["www.youtube.com/@contoh"] = [page("Contoh")]
        yield running


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name in ("halaman", "kabar"):
        (folder / name).mkdir(parents=True)
    return folder


def page(title: str, heading: str = "", code: int = 200):
    return status(code, body=PAGE.format(title, heading).encode(), kind="text/html; charset=utf-8")


def profile(content: Path, *accounts: str, story: str = "Cerita.", slug: str = "contoh-pembuat-film") -> Path:
    path = content / "kreator" / slug / "index.md"
    path.parent.mkdir(parents=True)
    lines = "\n".join(f"  - {account}" for account in accounts or ("https://www.youtube.com/@contoh",))
    path.write_text(PROFILE.format(accounts=lines, story=story), encoding="utf-8")
    return path


def check(content: Path, server: Loopback, **more) -> dict[str, dict]:
    options = {"transport": server.transport, "limits": QUICK, "today": TODAY, **more}
    assert check_links.run(content, project_content=CONTENT, **options) == 0
    told = json.loads((content.parent / ".cache" / "tautan.json").read_text(encoding="utf-8"))
    assert told["checked"] == "2026-11-23"
    assert sum(told["counts"].values()) == len(told["links"])
    return {link["url"]: link for link in told["links"]}


WEBSITE = "https://www.contoh-kopi.example/"
# What a website does, and what is made of it.
WEBSITES = {
    "alive": (page("Kopi Contoh"), "alive", ""),
    "gone": (status(404), "gone", "situs menjawab 404"),
    "gone for good": (status(410), "gone", "situs menjawab 410"),
    "behind a wall": (status(403), "unclear", "menjawab 403"),
    "asks for a password": (status(401), "unclear", "menjawab 401"),
    "too busy": (status(429, {"Retry-After": "3600"}), "unclear", "minta menunggu"),
    "broken": (status(500), "unclear", "menjawab 500"),
    "silent": (slow(2), "unclear", "tidak menjawab"),
    "dripping": (endless(), "alive", ""),
    "huge": (status(200, body=b"x" * 50_000_000), "alive", ""),
    "taken over": (page("Slot Gacor Hari Ini"), "flagged", '"slot"'),
    "taken over, said in the heading": (page("Selamat datang", "Situs TOGEL resmi"), "flagged", '"togel"'),
    "taken over, with an error for programs": (page("Judi online", code=403), "flagged", '"judi"'),
    "a word inside another": (page("Prajudicia dan Slotted Angle"), "alive", ""),
    "an airport is no bookmaker": (page("Bandar Udara H.A.S. Hanandjoeddin"), "alive", ""),
    "other host": (status(301, {"Location": "https://evil.example/"}), "flagged", "situs lain: evil.example"),
    "same host without www": (status(301, {"Location": "https://contoh-kopi.example/"}), "alive", ""),
    "this computer": (status(302, {"Location": "http://127.0.0.1/"}), "unclear", "dialihkan ke 127.0.0.1"),
    "a file": (status(302, {"Location": "file:///etc/x"}), "unclear", "alamat yang aneh"),
    "round and round": (status(302, {"Location": "/"}), "unclear", "terlalu banyak"),
}


@pytest.mark.parametrize("case", WEBSITES)
def test_a_website_is_judged_by_what_it_answers(content: Path, server: Loopback, case: str) -> None:
    answer, expected, reason = WEBSITES[case]
    profile(content, WEBSITE)
    server.routes["www.contoh-kopi.example/"] = [answer]
    server.routes["evil.example/"] = [page("Halo")]
    server.routes["contoh-kopi.example/"] = [page("Kopi Contoh")]
    found = check(content, server)[WEBSITE]
    assert found["status"] == expected
    assert reason in found["reason"]
    assert (found["reason"] == "") == (expected == "alive")
    assert found["places"] == ["kreator/contoh-pembuat-film/index.md"]


# Platforms: a wall is no sign of a fault.
PLATFORM_ANSWERS = [
    ("https://www.instagram.com/contoh/", status(200), "unclear"),
    (
        "https://www.instagram.com/contoh/",
        status(302, {"Location": "https://www.instagram.com/accounts/login/"}),
        "unclear",
    ),
    ("https://www.instagram.com/contoh/", status(429), "unclear"),
    ("https://www.instagram.com/contoh/", status(404), "gone"),
    ("https://www.tiktok.com/@contoh", status(403), "unclear"),
    ("https://www.facebook.com/ContohKreator", status(400), "unclear"),
    ("https://www.youtube.com/@contoh", status(200), "alive"),
    ("https://www.youtube.com/@contoh", status(404), "gone"),
    ("https://www.youtube.com/@contoh", status(302, {"Location": "https://consent.youtube.com/"}), "unclear"),
    ("https://www.youtube.com/@contoh", status(503), "unclear"),
]


@pytest.mark.parametrize(("url", "answer", "expected"), PLATFORM_ANSWERS)
def test_a_channel_is_judged_with_care(content: Path, server: Loopback, url: str, answer, expected: str) -> None:
    profile(content, url)
    server.routes[url.removeprefix("https://")] = [answer]
    assert check(content, server)[url]["status"] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [(200, "alive"), (404, "gone"), (400, "gone"), (401, "unclear"), (403, "unclear"), (500, "unclear")],
)
def test_a_work_is_judged_by_the_services_own_word(content: Path, server: Loopback, code: int, expected: str) -> None:
    profile(content)
    server.routes["www.youtube.com/oembed"] = [status(code)]
    found = check(content, server)["https://www.youtube.com/watch?v=AAAAAAAAAA1"]
    assert (found["status"], found["places"]) == (expected, ["kreator/contoh-pembuat-film/index.md:7"])


def test_every_published_link_is_asked_once_with_all_its_places(content: Path, server: Loopback) -> None:
    profile(
        content,
        "https://www.youtube.com/@contoh",
        WEBSITE,
        story=f"Lihat {WEBSITE} dan https://lain.example/a?utm_source=x.",
    )
    found = check(content, server)
    assert found["https://lain.example/a"]["places"] == ["kreator/contoh-pembuat-film/index.md"]
    place = "kreator/contoh-pembuat-film/index.md:8"
    assert found["https://www.youtube.com/watch?v=AAAAAAAAAA1"]["places"] == [place]
    asked = [one for one in server.asked if one.startswith("www.contoh-kopi.example")]
    assert len(asked) == 1


def test_a_watched_word_can_be_set(content: Path, server: Loopback) -> None:
    profile(content, WEBSITE)
    server.routes["www.contoh-kopi.example/"] = [page("Obat kuat murah")]
    assert check(content, server, words=("obat kuat",))[WEBSITE]["status"] == "flagged"


def test_samples_and_hidden_profiles_are_not_asked(content: Path, server: Loopback) -> None:
    path = profile(content, WEBSITE)
    path.write_text(path.read_text(encoding="utf-8").replace("topik:", "status: contoh\ntopik:"), encoding="utf-8")
    assert WEBSITE not in check(content, server)


def test_a_stopped_run_goes_on_from_its_journal(content: Path, server: Loopback) -> None:
    profile(content, WEBSITE, "https://dua.example/")
    server.routes["www.contoh-kopi.example/"] = [page("Kopi")]
    server.routes["dua.example/"] = [page("Dua")]
    journal = Journal.of(content.parent / ".cache" / "tautan.jsonl", TODAY)
    journal.add(LinkResult(WEBSITE, "website", "website", "flagged", "kata staf", ()))
    with journal.path.open("a", encoding="utf-8") as file:
        file.write('["2026-11-23", "https://dua.exa')  # killed in the middle of a line
    journal.add(LinkResult("https://tiga.example/", "website", "website", "gone", "x", ()))
    assert set(journal.known()) == {hashed(WEBSITE), hashed("https://tiga.example/")}
    assert "example" not in journal.path.read_text(encoding="utf-8").replace("dua.exa", ""), "it names nobody"
    found = check(content, server)
    assert (found[WEBSITE]["status"], found[WEBSITE]["reason"]) == ("flagged", "kata staf")
    assert found["https://dua.example/"]["status"] == "alive"
    assert not [one for one in server.asked if one.startswith("www.contoh-kopi.example")]
    assert not journal.path.exists()


def test_yesterdays_journal_counts_for_nothing(tmp_path: Path) -> None:
    Journal(tmp_path / "j", date(2026, 11, 22), Lock()).add(LinkResult(WEBSITE, "website", "website", "gone", "x", ()))
    assert Journal(tmp_path / "j", TODAY, Lock()).known() == {}


def test_nobody_there_at_all_is_a_failure_of_the_tool(content: Path) -> None:
    profile(content, WEBSITE)
    with loopback() as server:
        closed = server.transport
    with pytest.raises(ToolFailure, match="sambungan internet"):
        check_links.run(content, project_content=CONTENT, transport=closed, limits=QUICK, today=TODAY)


class Names(httpx.BaseTransport):
    """A network in which only some names are found; from a moment on none. asked: how many requests were answered."""

    def __init__(self, server: Loopback, found: set[str], last: int = 1_000) -> None:
        self.inner, self.found, self.last, self.asked = server.transport, found, last, 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.asked >= self.last or not any(request.url.host.endswith(name) for name in self.found):
            raise httpx.ConnectError("no such name") from socket.gaierror(socket.EAI_NONAME, "no such name")
        self.asked += 1
        return self.inner.handle_request(request)


def test_a_name_that_nobody_finds_is_gone_while_others_are_found(content: Path, server: Loopback) -> None:
    profile(content, WEBSITE, "https://www.youtube.com/@contoh")
    found = check(content, server, transport=Names(server, {"youtube.com"}))
    assert (found[WEBSITE]["status"], found[WEBSITE]["reason"]) == ("gone", "nama situs tidak ditemukan")


def test_a_name_is_not_called_gone_once_the_network_is(content: Path, server: Loopback) -> None:
    """The first host that is asked answers, nobody after it."""
    profile(content, WEBSITE, "https://www.youtube.com/@contoh", "https://dua.example/")
    server.routes["dua.example/"] = [page("Dua")]
    found = check(content, server, transport=Names(server, {"youtube.com"}, last=1))
    for url in (WEBSITE, "https://dua.example/"):
        assert found[url]["status"] == "unclear"
        assert found[url]["reason"].startswith("tidak dapat ditanyakan")


@pytest.mark.parametrize("account", [WEBSITE, "https://www.instagram.com/contoh/", "https://www.youtube.com/@contoh"])
def test_without_a_network_nothing_is_called_gone(content: Path, server: Loopback, account: str) -> None:
    profile(content, account)
    with pytest.raises(ToolFailure, match="sambungan internet"):
        check(content, server, transport=Names(server, set()))
    assert not (content.parent / ".cache" / "tautan.jsonl").exists()


def test_the_report_puts_what_needs_a_person_first(capsys, content: Path, server: Loopback) -> None:
    profile(content, WEBSITE, "https://www.instagram.com/contoh/")
    server.routes["www.contoh-kopi.example/"] = [page("Slot gacor")]
    server.routes["www.youtube.com/oembed"] = [status(404)]
    server.routes["www.instagram.com/contoh/"] = [status(200)]
    check(content, server)
    out = capsys.readouterr().out
    assert out == (content.parent / ".cache" / "tautan.md").read_text(encoding="utf-8")
    assert out.index("## Mencurigakan") < out.index("## Tidak ada lagi") < out.index("## Tidak dapat dipastikan")
    assert f"- [ ] `{WEBSITE}`: halaman www\u200b.\u200bcontoh-kopi.\u200bexample memuat kata" in out, "no link"
    assert "1 tautan: Instagram hanya memperlihatkan halaman kepada yang masuk" in out


def test_somebody_elses_words_make_no_markdown() -> None:
    result = LinkResult("https://a.example/`x", "website", "website", "flagged", "[klik](x) @semua <b> `k`", ("p",))
    report = as_markdown([result], TODAY)
    assert "- [ ] `` https://a.example/`x ``: \\[klik](x) @\u200bsemua &lt;b&gt; 'k' (p)" in report
