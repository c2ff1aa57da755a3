"""`covers` against a server on this computer, in the shapes in which the services answer."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from time import monotonic, sleep

import pytest
from PIL import Image
from tests.support.loopback import Loopback, endless, flood, loopback, slow, status
from tests.support.region import CONTENT

from showcase.content import read_content
from showcase.covers import command as covers
from showcase.covers.edit import Addition, add
from showcase.diagnostics.fault import ToolFailure
from showcase.http import Fetcher, NoReply, Reply, RequestLimits, open_client
from showcase.runtime import progress

TODAY = date(2026, 11, 23)
QUICK = RequestLimits(pause=0, connect=1, read=0.4, total=0.6, attempts=2, first_wait=0, longest_wait=5)

PROFILE = """---
nama: Contoh Pembuat Film
topik: pariwisata
akun: https://www.youtube.com/@contohpembuatfilm
karya:
{works}
persetujuan:
  tanggal: 2026-11-20
  formulir: 12
  dewasa: ya
---

Cerita singkat.
"""


def jpeg(width: int = 640, height: int = 360) -> bytes:
    file = io.BytesIO()
    Image.effect_mandelbrot((width, height), (-2, -1, 1, 1), 30).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def oembed(title: str = "Sehari di pantai", thumbnail: str = "https://i.ytimg.com/vi/x/hq.jpg", **more: str):
    told = {"title": title, "author_name": "Contoh", "thumbnail_url": thumbnail, **more}
    return status(200, body=json.dumps(told).encode(), kind="application/json")


def picture(body: bytes | None = None, kind: str = "image/jpeg"):
    return status(200, body=jpeg() if body is None else body, kind=kind)


@pytest.fixture
def server():
    with loopback() as running:
        yield running


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def profile(content: Path, works: str, slug: str = "contoh-pembuat-film", name: str = "contohpembuatfilm") -> Path:
    path = content / "kreator" / slug / "index.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(PROFILE.format(works=works).replace("contohpembuatfilm", name).encode())
    return path


def fetch(content: Path, server: Loopback, limits: RequestLimits = QUICK) -> int:
    return covers.run(content, project_content=CONTENT, transport=server.transport, limits=limits, today=TODAY)


def works_of(content: Path):
    read = read_content(content, CONTENT, TODAY)
    assert [fault for fault in read.faults if fault.severity == "fault"] == []
    return read.creators[0].works


def youtube(server: Loopback, *answers, cover=None) -> None:
    server.routes["www.youtube.com/oembed"] = list(answers) or [oembed()]
    server.routes["i.ytimg.com/vi/x/hq.jpg"] = [cover or picture()]


LINK = "https://youtu.be/AAAAAAAAAA1?si=abc"
SHAPES = {
    "a list item": (f"  - {LINK}", f"  - judul: Sehari di pantai\n    tautan: {LINK}\n    sampul: NAME"),
    "a quoted list item": (f'  - "{LINK}"', f"  - judul: Sehari di pantai\n    tautan: {LINK}\n    sampul: NAME"),
    "a table": (
        f"  - tautan: {LINK}\n    topik: umkm",
        f"  - tautan: {LINK}\n    judul: Sehari di pantai\n    sampul: NAME\n    topik: umkm",
    ),
    "a table with a title": (
        f"  - judul: Kata staf\n    tautan: {LINK}",
        f"  - judul: Kata staf\n    tautan: {LINK}\n    sampul: NAME",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_lacks_is_added_and_nothing_else_changes(content: Path, server: Loopback, shape: str) -> None:
    before, after = SHAPES[shape]
    path = profile(content, before)
    youtube(server)
    assert fetch(content, server) == 0
    name = next(file.name for file in path.parent.iterdir() if file.suffix == ".jpg")
    assert path.read_text(encoding="utf-8") == PROFILE.format(works=after.replace("NAME", name))
    work = works_of(content)[0]
    assert work.title in {"Sehari di pantai", "Kata staf"}
    assert work.cover is not None
    assert work.cover.path.read_bytes() == jpeg()


def test_a_lone_link_on_the_line_of_its_key_becomes_a_list(content: Path, server: Loopback) -> None:
    path = profile(content, "X")
    path.write_text(path.read_text(encoding="utf-8").replace("karya:\nX", f"karya: {LINK}"), encoding="utf-8")
    youtube(server)
    fetch(content, server)
    assert f"karya:\n  - judul: Sehari di pantai\n    tautan: {LINK}\n    sampul: sampul-youtube-" in path.read_text(
        encoding="utf-8"
    )


def test_windows_line_endings_stay(content: Path, server: Loopback) -> None:
    path = profile(content, f"  - {LINK}")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    youtube(server)
    fetch(content, server)
    text = path.read_bytes()
    assert b"judul: Sehari di pantai\r\n" in text
    assert text.count(b"\n") == text.count(b"\r\n")


def test_what_staff_wrote_is_never_touched(content: Path, server: Loopback) -> None:
    path = profile(content, f"  - judul: Kata staf\n    tautan: {LINK}\n    sampul: sendiri.jpg")
    (path.parent / "sendiri.jpg").write_bytes(jpeg())
    before = path.read_bytes()
    assert fetch(content, server) == 0
    assert path.read_bytes() == before
    assert server.asked == []


def test_the_larger_cover_is_preferred(content: Path, server: Loopback) -> None:
    profile(content, f"  - {LINK}")
    youtube(server)
    server.routes["i.ytimg.com/vi/AAAAAAAAAA1/maxresdefault.jpg"] = [picture(jpeg(1280, 720))]
    fetch(content, server)
    assert works_of(content)[0].cover.path.read_bytes() == jpeg(1280, 720)


def test_a_title_is_one_clean_line(content: Path, server: Loopback) -> None:
    profile(content, f"  - {LINK}")
    youtube(server, oembed(title='  "Kopi": asli \u202eBelitung\n#1 enak  #fyp #belitung '))
    fetch(content, server)
    assert works_of(content)[0].title == '"Kopi": asli Belitung #1 enak'


def test_an_endless_title_is_cut_at_a_word(content: Path, server: Loopback) -> None:
    profile(content, f"  - {LINK}")
    youtube(server, oembed(title="pantai " * 60))
    fetch(content, server)
    title = works_of(content)[0].title
    assert len(title) <= 120
    assert title.endswith("pantai…")


# What a service answers, what is said about it, whether the next run asks again.
REFUSALS = {
    "embedding is off": (status(401), "tidak mengizinkan sematan", False),
    "private": (status(403), "privat atau tidak boleh", False),
    "gone": (status(404), "sudah tidak ada", False),
    "bad request": (status(400), "tidak dikenal lagi", False),
    "too many, come back tomorrow": (status(429, {"Retry-After": "86400"}), "minta menunggu 86400 detik", True),
    "broken": (status(500), "menjawab 500", True),
    "silent": (slow(2), "tidak menjawab pada waktunya", True),
    "dripping": (endless(), "belum selesai", True),
    "a page instead of data": (status(200, body=b"<html>login</html>"), "tidak terbaca", True),
    "a list instead of an object": (status(200, body=b"[1]"), "tidak terbaca", True),
    "too deep": (status(200, body=b"[" * 150_000), "tidak terbaca", True),
    "elsewhere": (status(302, {"Location": "https://evil.example/oembed"}), "dialihkan ke evil.example", True),
    "round and round": (status(302, {"Location": "/oembed"}), "terlalu banyak pengalihan", True),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_had_is_told_and_nothing_is_written(content: Path, server: Loopback, capsys, case: str) -> None:
    answer, reason, again = REFUSALS[case]
    path = profile(content, f"  - {LINK}\n  - https://vimeo.com/100000001")
    before = path.read_bytes()
    server.routes["www.youtube.com/oembed"] = [answer]
    server.routes["vimeo.com/api/oembed.json"] = [status(404)]
    assert fetch(content, server) == 0
    assert reason in capsys.readouterr().out
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["index.md"]
    server.asked.clear()
    fetch(content, server)
    assert any(one.startswith("www.youtube.com") for one in server.asked) == again


# A cover that cannot be trusted: the title is written all the same.
BAD_COVERS = {
    "a web page": (picture(b"<html>", "image/jpeg"), "bukan gambar"),
    "an SVG": (picture(b"<svg onload='x'/>", "image/svg+xml"), "bukan gambar"),
    "50 MB": (flood(50), "lebih besar dari 3 MB"),
    "cut off": (picture(jpeg()[:900]), "sampul"),
    "only a start": (picture(b"\xff\xd8\xff\xe0"), "sampul"),
    "tiny": (picture(jpeg(40, 30)), "terlalu kecil"),
    "another host": (status(302, {"Location": "https://evil.example/x.jpg"}), "dialihkan ke evil.example"),
    "this computer": (status(302, {"Location": "http://127.0.0.1/x.jpg"}), "dialihkan ke 127.0.0.1"),
    "gone": (status(404), "menjawab 404"),
}


@pytest.mark.parametrize("case", BAD_COVERS)
def test_a_bad_cover_costs_only_the_cover(content: Path, server: Loopback, capsys, case: str) -> None:
    answer, reason = BAD_COVERS[case]
    path = profile(content, f"  - {LINK}")
    youtube(server, cover=answer)
    assert fetch(content, server) == 0
    assert reason in capsys.readouterr().out
    work = works_of(content)[0]
    assert (work.title, work.cover) == ("Sehari di pantai", None)
    assert [file.name for file in path.parent.iterdir()] == ["index.md"]


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x.jpg",
        "http://i.ytimg.com/x.jpg",
        "file:///x",
        "https://i.ytimg.com.evil.example/x",
        "https://u@i.ytimg.com/x",
        "\\\\x",
        "https://[",
        "",
    ],
)
def test_a_cover_is_only_taken_from_the_service_itself(content: Path, server: Loopback, address: str) -> None:
    profile(content, f"  - {LINK}")
    server.routes["www.youtube.com/oembed"] = [oembed(thumbnail=address)]
    assert fetch(content, server) == 0
    assert works_of(content)[0].cover is None
    assert all(one.startswith(("www.youtube.com/oembed?", "i.ytimg.com/vi/AAAAAAAAAA1/")) for one in server.asked)


def test_a_busy_server_is_asked_again_when_it_wishes(content: Path, server: Loopback) -> None:
    profile(content, f"  - {LINK}")
    youtube(server, status(429, {"Retry-After": "0"}), oembed())
    fetch(content, server)
    assert works_of(content)[0].title == "Sehari di pantai"


def test_a_wait_follows_the_server_and_then_doubles() -> None:
    waits: list[float] = []
    with loopback() as server, open_client(QUICK, server.transport) as client:
        server.routes["contoh.example/"] = [status(503, {"Retry-After": "3"}), status(503), status(503), status(200)]
        fetcher = Fetcher(client, RequestLimits(pause=0, attempts=4, first_wait=2), sleep=waits.append)
        reply = fetcher.get("https://contoh.example/", most=10, may_follow=lambda _: False)
    assert isinstance(reply, Reply)
    assert (reply.status, waits) == (200, [3.0, 4.0, 8.0])


def test_one_host_is_asked_one_at_a_time_with_a_pause() -> None:
    waits: list[float] = []
    with loopback() as server, open_client(QUICK, server.transport) as client:
        server.routes["contoh.example/"] = [status(200)]
        fetcher = Fetcher(client, RequestLimits(pause=5), sleep=waits.append)
        for _ in range(3):
            fetcher.get("https://contoh.example/", most=10, may_follow=lambda _: False)
    assert len(waits) == 2
    assert all(4.5 < wait <= 5 for wait in waits)


def test_nobody_there_at_all_is_a_failure_of_the_tool(content: Path) -> None:
    profile(content, f"  - {LINK}")
    with loopback() as server:
        closed = server.transport
    with pytest.raises(ToolFailure, match="sambungan internet"):
        covers.run(content, project_content=CONTENT, transport=closed, limits=QUICK, today=TODAY)


def test_instagram_and_facebook_are_told_how_to_do_it_by_hand(content: Path, server: Loopback, capsys) -> None:
    profile(content, "  - https://www.instagram.com/p/Contoh00005/\n  - https://www.facebook.com/reel/200000000000001")
    assert fetch(content, server) == 0
    out = capsys.readouterr().out
    assert "Instagram tidak memberi sampul" in out
    assert "Facebook tidak memberi sampul" in out
    assert "tulis baris sampul: sampul.jpg" in out
    assert server.asked == []


def test_somebody_elses_work_is_pointed_out(content: Path, server: Loopback, capsys) -> None:
    profile(content, f"  - {LINK}")
    youtube(server, oembed(author_url="https://www.youtube.com/@oranglain"))
    fetch(content, server)
    assert "pemilik lain" in capsys.readouterr().out


KILLED = """
import sys
from datetime import date
from pathlib import Path
sys.path[:0] = [{project!r}, {project!r} + "/plugins"]
from showcase.covers import command as covers
from showcase.http import RequestLimits
from tests.support.loopback import ToLoopback
covers.run(Path({content!r}), project_content=Path({project!r}, "content"), transport=ToLoopback({port}),
           limits=RequestLimits(pause=0), today=date(2026, 11, 23))
