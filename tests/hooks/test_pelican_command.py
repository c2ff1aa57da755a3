"""Pelican's own command line, as its manual describes it: every option does here what it says, or is named."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import httpx
import pytest
from tests.support.sites import soup, write_profile

from showcase.hooks.no_effect import settings_without_effect
from showcase.publish import Tree

PATIENCE = 60.0  # seconds; only a failing test waits so long
CONF = """import sys
sys.path.insert(0, {project!r})
from pelicanconf import *
PATH, OUTPUT_PATH = {content!r}, {output!r}
SHOWCASE = {{"cache": {cache!r}, "search": False, "share_images": False, "date": "2026-11-24",
             "pictures": {{"formats": ["jpeg"]}}}}
"""
SPOILED = "---\nnama: [\n---\n"

# Each a plugin that many Pelican sites have, cut down to how it takes hold.
PLUGINS = {
    "yaml_metadata": """
from pelican import signals
from pelican.readers import MarkdownReader
class Reader(MarkdownReader):
    file_extensions = ["md"]
    def read(self, source_path):
        return "<p>lain</p>", {"title": "Lain"}
def add(readers):
    readers.reader_classes["md"] = Reader
def register():
    signals.readers_init.connect(add)
""",
    "render_math": """
from pelican import signals
def prepare(pelican):
    pelican.settings["MARKDOWN"]["extension_configs"]["math"] = {}
def add(generators):
    return None
def register():
    signals.initialized.connect(prepare)
    signals.all_generators_finalized.connect(add)
""",
    "sitemap": """
from pathlib import Path
from pelican import signals
def write(pelican):
    (Path(pelican.settings["OUTPUT_PATH"]) / "sitemap.xml").write_text("bukan milik situs ini")
def register():
    signals.finalized.connect(write)
""",
    "precompress": """
from pathlib import Path
from pelican import signals
def write(pelican):
    (Path(pelican.settings["OUTPUT_PATH"]) / "index.html.gz").write_bytes(b"gz")
def register():
    signals.finalized.connect(write)
""",
    "other_writer": """
from pelican import signals
from pelican.writers import Writer
class Nothing(Writer):
    def write_file(self, *_given, **_more):
        return None
def writer(_pelican):
    return Nothing
def register():
    signals.get_writer.connect(writer)
""",
    "neighbours": """
from pelican import signals
from pelican.generators import Generator
def sign(content):
    content._content += "<p>ditambah plugin</p>"
class Greeting(Generator):
    def generate_output(self, writer):
        template = self.env.from_string("halo dari {{ SITENAME }}: {{ articles | length }} kabar")
        writer.write_file("halo/index.html", template, {**self.context, "SITENAME": "plugin"})
def greeting(_pelican):
    return Greeting
def register():
    signals.content_object_init.connect(sign)
    signals.get_generators.connect(greeting)
""",
    "meddler": """
from pathlib import Path
from pelican import signals
def meddle(path, context):
    if Path("campur").exists():
        with open(path, "a") as file:
            file.write("<!-- campur -->")
def fail(_pelican):
    if Path("campur").exists():
        raise RuntimeError("gagal")
def register():
    signals.content_written.connect(meddle)
    signals.finalized.connect(fail)
""",
    "saring": """
from pelican import signals
def add(generator):
    generator.env.filters["keras"] = str.upper
def register():
    signals.generator_init.connect(add)
