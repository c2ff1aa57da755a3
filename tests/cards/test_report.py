"""The report counts what is public, names nobody, and fits one sheet of paper."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.browser_sites import Site
from tests.support.making import DAY, REGION, creator
from tests.support.region import CONTENT
from tests.support.serving import serving
from tests.support.sites import build, soup, write_profile

from showcase import settings
from showcase.cards.report import counts_of, report_of
from showcase.commands import report as command
from showcase.content.history import read_history
from showcase.diagnostics.fault import ToolFailure
from showcase.outputs.report import as_csv
from showcase.profiles.model import Month

PROJECT = Path(__file__).parents[2]
PEOPLE = [
    creator(
        slug="satu", district="sijuk", topics=("pariwisata", "umkm"), training=("drone",), services=("foto-produk",)
    ),
    creator(slug="dua", district="sijuk", topics=("umkm",), kind="community", training=("drone", "desain")),
    creator(slug="tiga", district="luar", topics=("pembangunan",)),
]


def test_every_creator_counts_once_in_a_district_and_in_each_topic():
    [topics, media] = report_of(REGION, PEOPLE, (), DAY).grids
    columns = [column.key for column in topics.columns]
    rows = {row.term.key: (row.term.count, dict(zip(columns, row.cells, strict=True))) for row in topics.rows}
    assert rows == {
        "sijuk": (2, {"pariwisata": 1, "umkm": 2, "seni-budaya": 0, "pembangunan": 0}),
        "badau": (0, {"pariwisata": 0, "umkm": 0, "seni-budaya": 0, "pembangunan": 0}),
        "luar": (1, {"pariwisata": 0, "umkm": 0, "seni-budaya": 0, "pembangunan": 1}),
    }
    assert [row.term.count for row in media.rows] == [2, 0, 1]


def test_the_sums():
    report = report_of(REGION, PEOPLE, (), DAY)
    assert (report.creators, report.communities, report.reached, report.districts) == (3, 1, 1, 2)


def test_wishes_are_told_only_when_they_point_at_nobody():
    assert report_of(REGION, PEOPLE, (), DAY).wishes == ()
    five = [*PEOPLE, replace(PEOPLE[0], slug="empat"), replace(PEOPLE[0], slug="lima")]
    assert [(term.key, term.count) for term in report_of(REGION, five, (), DAY).wishes] == [("drone", 4), ("desain", 1)]


def test_what_nobody_covers_is_named():
    gaps = report_of(REGION, PEOPLE, (), DAY).gaps
    assert gaps[0] == "Belum ada kreator dari Badau"
    assert "Belum ada yang mengangkat Seni dan budaya" in gaps
    assert report_of(REGION, [], (), DAY).gaps == (), "a new directory has no gaps, it is one"


def test_growth_is_told_month_by_month_and_the_running_one_is_counted_anew():
    history = (
        Month("2026-09", (("kreator", 1),)),
        Month("2026-10", (("karya", 4), ("kreator", 5))),
        Month("2026-11", (("kreator", 99),)),
    )
    months = report_of(REGION, PEOPLE, history, DAY).months
    assert [(month.label, month.creators, month.works, month.change) for month in months] == [
        ("September 2026", 1, 0, 0),
        ("Oktober 2026", 5, 4, 4),
        ("November 2026", 3, sum(len(one.works) for one in PEOPLE), -2),
    ]


def test_the_table_opens_in_excel_with_indonesian_settings():
    text = as_csv(report_of(REGION, PEOPLE, (), DAY))
    assert text.startswith("\ufeffBagian;Kecamatan;")
    assert text.count("\n") == text.count("\r\n")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    [one] = [r for r in rows if (r["Kecamatan"], r["Topik"], r["Media"]) == ("Sijuk", "UMKM", "Instagram")]
    assert one["Jumlah"] == "2"
    assert sum(r["Bagian"] == "Sebaran" for r in rows) == 3 * 4 * 6


def test_a_name_that_a_spreadsheet_would_run_stays_a_text():
    region = replace(REGION, districts=(replace(REGION.districts[0], name="=1+1"),))
    assert ";'=1+1;" not in as_csv(report_of(REGION, PEOPLE, (), DAY))
    assert "Sebaran;'=1+1;" in as_csv(report_of(region, PEOPLE, (), DAY))


def test_the_recorded_month_is_what_was_counted_and_holds_no_name(tmp_path: Path):
    for slug in ("contoh-satu", "contoh-dua"):
        write_profile(tmp_path, slug, name="Contoh Rahasia")
    write_profile(tmp_path, "contoh-tiga", more="status: sembunyi\n")
    write_profile(tmp_path, "contoh-empat", more="topik_: ikan\n")
    assert command.run(tmp_path, home(tmp_path), "2026-10") == 0
    [file] = (home(tmp_path) / "laporan").iterdir()
    assert file.name == "2026-10.csv"
    assert "ahasia" not in file.read_text()
    [[month], faults] = read_history(file.parent)
    assert faults == []
    assert dict(month.counts) == {
        "kreator": 2, "komunitas": 0, "karya": 0, "topik:pariwisata": 2, "media:instagram": 2, "kecamatan:sijuk": 2
    }  # fmt: skip


@pytest.mark.parametrize(("many", "recorded"), [(4, False), (5, True)])
def test_the_record_keeps_a_wish_only_once_it_points_at_nobody(many: int, recorded: bool, tmp_path: Path):
    for number in range(many):
        write_profile(tmp_path, f"contoh-{number}", more="ingin_belajar: penyuntingan\n" if number == 1 else "")
    assert command.run(tmp_path, home(tmp_path), "2026-10") == 0
    text = (home(tmp_path) / "laporan/2026-10.csv").read_text()
    assert f"kreator,{many}\n" in text
    assert ("ingin_belajar:" in text) is recorded


def home(folder: Path) -> Path:
    """A project's content of its own, with this project's region."""
    place = folder / "proyek"
    if not place.exists():
        place.mkdir()
        shutil.copytree(CONTENT / "wilayah", place / "wilayah")
    return place


@pytest.mark.parametrize("month", ["2026-13", "2026", "26-11", "../2026-11", ""])
def test_a_month_that_is_none_is_refused(month: str, tmp_path: Path):
    with pytest.raises(ToolFailure, match="Tulis seperti 2026-11"):
        command.run(tmp_path, home(tmp_path), month)


FAULTS = {
    "2026-10.csv": [
        ("apa,jumlah\nkreator,tiga\n", "W114", 2),
        ("apa,jumlah\nkreator,-3\n", "W114", 2),
        ("apa,jumlah\nkreator,1\nkarya,2\nkreator,1\n", "W114", 4),
        ("apa,jumlah\nkreator,1,2\n", "W104", 2),
        ("apa,jumlah\nkreator\n", "W104", 2),
        ("nama,jumlah\nkreator,1\n", "W103", 1),
        ("apa;jumlah\nkreator;1\n", "W103", 1),
        ("", "W103", 1),
    ],
    "catatan.txt": [("kreator", "W114", None)],
    "2026-13.csv": [("apa,jumlah\n", "W114", None)],
}


@pytest.mark.parametrize(("name", "text", "code", "line"), [(n, *one) for n, many in FAULTS.items() for one in many])
def test_a_record_that_is_none_is_named(name: str, text: str, code: str, line: int | None, tmp_path: Path):
    folder = tmp_path / "laporan"
    folder.mkdir()
    (folder / name).write_text(text)
    _months, [fault] = read_history(folder)
    assert (fault.path, fault.code, fault.line) == (f"laporan/{name}", code, line)


def test_the_page_of_a_real_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    write_profile(tmp_path / "isi", "contoh-satu", name="Contoh Rahasia")
    record = tmp_path / "isi/laporan/2026-10.csv"
    record.parent.mkdir()
    record.write_text("apa,jumlah\nkreator,4\nkarya,9\n")
    build(tmp_path / "isi", tmp_path / "situs")
    page = soup(tmp_path / "situs", "laporan")
    assert "Oktober 2026" in page.main.text
    assert "(-3)" in page.main.text
    assert "Rahasia" not in page.text
    assert page.find("a", download=True)["href"] == "../laporan/laporan.csv"
    assert "Rahasia" not in (tmp_path / "situs/laporan/laporan.csv").read_text()
    assert soup(tmp_path / "situs", "").find("a", href="laporan/")


@pytest.mark.parametrize("name", ["public", "crowd-15", "samples", "crowd-60", "crowd-300"])
def test_the_page_is_one_sheet_of_a4(name: str, sites: Callable[[str], Site], chromium: Any, tmp_path: Path):
    assert sheets(chromium, f"{sites(name).address}laporan/", tmp_path) == 1


def test_so_it_is_after_years_of_records(
    sites: Callable[[str], Site], chromium: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """All services, all wishes, and more months than are shown."""
    shutil.copytree(CONTENT / "kreator", tmp_path / "isi/kreator")
    (tmp_path / "isi/laporan").mkdir()
    for number in range(30):
        month = f"{2024 + number // 12}-{number % 12 + 1:02}"
        (tmp_path / f"isi/laporan/{month}.csv").write_text(f"apa,jumlah\nkreator,{number * 3}\nkarya,{number * 7}\n")
    monkeypatch.setitem(settings.DEFAULTS, "cache", str(sites("samples").folder / "../simpanan"))
    build(tmp_path / "isi", tmp_path / "situs")
    with serving(tmp_path / "situs", "/") as address:
        assert sheets(chromium, f"{address}laporan/", tmp_path) == 1
    assert len(soup(tmp_path / "situs", "laporan").find_all("meter")) == 12


def sheets(chromium: Any, address: str, folder: Path) -> int:
    """Sheets of A4 that a page takes."""
    page = chromium.new_page()
    page.goto(address)
    page.pdf(path=folder / "laporan.pdf", format="A4", prefer_css_page_size=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", (folder / "laporan.pdf").read_bytes()))


@pytest.mark.posix
@pytest.mark.parametrize("guarded", [False, True])
def test_the_month_is_committed_or_where_main_is_guarded_proposed(guarded: bool, tmp_path: Path):
    """The workflow's own script, with a repository on this disk for GitHub and a `gh` that only tells what it did."""
    job = yaml.safe_load((PROJECT / ".github/workflows/bulanan.yml").read_text())["jobs"]["catat"]
    [script] = [step["run"] for step in job["steps"] if step.get("name") == "Simpan"]
    origin, clone = tmp_path / "asal.git", tmp_path / "klon"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(origin))
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    (clone / "content/laporan").mkdir(parents=True)
    (clone / "content/laporan/2026-10.csv").write_text("apa,jumlah\nkreator,4\n")
    if guarded:
        hook = origin / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\nread old new ref; test $ref != refs/heads/main\n")
        hook.chmod(0o755)
    tool = tmp_path / "bin/gh"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$1 $2" >> {tmp_path}/gh\n[ "$2" = list ] || echo "$@" >> {tmp_path}/isi\n')
    tool.chmod(0o755)
    around = {"TUJUAN": str(origin), "BULAN": "2026-10", "GH_REPO": "dinas/kreator", "UTAMA": "main"}
    around |= {"HALAMAN": "https://github.com/dinas/kreator", "GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan")}
    around["PATH"] = f"{tool.parent}:{os.environ['PATH']}"
    subprocess.run(["bash", "-e", "-c", script], cwd=clone, env={**os.environ, **around}, check=True)
    branch = "laporan-2026-10" if guarded else "main"
    assert git(origin, "show", f"{branch}:content/laporan/2026-10.csv") == "apa,jumlah\nkreator,4\n"
    # A workflow may open no proposal unless an owner allows it: a person does, with the link.
    said = (tmp_path / "gh").read_text().splitlines() if guarded else []
    assert said == (["issue list", "issue create"] if guarded else [])
    for name in ("isi", "ringkasan") if guarded else ():
        link = "https://github.com/dinas/kreator/compare/main...laporan-2026-10?expand=1"
        assert f"[Buka usulannya]({link}), tekan **Create pull request**" in (tmp_path / name).read_text()


def git(folder: Path, *command: str) -> str:
    return subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_counting_nobody():
    assert counts_of([]) == {"kreator": 0, "komunitas": 0, "karya": 0}
    assert report_of(REGION, [], (), date(2026, 11, 20)).months[0].creators == 0
