"""`serve`: an edit reloads the browser; a fault shows while the last good site stays up."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Empty, Queue
from socket import socket
from threading import Thread

import pytest
from tests.support.region import CONTENT

from showcase.devserver import command as serve
from showcase.devserver import server as serve_http
from showcase.devserver.command import excerpt, is_source, run
from showcase.devserver.server import EVENTS_PATH, SCRIPT_PATH
from showcase.diagnostics.fault import ToolFailure
from showcase.settings import OWN_CONTENT

# A project in small: its `build` puts a new output/ in place whole or not at all, like the real one.
TASKS = """
import os, shutil, sys, time
from pathlib import Path
from invoke import task

@task
def build(c):
    text = Path(os.environ["SHOWCASE_CONTENT"], "index.md").read_text(encoding="utf-8")
    if "salah" in text:
        print("kreator/contoh/index.md:7:12: P103 akun: bukan alamat.", file=sys.stderr)
        sys.exit(1)
    Path("new/tentang").mkdir(parents=True)
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \\'self\\'">'
    page = f"<!doctype html><html lang=id><head>{policy}<title>t</title></head><body><h1>{text}</h1></body></html>"
    Path("new/tentang/index.html").write_text(page, encoding="utf-8")
    Path("new/404.html").write_text(page.replace(text, "tidak ada"), encoding="utf-8")
    Path("new/feed.xml").write_text("<feed></feed>", encoding="utf-8")
    Path("new/index.html").write_text(page, encoding="utf-8")
    if Path("output").exists():
        Path("output").rename("old")
    Path("new").rename("output")
    shutil.rmtree("old", ignore_errors=True)
    if "merapikan" in text:
        time.sleep(60)
    if "cari" in text and "SHOWCASE_LATE_SEARCH" in os.environ:
        print("Pencarian menyusul.")
    elif "cari lambat" in text:
        time.sleep(60)
"""
PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
PATIENCE = 120  # seconds at most; a build of the small project takes well under one where nothing else is at work


@dataclass
class Served:
    """A running `serve`, with what it prints."""

    root: Path
    process: subprocess.Popen[str]
    port: int = 0
    lines: Queue[str] = field(default_factory=Queue)
    patience: float = PATIENCE

    def write(self, text: str) -> None:
        (self.root / "content" / "index.md").write_text(text, encoding="utf-8")

    def expect(self, pattern: str) -> str:
        """The next printed line that matches; fails with what was printed instead."""
        seen: list[str] = []
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            try:
                seen.append(self.lines.get(timeout=0.2))
            except Empty:
                continue
            if re.search(pattern, seen[-1]):
                return seen[-1]
        pytest.fail(f"{pattern!r} was not printed, but:\n" + "\n".join(seen))

    def get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        return connection.getresponse()

    def events(self) -> Iterator[dict[str, object]]:
        """The messages of the event stream, as they come; heartbeats alone are no patience without end."""
        end = time.monotonic() + PATIENCE
        for line in self.get(EVENTS_PATH):
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))
                end = time.monotonic() + PATIENCE
            assert time.monotonic() < end, "the browser was told nothing"


def start(root: Path, port: int = 0, plugins: Path = PLUGINS, content: Path | None = None) -> Served:
    code = "import sys; from pathlib import Path; from showcase.devserver.command import run"
    code += "; run(Path(sys.argv[1]), port=sys.argv[2], content=Path(sys.argv[3]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(root), str(port), str(content or root / "content")],
        env={**os.environ, "PYTHONPATH": str(plugins), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    served = Served(root, process, port)
    Thread(target=lambda: [served.lines.put(line.rstrip()) for line in process.stdout], daemon=True).start()
    return served


def stop(served: Served) -> int:
    served.process.terminate()
    code = served.process.wait(PATIENCE)
    served.process.stdout.close()
    return code


def free_port() -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small project, in a folder with a dot: checkouts may lie there, and every change must still be seen."""
    root = tmp_path / ".worktrees" / "proyek"
    for name in ("content", "theme", "plugins"):
        (root / name).mkdir(parents=True)
    (root / "tasks.py").write_text(TASKS, encoding="utf-8")
    (root / "content" / "index.md").write_text("satu", encoding="utf-8")
    return root


