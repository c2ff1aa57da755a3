"""Where the rules of the code are: statements that note a fault or refuse something, and rows of tables of refusals."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PLUGIN = Path("plugins/showcase")
CODE = re.compile(r"[A-Z]\d{3}")
MESSAGE = re.compile(rf"{CODE.pattern}(?:\.\w+)?")
# Calls that make a fault or a refusal, by the last part of their name; calls that are rows of a table.
MAKERS = frozenset({"add_worded", "fault_at", "refuse", "picture_error", "Fault", "Rejection", "ToolFailure"})
ROWS = frozenset({"Rejected"})
# Tables of rules without a code in their rows.
TABLES = frozenset({"RULES", "OUTSIDE", "MARKS"})


@dataclass(frozen=True)
class Rule:
    """One place to take out. path: relative to the project. start, end: offsets in its text. row: of a table."""

    path: Path
    line: int
    start: int
    end: int
    row: bool
    label: str

    @property
    def room(self) -> str:
        """The room that it belongs to."""
        return self.path.relative_to(PLUGIN).parts[0].removesuffix(".py")


def rules_of(path: Path, root: Path) -> Iterator[Rule]:
    """Every rule of a module, in order."""
    text = (root / path).read_text(encoding="utf-8")
    offsets = [0]
    for line in text.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line))
    lines = text.splitlines()

    def place(line: int, column: int) -> int:
        # The tree counts bytes, a text counts letters.
        return offsets[line - 1] + len(lines[line - 1].encode()[:column].decode())

    for node, row in _found(ast.parse(text)):
        start, end = place(node.lineno, node.col_offset), place(node.end_lineno or 0, node.end_col_offset or 0)
        yield Rule(path, node.lineno, start, end, row, " ".join(text[start:end].split())[:100])


def _found(tree: ast.Module) -> Iterator[tuple[ast.stmt | ast.expr, bool]]:
    """Statements and rows, with whether they are rows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            if _is_made(node.exc):
                yield node, False
        elif isinstance(node, ast.Expr | ast.AugAssign | ast.Return) and _makes(node):
            yield node, False
        elif isinstance(node, ast.Tuple | ast.List):
            yield from ((row, True) for row in node.elts if _is_row(row))
        elif isinstance(node, ast.AnnAssign | ast.Assign) and _names(node) & TABLES:
            yield from ((row, True) for row in getattr(node.value, "elts", ()) if not _is_row(row))


def _is_made(raised: ast.expr | None) -> bool:
    """True for what is raised here first, not passed on."""
    return isinstance(raised, ast.Call) or (isinstance(raised, ast.Name) and raised.id[0].isupper())


def _makes(node: ast.AST) -> bool:
    """True for a statement that notes or returns a fault: it calls a maker, or names a code."""
    return any((isinstance(part, ast.Call) and _is_maker(part.func)) or _is_code(part) for part in ast.walk(node))


def _is_maker(function: ast.expr) -> bool:
    """One of those calls, or the `add` of a collector: a set has one too."""
    of = function.value if isinstance(function, ast.Attribute) else function
    return _name(function) in MAKERS or (_name(function) == "add" and _name(of) == "diagnostics")


def _is_row(node: ast.expr) -> bool:
    """A refused shape of address, or a row that holds a message: `("P120", IDENTITY, …)`."""
    if isinstance(node, ast.Call):
        return _name(node.func) in ROWS
    return isinstance(node, ast.Tuple) and any(map(_is_code, node.elts)) and not _is_example(node.elts[0])


def _is_example(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and str(node.value).startswith("https://")


def _is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(MESSAGE.fullmatch(node.value))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _names(node: ast.AnnAssign | ast.Assign) -> set[str]:
    targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
    return {target.id for target in targets if isinstance(target, ast.Name)}


def without(text: str, rule: Rule) -> str:
    """The module without the rule: a statement becomes one that is never reached, a row is gone."""
    before, found, after = text[: rule.start], text[rule.start : rule.end], text[rule.end :]
    if rule.row:
        return before + re.sub(r"\A\s*,", "", after)
    indent = " " * (rule.start - before.rfind("\n") - 1)
    return f"{before}if False:\n{indent}    " + found.replace("\n", "\n    ") + after


def all_rules(root: Path) -> list[Rule]:
    """Every rule of the plugin."""
    paths = sorted((root / PLUGIN).rglob("*.py"))
    return [rule for path in paths for rule in rules_of(path.relative_to(root), root)]
