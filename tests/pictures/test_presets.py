"""A directory that would outgrow its budget takes leaner pictures by itself, and says so."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from tests.support.region import CONTENT
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command
from showcase.hooks import once
from showcase.pictures import STEPS, Count, step_for
from showcase.text.numbers import MB

BUDGET = 400 * MB
SIX = 6  # photos of a creator: a portrait and five works


def crowd(creators: int, photos: int = SIX, *, shares: bool = True) -> Count:
    """So many creators with a portrait and works, `photos` in all."""
    return Count(creators, creators * min(photos, 1), creators * max(photos - 1, 0), shares)


@pytest.mark.parametrize(
    ("count", "name"),
    [
        (crowd(0), "lengkap"),
        (crowd(80), "lengkap"),
        (crowd(220), "lengkap"),
        (crowd(240), "sedang"),
        (crowd(1000), "sedang"),
        (crowd(1200), "hemat"),
        (crowd(2000), "hemat"),
        (crowd(10_000), "hemat"),
        (crowd(1000, 1), "lengkap"),
        (crowd(10_000, 0, shares=False), "lengkap"),
        (crowd(4_000, 2), "hemat"),
        (crowd(60, 60), "sedang"),
        (crowd(250, shares=False), "lengkap"),
    ],
)
def test_the_richest_that_fits_is_taken(count: Count, name: str):
    assert step_for(count, BUDGET).name == name


def test_two_thousand_creators_with_six_photos_fit():
    assert step_for(crowd(2000), BUDGET).bytes_of(crowd(2000)) <= BUDGET


counts = st.builds(Count, *[st.integers(0, 20_000)] * 3, st.booleans())


@given(counts, st.integers(0, 2_000))
def test_more_money_is_never_a_leaner_site(count: Count, megabytes: int):
    order = [step.name for step in STEPS]
    found = order.index(step_for(count, megabytes * MB).name)
    assert order.index(step_for(count, (megabytes or 1) * 2 * MB).name) <= found or not megabytes
    assert all(rich.bytes_of(count) >= lean.bytes_of(count) for rich, lean in pairwise(STEPS))
    assert step_for(count, 0) is STEPS[0]


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """Four creators with a photo each."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    for number in range(4):
        write_profile(tmp_path / "content", f"uji-{number}", photo=True)
    return tmp_path / "content"


def run(content: Path, capsys, **options: object) -> str:
    """What a public build says."""
    capsys.readouterr()
    assert command.run(content=content, output=content.parent / "out", public=True, **options) == 0
    return capsys.readouterr().err


def test_a_small_directory_hears_nothing_of_it(content, capsys):
    assert "resep" not in run(content, capsys)


def test_a_lean_choice_is_one_line_each_time(content, capsys, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", 4)
    said = "Gambar dibuat dengan resep sedang: kira-kira 3,4 MB. Resep lengkap untuk 4 kreator dan 4 foto memerlukan "
    for _again in range(2):  # also where nothing had to be done
        assert [line for line in run(content, capsys).splitlines() if "resep" in line] == [
            f"{said}4,2 MB, anggarannya 4 MB (docs/besar.md)."
        ]


def test_beyond_the_leanest_it_says_so(content, capsys, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", 1)
    assert "anggarannya 1 MB; resep yang lebih hemat tidak ada (docs/besar.md).\n" in run(content, capsys)


def test_what_was_set_wins(content, capsys, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", 1)
    settings_of = once.settings_of

    def by_hand(*places: object, **options: bool) -> dict[str, object]:
        settings = settings_of(*places, **options)
        return {**settings, "SHOWCASE": {**settings["SHOWCASE"], "pictures": {"quality": {"avif": 50}}}}

    monkeypatch.setattr(once, "settings_of", by_hand)
    assert "resep" not in run(content, capsys)
    set_by_hand = tree_of(content.parent / "out")
    monkeypatch.setattr(once, "settings_of", settings_of)
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", 0)
    assert "resep" not in run(content, capsys)
    assert tree_of(content.parent / "out") == set_by_hand


@pytest.mark.parametrize("wrong", [-1, "400", 1.5, True, None])
def test_a_wrong_budget_is_one_line(content, capsys, monkeypatch, wrong):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", wrong)
    assert command.run(content=content, output=content.parent / "out", public=True) == 2
    assert capsys.readouterr().err.startswith("SHOWCASE['budget'] adalah MB")


def test_a_lean_site_offers_no_story_and_points_at_none(content, capsys, monkeypatch):
    rich = run(content, capsys) and tree_of(content.parent / "out")
    page = (content.parent / "out/kreator/uji-0/index.html").read_text(encoding="utf-8")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", 4)
    lean = run(content, capsys) and tree_of(content.parent / "out")
    leaner = (content.parent / "out/kreator/uji-0/index.html").read_text(encoding="utf-8")
    assert len([name for name in rich if name.endswith(".jpg")]) == len(
        [name for name in lean if name.endswith(".jpg")]
    ) + len(list((content / "kreator").iterdir()))
    assert 'property="og:image"' in page
    assert 'property="og:image"' in leaner
    assert "download" in page
    assert "download" not in leaner


def test_every_shard_makes_the_choice_of_the_whole(content, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", 4)
    for number in (1, 2):
        run(content, capsys, shard=f"{number}/2")
    assert build(content, tmp_path / "out", public=True).encoded == 0


PHOTOS = sorted((CONTENT / "kreator").rglob("*.jpg"))
PER_STEP = {"lengkap": 12, "sedang": 18, "hemat": 60}  # creators: the lean ones cost less time


def another(number: int) -> bytes:
    """A photo that no other number has: one of the samples' cut, turned over, in as many pixels as it had."""
    with Image.open(PHOTOS[number % len(PHOTOS)]) as photo:
        shown = ImageOps.exif_transpose(photo).convert("RGB")
    step = 2 + number // len(PHOTOS)
    cut = shown.crop((3 * step, 2 * step, shown.width - step, shown.height - 2 * step)).resize(shown.size)
    target = io.BytesIO()
    (ImageOps.mirror(cut) if step % 2 else cut).save(target, "JPEG", quality=82)
    return target.getvalue()


@pytest.mark.long
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_a_site_is_no_larger_than_its_step_says(tmp_path, monkeypatch, step):
    """Real photos, none twice, since a repeated one is published once."""
    creators = PER_STEP[step.name]
    for number in range(creators):
        more = "foto: foto-0.jpg\nkarya:\n" + "".join(
            f"  - judul: Karya {one}\n    foto: foto-{one}.jpg\n    keterangan: Contoh foto {one}\n"
            for one in range(1, SIX)
        )
        folder = write_profile(tmp_path / "content", f"uji-{number}", more=more)
        for one in range(SIX):
            (folder / f"foto-{one}.jpg").write_bytes(another(number * SIX + one))
    for key, value in {"SOURCE_DATE_EPOCH": "1795518400", "SITEURL": "https://contoh.example/repo"}.items():
        monkeypatch.setenv(key, value)
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    count = crowd(creators)
    monkeypatch.setitem(showcase_settings.DEFAULTS, "budget", -(-step.bytes_of(count) // MB))
    outcome = build(tmp_path / "content", tmp_path / "out", public=True)
    assert (step.name in outcome.leaner) == (step is not STEPS[0])
    size, estimate = outcome.weight.site, step.bytes_of(count)
    print(f"{step.name}: {size / creators / 1000:.0f} KB a creator, estimate {estimate / creators / 1000:.0f}")
    assert 0.5 < size / estimate < 1.05
