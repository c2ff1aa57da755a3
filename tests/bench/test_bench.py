"""`bench`: the same creators for every contender, built by turns, and a report of how long each took."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from tests.bench import command as bench
from tests.bench import pictures as bench_pictures
from tests.bench.builds import CLOCK, Entry, Rounds, Step, build, build_all, plan
from tests.bench.encode_cost import Effort
from tests.bench.machine import machine, version_of
from tests.bench.options import options_from
from tests.bench.peers import PEERS, TEMPLATES, Places
from tests.bench.people import Person, invent
from tests.bench.pictures import encoder_limit, evenly, pictures_of, published
from tests.bench.report import Book, book_of, size_of, tables, text_of, write
from tests.bench.results import Files, Limit, Machine, Published, Result, Run, Sample, ratio
from tests.bench.sites import OURS, OURS_DEFAULT, PEER_PICTURES, Contender, Pace, ours
from tests.bench.synthetic_photos import practice_photos
from tests.support.photos import TURNS, exif, saved, scene
from tests.support.region import CONTENT

from showcase.content import read_content
from showcase.diagnostics.fault import ToolFailure
from showcase.pictures import recipe_from

# --- the workload ---


def test_creators_are_the_same_in_every_run_and_each_is_another() -> None:
    assert invent(5) == invent(50)[:5]
    assert len({person.slug for person in invent(50)}) == len({person.name for person in invent(50)}) == 50


def test_the_invented_profiles_are_good_ones(project: Path, tmp_path: Path) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(saved(scene()))
    ours(project, "1").write(tmp_path, invent(12), [photo] * 24)
    content = read_content(tmp_path / "content", CONTENT, date(2026, 11, 20))
    assert [fault.as_text() for fault in content.faults] == []
    assert len(content.creators) == 12
    assert all(creator.portrait and any(work.photos for work in creator.works) for creator in content.creators)


def test_photos_are_the_same_in_every_run_and_each_is_another() -> None:
    photos = list(islice(practice_photos((240, 180)), 12))
    assert photos[:3] == list(islice(practice_photos((240, 180)), 3))
    assert len(set(photos)) == 12
    turned = [number for number, data in enumerate(photos) if Image.open(io.BytesIO(data)).getexif()[0x0112] == 6]
    assert turned == [1, 6, 11], "like phones: some are stored on their side"


def test_photos_are_as_busy_as_a_camera_s() -> None:
    """Noise of one scale would be several times larger or smaller as JPEG: a camera's takes 1 to 3 bits a pixel."""
    for data in islice(practice_photos((600, 450)), 6):
        assert 1 < 8 * len(data) / (600 * 450) < 3


def test_sources_that_are_there_stay_untouched(project: Path, tmp_path: Path) -> None:
    write = ours(project, "1").write
    write(tmp_path, invent(2), [])
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    write(tmp_path, invent(2), [])
    assert files == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    assert len(files) == 2


# --- the options ---

GOOD = {"creators": "100", "cold-rounds": "1", "rounds": "3", "peers": None, "skip-cold": None, "peer-venv": None,
        "node-dir": None, "timeout": None, "keep": None, "report": None}  # fmt: skip

# What is typed -> the sentence.
WRONG_OPTIONS = [
    ({"creators": "0"}, "--creators '0' bukan jumlah. Tulis angka 1 sampai 20000, misalnya --creators 100"),
    ({"creators": "-3"}, "--creators '-3' bukan jumlah"),
    ({"creators": "banyak"}, "--creators 'banyak' bukan jumlah"),
    ({"creators": ""}, "--creators '' bukan jumlah"),
    ({"creators": "20001"}, "--creators '20001' bukan jumlah"),
    ({"creators": "٣"}, "--creators '٣' bukan jumlah"),
    ({"rounds": "0"}, "--rounds '0' bukan jumlah"),
    ({"cold-rounds": "100"}, "--cold-rounds '100' bukan jumlah. Tulis angka 1 sampai 99"),
    ({"timeout": "lama"}, "--timeout 'lama' bukan jumlah"),
    ({"peers": "hugo,jekyll"}, "--peers tidak mengenal 'jekyll'. Yang dikenal: hugo, eleventy, pelican, atau tanpa."),
    ({"skip-cold": "jekyll"}, "--skip-cold tidak mengenal 'jekyll'"),
    ({"peer-venv": "/tidak/ada"}, "Folder /tidak/ada tidak ada."),
    ({"report": "laporan.txt"}, "--report 'laporan.txt' harus berkas .md"),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG_OPTIONS)
