"""Pictures that could not be made, as faults of the files that show them."""

from __future__ import annotations

from .faults import Fault
from .pictures import Report
from .profiles import Content, Creator, Document


def picture_faults(report: Report, content: Content) -> list[Fault]:
    """A fault for each picture that failed, at the profile, news item or page that shows it."""
    owners: tuple[Creator | Document, ...] = (*content.creators, *content.news, *content.pages)
    shown_in = {path: owner.source for owner in owners for _name, path in owner.pictures}
    return [
        Fault(
            path=shown_in.get(path, str(path)), line=None, column=None, code=wrong.code, key="foto",
            message=f"{path.name}: {wrong}", found=path.name,
        )
        for path, wrong in report.failed
    ]  # fmt: skip