""",
}


@dataclass
class World:
    """A small site with a settings file of its own, and Pelican's command line upon it."""

    top: Path
    lines: queue.Queue[str] = field(default_factory=queue.Queue)

    @property
    def output(self) -> Path:
        return self.top / "hasil"

    def command(self, *options: str) -> list[str]:
        return [sys.executable, "-m", "pelican", "-s", str(self.top / "conf.py"), *options]

    def pelican(self, *options: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        """Run to the end."""
        run = subprocess.run(
            self.command(*options), cwd=self.top, capture_output=True, text=True, timeout=PATIENCE, check=False,
            env={**os.environ, "COLUMNS": "200"},
        )  # fmt: skip
        assert run.returncode == code, run.stdout + run.stderr
        return run

    @contextmanager
    def running(self, *options: str) -> Iterator[subprocess.Popen[str]]:
        """Run until the test is done with it; what it prints comes in `lines`."""
        process = subprocess.Popen(
            self.command(*options), cwd=self.top, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True, env={**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "200"},
        )  # fmt: skip
        reader = Thread(target=self._read, args=(process,), daemon=True)
        reader.start()
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)
            reader.join(PATIENCE)
            if process.stdout:
                process.stdout.close()

    def _read(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            self.lines.put(line)

    def until_said(self, text: str) -> str:
        """Everything said up to a line that holds `text`."""
        said = ""
        end = monotonic() + PATIENCE
        while text not in said:
            try:
                said += self.lines.get(timeout=max(0.1, end - monotonic()))
            except queue.Empty:
                pytest.fail(f"never said {text!r}, but:\n{said}")
        return said

    def name(self, name: str) -> None:
        """Edit the profile."""
        shutil.rmtree(self.top / "isi/kreator/uji-satu", ignore_errors=True)
        write_profile(self.top / "isi", "uji-satu", name=name)

    def shown(self) -> str:
        return soup(self.output, "kreator/uji-satu").h1.get_text(strip=True)

    def until_shown(self, name: str) -> None:
        """Edit until the edit is shown: nothing tells when Pelican begins to watch."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            self.name(name)
            soon = monotonic() + 3
            while monotonic() < min(soon, end):
                with suppress(OSError, AttributeError):
                    if self.shown() == name:
                        return
                sleep(0.05)
        pytest.fail(f"{name!r} is never shown")

    def settings(self, more: str) -> None:
        """Add lines to the settings file."""
        with (self.top / "conf.py").open("a", encoding="utf-8") as file:
            file.write(more)

    def plugins(self, *names: str) -> None:
        """Load further plugins, before and after ours."""
        folder = self.top / "lain"
        folder.mkdir(exist_ok=True)
        for name in names:
            (folder / f"{name}.py").write_text(PLUGINS[name])
        first, last = names[: len(names) // 2], names[len(names) // 2 :]
        self.settings(f"PLUGIN_PATHS += [{str(folder)!r}]\nPLUGINS = {[*first, 'showcase', *last]!r}\n")


@pytest.fixture
def world(tmp_path, project) -> World:
    world = World(tmp_path)
    world.name("Contoh Satu")
    (tmp_path / "isi/kabar").mkdir()
    (tmp_path / "isi/kabar/2026-01-02-pertemuan.md").write_text(
        "---\njudul: Pertemuan\ntanggal: 2026-01-02\n---\n\nIsi.\n"
    )
    places = {"content": tmp_path / "isi", "output": world.output, "cache": tmp_path / "simpan"}
    conf = CONF.format(project=str(project), **{name: str(place) for name, place in places.items()})
    (tmp_path / "conf.py").write_text(conf)
    return world


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(address: str) -> httpx.Response:
    """The answer of a server that is about to listen."""
    end = monotonic() + PATIENCE
    while True:
        try:
            return httpx.get(address, trust_env=False)
        except httpx.TransportError:
            if monotonic() > end:
                raise
            sleep(0.05)


def test_pelican_builds_the_whole_site(world):
    run = world.pelican()
    assert "Done" in run.stdout
    assert run.stderr == ""
    assert world.shown() == "Contoh Satu"
    assert soup(world.output, "kabar/pertemuan").h1.get_text(strip=True) == "Pertemuan"


@pytest.mark.parametrize("option", ["--fatal=errors", "--fatal=warnings", "-q", "-D", "--ignore-cache"])
def test_an_option_builds_the_same(world, option):
    run = world.pelican(option)
    assert world.shown() == "Contoh Satu"
    assert run.stderr == ""
    assert ("Pelican version" in run.stdout) == (option == "-D")


def test_an_option_with_a_value_has_its_effect(world):
    world.pelican("-o", str(world.top / "lain"), "-e", 'SITEURL="https://contoh.example/repo"')
    assert not world.output.exists()
    page = soup(world.top / "lain", "kreator/uji-satu")
    assert page.find("link", rel="canonical")["href"] == "https://contoh.example/repo/kreator/uji-satu/"


def test_delete_leaves_nothing_else_whatever_a_killed_build_left(world):
    world.pelican()
    (world.output / "kreator/lama.html").write_text("lama")
    staging = Tree(world.output).staging
    (staging / "kreator").mkdir(parents=True, exist_ok=True)
    (staging / "kreator/sisa.html").write_text("sisa")
    world.name("Contoh Baru")
    world.pelican("-d")
    assert world.shown() == "Contoh Baru"
    assert not (world.output / "kreator/lama.html").exists()
    assert not (world.output / "kreator/sisa.html").exists()


@pytest.mark.posix
def test_listening_serves_what_is_there_and_leaves_a_build_its_way(world):
    world.pelican()
    port = free_port()
    with world.running("-l", "-p", str(port)):
        assert "Contoh Satu" in fetched(f"http://127.0.0.1:{port}/kreator/uji-satu/").text
        world.name("Contoh Baru")
        world.pelican()
        assert "Contoh Baru" in fetched(f"http://127.0.0.1:{port}/kreator/uji-satu/").text


@pytest.mark.posix
def test_reloading_builds_again_after_each_edit(world):
    with world.running("-r"):
        world.until_said("Done")
        assert world.shown() == "Contoh Satu"
        world.until_shown("Contoh Dua")
        world.until_shown("Contoh Tiga")


@pytest.mark.posix
def test_reloading_tells_a_fault_once_and_waits_for_the_next_edit(world):
    index = world.top / "isi/kreator/uji-satu/index.md"
    index.write_text(SPOILED)
    with world.running("-r"):
        first = world.until_said("kreator/uji-satu/index.md")
        assert "Traceback" not in first
        world.until_shown("Contoh Dua")
        said = ""
        while not world.lines.empty():
            said += world.lines.get()
        assert said.count("Caught exception") == 0, "it runs again and again"


@pytest.mark.posix
def test_reloading_and_listening_shows_an_edit(world):
    port = free_port()
    with world.running("-r", "-l", "-p", str(port)):
        world.until_said("Done")
        world.until_shown("Contoh Dua")
        assert "Contoh Dua" in fetched(f"http://127.0.0.1:{port}/kreator/uji-satu/").text


@pytest.mark.posix
def test_a_checkout_below_a_hidden_folder_is_watched_too(world):
    hidden = world.top / ".kerja"
    hidden.mkdir()
    shutil.move(world.top / "isi", hidden / "isi")
    (world.top / "isi").symlink_to(hidden / "isi")
    world.settings(f"PATH = {str(hidden / 'isi')!r}\n")
    with world.running("-r"):
        world.until_said("Done")
        world.until_shown("Contoh Dua")


@pytest.mark.parametrize("option", ["-q", "--fatal=errors", "-d"])
def test_a_fault_ends_in_its_own_exit_code_without_a_traceback(world, option):
    world.pelican()
    (world.top / "isi/kreator/uji-satu/index.md").write_text(SPOILED)
    run = world.pelican(option, code=1)
    assert "kreator/uji-satu/index.md" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert world.shown() == "Contoh Satu"


def test_a_setting_of_ours_that_is_wrong_is_a_failure_of_the_tool(world):
    world.settings("SHOWCASE['jumlah'] = 3\n")
    assert "SHOWCASE tidak mengenal jumlah" in world.pelican(code=2).stdout


UNREAD = (
    "ARTICLE_URL = '{slug}.htm'\nPAGE_URL = 'p/{slug}'\nPAGE_SAVE_AS = 'p/{slug}.html'\nSITENAME = 'Lain'\n"
    "FEED_ATOM = 'atom.xml'\nFEED_ALL_ATOM = 'semua.xml'\nSTATIC_PATHS = ['gambar']\nMARKDOWN = {'extensions': []}\n"
    "TIMEZONE = 'Asia/Makassar'\nOUTPUT_SOURCES = True\nTEMPLATE_PAGES = {'a.html': 'b.html'}\n"
    "DIRECT_TEMPLATES = ['index']\nSITEMAP = {'format': 'xml'}\n"
)
NAMED = (
    "Tidak berpengaruh pada situs ini: pengaturan ARTICLE_URL, DIRECT_TEMPLATES, FEED_ALL_ATOM, FEED_ATOM, MARKDOWN, "
    "OUTPUT_SOURCES, PAGE_SAVE_AS, PAGE_URL, SITEMAP, SITENAME (lihat content/wilayah/situs.md), "
    "STATIC_PATHS (lihat content/statis/), TEMPLATE_PAGES, TIMEZONE (lihat content/wilayah/situs.md).\n"
)


def test_settings_without_effect_are_named_in_one_line_and_have_none(world):
    world.pelican()
    before = sorted(path.relative_to(world.output) for path in world.output.rglob("*"))
    world.settings(UNREAD)
    (world.top / "isi/gambar").mkdir()
    (world.top / "isi/gambar/rahasia.txt").write_text("rahasia")
    run = world.pelican("-e", 'SITEURL="https://contoh.example"')
    assert run.stderr == NAMED
    after = sorted(path.relative_to(world.output) for path in world.output.rglob("*"))
    assert after == before


def test_who_asks_to_be_stopped_by_warnings_is_stopped_before_anything_is_written(world):
    world.settings("SITENAME = 'Lain'\n")
    run = world.pelican("--fatal=warnings", code=1)
    assert "SITENAME" in run.stderr
    assert not world.output.exists()
    assert world.pelican("-q").stderr == ""


@pytest.mark.parametrize("conf", ["pelicanconf.py", "publishconf.py"])
def test_nobody_is_warned_of_our_own_settings(project, conf):
    from pelican.settings import DEFAULT_CONFIG, read_settings

    assert settings_without_effect(read_settings(str(project / conf)), DEFAULT_CONFIG) == []


def test_a_plugin_that_reads_texts_its_own_way_takes_no_page_away(world):
    world.plugins("yaml_metadata", "render_math")
    run = world.pelican()
    assert "plugin render_math, yaml_metadata." in run.stderr
    assert soup(world.output, "kabar/pertemuan").h1.get_text(strip=True) == "Pertemuan"


def test_what_a_plugin_does_to_news_and_writes_itself_is_published(world):
    world.plugins("neighbours", "saring")
    assert world.pelican().stderr == ""
    assert "ditambah plugin" in (world.output / "kabar/pertemuan/index.html").read_text()
    assert (world.output / "halo/index.html").read_text() == "halo dari plugin: 1 kabar"


def test_what_a_plugin_writes_into_a_page_never_reaches_the_published_one(world):
    """A page that comes out the same is the published file itself, unless Pelican writes it."""
    world.plugins("meddler", "saring")
    world.pelican()
    page = world.output / "kabar/pertemuan/index.html"
    before = page.read_bytes()
    world.name("Contoh Dua")
    (world.top / "campur").touch()
    world.pelican(code=1)
    assert page.read_bytes() == before


def test_a_plugin_that_writes_at_the_end_is_named_and_writes_nothing(world):
    world.plugins("sitemap", "saring")
    run = world.pelican()
    assert "plugin sitemap." in run.stderr
    assert "urlset" in (world.output / "sitemap.xml").read_text()
    staged = Tree(world.output).staging / "sitemap.xml"
    assert not staged.exists() or "urlset" in staged.read_text()
    assert world.shown() == "Contoh Satu"


@pytest.mark.parametrize("template", ["<p>{said}</p>", "{{{{ sapaan }}}}"], ids=["overrides", "globals"])
def test_what_templates_see_beside_the_theme_is_followed(world, template):
    overrides = world.top / "templat"
    overrides.mkdir()
    for said in ("satu", "dua"):
        (overrides / "404.html").write_text(template.format(said=said))
        world.settings(f"THEME_TEMPLATES_OVERRIDES = [{str(overrides)!r}]\nJINJA_GLOBALS = {{'sapaan': {said!r}}}\n")
        assert world.pelican().stderr == ""
        assert said in (world.output / "404.html").read_text()


def test_asking_for_settings_begins_nothing(world):
    world.pelican("--print-settings", "SITEURL")
    assert sorted(path.name for path in world.top.iterdir()) == ["conf.py", "isi"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("precompress", "index.html.gz"), ("other_writer", "Plugin other_writer menulis halaman dengan caranya sendiri")],
)
def test_a_tree_that_is_not_as_planned_is_not_put_in_place(world, name, told):
    world.pelican()
    world.name("Contoh Baru")
    world.plugins(name, "saring")
    run = world.pelican(code=2)
    assert told in run.stdout
    assert f"plugin {name}" in run.stderr
    assert world.shown() == "Contoh Satu"
    assert not Tree(world.output).staging.exists()