def test_a_wrong_option_is_explained(typed: dict[str, str], sentence: str) -> None:
    with pytest.raises(ToolFailure) as failure:
        options_from(GOOD | typed, photos=True, report=Path("u.md"))
    assert str(failure.value).startswith(sentence)


def test_options_as_typed_and_left_out(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEER_VENV", raising=False)
    monkeypatch.setenv("NODE_DIR", str(tmp_path))
    plain = options_from(GOOD, photos=True, report=Path("u.md"))
    assert (plain.peers, plain.untimed, plain.limit) == (tuple(PEERS), frozenset(), None)
    assert plain.places == Places(None, tmp_path)
    typed = GOOD | {"peers": "tanpa", "skip-cold": "hugo, eleventy", "timeout": "60", "peer-venv": str(tmp_path)}
    given = options_from(typed, photos=False, report=Path("u.md"))
    assert (given.peers, given.untimed, given.limit) == ((), frozenset({"hugo", "eleventy"}), 60)
    assert given.places == Places(tmp_path, tmp_path)
    for skipped, default in (("hugo", True), ("semua", False)):
        chosen = options_from(typed | {"skip-cold": skipped}, photos=True, report=Path("u.md"))
        assert (OURS_DEFAULT in {one.key for one in bench.contenders(project, chosen)}) is default


# --- building by turns ---

# A contender of a few lines: a page for everybody who has a source, and a log of its own builds.
BUILDER = """
from pathlib import Path
Path("output").mkdir(exist_ok=True)
for source in Path(".").glob("*.md"):
    Path("output", source.stem + ".html").write_text(source.read_text())
with Path("..", "turns").open("a") as turns:
    turns.write(Path.cwd().name + " ")
"""


def contender(key: str = "peniru", code: str = BUILDER, **changes: object) -> Contender:
    def put(folder: Path, people: Sequence[Person], photos: Sequence[Path]) -> None:
        folder.mkdir(parents=True)
        for person in people:
            (folder / f"{person.slug}.md").write_text("kata", encoding="utf-8")

    plain = Contender(
        key=key,
        name=key.capitalize(),
        version="1.0",
        write=put,
        command=(sys.executable, "-c", code),
        made=("output",),
        output="output",
        page="{}.html",
        edited="{}.md",
        pace=Pace(0.1, 0.0, 0.0),
    )
    return replace(plain, **changes)


def entry(folder: Path, one: Contender, count: int = 2) -> Entry:
    people = invent(count)
    one.write(folder / one.key, people, ())
    return Entry(one, folder / one.key, people)


def rounds(cold: int = 1, other: int = 2, untimed: Sequence[str] = (), seconds: float = 60) -> Rounds:
    return Rounds(cold, other, frozenset(untimed), lambda _: seconds)


def carried_out(entries: Sequence[Entry], how: Rounds) -> list[Step]:
    steps: list[Step] = []
    build_all(entries, how, show=steps.append, after_cold=lambda _: None)
    return steps


def test_contenders_are_built_by_turns_in_every_round(tmp_path: Path) -> None:
    entries = [entry(tmp_path, contender("a")), entry(tmp_path, contender("b"))]
    steps = carried_out(entries, rounds(cold=2, other=2))
    assert (tmp_path / "turns").read_text().split() == ["a", "b"] * 6
    assert [(step.number, step.phase, step.round) for step in steps[::4]] == [
        (1, "cold", 0),
        (5, "warm", 0),
        (9, "edit", 0),
    ]
    for one in entries:
        assert [len(one.result.samples(phase)) for phase in ("cold", "warm", "edit")] == [2, 2, 2]
        assert (one.result.pages, one.result.failed) == (2, "")


def test_a_cold_build_starts_from_nothing_and_a_warm_one_does_not(tmp_path: Path) -> None:
    kept = "from pathlib import Path; old = Path('output/old.txt'); seen = Path('seen')\n"
    seen = "seen.write_text((seen.read_text() if seen.exists() else '') + ('warm ' if old.exists() else 'cold '))\n"
    one = entry(tmp_path, contender(code=kept + seen + BUILDER + "old.touch()"))
    carried_out([one], rounds(cold=2, other=1))
    assert (one.folder / "seen").read_text().split() == ["cold", "cold", "warm", "warm"]


def test_nothing_is_deleted_while_builds_are_timed(tmp_path: Path) -> None:
    """New files are slow to make for minutes after many were deleted."""
    look = "Path('aside').write_text(str(len(list(Path('..').glob('bekas-*/*/0/*.html')))))\n"
    one = entry(tmp_path, contender(code="from pathlib import Path\n" + look + BUILDER), count=1)
    carried_out([one], rounds(cold=3, other=1))
    assert (one.folder / "aside").read_text() == "2"
    assert not list(tmp_path.glob("bekas-*"))


def test_an_edit_is_one_word_more_in_one_story_each_time(tmp_path: Path) -> None:
    one = entry(tmp_path, contender())
    carried_out([one], rounds(other=3))
    first, second = sorted(one.folder.glob("*.md"))
    assert first.read_text(encoding="utf-8") == "kata\nSuntingan0.\n\nSuntingan1.\n\nSuntingan2.\n"
    assert second.read_text(encoding="utf-8") == "kata"


def test_a_cold_build_that_takes_minutes_need_not_be_timed(tmp_path: Path) -> None:
    entries = [entry(tmp_path, contender("cepat")), entry(tmp_path, contender("lambat"))]
    carried_out(entries, rounds(cold=3, other=1, untimed=["lambat"]))
    assert (tmp_path / "turns").read_text().split() == ["cepat", "lambat", "cepat", "cepat", *["cepat", "lambat"] * 2]
    assert entries[1].result.median("cold") is None
    assert entries[1].result.median("warm") is not None


def test_what_is_of_interest_cold_is_built_cold_alone(tmp_path: Path) -> None:
    entries = [entry(tmp_path, contender("a")), entry(tmp_path, contender("b", cold_only=True))]
    assert [(phase, one.contender.key) for phase, _, one in plan(entries, rounds(other=1))] == [
        ("cold", "a"), ("cold", "b"), ("warm", "a"), ("edit", "a"),
    ]  # fmt: skip


# What a contender does -> why it is no result.
FAILING = [
    ("raise SystemExit('tidak mau')", "kode 1: tidak mau"),
    ("print('--- \\n Kesalahan: habis \\n ---'); raise SystemExit(3)", "kode 3: Kesalahan: habis"),
    ("raise SystemExit(2)", "kode 2: tanpa penjelasan"),
    ("import os; os.kill(os.getpid(), 9)", "kode -9: tanpa penjelasan"),
    ("pass", "hanya menulis 0 halaman untuk 2 kreator, tanpa contoh-00000"),
    (
        f"{BUILDER}Path('output/contoh-00001.html').unlink()",
        "hanya menulis 1 halaman untuk 2 kreator, tanpa contoh-00001",
    ),
    ("import time; time.sleep(60)", "belum selesai sesudah 1 detik"),
]


@pytest.mark.parametrize(("code", "why"), FAILING)
def test_a_failing_contender_is_no_result_and_the_others_go_on(tmp_path: Path, code: str, why: str) -> None:
    good, bad = entry(tmp_path, contender("baik")), entry(tmp_path, contender("buruk", code))
    build_all([bad, good], Rounds(1, 1, frozenset(), lambda one: 1 if one.key == "buruk" else 60),
              show=lambda _: None, after_cold=lambda _: None)  # fmt: skip
    assert bad.result.failed == why
    assert [bad.result.median(phase) for phase in ("cold", "warm", "edit")] == [None] * 3
    assert not good.result.failed
    assert good.result.median("edit") is not None


def test_an_edit_that_does_not_reach_the_page_is_a_failure(tmp_path: Path) -> None:
    stale = "from pathlib import Path\nif Path('output').exists(): raise SystemExit(0)\n"
    one = entry(tmp_path, contender(code=stale + BUILDER))
    carried_out([one], rounds())
    assert one.result.failed == "suntingan tidak tampil: Suntingan0"


def test_a_program_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    one = entry(tmp_path, contender(command=("/tidak/ada/hugo",)))
    assert build(one, 60) is None
    assert one.failed == "tidak dapat dijalankan: /tidak/ada/hugo"


@pytest.mark.linux  # what the system counts differs
@pytest.mark.parametrize(("megabytes", "least", "most"), [(1, 1, 60), (200, 200, 260)])
def test_memory_is_the_contender_s_own(tmp_path: Path, megabytes: int, least: int, most: int) -> None:
    """The system lets a child begin with its parent's peak, and this parent holds much."""
    held = bytearray(os.urandom(1) * 150_000_000)
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'x = bytearray({megabytes * 10**6})'])\n"
    sample = build(entry(tmp_path, contender(code=code + BUILDER)), 60)
    assert len(held) == 150_000_000
    assert least < sample.memory / 1e6 < most
    assert sample.cpu > 0