"""


def test_a_killed_run_goes_on_and_loses_nothing(content: Path, server: Loopback) -> None:
    for number in range(1, 5):
        profile(content, f"  - https://youtu.be/AAAAAAAAAA{number}", f"contoh-{number}", f"contoh{number}")
    youtube(server, oembed(), oembed(), slow(30))
    script = KILLED.format(project=str(CONTENT.parents[1]), content=str(content), port=server.port)
    running = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.DEVNULL)
    titled, end = [], monotonic() + 120
    while monotonic() < end:
        titled = [path for path in content.rglob("index.md") if "Sehari di pantai" in path.read_text(encoding="utf-8")]
        if len(titled) == 2:
            break
        sleep(0.05)
    running.kill()
    running.wait()
    assert len(titled) == 2
    server.asked.clear()
    youtube(server)
    assert fetch(content, server) == 0
    assert len([one for one in server.asked if "/oembed" in one]) == 2
    read = read_content(content, CONTENT, TODAY)
    assert [fault for fault in read.faults if fault.severity == "fault"] == []
    assert all(work.title and work.cover for creator in read.creators for work in creator.works)
    assert not list(content.rglob("*.part"))


def test_what_a_killed_run_left_is_no_fault_and_the_next_run_removes_it(content: Path, server: Loopback) -> None:
    folder = profile(content, f"  - {LINK}").parent
    left = [folder / ".sampul-youtube-0a1b2c3d.jpg.0a1b2c3d.part", folder / ".index.md.4e5f6a7b.part"]
    for path in left:
        path.write_bytes(b"half")
    assert not [fault for fault in read_content(content, CONTENT, TODAY).faults if fault.severity == "fault"]
    youtube(server)
    assert fetch(content, server) == 0
    assert not any(path.exists() for path in left)
    assert "Sehari di pantai" in (folder / "index.md").read_text(encoding="utf-8")


def test_a_terminal_shows_how_far_it_is(content: Path, server: Loopback, monkeypatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(progress, "FIRST", 0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    profile(content, f"  - {LINK}")
    youtube(server)
    fetch(content, server)
    assert "Karya 1 dari 1" in sys.stderr.getvalue()
    assert sys.stderr.getvalue().endswith(progress.CLEAR)


def test_samples_are_not_asked_about(content: Path, server: Loopback) -> None:
    path = profile(content, f"  - {LINK}")
    path.write_text(path.read_text(encoding="utf-8").replace("topik:", "status: contoh\ntopik:"), encoding="utf-8")
    fetch(content, server)
    assert server.asked == []


def test_an_unknown_shape_is_left_alone() -> None:
    text = "karya: [https://a.example/x, https://b.example/y]\n"
    addition = Addition(1, "https://a.example/x", "Judul", "")
    assert add(text, [addition]) == (text, [addition])


def test_a_lost_name_is_told_from_a_closed_door() -> None:
    with open_client(QUICK) as client:
        reply = Fetcher(client, QUICK).get("http://127.0.0.1:9/", most=10, may_follow=lambda _: False)
    assert isinstance(reply, NoReply)
    assert reply.code == "connection"
