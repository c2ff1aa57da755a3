"""Whole builds by real Pelican: what is published, what is held back, what is left behind."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pelican.plugins import signals
from PIL import Image
from tests.support.region import CONTENT
from tests.support.sites import broken_links, build, soup, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.build import plan as build_plan
from showcase.build.last_build import LastBuild
from showcase.commands import build as command
from showcase.diagnostics.fault import ContentFaults, ToolFailure
from showcase.hooks import once
from showcase.hooks.generation import CheckedReader
from showcase.pictures import PicturePipeline
from showcase.profiles import photos
from showcase.publish import ReusableFiles


@pytest.fixture(autouse=True)
def _own_cache_and_day(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")  # 24 November 2026
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")


@pytest.fixture
def content(tmp_path) -> Path:
    """A content folder of two good profiles, one with a photo."""
    folder = tmp_path / "content"
    write_profile(folder, "contoh-satu", photo=True)
    write_profile(folder, "contoh-dua")
    return folder


def everything(*folders: Path) -> str:
    """All bytes of some folders as one text, names included."""
    paths = [path for folder in folders for path in sorted(folder.rglob("*"))]
    return "\n".join(f"{path}\n{path.read_bytes().decode('latin-1') if path.is_file() else ''}" for path in paths)


def test_profiles_go_in_and_a_site_comes_out(content, tmp_path):
    outcome = build(content, tmp_path / "out")
    assert outcome.creators == 2
    for path in (
        "",
        "kreator",
        "kreator/contoh-satu",
        "karya",
        "topik/pariwisata",
        "media/instagram",
        "kecamatan/sijuk",
    ):
        assert soup(tmp_path / "out", path).h1, path
    for path in (
        "404.html",
        "feed.xml",
        "kabar/feed.xml",
        "sitemap.xml",
        "robots.txt",
        "data/kreator.json",
        "data/kreator.csv",
    ):
        assert (tmp_path / "out" / path).is_file(), path
    assert broken_links(tmp_path / "out", "/") == []


def test_a_second_build_encodes_nothing_and_gives_the_same_bytes(content, tmp_path):
    first = build(content, tmp_path / "out")
    tree = tree_of(tmp_path / "out")
    second = build(content, tmp_path / "out")
    assert first.encoded > 0
    assert second.encoded == 0
    assert tree_of(tmp_path / "out") == tree


def test_a_fault_stops_the_build_and_leaves_the_old_site(content, tmp_path):
    build(content, tmp_path / "out")
    tree = tree_of(tmp_path / "out")
    write_profile(content, "contoh-keliru", more="topik: ikan\n")
    with pytest.raises(ContentFaults):
        build(content, tmp_path / "out")
    assert tree_of(tmp_path / "out") == tree


def test_the_exit_code_tells_faults_from_failures(content, tmp_path, capsys):
    assert command.run(content=content, output=tmp_path / "out") == 0
    write_profile(content, "contoh-keliru", more="bahasaa: id\n")
    assert command.run(content=content, output=tmp_path / "out") == 1
    shutil.rmtree(content / "kreator/contoh-keliru")
    (tmp_path / "berkas").write_text("")
    assert command.run(content=content, output=tmp_path / "berkas" / "out") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_plugin_that_cannot_be_loaded_is_a_failure_and_no_site(content, tmp_path, monkeypatch):
    whole = once.settings_of
    monkeypatch.setattr(once, "settings_of", lambda *given, **more: {**whole(*given, **more), "PLUGINS": ["hilang"]})
    loaded_before = signals.initialized.muted()  # the plugin of the builds before this one still listens
    with loaded_before, pytest.raises(ToolFailure, match=r"Plugin showcase tidak dapat dimuat: .*hilang"):
        command.build(content=content, output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_pelican_only_logs_leaves_the_old_site(content, tmp_path, monkeypatch):
    (content / "kabar").mkdir()
    news = content / "kabar" / "2026-01-02-uji.md"
    news.write_text("---\njudul: Uji\nringkasan: Uji coba\ntanggal: 2026-01-02\n---\n\nSatu.\n", encoding="utf-8")
    command.build(content=content, output=tmp_path / "out")
    before = tree_of(tmp_path / "out")

    def broken(_self: CheckedReader, _path: str) -> None:
        raise ValueError("rusak")

    monkeypatch.setattr(CheckedReader, "read", broken)
    news.write_text(news.read_text(encoding="utf-8") + "\nDua.\n", encoding="utf-8")
    with pytest.raises(ToolFailure, match=r"^Pelican melaporkan: .*uji\.md.* Situs lama tetap utuh\.$"):
        command.build(content=content, output=tmp_path / "out")
    assert tree_of(tmp_path / "out") == before


def test_a_withdrawal_beside_a_broken_neighbour(content, tmp_path):
    write_profile(content, "uji-satu", photo=True)
    build(content, tmp_path / "out")
    text = "---\nstatus: ditarik\nnama: [\n"
    (content / "kreator/uji-satu/index.md").write_text(text, encoding="utf-8")
    (content / "kreator/uji-satu/foto.jpg").unlink()
    write_profile(content, "contoh-keliru", more="topik: ikan\n")
    outcome = build(content, tmp_path / "out", public=True, hold_back=True)
    assert outcome.held_back == ("contoh-keliru",)
    assert soup(tmp_path / "out", "kreator/contoh-dua").h1.get_text() == "Contoh contoh-dua"
    assert not (tmp_path / "out/kreator/contoh-keliru").exists()
    assert "uji.satu" not in everything(tmp_path / "out")
    notice = soup(tmp_path / "out", "kreator/uji-satu")
    assert notice.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert "Contoh uji-satu" not in notice.get_text()


def test_deleting_a_creator_leaves_no_trace_in_output_or_cache(content, tmp_path):
    build(content, tmp_path / "out")
    pictures = list((tmp_path / "out/gambar").iterdir())
    assert pictures
    shutil.rmtree(content / "kreator/contoh-satu")
    build(content, tmp_path / "out")
    left = everything(tmp_path / "out", tmp_path / "cache")
    assert "contoh-satu" not in left
    assert "contoh.satu" not in left
    assert not [path for path in (tmp_path / "out").rglob("gambar/*") if path in pictures]
    assert not list((tmp_path / "cache").rglob("*.avif"))


def write_broken_photo(folder: Path) -> None:
    """A photo that is whole at its ends and broken inside: only who decodes it will know."""
    photo = folder / "foto.png"
    Image.effect_noise((640, 640), 90).save(photo)
    data = bytearray(photo.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = bytes(4000)
    photo.write_bytes(bytes(data))


def test_a_picture_that_breaks_the_encoder_holds_back_its_owner_alone(content, tmp_path):
    write_broken_photo(write_profile(content, "contoh-rusak"))
    outcome = build(content, tmp_path / "out", public=True, hold_back=True)
    assert outcome.held_back == ("contoh-rusak",)
    assert outcome.creators == 2
    assert not (tmp_path / "out/kreator/contoh-rusak").exists()


@pytest.mark.parametrize("shard", ["", "1/1"])
def test_a_picture_that_breaks_the_encoder_stops_a_build_that_holds_nobody_back(
    content, tmp_path, capsys, monkeypatch, shard
):
    """One that was whole when it was read: it may be taken away or cut meanwhile."""
    monkeypatch.setattr(photos, "decode_whole", lambda *_given: None)
    out = tmp_path / "out"
    build(content, out, public=True)
    old = tree_of(out)
    write_broken_photo(write_profile(content, "contoh-rusak", more="foto: foto.png\n"))
    write_broken_photo(write_profile(content, "contoh-tanpa-baris"))
    assert command.run(content=content, output=out, public=True, shard=shard or None) == 1
    said = capsys.readouterr().err.splitlines()
    lines = (content / "kreator/contoh-rusak/index.md").read_text(encoding="utf-8").splitlines()
    line = lines.index("foto: foto.png") + 1
    assert said[0].startswith(f"kreator/contoh-rusak/index.md:{line}:7: G108 foto: foto.png")
    assert said[1].startswith("kreator/contoh-tanpa-baris/index.md: G108 foto: foto.png")
    assert tree_of(out) == old


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([("robots.txt", "a"), ("robots.txt", "b")], "Dua halaman ingin menulis robots.txt"),
        ([(f"{'a' * 300}.txt", "")], r"Gagal menulis a+\.txt: .*Situs lama tetap utuh"),
    ],
    ids=["twice", "no such name"],
)
def test_what_cannot_be_written_leaves_the_old_site(content, tmp_path, monkeypatch, files, told):
    """Neither can come from a profile: a mistake of ours, or a disk that will not have a file."""
    out = tmp_path / "out"
    build(content, out)
    old = tree_of(out)
    monkeypatch.setattr(build_plan, "files", lambda *_given: files)
    write_profile(content, "uji-baru")  # else, on a slow machine, there is nothing to do
    with pytest.raises(ToolFailure, match=told):
        build(content, out)
    assert tree_of(out) == old


@pytest.mark.parametrize("options", [{}, {"public": True}, {"demo": True}])
def test_the_samples_make_a_whole_site(options, project, tmp_path):
    outcome = command.build(content=CONTENT, output=tmp_path / "out", **options)
    assert broken_links(tmp_path / "out", "/repo/" if options else "/") == []
    records = json.loads((tmp_path / "out/data/kreator.json").read_text(encoding="utf-8"))["kreator"]
    assert len(records) == outcome.creators
    if options == {"public": True}:
        assert outcome.creators == 0
        assert "Contoh " not in soup(tmp_path / "out", "kreator").main.get_text()
    else:
        assert outcome.creators >= 12
        assert all(record["nama"].startswith("Contoh ") for record in records)
    robots = (tmp_path / "out/robots.txt").read_text()
    assert ("Disallow: /" in robots) is ("demo" in options)


def test_plain_pelican_builds_the_same_from_any_folder(content, tmp_path, project):
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(project)!r})\nfrom pelicanconf import *\n"
        f"PATH = {str(content)!r}\nOUTPUT_PATH = {str(tmp_path / 'plain')!r}\n"
        f"SHOWCASE = {{**SHOWCASE, 'cache': {str(tmp_path / 'cache')!r}}}\n"
    )
    pelican = Path(sys.executable).with_name("pelican")
    run = subprocess.run(
        [pelican, "-s", "conf.py", "--fatal", "errors"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    build(content, tmp_path / "out")
    assert tree_of(tmp_path / "plain") == tree_of(tmp_path / "out")


def test_plain_pelican_exits_with_one_on_a_fault(content, tmp_path, project):
    write_profile(content, "contoh-keliru", more="topik: ikan\n")
    pelican = Path(sys.executable).with_name("pelican")
    command_line = [pelican, "-s", project / "pelicanconf.py", content, "-o", tmp_path / "plain"]
    run = subprocess.run(command_line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert not (tmp_path / "plain").exists()


@pytest.mark.parametrize(
    "surroundings",
    [{"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"}],
)
def test_the_same_input_gives_the_same_bytes(surroundings, content, tmp_path, project):
    build(content, tmp_path / "out")
    script = (
        "import sys; sys.path[:0] = [sys.argv[1] + '/plugins', sys.argv[1]]\n"
        "from pathlib import Path\n"
        "from showcase import settings\nfrom showcase.commands import build\n"
        "settings.DEFAULTS['cache'] = sys.argv[4]\nsettings.DEFAULTS['jobs'] = 1\n"
        "sys.exit(build.run(content=Path(sys.argv[2]), output=Path(sys.argv[3])))"
    )
    arguments = [project, content, tmp_path / "other", tmp_path / "cache-2"]
    subprocess.run(
        [sys.executable, "-c", script, *arguments], env={**os.environ, **surroundings}, cwd=tmp_path, check=True
    )
    assert tree_of(tmp_path / "other") == tree_of(tmp_path / "out")


def test_originals_and_stray_files_are_not_published(content, tmp_path):
    build(content, tmp_path / "out")
    original = (content / "kreator/contoh-satu/foto.jpg").read_bytes()
    published = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not [path for path in published if path.read_bytes() == original]
    allowed = {".html", ".xml", ".txt", ".json", ".csv", ".css", ".js", ".svg", ".woff2", ".avif", ".jpg", ""}
    assert {path.suffix for path in published} <= allowed


def test_own_channels_are_marked_as_own_and_a_story_s_links_as_foreign(content, tmp_path):
    story = "\n\nhttps://www.youtube.com/watch?v=contoh00001\n\nhttps://www.tiktok.com/@orang.lain\n"
    file = content / "kreator/contoh-satu/index.md"
    file.write_text(file.read_text(encoding="utf-8") + story, encoding="utf-8")
    build(content, tmp_path / "out")
    page = soup(tmp_path / "out", "kreator/contoh-satu")
    rels = {link["href"]: " ".join(link["rel"]) for link in page.main.find_all("a", rel=True)}
    own = page.select('a.channel[href="https://www.instagram.com/contoh.satu/"]')
    assert {" ".join(link["rel"]) for link in own} == {"me noopener"}
    assert rels["https://www.youtube.com/watch?v=contoh00001"] == "ugc nofollow noopener"
    assert rels["https://www.tiktok.com/@orang.lain"] == "ugc nofollow noopener"


@pytest.mark.parametrize("where", ["cache", "pictures"])
def test_what_fails_once_the_new_site_stands_never_says_that_the_old_one_does(
    content, tmp_path, monkeypatch, capsys, where
):
    def full(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert command.run(content=content, output=tmp_path / "out") == 0
    write_profile(content, "contoh-tiga")
    with monkeypatch.context() as patch:
        patch.setattr(*{"cache": (ReusableFiles, "save"), "pictures": (PicturePipeline, "prune")}[where], full)
        assert command.run(content=content, output=tmp_path / "out") == 0
    said = capsys.readouterr().err
    assert "Situs lama tetap utuh" not in said
    assert "Situs baru sudah terpasang, tetapi simpanan tidak dapat ditulis" in said
    assert (tmp_path / "out/kreator/contoh-tiga/index.html").is_file()
    assert command.run(content=content, output=tmp_path / "out") == 0
    assert "simpanan" not in capsys.readouterr().err.replace("dari simpanan", "")


def test_nor_does_what_fails_after_everything_is_saved(content, tmp_path, monkeypatch, capsys):
    def full(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(LastBuild, "keep", full)
    assert command.run(content=content, output=tmp_path / "out") == 2
    said = capsys.readouterr().err
    assert said == "Situs baru sudah terpasang, tetapi sesudahnya gagal: [Errno 28] No space left on device.\n"
    assert (tmp_path / "out/kreator/contoh-satu/index.html").is_file()
