"""Orders are answered at once, made once, and come out the same whatever happened to the cache."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.support.photos import exif, put, saved, scene

from showcase.cache.cache import Results
from showcase.diagnostics.fault import ToolFailure
from showcase.pictures import DEFAULT_RECIPE, Picture, PictureError, PicturePipeline, Recipe, Report, Use

RECIPE = Recipe(
    ("webp", "jpeg"),
    DEFAULT_RECIPE.quality,
    {"portrait": Use((24, 48), (1, 1)), "card": Use((60, 120), (16, 9)), "work": Use((50, 100, 150, 200), None)},
)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """An upright 160 x 120 picture."""
    return put(tmp_path, "foto.jpg", saved(scene(160, 120)))


def build(folder: Path, photos: list[Path], *, recipe: Recipe = RECIPE, jobs: int = 2) -> tuple[Report, dict[str, str]]:
    """One build into `folder`: the report, and the site's files with their hashes."""
    memory = Results(folder / "ingatan", b"code")
    pipeline = PicturePipeline(recipe, folder / "cache", jobs, results=memory)
    for path in photos:
        for use in recipe.uses:
            pipeline.order(path, use)
    site = folder / f"site-{len(list(folder.glob('site-*')))}"
    report = pipeline.finish(site)
    memory.save()
    pipeline.prune()
    return report, {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in site.rglob("*.*")
    }


def order(path: Path, folder: Path, use: str = "work", focus: str = "") -> Picture:
    """What one order is answered with."""
    return PicturePipeline(RECIPE, folder / "cache", 1).order(path, use, focus)


def cached(folder: Path) -> list[Path]:
    """The files of the cache."""
    return sorted(path for path in (folder / "cache").rglob("*") if path.is_file())


def test_an_order_is_answered_with_names_and_sizes_at_once(photo: Path, tmp_path: Path):
    picture = order(photo, tmp_path)
    (source,) = picture.sources
    assert source.mime == "image/webp"
    assert [(v.width, v.height) for v in source.variants] == [(50, 38), (100, 75), (150, 112), (160, 120)]
    stem = picture.fallback.path.removeprefix("gambar/").removesuffix("-100.jpg")
    assert len(stem) == 10
    assert [v.path for v in source.variants] == [f"gambar/{stem}-{width}.webp" for width in (50, 100, 150, 160)]
    assert (picture.width, picture.height) == (100, 75)


def test_the_answer_is_what_is_made(photo: Path, tmp_path: Path):
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 2)
    answers = [pipeline.order(photo, use) for use in RECIPE.uses]
    report = pipeline.finish(tmp_path / "site")
    promised = {v.path: v for a in answers for v in (a.fallback, *(v for s in a.sources for v in s.variants))}
    assert set(report.files) == set(promised)
    for path, variant in promised.items():
        with Image.open(tmp_path / "site" / path) as image:
            assert image.size == (variant.width, variant.height)


def test_upright_sizes_of_a_turned_photo(tmp_path: Path):
    picture = order(put(tmp_path, "foto.jpg", saved(scene(160, 120), exif=exif(6))), tmp_path)
    assert (picture.sources[0].widest.width, picture.sources[0].widest.height) == (120, 160)


def test_a_small_picture_is_never_made_larger(tmp_path: Path):
    picture = order(put(tmp_path, "kecil.png", saved(scene(30, 20), "PNG")), tmp_path)
    assert [v.width for v in picture.sources[0].variants] == [30]
    assert picture.fallback.width == 30


def test_focus_changes_a_crop_and_nothing_else(photo: Path, tmp_path: Path):
    crops = {
        order(photo, tmp_path, "portrait", focus).fallback.path for focus in ("kiri", "kanan", "tengah", "kiri atas")
    }
    assert len(crops) == 3, "there is nothing to choose above or below in a wide picture"
    assert order(photo, tmp_path, "work", "kiri") == order(photo, tmp_path, "work", "kanan")


def test_the_same_order_twice_is_one_job(photo: Path, tmp_path: Path):
    twin = put(tmp_path, "nama-lain.jpg", photo.read_bytes())
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    assert pipeline.order(photo, "card") == pipeline.order(photo, "card") == pipeline.order(twin, "card")
    jobs: list[int] = []
    assert pipeline.finish(tmp_path / "site", on_progress=lambda _done, total: jobs.append(total)).encoded == 1
    assert jobs == [1]


def test_a_second_build_encodes_nothing(photo: Path, tmp_path: Path):
    first, before = build(tmp_path, [photo])
    second, after = build(tmp_path, [photo])
    assert (first.encoded, first.reused) == (3, 0)
    assert (second.encoded, second.reused) == (0, 3)
    assert before == after


