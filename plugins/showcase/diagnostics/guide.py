"""The guide to all codes, for the people who read the messages:

PYTHONPATH=plugins python3 -m showcase.diagnostics.guide > docs/kode.md
"""

from __future__ import annotations

import sys

from .registry import FAMILIES, FOLDER, Code, Family, family


def guide() -> str:
    """The whole page, in Markdown."""
    head = (FOLDER / "guide.md").read_text(encoding="utf-8")
    return head + "".join(_part(family(name)) for name in FAMILIES)


def _part(part: Family) -> str:
    intro = f"\n{part.intro}\n" if part.intro else ""
    return f"\n## {part.heading}\n{intro}" + "".join(map(_section, part.codes.values()))


def _section(code: Code) -> str:
    suggested = " (saran)" if code.severity == "suggestion" else ""
    return f"\n### {code.code}\n\n**{code.title}{suggested}.** {code.help.rstrip()}\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(guide().encode())