@pytest.fixture
def served(small: Path) -> Iterator[Served]:
    served = start(small)
    try:
        served.port = int(re.search(r"localhost:(\d+)", served.expect("Situs siap"))[1])
        served.expect("Menunggu perubahan")
        yield served
    finally:
        stop(served)


def test_a_page_is_served_with_the_reload_script_and_a_file_as_it_is(served: Served) -> None:
    page = served.get("/tentang/")
    assert (page.status, page.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert re.search(rf'<script src="{SCRIPT_PATH}\?versi=\d+"></script></body>', page.read().decode())
    assert served.get("/feed.xml").read() == b"<feed></feed>"
    assert SCRIPT_PATH not in (served.root / "output" / "tentang" / "index.html").read_text(encoding="utf-8")
    assert served.get(SCRIPT_PATH).getheader("Content-Type") == "text/javascript; charset=utf-8"


ADDRESSES = {
    "/tentang": (302, "/tentang/"),
    "//tentang": (302, "/tentang/"),
    "/tidak/ada/": (404, None),
    "/../tasks.py": (404, None),
    "/%2e%2e/tasks.py": (404, None),
    "/..%2ftasks.py": (404, None),
}


def test_addresses_stay_inside_the_site(served: Served) -> None:
    answers = {path: served.get(path) for path in ADDRESSES}
    assert {path: (answer.status, answer.getheader("Location")) for path, answer in answers.items()} == ADDRESSES


HOSTS = [
    (["localhost:{port}"], 200),
    (["LOCALHOST:{port}"], 200),
    (["127.0.0.1:{port}"], 200),
    (["[::1]:{port}"], 200),
    (["localhost"], 421),
    (["localhost:1"], 421),
    (["contoh.example:{port}"], 421),
    (["localhost.contoh.example:{port}"], 421),
    (["contoh@localhost:{port}"], 421),
    (["0.0.0.0:{port}"], 421),
    ([""], 421),
    ([], 421),
    (["localhost:{port}", "contoh.example:{port}"], 421),
]


@pytest.mark.parametrize("path", ["/", SCRIPT_PATH, EVENTS_PATH, "/tidak-ada"])
def test_only_this_computer_s_own_names_are_answered(small: Path, path: str) -> None:
    (small / "output").mkdir()
    (small / "output/index.html").write_text("<p>isi</p>", encoding="utf-8")
    server = serve_http.open_server(small / "output", serve_http.StateChannel(), 0)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    port = server.server_address[1]
    try:
        for hosts, code in HOSTS:
            connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.putrequest("GET", path, skip_host=True)
            for host in hosts:
                connection.putheader("Host", host.format(port=port))
            connection.endheaders()
            answer = connection.getresponse()
            assert (answer.status == 421) == (code == 421), hosts
            if code == 421:
                text = answer.read().decode()
                assert f"http://localhost:{port}/" in text
                assert "isi" not in text.replace("situs ini", "")
            connection.close()
    finally:
        server.shutdown()
        server.server_close()


def test_a_browser_leaves_the_usual_port_out() -> None:
    assert serve_http.is_own("localhost", 80)
    assert not serve_http.is_own("contoh.example", 80)


def test_an_edit_is_built_and_told_to_the_browser(served: Served) -> None:
    events = served.events()
    first = next(events)
    served.write("dua")
    served.expect(r"Berubah: content/index\.md")
    second = next(events)
    assert second["versi"] != first["versi"]
    assert "<h1>dua</h1>" in served.get("/").read().decode()


def test_the_browser_is_told_as_soon_as_the_site_is_there(served: Served) -> None:
    """What the build then does is for the next one."""
    events = served.events()
    first = next(events)
    served.write("lama merapikan")
    assert next(events)["versi"] != first["versi"]
    assert "lama merapikan" in served.get("/").read().decode()
    served.expect("Berubah")
    assert served.lines.empty(), "the build is not at its end: it tidies up for a minute"


def test_the_search_index_follows_the_page(served: Served) -> None:
    served.write("dapat dicari")
    served.expect("Pencarian menyusul")
    served.expect("Situs siap")
    assert "dapat dicari" in served.get("/").read().decode()
    served.expect("Pencarian mengikuti")


def test_an_edit_does_not_wait_for_the_search_index_of_the_last_one(served: Served) -> None:
    served.write("cari lambat")
    served.expect("Situs siap")
    served.write("sesudahnya")
    served.expect("Situs siap")
    assert "sesudahnya" in served.get("/").read().decode()


def test_a_fault_is_told_while_the_last_good_site_stays_up(served: Served) -> None:
    events = served.events()
    first = next(events)
    served.write("salah")
    served.expect("P103 akun: bukan alamat")
    served.expect("Situs terakhir yang baik tetap tampil")
    second = next(events)
    assert second == {"versi": first["versi"], "salah": "kreator/contoh/index.md:7:12: P103 akun: bukan alamat."}
    assert "<h1>satu</h1>" in served.get("/").read().decode()
    served.write("baik lagi")
    assert next(events)["salah"] == ""
    assert "<h1>baik lagi</h1>" in served.get("/").read().decode()


def test_without_a_first_good_site_a_page_waits_for_it(small: Path) -> None:
    (small / "content" / "index.md").write_text("salah", encoding="utf-8")
    served = start(small, free_port())
    try:
        served.expect("Belum dapat dibangun")
        page = served.get("/")
        assert page.status == 503
        assert SCRIPT_PATH in page.read().decode()
    finally:
        assert stop(served) == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("content/kreator/contoh/index.md", True),
        ("content/kreator/contoh/foto.jpg", True),
        ("theme/static/css/main.css", True),
        ("plugins/showcase/diagnostics/fault.py", True),
        ("pelicanconf.py", True),
        ("publishconf.py", True),
        ("README.md", False),
        ("output/index.html", False),
        (".cache/gambar/x.avif", False),
        ("content/.index.md.swp", False),
        ("content/kreator/contoh/index.md~", False),
        ("plugins/showcase/__pycache__/faults.pyc", False),
    ],
)
def test_what_calls_for_a_build(name: str, expected: bool) -> None:
    root = Path("/rumah/.proyek/situs")
    assert is_source(root / name, root, root / "content") is expected