def test_another_quality_is_another_picture(photo: Path, tmp_path: Path):
    _report, before = build(tmp_path, [photo])
    report, after = build(tmp_path, [photo], recipe=Recipe(RECIPE.formats, {"webp": 30, "jpeg": 30}, RECIPE.uses))
    assert report.encoded == 3
    assert not before.keys() & after.keys()


@pytest.mark.parametrize("formats", [("avif", "jpeg"), ("webp", "jpeg"), ("avif", "webp", "jpeg")])
def test_bytes_do_not_depend_on_threads(formats: tuple[str, ...], tmp_path: Path):
    photos = [put(tmp_path, f"{n}.jpg", saved(scene(200 + n, 150), exif=exif(n))) for n in range(1, 9)]
    trees = []
    for jobs in (1, 2, 4):
        (folder := tmp_path / str(jobs)).mkdir()
        recipe = Recipe(formats, DEFAULT_RECIPE.quality, RECIPE.uses)
        trees.append(build(folder, photos, recipe=recipe, jobs=jobs)[1])
    assert trees[0] == trees[1] == trees[2]


def zero(paths: list[Path]) -> None:
    """Files of the right length without content."""
    for path in paths:
        path.write_bytes(bytes(path.stat().st_size))


def cut(paths: list[Path]) -> None:
    """Half of each file."""
    for path in paths:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(paths: list[Path]) -> None:
    """One bit of each file."""
    for path in paths:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)


def swap(paths: list[Path]) -> None:
    """Every file under its neighbour's name, lists of checksums included."""
    contents = [path.read_bytes() for path in paths]
    for path, data in zip(paths, contents[1:] + contents[:1], strict=True):
        path.write_bytes(data)


def remove(paths: list[Path]) -> None:
    """Every second file gone."""
    for path in paths[::2]:
        path.unlink()


def make_folders(paths: list[Path]) -> None:
    """A folder where each list of checksums should be."""
    for path in paths:
        if path.name.endswith("sums"):
            path.unlink()
            path.mkdir()


def age(paths: list[Path]) -> None:
    """Times alone say nothing."""
    for path in paths:
        os.utime(path, (0, 0))


@pytest.mark.parametrize(
    ("damage", "made_again"),
    [(zero, True), (cut, True), (flip, True), (swap, True), (remove, True), (age, False)],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.parametrize("kind", ["*.*", "*-sums", "*"])
def test_a_damaged_cache_is_a_miss_with_the_same_result(
    damage: Callable[[list[Path]], None], made_again: bool, kind: str, photo: Path, tmp_path: Path
):
    _report, before = build(tmp_path, [photo])
    damage([path for path in cached(tmp_path) if path.match(kind)])
    report, after = build(tmp_path, [photo])
    assert after == before
    assert (report.encoded > 0) == made_again
    assert build(tmp_path, [photo])[0].encoded == 0, "the cache is whole again"


def test_a_folder_in_the_place_of_a_file_is_a_miss(photo: Path, tmp_path: Path):
    _report, before = build(tmp_path, [photo])
    make_folders(cached(tmp_path))
    report, after = build(tmp_path, [photo])
    assert report.encoded
    assert after == before


def test_what_is_no_longer_ordered_leaves_no_trace(photo: Path, tmp_path: Path):
    other = put(tmp_path, "lain.png", saved(scene(90, 90), "PNG"))
    build(tmp_path, [photo, other])
    build(tmp_path, [photo])
    left = cached(tmp_path)
    (again := tmp_path / "again").mkdir()
    build(again, [photo])
    assert [path.name for path in left] == [path.name for path in cached(again)]


def test_two_workshops_may_share_a_cache(tmp_path: Path):
    photos = [put(tmp_path, f"{n}.jpg", saved(scene(200 + n, 150))) for n in range(6)]
    reports: list[Report] = []

    def work(number: int) -> None:
        pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 2)
        for path in photos:
            pipeline.order(path, "work")
        reports.append(pipeline.finish(tmp_path / f"site-{number}"))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [report.failed for report in reports] == [(), ()]
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / f"site-{n}" / "gambar").iterdir()} for n in range(2))
    assert one == two
    assert not [path for path in cached(tmp_path) if path.name.startswith(".")], "no temporary file is left"


def test_a_picture_pruned_by_another_build_is_made_again(photo: Path, tmp_path: Path):
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    pipeline.order(photo, "card")
    pipeline.wait()
    PicturePipeline(RECIPE, tmp_path / "cache", 1).prune()
    assert cached(tmp_path) == []
    report = pipeline.finish(tmp_path / "site")
    assert all((tmp_path / "site" / path).stat().st_size for path in report.files)


