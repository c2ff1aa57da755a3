"""Pictures that could not be made, as faults of the files that show them."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics.fault import Fault
from ..pictures import Report
from ..profiles import Content, Creator, Document

Place = tuple[int | None, int | None]


def picture_faults(report: Report, content: Content, folder: Path) -> list[Fault]:
    """A fault for each picture that failed, at the profile, news item or page that shows it, where it is named.

    folder: what the content was read from.
    """
    owners: tuple[Creator | Document, ...] = (*content.creators, *content.news, *content.pages)
    shown_in = {path: owner.source for owner in owners for _name, path in owner.pictures}
    faults = []
    for path, wrong in report.failed:
        source = shown_in.get(path, str(path))
        line, column = _place_of(path.name, folder / source)
        faults.append(
            Fault(
                path=source, line=line, column=column, code=wrong.code, key="foto",
                message=f"{path.name}: {wrong}", found=path.name,
            )
        )  # fmt: skip
    return faults


def _place_of(name: str, file: Path) -> Place:
    """Line and column, from 1, where a text names a picture first; a photo that is found by itself has none."""
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):  # a picture that no text shows, or a file that has gone meanwhile
        return None, None
    places = ((number, line.find(name) + 1) for number, line in enumerate(lines, start=1))
    return next((place for place in places if place[1]), (None, None))