@pytest.mark.linux
def test_nothing_that_a_build_started_is_left(tmp_path: Path) -> None:
    later = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    code = later.replace("subprocess.Popen", "child = subprocess.Popen") + "open('pid', 'w').write(str(child.pid))\n"
    one = entry(tmp_path, contender(code=code + BUILDER))
    assert build(one, 60)
    wait_until(lambda: not alive((one.folder / "pid").read_text()))


@pytest.mark.linux
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_benchmark_that_is_stopped_takes_its_build_along(tmp_path: Path, project: Path, how: signal.Signals) -> None:
    sleeping = "import os, time; open('pid', 'w').write(str(os.getpid())); os.rename('pid', 'known'); time.sleep(60)"
    one = entry(tmp_path, contender(code=sleeping))
    code = f"""
import sys
sys.path[:0] = [{str(project / "plugins")!r}, {str(project)!r}]
from pathlib import Path
from tests.bench.builds import _clocked
from showcase.runtime.termination import sigterm_as_interrupt
with sigterm_as_interrupt():
    _clocked(["60", "log", sys.executable, "-c", {sleeping!r}], Path({str(one.folder)!r}))
"""
    running = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
    known = one.folder / "known"
    wait_until(known.exists)
    running.send_signal(how)
    assert running.wait(60) != 0
    wait_until(lambda: not alive(known.read_text()))


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def alive(process: str) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked about does not."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    state = Path("/proc", process, "stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_the_clock_needs_nothing_of_the_project(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-c", "print('kata'); raise SystemExit(3)"]
    subprocess.run([sys.executable, "-I", str(CLOCK), "60", "log", *command], cwd=tmp_path, check=True)
    took = json.loads(capfd.readouterr().out)
    assert set(took) == {"seconds", "late", "code", "cpu", "memory"}
    assert (took["late"], took["code"], (tmp_path / "log").read_text()) == (False, 3, "kata\n")


# --- figures ---


def test_the_middle_of_an_odd_and_an_even_number_of_builds() -> None:
    result = Result("a", "A", "1", cold=seconds(3, 9, 4), warm=seconds(2, 1))
    assert (result.median("cold"), result.median("warm"), result.median("edit")) == (4, 1.5, None)
    assert replace(result, failed="kode 1").median("cold") is None


def seconds(*values: float) -> tuple[Sample, ...]:
    return tuple(Sample(value) for value in values)


def test_memory_is_the_most_that_any_build_held() -> None:
    held = Result("a", "A", "1", cold=(Sample(1, 1, 500),), warm=(Sample(1, 1, 700), Sample(1, None, None)))
    assert (held.memory(), held.cpu("warm")) == (700, 1)
    assert Result("a", "A", "1", cold=seconds(1)).memory() is None


@pytest.mark.parametrize(
    ("mine", "other", "found"), [(1, 4, 0.25), (4, 1, 4), (None, 1, None), (1, None, None), (1, 0, None)]
)
def test_a_ratio_is_ours_by_theirs(mine: float | None, other: float | None, found: float | None) -> None:
    assert ratio(mine, other) == found


def test_the_limit_is_the_encoders_seconds_over_the_cores() -> None:
    assert Limit(OURS, 8, 2, (6.0, 8.0, 7.0), 2).seconds == 3.5


@pytest.mark.parametrize(("count", "most", "chosen"), [(3, 5, [0, 1, 2]), (10, 5, [0, 2, 4, 6, 8]), (7, 3, [0, 2, 4])])
def test_a_sample_is_taken_evenly(count: int, most: int, chosen: list[int]) -> None:
    assert evenly(count, most) == chosen


# --- pictures on the pages ---


def site_with_pictures(folder: Path, markup: str) -> tuple[Entry, list[Path]]:
    """One creator with two photos; the page and the pictures that a contender would have made of them."""
    photos = [folder / "potret.jpg", folder / "karya.jpg"]
    upright = [scene(640, 480), scene(480, 640).transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    photos[0].write_bytes(saved(upright[0].transpose(TURNS[6]), exif=exif(6)))
    photos[1].write_bytes(saved(upright[1]))
    gambar = folder / "peniru/output/gambar"
    gambar.mkdir(parents=True)
    (gambar / "a-320.webp").write_bytes(saved(upright[0].resize((320, 240)), "WEBP", quality=75))
    (gambar / "a 160.jpg").write_bytes(saved(upright[0].resize((160, 120)), quality=75))
    (gambar / "b-120.jpg").write_bytes(saved(upright[1].resize((120, 160)), quality=75))
    (gambar / "other.jpg").write_bytes(saved(Image.new("RGB", (160, 120), "white")))
    (gambar / "unused.jpg").write_bytes(saved(upright[1]))
    (folder / "peniru/output/contoh-00000.html").write_text(markup, encoding="utf-8")
    return Entry(contender(), folder / "peniru", invent(1)), photos


# The same pictures, named in the ways of different generators.
MARKUP = [
    '<source srcset="/gambar/a-320.webp 320w"><img src="gambar/a%20160.jpg"><img src="https://contoh.test/gambar/b-120.jpg">',
    "<img src=./gambar/b-120.jpg srcset='gambar/a-320.webp 320w, gambar/a%20160.jpg 160w'><script src=x.js></script>",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_pictures_are_found_on_the_page_and_known_by_their_looks(tmp_path: Path, markup: str) -> None:
    one, photos = site_with_pictures(tmp_path, markup + "<img src=gambar/other.jpg><img src=gambar/none.jpg>")
    named = pictures_of(one, one.people[0])
    assert sorted(path.name for path in named) == ["a 160.jpg", "a-320.webp", "b-120.jpg", "other.jpg"]
    found = published(one, photos)
    assert (found.files, found.compared, found.asked) == (2.0, 2, 2)
    assert found.size == sum(path.stat().st_size for path in named) / 2
    assert [(files.kind, files.width) for files in found.by_size] == [("jpeg", 120), ("jpeg", 160), ("webp", 320)]
    assert 0.9 < found.ssim("jpeg") <= 1
    assert found.ssim("avif") is None


@pytest.fixture
def ten_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encoders that make two files of each photo in ten seconds together, of at most four photos."""
    monkeypatch.setattr(bench_pictures, "SAMPLED", 4)
    effort = lambda photos, _recipe, _cores: Effort({"640.webp": len(photos), "640.jpg": len(photos)}, 10.0)  # noqa: E731
    monkeypatch.setattr(bench_pictures, "encoder_effort", effort)


def test_the_limit_of_many_photos_is_taken_from_some(project: Path, tmp_path: Path, ten_seconds: None) -> None:
    one = Entry(ours(project, "1"), tmp_path, invent(6))
    photos = [tmp_path / f"{number}.jpg" for number in range(12)]
    assert encoder_limit(one, photos, 2) == Limit(OURS, 24, 4, (30.0,), 2)
    assert encoder_limit(one, photos[:4], 2) == Limit(OURS, 8, 4, (10.0,), 2)


def test_the_limit_is_taken_again_after_every_cold_build(project: Path, tmp_path: Path, ten_seconds: None) -> None:
    options = options_from(GOOD, photos=True, report=tmp_path / "u.md")
    work = bench.Work(options, tmp_path, RUN, [], io.StringIO(), photos=[tmp_path] * 4)
    work.published[OURS] = PICTURES
    for _ in range(3):
        work.look_at(Entry(ours(project, "1"), tmp_path, invent(2)))
    assert work.limits == {OURS: Limit(OURS, 8, 4, (10.0,) * 3, 2)}


def test_a_published_file_that_is_no_picture_is_a_failure(tmp_path: Path) -> None:
    one, photos = site_with_pictures(tmp_path, "<img src=gambar/b-120.jpg>")
    (one.folder / "output/gambar/b-120.jpg").write_bytes(b"bukan gambar")
    options = options_from(GOOD, photos=True, report=tmp_path / "u.md")
    work = bench.Work(options, tmp_path, RUN, [one.contender], io.StringIO(), photos=photos)
    work.look_at(one)
    assert work.result(one).failed.startswith("gambarnya tidak terbaca: cannot identify image file")


# --- the report ---

MACHINE = Machine("Linux 6 x86_64", "Contoh CPU", 2, 24_000_000_000, "3.11.2", "13.0.0", 0.05)
PICTURES = Published(4.0, 179_250.0, 8, 8, (Files("jpeg", 640, 60_000.0, 0.93331), Files("webp", 320, 9_000.0, 0.91)))
OWN = Result(OURS, "situs ini", "0.1.0", seconds(12.26), seconds(0.5), seconds(0.7), 139, published=PICTURES)
PEER = Result("hugo", "Hugo", "0.168.0", (), (Sample(1.0, 1.5, 321_000_000),), seconds(0.5), 1139)
BROKEN = Result("eleventy", "Eleventy", "3.1.8", failed="kode 1: habis", pages=7)
RUN = Run("2026-11-23", "0.1.0 (abc1234)", MACHINE, 100, 200, 1, 3, (OWN, PEER, BROKEN),
          (Limit(OURS, 800, 200, (20.0,), 2),), ("pelican",))  # fmt: skip


def test_the_tables_say_all_of_it_with_decimal_commas() -> None:
    assert tables(RUN) == [
        "| waktu          | dari nol | tanpa perubahan | satu suntingan | memori | halaman |",
        "| -------------- | -------: | --------------: | -------------: | -----: | ------: |",
        "| situs ini      | 12,3 dtk |        0,50 dtk |       0,70 dtk |      – |     139 |",
        "| Hugo 0.168.0   |        – |        1,00 dtk |       0,50 dtk | 321 MB |   1.139 |",
        "| Eleventy 3.1.8 |    GAGAL |               – |              – |      – |       – |",
        "",
        "| situs ini dibagi … | dari nol | tanpa perubahan | satu suntingan |",
        "| ------------------ | -------: | --------------: | -------------: |",
        "| Hugo               |        – |            0,50 |           1,40 |",
        "",
        "| batas pengode | berkas | pengode saja | dari nol | perbandingan |",
        "| ------------- | -----: | -----------: | -------: | -----------: |",
        "| situs ini     |    800 |     10,0 dtk | 12,3 dtk |         1,23 |",
        "",
        "| gambar    | berkas per foto | KB per foto | SSIM WebP | SSIM JPEG |",
        "| --------- | --------------: | ----------: | --------: | --------: |",
        "| situs ini |             4,0 |       179,2 |    0,9100 |    0,9333 |",
        "",
        "GAGAL, Eleventy: kode 1: habis.",
        "Tidak terpasang, maka ditinggalkan: pelican.",
    ]


def test_photos_that_a_contender_lays_on_their_side_are_said() -> None:
    fewer = replace(OWN, published=replace(PICTURES, compared=6))
    assert "situs ini: hanya 6 dari 8 foto yang dikenali." in tables(replace(RUN, results=(fewer,)))


def test_text_alone_has_no_tables_of_pictures() -> None:
    lines = tables(replace(RUN, photos=0, results=(replace(OWN, published=None),), limits=(), missing=()))
    assert [line.split()[1] for line in lines] == ["waktu", "---------", "situs"]


def test_a_report_keeps_one_run_of_each_size(tmp_path: Path) -> None:
    report = tmp_path / "docs" / "ukuran.md"
    text = replace(RUN, creators=10_000, photos=0, limits=())
    for run in (text, RUN, replace(RUN, day="2026-12-24")):
        write(run, report)
    written = report.read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if line.startswith("#")] == [
        "# Ukuran kecepatan", "## 100 kreator, 200 foto", "## 10.000 kreator, tanpa foto",
    ]  # fmt: skip
    assert "24 Desember 2026, Kreator Belitung 0.1.0 (abc1234). Contoh CPU, 2 inti, memori 24 GB; " in written
    assert "Dari nol satu kali, yang lain 3 kali." in written
    assert "sibuk" not in written
    assert "`ukuran.json`" in written
    assert book_of(tmp_path / "docs" / "ukuran.json") == Book((replace(RUN, day="2026-12-24"), text))


def test_the_report_that_is_published_is_what_was_measured(project: Path) -> None:
    """Nobody improves a figure by hand, and no new wording leaves the old page behind."""
    known = project / "docs" / "ukuran.json"
    if not known.exists():
        pytest.skip("docs/ukuran.md belum ditulis: python3 tasks.py bench --report docs/ukuran.md")
    assert known.with_suffix(".md").read_text(encoding="utf-8") == text_of(book_of(known), known.name)


def test_the_json_holds_every_single_build(tmp_path: Path) -> None:
    write(RUN, tmp_path / "u.md")
    [run] = json.loads((tmp_path / "u.json").read_bytes())["runs"]
    assert list(run) == [
        "day", "version", "machine", "creators", "photos", "cold_rounds", "rounds", "results", "limits", "missing",
    ]  # fmt: skip
    assert run["results"][1]["warm"] == [{"seconds": 1.0, "cpu": 1.5, "memory": 321_000_000}]
    assert run["results"][0]["published"]["by_size"][0] == {
        "kind": "jpeg",
        "width": 640,
        "size": 60_000.0,
        "ssim": 0.93331,
    }
    assert run["limits"] == [{"key": OURS, "files": 800, "sampled": 200, "cpu": [20.0], "cores": 2}]


def test_a_report_says_how_often(tmp_path: Path) -> None:
    cold = {(1, True): "satu kali", (3, True): "3 kali", (3, False): "tidak diukur"}
    for (often, timed), words in cold.items():
        results = (OWN if timed else replace(OWN, cold=()),)
        write(replace(RUN, cold_rounds=often, results=results), tmp_path / "u.md")
        assert f"Dari nol {words}, yang lain 3 kali." in (tmp_path / "u.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", '{"runs": [{}]}', "bukan JSON"])
def test_another_s_json_is_not_overwritten(tmp_path: Path, text: str) -> None:
    (tmp_path / "u.json").write_text(text, encoding="utf-8")
    with pytest.raises(ToolFailure, match=r"u\.json bukan laporan bench"):
        write(RUN, tmp_path / "u.md")
    assert (tmp_path / "u.json").read_text(encoding="utf-8") == text


def test_a_busy_machine_is_said_in_the_report(tmp_path: Path) -> None:
    write(replace(RUN, machine=replace(MACHINE, load=0.75)), tmp_path / "u.md")
    warning = "**Komputer sedang sibuk (beban 1,5 pada 2 inti): angka ini bukan untuk dikutip.**"
    assert warning in (tmp_path / "u.md").read_text(encoding="utf-8").splitlines()


def test_this_machine_and_version_are_known(project: Path) -> None:
    here = machine()
    assert here.cores >= 1
    assert here.python == ".".join(map(str, sys.version_info[:3]))
    assert version_of(project).startswith("0.")
    assert msgspec.json.decode(msgspec.json.encode(here), type=Machine) == here


# --- peers ---


def test_a_peer_that_is_not_installed_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    nowhere = Places(None, None)
    assert [name for name, find in PEERS.items() if find(nowhere, True)] == []
    assert [name for name, find in PEERS.items() if find(nowhere, False)] == ["pelican"], "it is our own library"
    empty = Places(tmp_path, tmp_path)
    assert [name for name, find in PEERS.items() if find(empty, True)] == []


def test_peers_are_asked_for_the_same_pictures() -> None:
    recipe = recipe_from(PEER_PICTURES)
    assert (recipe.formats, set(recipe.uses.values())) == (("webp", "jpeg"), {recipe.uses["work"]})
    names = (
        "hugo/layouts/partials/foto.html",
        "hugo/hugo.toml",
        "eleventy/eleventy.config.js",
        "pelican/pelicanconf.py",
    )
    asked = {name: (TEMPLATES / name).read_text(encoding="utf-8") for name in names}
    assert recipe.uses["work"].widths == (320, 640, 960)
    assert '"320" "640" "960"' in asked["hugo/layouts/partials/foto.html"]
    assert "[320, 640, 960]" in asked["eleventy/eleventy.config.js"]
    assert "(320, 640, 960)" in asked["pelican/pelicanconf.py"]
    assert recipe.quality["webp"] == recipe.quality["jpeg"] == 75
    assert "quality = 75" in asked["hugo/hugo.toml"]
    assert asked["eleventy/eleventy.config.js"].count("quality: 75") == 2


# --- the whole command ---


def command(tmp_path: Path, project: Path, **typed: str | bool) -> int:
    given = {name.replace("-", "_"): value for name, value in GOOD.items()}
    return bench.run(project, **{**given, "report": str(tmp_path / "u.md"), "keep": str(tmp_path / "situs"), **typed})


def test_a_real_run_of_three_creators(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path, project, creators="3", photos=False, peers="tanpa", rounds="1") == 0
    told = capsys.readouterr()
    assert told.err.startswith("3 kreator, tanpa foto: situs ini. 3 pembangunan, kira-kira ")
    assert [line.split("  ")[-1] for line in told.err.splitlines()[-3:]] == [
        "1 dari 3, dari nol ke-1: situs ini",
        "2 dari 3, tanpa perubahan ke-1: situs ini",
        "3 dari 3, satu suntingan ke-1: situs ini",
    ]
    assert f"Laporan: {tmp_path / 'u.md'} dan u.json\n" in told.out
    [run] = book_of(tmp_path / "u.json").runs
    assert (run.creators, run.photos, run.failed, run.missing, run.limits) == (3, 0, (), (), ())
    assert run.results[0].pages >= 3
    assert size_of(run) == "3 kreator, tanpa foto"


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> Callable[[Contender], None]:
    """Puts a contender of the test into the place of Hugo, and of ours."""

    def pretend(peer: Contender) -> None:
        monkeypatch.setitem(PEERS, "hugo", lambda _places, _photos: peer)
        monkeypatch.setitem(PEERS, "eleventy", lambda _places, _photos: None)

    return pretend


def test_a_failing_peer_and_a_missing_one_are_told(
    project: Path,
    tmp_path: Path,
    pretended: Callable,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretended(contender("hugo", "raise SystemExit('tidak mau')"))
    monkeypatch.setattr(bench, "ours", lambda _root, _version: contender(OURS))
    assert command(tmp_path, project, creators="2", photos=False, peers="hugo,eleventy", rounds="1") == 2
    told = capsys.readouterr()
    assert "GAGAL, Hugo: kode 1: tidak mau." in told.out.splitlines()
    for stream in (told.out, told.err):
        assert "Tidak terpasang, maka ditinggalkan: eleventy." in stream.splitlines()
    [run] = book_of(tmp_path / "u.json").runs
    assert [result.key for result in run.failed] == ["hugo"]
    assert run.result(OURS).median("edit") is not None


def test_a_report_that_cannot_be_written_is_said_before_the_work(project: Path, tmp_path: Path) -> None:
    (tmp_path / "u.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ToolFailure, match="bukan laporan bench"):
        command(tmp_path, project, creators="2", photos=False)
    assert not (tmp_path / "situs").exists()


def test_a_disk_that_is_too_small_is_said_before_the_photos_are_written(
    project: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 0, 10**9))
    monkeypatch.setattr(bench, "practice_photos", lambda: pytest.fail("a photo was written"))
    sentence = r"tidak cukup: perlu kira-kira \d\d,\d GB, ada 1,0 GB\. Pilih tempat lain dengan --keep\."
    with pytest.raises(ToolFailure, match=sentence):
        command(tmp_path, project, creators="10000", peers="tanpa")
    assert list((tmp_path / "situs").iterdir()) == []


@pytest.mark.long
def test_a_run_with_photos_beside_a_peer(project: Path, tmp_path: Path, pretended: Callable) -> None:
    code = """
from pathlib import Path
Path("output").mkdir(exist_ok=True)
for source in Path(".").glob("*.md"):
    Path("output", source.stem + ".html").write_text(source.read_text() + "<img src='a.jpg'>")
"""
    pretended(contender("hugo", code))
    assert command(tmp_path, project, creators="3", photos=True, peers="hugo", rounds="1", cold_rounds="2") == 0
    [run] = book_of(tmp_path / "u.json").runs
    own, default = run.result(OURS), run.result(OURS_DEFAULT)
    assert [len(own.samples(phase)) for phase in ("cold", "warm", "edit")] == [2, 1, 1]
    assert [len(default.samples(phase)) for phase in ("cold", "warm", "edit")] == [2, 0, 0]
    assert (own.published.files, own.published.compared) == (4.0, 6)
    assert own.published.ssim("webp") > 0.85
    assert default.published.ssim("avif") > 0.85
    for limit in run.limits:
        result = run.result(limit.key)
        assert limit.files == result.published.files * 6, "the limit counts the very files that the site publishes"
        assert len(limit.cpu) == 2
        assert limit.seconds > 0
    assert run.result("hugo").published.by_size == ()


@pytest.mark.long
@pytest.mark.parametrize("photos", [False, True])
@pytest.mark.parametrize("name", PEERS)
def test_every_installed_peer_builds_its_site(tmp_path: Path, name: str, photos: bool) -> None:
    places = Places(*(Path(os.environ[key]) if key in os.environ else None for key in ("PEER_VENV", "NODE_DIR")))
    peer = PEERS[name](places, photos)
    if peer is None:
        pytest.skip(f"{name} tidak terpasang; PEER_VENV dan NODE_DIR menunjuk tempatnya")
    people, sources = invent(3), []
    for number, data in enumerate(islice(practice_photos((1200, 900)), 6 if photos else 0)):
        sources.append(tmp_path / f"{number}.jpg")
        sources[-1].write_bytes(data)
    peer.write(tmp_path / "situs", people, sources)
    one = Entry(peer, tmp_path / "situs", people)
    carried_out([one], rounds(other=1, seconds=120))
    assert one.result.failed == ""
    assert one.result.pages >= 3
    if photos:
        found = published(one, sources)
        lying = name == "pelican"  # it leaves the photo that a phone stored on its side as it is
        assert (found.files, found.compared) == ((3.0, 5) if lying else (4.0, 6))
