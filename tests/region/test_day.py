"""It is the region's day in every command, wherever the computer stands and whatever the hour."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.support.sites import build, office_of, write_profile

from showcase.commands import check, consents, doctor, new, report
from showcase.content.region_day import region_day
from showcase.diagnostics.fault import ContentFaults
from showcase.github import review

PROJECT = Path(__file__).resolve().parents[2]
# Half past midnight on the 24th in Papua, and still the 23rd in Belitung.
NIGHT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
ZONES = [("Asia/Jayapura", date(2026, 11, 24)), ("Asia/Jakarta", date(2026, 11, 23))]


@pytest.fixture
def at_night(tmp_path: Path, monkeypatch) -> Callable[[str, datetime], Path]:
    """Makes the content of a region in a zone, at a moment, whose one creator agreed on the 24th."""

    def made(zone: str, moment: datetime = NIGHT) -> Path:
        content = tmp_path / "content"
        office_of(content)
        site = content / "wilayah" / "situs.md"
        site.write_text(site.read_text(encoding="utf-8").replace("Asia/Jakarta", zone), encoding="utf-8")
        profile = write_profile(content, "contoh-rina") / "index.md"
        profile.write_text(profile.read_text(encoding="utf-8").replace("2026-01-02", "2026-11-24"), encoding="utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        return content

    return made


def is_checked(content: Path) -> bool:
    return check.run(content, content, "text", io.StringIO()) == 0


def is_built(content: Path) -> bool:
    try:
        return build(content, content.parent / "output").creators == 1
    except ContentFaults:
        return False


def is_reviewed(content: Path) -> bool:
    for command in (
        ["init", "-q"],
        ["add", "wilayah"],
        ["commit", "-qm", "wilayah"],
        ["add", "."],
        ["commit", "-qm", "x"],
    ):
        given = ["git", "-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example", *command]
        subprocess.run(given, cwd=content, check=True)
    review.run(content, content, "HEAD^", content / "tinjauan.json")
    return "P109" not in (content / "tinjauan.json").read_text(encoding="utf-8")


def is_ready(content: Path) -> bool:
    return not any(fault.severity == "fault" for fault in doctor._content(content).faults)


def is_counted(content: Path) -> bool:
    report.run(content, content, "2026-11")
    return "kreator,1\n" in (content / "laporan" / "2026-11.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("zone", "day"), ZONES)
def test_which_day_it_is(at_night, zone, day):
    content = at_night(zone)
    assert region_day(content, content) == day


@pytest.mark.parametrize("command", [is_checked, is_built, is_reviewed, is_ready, is_counted])
@pytest.mark.parametrize(("zone", "day"), ZONES)
def test_a_consent_given_after_midnight_is_good_at_once_where_it_was_given(at_night, command, zone, day):
    assert command(at_night(zone)) is (day == date(2026, 11, 24))


@pytest.mark.parametrize(("zone", "day"), ZONES)
def test_a_new_profile_bears_the_region_s_day(at_night, zone, day):
    content = at_night(zone)
    new.run("Contoh Baru", content)
    assert f"tanggal: {day}" in (content / "kreator" / "contoh-baru" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("zone", "month"), [("Asia/Jayapura", "2026-12"), ("Asia/Jakarta", "2026-11")])
def test_the_record_is_of_the_region_s_month(at_night, zone, month):
    content = at_night(zone, NIGHT.replace(day=30))
    report.run(content, content)
    assert (content / "laporan" / f"{month}.csv").is_file()


@pytest.mark.parametrize(("zone", "ended"), [("Asia/Jayapura", True), ("Asia/Jakarta", False)])
def test_a_consent_ends_when_the_region_s_day_is_over(at_night, zone, ended):
    content = at_night(zone, NIGHT.replace(month=12))
    profile = content / "kreator" / "contoh-rina" / "index.md"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("  dewasa: ya", "  dewasa: ya\n  berlaku_sampai: 2026-12-23"), encoding="utf-8")
    stream = io.StringIO()
    consents.run(content, content, stream)
    assert ("sudah berakhir" in stream.getvalue()) is ended