def test_a_change_elsewhere_calls_for_nothing() -> None:
    root = Path("/rumah/situs")
    assert not is_source(Path("/rumah/lain/content/index.md"), root, root / "content")


def test_a_change_of_content_elsewhere_calls_for_a_build() -> None:
    root, content = Path("/rumah/situs"), Path("/rumah/.daerah/isi")
    assert is_source(content / "index.md", root, content)
    assert not is_source(content / ".git/index", root, content)
    assert not is_source(root / "content/index.md", root, content)


def test_content_elsewhere_is_built_and_followed(small: Path, tmp_path: Path) -> None:
    content = tmp_path / "daerah" / "isi"
    content.mkdir(parents=True)
    (content / "index.md").write_text("daerah", encoding="utf-8")
    served = start(small, free_port(), content=content)
    try:
        served.expect(f"Menunggu perubahan di {content.as_posix()}/, theme/, plugins/")
        assert "<h1>daerah</h1>" in served.get("/").read().decode()
        (content / "index.md").write_text("diubah", encoding="utf-8")
        served.expect(f"Berubah: {content.as_posix()}/index.md")
        served.expect("Situs siap")
        assert "<h1>diubah</h1>" in served.get("/").read().decode()
    finally:
        assert stop(served) == 0


def test_a_mistyped_folder_of_content_is_explained(small: Path) -> None:
    with pytest.raises(ToolFailure, match=r"isi-keliru tidak ada\. Periksa --content"):
        run(small, content=small / "isi-keliru", port="0")


