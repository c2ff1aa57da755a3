"""The output folder holds the old tree or the new one."""

from __future__ import annotations

import pytest

from showcase.faults import ToolFailure
from showcase.publish import Tree


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def output(tmp_path):
    """An output folder with an old tree in it."""
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "lama.html").write_text("lama")
    return folder


def test_a_swap_replaces_everything(output):
    tree = Tree(output)
    (tree.open() / "baru.html").write_text("baru")
    assert names(output) == {"lama.html"}
    tree.swap()
    assert names(output) == {"baru.html"}
    assert names(output.parent) == {"output", ".output.lock"}


def test_the_first_build_needs_no_old_tree(tmp_path):
    tree = Tree(tmp_path / "jauh" / "output")
    (tree.open() / "baru.html").write_text("baru")
    tree.swap()
    assert names(tmp_path / "jauh" / "output") == {"baru.html"}


def test_an_abandoned_build_leaves_the_old_tree(output):
    tree = Tree(output)
    (tree.open() / "baru.html").write_text("baru")
    tree.abandon()
    assert names(output) == {"lama.html"}
    assert names(output.parent) == {"output", ".output.lock"}


def test_what_a_killed_build_left_is_cleared_away(output):
    (output.parent / ".output.staging").mkdir()
    (output.parent / ".output.staging" / "setengah.html").write_text("")
    assert names(Tree(output).open()) == set()


def test_a_second_build_is_told_to_wait(output):
    first = Tree(output)
    first.open()
    with pytest.raises(ToolFailure, match="Pembangunan lain"):
        Tree(output).open()
    first.abandon()
    Tree(output).open()


def test_swapping_works_where_the_system_cannot_exchange(output, monkeypatch):
    monkeypatch.setattr("showcase.publish.tree._exchange", lambda one, other: False)
    tree = Tree(output)
    (tree.open() / "baru.html").write_text("baru")
    tree.swap()
    assert names(output) == {"baru.html"}
