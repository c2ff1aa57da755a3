"""Front matter as a tree: what belongs to which line, and where it stands, whatever the names mean."""

from __future__ import annotations

import pytest

from showcase.diagnostics.collector import DiagnosticCollector
from showcase.frontmatter.nodes import Node
from showcase.frontmatter.tree import read_tree


def tree(text: str) -> tuple[list[object], DiagnosticCollector]:
    """Every node as its text, or as its text and what is below."""
    diagnostics = DiagnosticCollector("index.md")
    return [shown(node) for node in read_tree(text.split("\n"), 2, diagnostics)], diagnostics


def shown(node: Node) -> object:
    return (node.line.text, [shown(one) for one in node.below]) if node.below else node.line.text


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("a: b\nc: d", ["a: b", "c: d"]),
        ("a:\n  b: c\n  d: e\nf: g", [("a:", ["b: c", "d: e"]), "f: g"]),
        ("a:\n  b:\n    c: d\n  e: f", [("a:", [("b:", ["c: d"]), "e: f"])]),
        ("a:\n  - b\n  - c", [("a:", ["- b", "- c"])]),
        # A list may stand as deep as its name, and a comment in it closes nothing.
        ("a:\n- b\n# note\n- c\nd: e", [("a:", ["- b", "# note", "- c"]), "d: e"]),
        ("a: b\n- c", ["a: b", "- c"]),
        ("a:\n  - b: c\n    d: e\n  - f", [("a:", [("- b: c", ["d: e"]), "- f"])]),
        ("a:\n  b: c\n# note\n  d: e", [("a:", ["b: c", "# note", "d: e"])]),
        # What sets nothing and stands too far left does not end what goes on below it.
        ("a:\n  b: c\nwords\n  d: e", [("a:", ["b: c", ("words", ["d: e"])])]),
        ("a:\n  b: c\nwords\nd: e", [("a:", ["b: c"]), "words", "d: e"]),
        # What brackets, quotation marks and blocks hold together is one line.
        ("a: [b,\n  c\n]\nd: e", ["a: [b,", "d: e"]),
        ("a: 'b\n  c'\nd: e", ["a: 'b", "d: e"]),
        ("a: |\n  b: c\nd: e", ["a: |", "d: e"]),
        ("a: [b\nd: e]", ["a: [b", "d: e]"]),
    ],
)
def test_deeper_lines_belong_to_the_one_above(text, nodes):
    assert tree(text)[0] == nodes


@pytest.mark.parametrize(
    ("text", "place", "name", "value"),
    [
        ("apa saja: nilai # catatan", (2, 1), "apa saja", "nilai # catatan"),
        ("  'kunci' ：  nilai", (2, 3), "kunci", "nilai"),
        ("a: [b,\n  c]", (2, 1), "a", "[b,\n  c]"),
        ('a: "b\n  c"', (2, 1), "a", '"b c"'),
    ],
)
def test_a_line_says_what_stands_where(text, place, name, value):
    (node,) = read_tree(text.split("\n"), 2, DiagnosticCollector("index.md"))
    assert node.line.pair is not None
    assert (node.line.place, node.line.pair.name, node.line.pair.value) == (place, name, value)


@pytest.mark.parametrize(("dash", "shown"), [("- ", "-"), ("* ", "?"), ("• ", "?"), ("-", "?")])
def test_an_item_is_the_line_behind_its_dash(dash, shown):
    (node,) = read_tree([f" {dash}a: b"], 2, DiagnosticCollector("index.md"))
    assert (node.line.dash, node.line.pair) == (shown, None)
    assert node.line.item is not None
    assert (node.line.item.text, node.line.item.column) == ("a: b", 2 + len(dash))


def test_the_tree_alone_faults_no_more_than_a_tab():
    _, diagnostics = tree("\tapa: [saja\nini tidak berarti apa-apa\n- - x\n'y")
    assert [(fault.code, fault.severity, fault.line) for fault in diagnostics.faults] == [("P010", "suggestion", 2)]


def test_a_tree_of_many_levels_and_comments_is_made_at_once():
    levels = [" " * depth + "a:" for depth in range(600)]
    assert len(read_tree(["#"] * 50_000 + levels + ["#"] * 50_000, 2, DiagnosticCollector("index.md"))) > 1