def test_a_picture_that_breaks_the_decoder_is_reported_and_nothing_else_lost(photo: Path, tmp_path: Path):
    sound_header = bytearray(saved(scene(160, 120), "PNG"))
    body = sound_header.index(b"IDAT") + 4
    sound_header[body : body + 40] = bytes(40)
    broken = put(tmp_path, "rusak.png", bytes(sound_header))
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 2)
    for path in (broken, photo):
        pipeline.order(path, "card")
    report = pipeline.finish(tmp_path / "site")
    ((path, error),) = report.failed
    assert (path, error.code) == (broken, "G108")
    assert (report.encoded, len(report.files)) == (1, 3)
    assert sorted(p.name for p in (tmp_path / "site" / "gambar").iterdir()) == [f.split("/")[1] for f in report.files]


@pytest.mark.parametrize("change", [lambda path: path.write_bytes(saved(scene(161, 120))), Path.unlink])
def test_a_file_that_changes_during_the_build_is_not_published(
    change: Callable[[Path], object], photo: Path, tmp_path: Path
):
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    pipeline._heavy.acquire()
    big = put(tmp_path, "besar.jpg", saved(scene(3_000, 2_700)))
    pipeline.order(big, "card")  # holds the only thread until the lock is free
    pipeline.order(photo, "card")
    change(photo)
    pipeline._heavy.release()
    ((path, error),) = pipeline.finish(tmp_path / "site").failed
    assert (path, error.code) == (photo, "G109")


def test_forgetting_lets_a_second_plan_stand_alone(photo: Path, tmp_path: Path):
    other = put(tmp_path, "lain.png", saved(scene(90, 90), "PNG"))
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 2)
    pipeline.order(photo, "card")
    pipeline.order(other, "card")
    assert len(pipeline.wait().files) == 6
    pipeline.forget()
    pipeline.order(other, "card")
    report = pipeline.finish(tmp_path / "site")
    assert (report.encoded, report.reused, len(report.files)) == (0, 1, 3)
    assert len(list((tmp_path / "site" / "gambar").iterdir())) == 3


def test_shards_share_the_work_and_fill_one_cache(tmp_path: Path):
    photos = [put(tmp_path, f"{n}.jpg", saved(scene(160 + n, 120))) for n in range(9)]
    made = []
    for number in (1, 2, 3):
        pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1, shard=(number, 3))
        for path in photos:
            pipeline.order(path, "card")
        made.append(pipeline.finish(None).encoded)
    assert sum(made) == 9
    assert all(made)
    whole = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    for path in photos:
        whole.order(path, "card")
    assert whole.finish(tmp_path / "site").encoded == 0


def test_progress_counts_to_the_end(photo: Path, tmp_path: Path):
    seen: list[tuple[int, int]] = []
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 2)
    for use in RECIPE.uses:
        pipeline.order(photo, use)
    pipeline.finish(None, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_an_unknown_use_or_focus_names_the_choices(photo: Path, tmp_path: Path):
    with pytest.raises(ToolFailure, match="Pilihan: portrait, card, work"):
        order(photo, tmp_path, "potret")
    with pytest.raises(PictureError, match='fokus "pojok" tidak dikenal') as refusal:
        order(photo, tmp_path, "card", "pojok")
    assert refusal.value.code == "G110"


def test_a_cache_that_cannot_be_written_is_one_sentence(photo: Path, tmp_path: Path):
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    pipeline.order(photo, "card")
    with pytest.raises(ToolFailure, match="Cache gambar tidak dapat ditulis"):
        pipeline.finish(tmp_path / "site")


def test_a_site_that_cannot_be_written_is_one_sentence(photo: Path, tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "gambar").write_bytes(b"a file where the folder should be")
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    pipeline.order(photo, "card")
    with pytest.raises(ToolFailure, match="tidak dapat ditaruh di"):
        pipeline.finish(tmp_path / "site")


def test_memory_that_runs_out_is_one_sentence(photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_path: Path) -> bytes:
        raise MemoryError

    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    pipeline._heavy.acquire()
    pipeline.order(put(tmp_path, "besar.jpg", saved(scene(3_000, 2_700))), "card")  # holds the only thread
    pipeline.order(photo, "card")
    monkeypatch.setattr("showcase.pictures.pipeline.read_bounded", full)
    pipeline._heavy.release()
    with pytest.raises(ToolFailure, match="Memori tidak cukup"):
        pipeline.finish(tmp_path / "site")


def test_an_old_file_of_the_same_name_is_replaced_whole(photo: Path, tmp_path: Path):
    picture = order(photo, tmp_path, "card")
    (tmp_path / "site" / "gambar").mkdir(parents=True)
    put(tmp_path / "site", picture.fallback.path, b"lama")
    pipeline = PicturePipeline(RECIPE, tmp_path / "cache", 1)
    pipeline.order(photo, "card")
    pipeline.finish(tmp_path / "site")
    assert (tmp_path / "site" / picture.fallback.path).read_bytes()[:3] == b"\xff\xd8\xff"
