"""Every code that a message can carry has a section in the guide, and the guide has no others."""

from __future__ import annotations

import re

from showcase.links import CODES
from showcase.pictures import MESSAGES

SECTION = re.compile(r"^### ([A-Z]\d{3})$", re.MULTILINE)


def test_codes_and_sections_are_the_same(project):
    """Of every series, wherever in the program or in the form page a code is written out."""
    written = re.compile(r"""["'`]([A-Z]\d{3})["'`]""")
    sources = [*(project / "plugins/showcase").rglob("*.py"), *(project / "theme/static/js").rglob("*.js")]
    used = {code for path in sources for code in written.findall(path.read_text(encoding="utf-8"))}
    sections = SECTION.findall((project / "docs/kode.md").read_text(encoding="utf-8"))
    assert sorted(sections) == sorted(used)
    assert used >= {*CODES, *MESSAGES}
    assert {code[0] for code in used} == {"D", "G", "L", "P", "W"}, "the series that docs/kode.md has parts for"


def test_no_code_is_put_together(project):
    """Or the test above would not see it."""
    made = re.compile(r"""f["'][A-Z]\{|["'][A-Z]["'] \+|["'][A-Z]\d{1,2}["'] \+""")
    sources = (project / "plugins/showcase").rglob("*.py")
    assert [path.name for path in sources if made.search(path.read_text(encoding="utf-8"))] == []


def test_sections_say_what_it_means_and_how_to_mend_it(project):
    text = (project / "docs/kode.md").read_text(encoding="utf-8")
    for code, body in zip(SECTION.findall(text), SECTION.split(text)[2::2], strict=True):
        assert re.match(r"\n\n\*\*[^*]+[.)]\*\* \S", body), code
        assert len(body) > 40, code
