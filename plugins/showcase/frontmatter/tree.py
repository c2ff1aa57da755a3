"""Lines -> a tree: to each line belong the deeper ones below it, and the items of a list that stand as deep as it.

It is tolerant. A comment closes nothing, and neither does a line that sets nothing, stands too far left and is followed
by one that is as deep as those before: whoever reads the tree says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..diagnostics.collector import DiagnosticCollector
from .lines import read_lines
from .nodes import Line, Node


def read_tree(texts: Sequence[str], first: int, diagnostics: DiagnosticCollector) -> tuple[Node, ...]:
    """The nodes that do not belong to others. texts: lines of the front matter; first: line number of the first."""
    # From the last line to the first, so that whatever belongs to a line is there when its turn comes.
    waiting: list[_Waiting] = []
    for line in reversed(list(read_lines(texts, first, diagnostics))):
        below: list[_Waiting] = []
        if line.is_comment:
            after = waiting[-1] if waiting else _Waiting(Node(line, ()), line, 0)
            waiting.append(after._replace(node=Node(line, ()), depth=max(line.indent, after.depth)))
            continue
        listed = bool(waiting) and waiting[-1].counted.is_item_of(line) and _is_empty(line)
        while waiting and (
            waiting[-1].depth > line.indent
            or (listed and waiting[-1].counted.is_item_of(line))
            or (waiting[-1].reach > line.indent and (below or line.dash))
        ):
            below.append(waiting.pop())
        node = Node(line, tuple([one.node for one in below]) if below else ())
        waiting.append(_Waiting(node, line, line.indent, -1 if line.pair or line.dash else _reach(below)))
    return tuple(one.node for one in reversed(waiting))


class _Waiting(NamedTuple):
    """A node that may yet belong to a line above. A comment goes where the line after it goes.

    counted: the line that decides where it goes. depth: the indent that decides it. reach: for a line that sets
    nothing, the depth of the line after it; -1 for others.
    """

    node: Node
    counted: Line
    depth: int
    reach: int = -1


def _reach(below: list[_Waiting]) -> int:
    """The depth of the line after one that sets nothing; -1 if there is none."""
    return next((one.depth for one in below if not one.node.line.is_comment), -1)


def _is_empty(line: Line) -> bool:
    """True for a name with nothing but perhaps a comment behind it, however it is written."""
    if line.pair:
        return line.pair.value[:1] in ("", "#")
    return not line.dash and line.text[-1] in "=:："
