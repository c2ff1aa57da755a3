"""Smaller style sheets and scripts mean what they did."""

from __future__ import annotations

import re

import pytest

from showcase.outputs.minify import css, javascript

SHEETS = {
    "a { color : red ; }\n": "a{color :red}",
    "/* one */\na,\n b > c { /* two */ }": "a,b>c{}",
    "a :hover { margin: 0 calc(1px + 2px) }": "a :hover{margin:0 calc(1px + 2px)}",
    "a /* one */ b /* two */ { c: d }": "a b{c:d}",
    "@layer x {\n  a {\n    &:has(> b) { --empty: ; }\n  }\n}\n": "@layer x{a{&:has(>b){--empty:}}}",
    'a::before { content: "/* ; } */  \\"  { " }': 'a::before{content:"/* ; } */  \\"  { "}',
    "a { content: '\\'  ; ' }": "a{content:'\\'  ; '}",
    "a { b: url(data:x,/*y*/) }": "a{b:url(data:x,/*y*/)}",
    "@media (width >= 40em) and (height: 1px) { }": "@media (width>= 40em) and (height:1px){}",
    "a { b: c !important }": "a{b:c!important}",
    "a { b: c /* never closed": "a{b:c /* never closed",
}

SCRIPTS = {
    "/* one */\n  const a = 1;\n\n  // two\n  let b;\n": "const a = 1;\nlet b;\n",
    "/* one */ a();\n/* two\n   three */\nb();\n": "/* one */ a();\nb();\n",
    'a("// b"); // c\n  const d = /\\/\\*/, e = "/* f */";\n': 'a("// b"); // c\nconst d = /\\/\\*/, e = "/* f */";\n',
    "const a = `//\n`;\n": "const a = `//\n`;\n",
    "return\n  a\n": "return\na\n",
}


@pytest.mark.parametrize(("sheet", "smaller"), SHEETS.items())
def test_a_sheet_loses_blanks_and_comments_that_mean_nothing(sheet, smaller):
    assert css(sheet) == smaller


@pytest.mark.parametrize(("script", "smaller"), SCRIPTS.items())
def test_a_script_loses_comments_on_lines_of_their_own_and_indentation(script, smaller):
    assert javascript(script) == smaller


def test_small_stays_small(project):
    static = project / "theme/static"
    for file in static.rglob("*.css"):
        once = css(file.read_text("utf-8"))
        assert css(once) == once, file
    for file in static.rglob("*.js"):
        once = javascript(file.read_text("utf-8"))
        assert javascript(once) == once, file


def test_no_text_of_a_script_spans_lines(project):
    """It would lose its own indentation."""
    for file in (project / "theme/static/js").rglob("*.js"):
        for line in javascript(file.read_text("utf-8")).splitlines():
            assert re.sub(r"\[[^]]*]", "", line).count("`") % 2 == 0, (
                f"{file.name}: {line}"
            )  # but for classes of a pattern
