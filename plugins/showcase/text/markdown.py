"""Escaping untrusted text for Markdown on GitHub: comments, summaries, reports.

GitHub makes links of more than Markdown does: of addresses after nearly any sign (GFM 6.9), of names after an @, of
numbers of issues and of commits. The mail that carries a comment makes them of bare host names too.
"""

from __future__ import annotations

import re

TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # what follows would be read in another order
# A backslash of theirs would undo ours. A dollar begins a formula, a bar ends the cell of a table.
SIGNS = str.maketrans({"\\": "&bsol;", "&": "&amp;", "<": "&lt;", ">": "&gt;"} | {one: f"\\{one}" for one in "|[$*~_"})
BREAK = "\u200b"
# After each of these a link is cut by a character without width. What stands before does not matter: GitHub also
# begins an address within a word, as in `Masuk1https://` or `_https://`.
LINKED = re.compile(
    r"(?<=[a-z]):(?=\S)"  # any scheme
    r"|www(?=\.)"
    r"|(?<=[^\W_])\.(?=[^\W\d_]{2})"  # the last part of a host name
    r"|@"  # a mention, an e-mail address, a user's commit
    r"|#(?=\d)|GH-(?=\d)"
    r"|[0-9a-f]{6}(?=[0-9a-f])",  # a commit; six digits are too few for one
    re.IGNORECASE,
)


def unlinked(text: str) -> str:
    """Text in one line that shows as it was written: no link, no mention, no Markdown, no HTML. Not to be copied."""
    plain = " ".join(TURNING.sub("\ufffd", text).replace("`", "'").split())
    return LINKED.sub(lambda found: f"{found[0]}{BREAK}", plain).translate(SIGNS)


def code_span(text: str, *, cell: bool = False) -> str:
    """Text to be copied, in a code span that it cannot leave. cell: in a table, where a bar would end the cell."""
    text = " ".join(TURNING.sub("\ufffd", text).split()) or " "  # two ticks alone would begin a longer span
    text = text.replace("|", "\\|") if cell else text
    ticks = _longer_ticks(text)
    return f"{ticks} {text} {ticks}" if "`" in text else f"{ticks}{text}{ticks}"


def fenced(text: str, kind: str) -> str:
    """A code block that the text cannot end. kind: of code, for example `suggestion`; GitHub adds a button to copy."""
    ticks = _longer_ticks(text).rjust(3, "`")
    return f"{ticks}{kind}\n{text}\n{ticks}"


def _longer_ticks(text: str) -> str:
    """One backtick more than any run of them in the text."""
    return "`" * (max(map(len, re.findall(r"`+", text)), default=0) + 1)
