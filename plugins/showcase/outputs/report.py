"""The report's figures as CSV for Excel with Indonesian settings, one figure a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from ..cards.report import Report
from .open_data import cell

COLUMNS = ("Bagian", "Kecamatan", "Topik", "Media", "Perihal", "Jumlah")


def as_csv(report: Report) -> str:
    """Semicolons, since a comma is the decimal sign there; a byte order mark, without which letters break."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for *words, number in _rows(report):
        writer.writerow([*map(cell, words), number])
    return "\ufeff" + out.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, str, str, str, str, int]]:
    yield "Ringkasan", "", "", "", "Kreator", report.creators
    yield "Ringkasan", "", "", "", "Komunitas", report.communities
    yield "Ringkasan", "", "", "", "Karya", report.works
    for one in report.combinations:
        yield "Sebaran", one.district.label, one.topic.label, one.medium.label, "", one.count
    for term in report.services:
        yield "Jasa", "", "", "", term.label, term.count
    for term in report.wishes:
        yield "Ingin belajar", "", "", "", term.label, term.count
    for gap in report.gaps:
        yield "Belum terisi", "", "", "", gap, 0
    for month in report.months:
        yield "Pertumbuhan", "", "", "", month.label, month.creators
