"""Every code is one row, every row is used, every message gets what it is filled in with; the guide is made of them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
from tests.profiles.making import GOOD, read_text

from showcase.diagnostics import registry
from showcase.diagnostics.collector import fault_at
from showcase.diagnostics.guide import guide
from showcase.diagnostics.registry import FAMILIES, FOLDER, OPTIONAL, family, fields_of, template_of, text_of

PLUGIN = FOLDER.parents[1]
CODE = re.compile(r"[A-Z]\d{3}")
MESSAGE = re.compile(r"[A-Z]\d{3}(?:\.\w+)?")
# Calls that name a message, and the place of its name among their arguments.
CALLS = {"add": 0, "fault_at": 0, "_add": 1, "_fault": 0, "picture_error": 0, "refuse": 1}
# What a call need not give: the collector always has it, `refuse` and the helpers of a module give it themselves.
EVERY = {"key", "found", "allowed", "fix"}
GIVEN = {"add": {"key", "allowed"}, "fault_at": {"key", "allowed"}, "picture_error": set[str]()}

CODES = {code: row for name in FAMILIES for code, row in family(name).codes.items()}
MESSAGES = {f"{code}.{name}".rstrip(".") for code, row in CODES.items() for name in row.messages}


@dataclass(frozen=True)
class Call:
    """A call that notes a message. messages: those it may name, none where a variable names it."""

    where: str
    function: str
    messages: tuple[str, ...]
    fields: frozenset[str]

    @property
    def given(self) -> set[str]:
        """The fields that a message may have here without being named in the call."""
        return GIVEN.get(self.function, EVERY)


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Everything written out that looks like a message or a code."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return (text for text in texts if MESSAGE.fullmatch(text))


def calls_in(path: Path) -> Iterator[Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        at = CALLS.get(function)
        names = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
        if at is None or len(node.args) <= at or len(names) < len(node.keywords):
            continue  # `words.add(one)` of a set is no such call either, and says nothing below
        yield Call(f"{path.name}:{node.lineno}", function, tuple(texts_in(node.args[at])), names)


MODULES = sorted(PLUGIN.rglob("*.py"))
WRITTEN = set(chain.from_iterable(texts_in(ast.parse(path.read_text(encoding="utf-8"))) for path in MODULES))
CALLED = tuple(chain.from_iterable(map(calls_in, MODULES)))


def needed(message: str) -> frozenset[str]:
    """The fields without which a message cannot be said."""
    return fields_of(OPTIONAL.sub("", template_of(message)))


def possible(message: str) -> frozenset[str]:
    return fields_of(template_of(message))


def test_what_the_code_names_is_in_the_registry_and_the_other_way_round(project):
    assert sorted(WRITTEN - MESSAGES - set(CODES)) == []
    assert sorted(MESSAGES - WRITTEN) == []
    scripts = (path.read_text(encoding="utf-8") for path in (project / "theme/static/js").rglob("*.js"))
    assert {code for text in scripts for code in re.findall(r"""["'`]([A-Z]\d{3})["'`]""", text)} <= set(CODES)


def test_no_message_is_put_together():
    """Or the test above would not see it."""
    first = f"[{''.join(sorted({code[0] for code in CODES}))}]"
    made = re.compile(rf"""f["']{first}\{{|f["'][A-Z]\d{{3}}\.\{{|["']{first}["'] \+|["'][A-Z]\d{{1,2}}["'] \+""")
    assert [path.name for path in MODULES if made.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("call", [one for one in CALLED if one.messages], ids=lambda call: call.where)
def test_a_call_gives_what_its_message_is_filled_in_with(call: Call):
    wanted = set().union(*map(needed, call.messages))
    welcome = set().union(*map(possible, call.messages))
    assert wanted - call.fields <= call.given
    assert call.fields - EVERY <= welcome


def test_what_a_variable_names_is_filled_in_too():
    loose = MESSAGES - {message for call in CALLED for message in call.messages}
    variable = [call for call in CALLED if not call.messages]
    short = [m for m in loose if not any(needed(m) <= call.fields | call.given for call in variable)]
    assert sorted(set(short) - {"P018.more"}) == []  # the collector's own


def test_the_guide_is_made_of_the_registry(project):
    command = "PYTHONPATH=plugins python3 -m showcase.diagnostics.guide > docs/kode.md"
    assert (project / "docs/kode.md").read_text(encoding="utf-8") == guide(), f"stale; run: {command}"
    made = subprocess.run(
        [sys.executable, "-m", "showcase.diagnostics.guide"], cwd=PLUGIN.parent, capture_output=True, check=True
    )
    assert made.stdout.decode() == guide()


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_is_whole_and_in_order(name):
    codes = family(name).codes
    assert list(codes) == sorted(codes)
    assert all(CODE.fullmatch(code) and code.lower().startswith(name) for code in codes)
    assert family(name).heading.lower().startswith(f"{name}: ")


@pytest.mark.parametrize("code", CODES)
def test_a_row_says_what_it_means_and_how_to_mend_it(code):
    row = CODES[code]
    assert row.severity in ("fault", "suggestion")
    assert set(row.suggestions) <= set(row.messages)
    assert row.title[0].isupper()
    assert row.title[-1] != "."
    assert len(row.help) > 15
    assert all(not re.search(r"\{\w*$|^\s|\s$", text) for text in row.messages.values())


def test_no_sentence_stands_twice():
    tables = [tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")) for name in FAMILIES]
    rows = [row for table in tables for row in table.values() if isinstance(row, dict)]
    said = chain.from_iterable(row.get("messages", {"": row.get("message")}).values() for row in rows)
    texts = [text for text in said if not re.fullmatch(r"\{\w+\}", text)]
    assert [text for text in texts if texts.count(text) > 1] == []
    everything = "".join((FOLDER / f"{name}.toml").read_text(encoding="utf-8") for name in FAMILIES)
    phrases = tomllib.loads((FOLDER / "phrases.toml").read_text(encoding="utf-8"))
    assert [name for name in phrases if everything.count(f"{{{name}}}") < 2] == []


@pytest.mark.parametrize(
    ("message", "fields", "text"),
    [
        ("P010", {}, "baris ini menjorok dengan tab; sebaiknya dua spasi."),
        ("P011", {"found": "nama:  Budi", "fix": "x" * 80}, f'"nama: Budi" dibaca sebagai "{"x" * 59}…".'),
        ("P021", {"found": "A", "fix": "", "taken": ""},
         'nama folder "A" menjadi alamat halaman: 2-60 huruf kecil a-z, angka, dan tanda hubung.'),
        ("P108", {"found": "kapan"}, '"kapan" bukan tanggal. Tulis tahun-bulan-hari.'),
        ("P108", {"found": "kapan", "example": "2026-11-20"},
         '"kapan" bukan tanggal. Tulis tahun-bulan-hari, misalnya 2026-11-20.'),
        ("W104.empty", {"columns": ["kode", "nama"]}, "baris ini tanpa kode atau nama. Isi kolomnya."),
        ("W105", {"found": "{x}", "allowed": ("a", "b", "c")}, 'tingkat "{x}" tidak dikenal: a, b, atau c.'),
        ("P022.index", {},
         "index.md hanya penunjuk ke tempat lain (symlink) dan tidak diikuti. Taruh aslinya di sini."),
    ],
)  # fmt: skip
def test_a_message_is_filled_in(message, fields, text):
    assert text_of(message, **fields) == text


def test_the_severity_is_the_rows_and_one_message_may_only_suggest():
    assert fault_at("P023.photo", "x.jpg", name="x.jpg").severity == "suggestion"
    assert fault_at("P023.index", "index.md", name="index.md").severity == "fault"
    assert fault_at("P010", "index.md").severity == "suggestion"


def test_a_check_without_faults_reads_no_table(tmp_path):
    registry.family.cache_clear()
    assert read_text(tmp_path, GOOD).faults == ()
    assert registry.family.cache_info().currsize == 0