EXCERPTS = {
    "satu\ndua": "satu\ndua",
    "\n".join(map(str, range(45))): "\n".join([*map(str, range(40)), "… dan 5 baris lagi di terminal"]),
    "\n".join(["Traceback (most recent call last):", *map(str, range(45))]): "39\n40\n41\n42\n43\n44",
    "": "",
}


@pytest.mark.parametrize(("output", "shown"), EXCERPTS.items())
def test_the_browser_shows_the_first_faults_or_the_end_of_a_traceback(output: str, shown: str) -> None:
    assert excerpt(output) == shown


@pytest.mark.parametrize(
    ("port", "sentence"),
    [
        ("delapan", "bukan nomor pangkalan"),
        ("70000", "bukan nomor pangkalan"),
        ("-1", "bukan nomor pangkalan"),
    ],
)
def test_a_wrong_port_is_explained(small: Path, port: str, sentence: str) -> None:
    with pytest.raises(ToolFailure, match=sentence):
        run(small, content=small / "content", port=port)


def test_a_busy_port_is_explained(small: Path) -> None:
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ToolFailure, match=f"Pangkalan {port} sedang dipakai.*--port {port + 1}"):
            run(small, content=small / "content", port=str(port))


def test_changes_that_cannot_be_watched_end_it_with_a_reason(small: Path, monkeypatch) -> None:
    """As on a system whose limit of watched folders is reached: silence would look like a site that never changes."""

    def refused(*_paths: object, **_options: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr(serve, "watch", refused)
    with pytest.raises(ToolFailure, match="Perubahan tidak dapat dipantau: OS file watch limit reached"):
        run(small, content=small / "content", port="0")


@pytest.mark.long
def test_the_real_site_follows_content_theme_and_plugin(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "proyek"
    ignored = shutil.ignore_patterns(".venv", ".git", ".cache", "output", ".*_cache", "__pycache__", ".hypothesis")
    shutil.copytree(project, root, ignore=ignored)
    shutil.rmtree(root / "content")
    shutil.copytree(CONTENT, root / "content")
    monkeypatch.delenv(OWN_CONTENT)
    served = start(root, free_port(), root / "plugins")
    served.patience = 600  # the first build encodes every picture
    try:
        served.expect("Situs siap")
        served.expect("Menunggu perubahan")
        profile = root / "content" / "kreator" / "contoh-dapur-kopi" / "index.md"
        good = profile.read_text(encoding="utf-8")
        profile.write_text(good.replace("topik:", "topikk:", 1), encoding="utf-8")
        served.expect(r'contoh-dapur-kopi/index\.md:\d+:1: P101 topik: "topikk"')
        served.expect("Situs terakhir yang baik tetap tampil")
        assert served.get("/kreator/contoh-dapur-kopi/").status == 200
        profile.write_text(good.replace("nama:", "nama: Baru", 1), encoding="utf-8")
        served.expect("Situs siap")
        assert "Baru" in served.get("/kreator/contoh-dapur-kopi/").read().decode()
        for name in ("theme/static/css/main.css", "plugins/showcase/diagnostics/fault.py", "pelicanconf.py"):
            (root / name).write_text((root / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")
            served.expect(f"Berubah: {name}")
            served.expect("Situs siap")
    finally:
        assert stop(served) == 0


@pytest.mark.browser
def test_the_browser_follows(served: Served, page) -> None:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"http://localhost:{served.port}/")
    served.write("dua")
    page.get_by_role("heading", name="dua").wait_for(timeout=PATIENCE * 1000)
    served.write("salah")
    page.get_by_role("alert").wait_for(timeout=PATIENCE * 1000)
    assert "P103 akun: bukan alamat" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("heading", name="dua").is_visible()
    served.write("tiga")
    page.get_by_role("heading", name="tiga").wait_for(timeout=PATIENCE * 1000)
    assert page.get_by_role("alert").count() == 0
    assert problems == []
