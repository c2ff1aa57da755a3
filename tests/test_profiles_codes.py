"""Every code that a message can carry has a section in the guide, and the guide has no others."""

from __future__ import annotations

import re

from showcase.links import CODES
from showcase.pictures import MESSAGES

SECTION = re.compile(r"^### ([A-Z]\d{3})$", re.MULTILINE)


def test_codes_and_sections_are_the_same(project):
    sources = (project / "plugins/showcase/profiles").glob("*.py")
    used = {code for path in sources for code in re.findall(r'"([PWD]\d{3})"', path.read_text(encoding="utf-8"))}
    sections = SECTION.findall((project / "docs/kode.md").read_text(encoding="utf-8"))
    assert sorted(sections) == sorted({*used, *CODES, *MESSAGES})


def test_sections_say_what_it_means_and_how_to_mend_it(project):
    text = (project / "docs/kode.md").read_text(encoding="utf-8")
    for code, body in zip(SECTION.findall(text), SECTION.split(text)[2::2], strict=True):
        assert re.match(r"\n\n\*\*[^*]+[.)]\*\* \S", body), code
        assert len(body) > 40, code
