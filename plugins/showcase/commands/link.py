"""`link`: what each URL is, or why it is refused and what to paste instead."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..diagnostics.fault import ToolFailure
from ..links import PLATFORMS, Link, Refusal, read_link


def run(urls: Sequence[str], file: Path | None = None, format: str = "text") -> int:  # noqa: A002 - the option's name
    """Print one answer a URL, in input order: those given, then the lines of `file` ("-" is standard input).

    Exit code 0 if all are understood, 1 if any is refused. ToolFailure: `file` cannot be read, or nothing is asked.
    """
    if format not in {"text", "json"}:
        message = f"--format hanya text atau json, bukan {format!r}."
        raise ToolFailure(message)
    asked = [*urls, *_lines(file)]
    if not asked and file is None:
        message = "Tidak ada tautan. Tulis satu atau lebih alamat, atau --file BERKAS."
        raise ToolFailure(message)
    answers = [read_link(text) for text in asked]
    write = sys.stdout.write
    if format == "json":
        write(json.dumps([as_json(answer) for answer in answers], ensure_ascii=False, indent=2) + "\n")
    else:
        for answer in answers:
            write(as_text(answer) + "\n")
    return 1 if any(isinstance(answer, Refusal) for answer in answers) else 0


def as_json(answer: Link | Refusal) -> dict[str, str]:
    """The promised fields; a ready correction stands at the end of the message."""
    if isinstance(answer, Refusal):
        return {"url": _printable(answer.url), "refused": answer.code, "message": _advice(answer)}
    return {
        "url": answer.url,
        "platform": answer.platform,
        "kind": answer.kind,
        "id": answer.id,
        "handle": answer.handle,
        "canonical": answer.canonical,
    }


def as_text(answer: Link | Refusal) -> str:
    """One line: the canonical address and what it is, or the code and the advice."""
    if isinstance(answer, Refusal):
        return f"{answer.code} {_advice(answer)}"
    named = f" ({answer.handle})" if answer.handle else ""
    return f"{answer.canonical}  {PLATFORMS[answer.platform].label}, {answer.kind}, {answer.id}{named}"


def _advice(refusal: Refusal) -> str:
    return f"{refusal.message} Tulis: {refusal.fix}" if refusal.fix else refusal.message


def _printable(text: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair, which only a damaged file has, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _lines(file: Path | None) -> Iterable[str]:
    if file is None:
        return []
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"{file} tidak bisa dibaca: {error.strerror}."
        raise ToolFailure(message) from error
    except UnicodeDecodeError as error:
        message = f"{file} bukan teks UTF-8."
        raise ToolFailure(message) from error
    # Only a line feed ends a line: the other characters that `splitlines` knows may be the fault itself.
    return [line.removesuffix("\r") for line in text.split("\n") if line.strip()]
