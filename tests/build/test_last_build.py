"""A build where nothing was touched is left out; whatever is touched is built again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.build import last_build
from showcase.build.last_build import LastBuild, plain
from showcase.build.outcome import Outcome
from showcase.diagnostics.fault import Fault
from showcase.hooks import run as pelican_run
from showcase.publish import Weight
from showcase.settings import settings_from

HINT = Fault(path="kreator/uji/index.md", line=1, column=1, code="P107", message="Saran", severity="suggestion")
OUTCOME = Outcome(creators=1, pages=2, encoded=3, reused=4, held_back=(), suggestions=(HINT,))
SHOWN = frozenset({"uji"})


def test_the_code_of_a_site_is_the_whole_plugin() -> None:
    assert Path(showcase_settings.__file__).parent == last_build.CODE


@dataclass
class World:
    """Folders and settings of a site, without the work of building it."""

    top: Path
    monkeypatch: pytest.MonkeyPatch
    settings: dict[str, Any] = field(default_factory=dict)
    told: Outcome = OUTCOME

    def __post_init__(self) -> None:
        for name in ("content/kreator/uji/index.md", "theme/templates/base.html", "project/content/halaman/tentang.md",
                     "code/site.py", "output/index.html", "output/kreator/uji/index.html"):  # fmt: skip
            self.write(name, f"isi {name}")
        self.monkeypatch.setattr(last_build, "CODE", self.top / "code")
        self.monkeypatch.setattr(showcase_settings, "PROJECT", self.top / "project")
        self.monkeypatch.delenv(showcase_settings.OWN_CONTENT)
        self.monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
        self.settings |= {"PATH": str(self.top / "content"), "THEME": str(self.top / "theme"), "SITEURL": ""}
        self.settings |= {
            "THEME_TEMPLATES_OVERRIDES": [str(self.top / "timpa")],
            "PLUGIN_PATHS": [str(self.top / "plugin")],
        }
        self.settings |= {"OUTPUT_PATH": str(self.top / "output"), "SHOWCASE": {"cache": str(self.top / "cache")}}
        self.settle()

    def write(self, name: str, text: str) -> Path:
        """A file, and the folders above it."""
        (self.top / name).parent.mkdir(parents=True, exist_ok=True)
        (self.top / name).write_text(text, encoding="utf-8")
        return self.top / name

    @staticmethod
    def settle() -> None:
        """Wait until what was written is no longer new."""
        time.sleep(2 * last_build.TICK / last_build.SECOND)

    def build(self, during: Callable[[], object] = lambda: None) -> None:
        """What a whole build does with its stamp."""
        last = LastBuild(self.settings)
        during()
        zone = "Asia/Jakarta"
        last.keep(zone, settings_from(self.settings, zone), self.told, SHOWN)

    def found(self) -> Outcome | None:
        """What the next build would find."""
        return LastBuild(self.settings).outcome()

    @property
    def cache_files(self) -> list[Path]:
        """The files that all is remembered in."""
        return sorted((self.top / "cache" / "ingatan").iterdir())


@pytest.fixture
def world(tmp_path, monkeypatch) -> World:
    return World(tmp_path, monkeypatch)


def same_size_and_time(world: World) -> None:
    path = world.top / "content/kreator/uji/index.md"
    seen = path.stat()
    path.write_text(path.read_text().swapcase())
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def same_bytes(path: Path) -> None:
    copy = path.with_name("salinan")
    shutil.copy2(path, copy)
    copy.replace(path)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))


def install(world: World) -> None:
    (world.top / "site-packages" / "pillow-99.0.dist-info").mkdir(parents=True)
    world.monkeypatch.syspath_prepend(str(world.top / "site-packages"))


# Windows knows neither rights nor, in ctime, when a file changed, and makes links for few.
NEEDS_POSIX = re.compile("as before|rights|link")


def rows(table: dict[str, Callable[[World], object]]) -> list[object]:
    """The rows of a table as parameters."""
    marks = {name: [pytest.mark.posix] if NEEDS_POSIX.search(name) else [] for name in table}
    return [pytest.param(touch, id=name, marks=marks[name]) for name, touch in table.items()]


TOUCHES: dict[str, Callable[[World], object]] = {
    "a profile edited": lambda world: world.write("content/kreator/uji/index.md", "lain"),
    "a profile edited, size and time as before": same_size_and_time,
    "a profile saved as it was": lambda world: (world.top / "content/kreator/uji/index.md").touch(),
    "a profile added": lambda world: world.write("content/kreator/baru/index.md", "baru"),
    "an empty folder added": lambda world: (world.top / "content/kreator/kosong").mkdir(),
    "a hidden file added": lambda world: world.write("content/kreator/uji/.rahasia", ""),
    "a profile removed": lambda world: (world.top / "content/kreator/uji/index.md").unlink(),
    "a folder renamed": lambda world: (world.top / "content/kreator/uji").rename(world.top / "content/kreator/ujian"),
    "a profile's rights changed": lambda world: (world.top / "content/kreator/uji/index.md").chmod(0o600),
    "the content moved away": lambda world: (world.top / "content").rename(world.top / "lama"),
    "the project's own content": lambda world: world.write("project/content/halaman/tentang.md", "lain"),
    "a template": lambda world: world.write("theme/templates/base.html", "lain"),
    "a template that overrides one": lambda world: world.write("timpa/base.html", "lain"),
    "another plugin": lambda world: world.write("plugin/lain.py", "lain"),
    "the code": lambda world: world.write("code/site.py", "lain"),
    "an installed package": install,
    "the site's address": lambda world: world.settings.update(SITEURL="https://contoh.example"),
    "a setting of Pelican": lambda world: world.settings.update(DEFAULT_LANG="id"),
    "a setting of ours": lambda world: world.settings["SHOWCASE"].update(demo=True),
    "a default of ours": lambda world: world.monkeypatch.setitem(showcase_settings.DEFAULTS, "page_size", 7),
    "the day": lambda world: world.monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795604800"),
    "a page edited": lambda world: world.write("output/index.html", "lain"),
    "a page replaced by the same bytes": lambda world: same_bytes(world.top / "output/index.html"),
    "a page added": lambda world: world.write("output/lain.html", ""),
    "a page removed": lambda world: (world.top / "output/index.html").unlink(),
    "no output": lambda world: shutil.rmtree(world.top / "output"),
    "a page made a link": lambda world: world.write("output/index.html", "") and link(world.top / "output/index.html"),
    "a damaged cache": lambda world: [flip(file) for file in world.cache_files],
    "a cache cut short": lambda world: [file.write_bytes(file.read_bytes()[:-1]) for file in world.cache_files],
    "no cache": lambda world: [file.unlink() for file in world.cache_files],
}


def link(path: Path) -> None:
    path.rename(path.with_name("asli"))
    path.symlink_to("asli")


@pytest.mark.parametrize("touch", rows(TOUCHES))
def test_what_is_touched_is_built_again(world, touch):
    world.build()
    assert world.found() == OUTCOME.again()
    touch(world)
    assert world.found() is None


def test_the_day_is_the_region_s(world):
    world.build()
    world.monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795550400")  # 21:00 in Greenwich, the day after in Jakarta
    assert world.found() is None


UNREAD: dict[str, Callable[[World], object]] = {
    "nothing": lambda _world: None,
    "Python's compiled code": lambda world: world.write("code/__pycache__/site.pyc", "x"),
    "Git's own files": lambda world: world.write("content/.git/index", "x"),
    "a file that came and went": lambda world: world.write("content/kreator/uji/index.md~", "x").unlink(),
    "a file that was read": lambda world: (world.top / "theme/templates/base.html").read_bytes(),
}


@pytest.mark.parametrize("touch", UNREAD.values(), ids=UNREAD)
def test_what_no_build_reads_is_no_reason_to_build(world, touch):
    world.build()
    touch(world)
    assert world.found() == OUTCOME.again()


NOT_TO_TRUST: dict[str, Callable[[World], object]] = {
    "a file changed this very moment": lambda world: world.write("content/kreator/uji/index.md", "x"),
    "a file from the future": lambda world: os.utime(world.top / "theme/templates/base.html", (4e9, 4e9)),
    "a disk of whole seconds": lambda world: whole_seconds(world.top / "theme/templates/base.html"),
    "a link": lambda world: (world.settle(), link(world.top / "content/kreator/uji/index.md")),
    "a function among the settings": lambda world: world.settings.update(JINJA_FILTERS={"besar": str.upper}),
}


def whole_seconds(path: Path) -> None:
    os.utime(path, (int(time.time()), int(time.time())))
    World.settle()


@pytest.mark.parametrize("doubt", rows(NOT_TO_TRUST))
def test_what_might_change_unseen_is_never_remembered(world, doubt):
    doubt(world)
    world.build()
    assert world.found() is None


def test_a_clock_that_went_back_is_not_trusted(world):
    now = time.time_ns
    world.monkeypatch.setattr(last_build.time, "time_ns", lambda: now() - 60 * last_build.SECOND)
    world.build()
    assert world.found() is None


def test_an_edit_while_the_site_is_built_is_seen(world):
    world.build(during=lambda: world.write("content/kreator/uji/index.md", "sementara dibangun"))
    assert world.found() is None


def test_midnight_while_the_site_is_built_is_seen(world):
    last = LastBuild(world.settings)
    yesterday = settings_from(world.settings, "Asia/Jakarta")
    last.keep("Asia/Jakarta", replace(yesterday, today=yesterday.today.replace(day=1)), OUTCOME, SHOWN)
    assert world.found() is None


OF_OTHERS = {
    "somebody held back": replace(OUTCOME, held_back=("uji-lain",)),
    "a remark about one who is hidden": replace(OUTCOME, suggestions=(replace(HINT, path="kreator/lain/index.md"),)),
    "a folder that is no profile": replace(OUTCOME, suggestions=(replace(HINT, path="kreator/lain"),)),
    "the largest files": replace(OUTCOME, weight=Weight(1, 2, 3, "Yang terbesar: kreator/lain/foto.jpg")),
}


@pytest.mark.parametrize("told", OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_was_told_of_somebody_who_is_not_shown_is_not_remembered(world, told):
    """The next build reads everything and tells it again."""
    world.told = told
    world.build()
    assert world.found() is None


def test_each_output_folder_has_a_cache_of_its_own(world):
    world.build()
    shutil.copytree(world.top / "output", world.top / "lain")
    world.settings["OUTPUT_PATH"] = str(world.top / "lain")
    assert world.found() is None
    world.build()
    assert world.found()
    world.settings["OUTPUT_PATH"] = str(world.top / "output")
    assert world.found()


def test_nothing_of_a_build_before_the_last_is_kept(world):
    world.build()
    assert any(b"Saran" in file.read_bytes() for file in world.cache_files)
    now = time.time_ns
    world.monkeypatch.setattr(last_build.time, "time_ns", lambda: now() - 60 * last_build.SECOND)
    world.write("content/kreator/uji/index.md", "lain")
    world.build()  # not to be trusted: changed after it began
    assert not any(b"Saran" in file.read_bytes() for file in world.cache_files)


def test_settings_are_compared_by_what_they_say():
    assert plain({"b": {2, 1}, "a": Path("x")}) == plain({"a": "x", "b": {1, 2}})
    assert plain({"a": True}) != plain({"a": "True"})
    with pytest.raises(last_build.NotComparable):
        plain({"a": [lambda: None]})


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """Content of a real site: one good profile."""
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example")
    write_profile(tmp_path / "content", "uji-satu", photo=True)
    World.settle()
    return tmp_path / "content"


def test_a_second_build_starts_nothing_and_tells_the_same(content, tmp_path, monkeypatch):
    folder = write_profile(content, "uji-dua", more="  berlaku_sampai: 2026-12-20\n")
    World.settle()
    first = build(content, tmp_path / "out", public=True, hold_back=True)
    tree = tree_of(tmp_path / "out")
    monkeypatch.setattr(pelican_run.Runs, "_make", lambda *_given: pytest.fail("built again"))
    assert build(content, tmp_path / "out", public=True, hold_back=True) == first.again()
    assert [(fault.path, fault.severity) for fault in first.suggestions] == [("kreator/uji-dua/index.md", "suggestion")]
    assert tree_of(tmp_path / "out") == tree
    monkeypatch.undo()
    assert folder.is_dir()


def test_plain_pelican_says_in_one_line_that_nothing_was_touched(content, tmp_path, project):
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(project)!r})\nfrom pelicanconf import *\n"
        f"PATH = {str(content)!r}\nOUTPUT_PATH = {str(tmp_path / 'plain')!r}\n"
        f"SHOWCASE = {{**SHOWCASE, 'cache': {str(tmp_path / 'cache')!r}}}\n"
    )
    pelican = Path(sys.executable).with_name("pelican")
    said = []
    for seed in ("0", "1"):
        run = subprocess.run(
            [pelican, "-s", "conf.py", "--fatal", "errors"],
            cwd=tmp_path, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        said.append(run.stdout.strip())
    assert "Done" in said[0]
    assert said[1] == "Tidak ada yang berubah: 1 kreator, " + said[1].rpartition(", ")[2]
    assert not run.stderr


def test_nothing_of_what_makes_a_site_is_loaded_to_leave_it_alone(project):
    """Markdown and Pillow are not in the list: Pelican itself loads them."""
    heavy = "babel bs4 pagefind segno nh3 pydantic yaml showcase.build.build showcase.profiles showcase.cards"
    script = (
        "import sys; sys.path[:0] = [sys.argv[1] + '/plugins']\nimport pelican, showcase.hooks.signals\n"
        "import showcase.commands.build\n"
        "print(*[name for name in sys.argv[2].split() if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script, project, heavy], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


@pytest.mark.posix
def test_a_folder_with_something_that_is_no_file_is_not_trusted(tmp_path):
    (tmp_path / "berkas").write_text("isi")
    late = time.time_ns() + 60 * last_build.SECOND
    assert last_build.snapshot([tmp_path]).trusted(late)
    (tmp_path / "tautan").symlink_to(tmp_path / "berkas")
    assert not last_build.snapshot([tmp_path]).trusted(late)
