"""The region and the people that tests build from: fixed, so that no office's `content/` changes a test.

`tests/isi/` is a whole content folder to open and read: districts, places and services in `wilayah/`, the pages, a
piece of news, and samples of every kind of profile. `showcase` takes it for the project's own during the tests.
"""

from __future__ import annotations

from pathlib import Path

CONTENT = Path(__file__).resolve().parents[1] / "isi"
PUBLISHED = CONTENT.parents[1] / "content"  # of the office that runs this site: only for what holds in every region
