"""Front matter as the person wrote it: lines -> nodes, each with its place.

YAML's block and flow forms are read as YAML reads them, with two differences: a value is always
the text that was typed, and a one-line text takes the rest of its line. Everything that is not
YAML but has one clear meaning is understood and named as a suggestion.
"""

from __future__ import annotations

from collections.abc import Sequence

from .flow import DEEPEST, Span, depth_of, end_of, pieces
from .keynames import settle
from .lines import BLOCK, NAMED, TIGHT, Line, Named, dashed, is_blank, is_known, lines_of, named
from .nodes import Entry, Items, Node, Table, Text
from .notes import Notes, quoted
from .scalars import closing, read_scalar
from .schema import Key, Kind, fold_key, index

LISTS: frozenset[Kind] = frozenset({"lines", "choices", "slugs", "links", "pictures", "tables"})
WHOLE_LINE: frozenset[Kind] = frozenset({"line", "lines", "picture", "pictures", "colour"})
MOST_ENTRIES = 200
MOST_ITEMS = 500


def read_front_matter(texts: Sequence[str], first: int, keys: tuple[Key, ...], notes: Notes) -> Table:
    """The table that front matter is. texts: its lines; first: line number of the first."""
    return _Reader(texts, first, keys, notes).table(keys, -1, first, 1, inside="")


class _Reader:
    """Walks the lines once. `at` is the next line to read."""

    def __init__(self, texts: Sequence[str], first: int, keys: tuple[Key, ...], notes: Notes) -> None:
        self.raw = texts
        self.lines = lines_of(texts, first, notes)
        self.keys = keys
        self.notes = notes
        self.at = 0

    def peek(self) -> Line | None:
        """The next line that is neither blank nor a comment; the ones before it are left behind."""
        while self.at < len(self.lines) and is_blank(self.lines[self.at]):
            self.at += 1
        return self.lines[self.at] if self.at < len(self.lines) else None

    def table(
        self, keys: tuple[Key, ...], parent: int, number: int, column: int, *, inside: str, begun: list[Entry] | None = None, flat: bool = False
    ) -> Table:
        """Entries of lines that stand deeper than `parent`. flat: the lines of a table that was not indented."""
        entries = begun or []
        level = None if parent >= 0 else 0
        while line := self.peek():
            if line.indent <= parent and not flat:
                break
            pair = named(line, keys, self.notes)
            if flat and not (pair and fold_key(pair.name) in index(keys)):
                break
            self.at += 1
            if pair is None:
                self._unreadable(line)
                continue
            level = line.indent if level is None else level
            if line.indent != level and not begun:
                self.notes.suggest("P017", (line.number, 1), f"{quoted(pair.name)} menjorok lain dari baris di atasnya; tetap dibaca.", key=pair.name)
            entries.append(self.entry(pair, line, keys))
            if len(entries) >= MOST_ENTRIES:
                self.notes.fault("P018", (line.number, 1), f"lebih dari {MOST_ENTRIES} isian; sisanya tidak dibaca.")
                self.at = len(self.lines)
        settled = settle(entries, keys, self.notes, inside=inside, elsewhere=self.keys if inside else ())
        return Table(settled, number, column)

    def entry(self, pair: Named, line: Line, keys: tuple[Key, ...], indent: int | None = None) -> Entry:
        """One `name: value`, with all the lines that belong to it."""
        from .keynames import look_up

        key, _ = look_up(pair.name, keys)
        value = self.value(key, pair.rest, line, pair.rest_column, line.indent if indent is None else indent, keys)
        return Entry(pair.name, key, value, line.number, pair.column)

    def value(self, key: Key | None, rest: str, line: Line, column: int, indent: int, keys: tuple[Key, ...]) -> Node:
        """What stands behind a key, on its line and below."""
        kind: Kind = key.kind if key else "line"
        name = key.name if key else ""
        if rest.startswith("#") and (kind not in WHOLE_LINE or rest[1:2] in ("", " ")):
            rest = ""
        if BLOCK.fullmatch(rest) and (below := self._block(rest[0], indent)) is not None:
            return Text(below, line.number + 1, 1, quoted=True)
        if not rest:
            return self._below(key, line, column, indent, keys)
        if rest[0] in "[{" and kind not in ("line", "picture", "colour"):
            return self._flow(key, rest, line, column)
        rest = self._joined_quote(rest, indent)
        text = read_scalar(rest, line.number, column, self.notes, name=name, whole_line=kind in WHOLE_LINE)
        if key and key.keys and kind == "tables" and self._continues_as_table(indent, key):
            return Items((self._begun_table(key, text, indent),), line.number, column)
        return self._continued(text, indent, keys, kind)

    def _below(self, key: Key | None, line: Line, column: int, indent: int, keys: tuple[Key, ...]) -> Node:
        """A value that begins on the next line."""
        following = self.peek()
        empty = Text("", line.number, column)
        if following is None:
            return empty
        if key and key.kind == "table":
            deeper = following.indent > indent
            pair = named(following, key.keys, None)
            if deeper and not dashed(following):
                return self.table(key.keys, indent, following.number, following.column, inside=key.name)
            if pair and fold_key(pair.name) in index(key.keys) and fold_key(pair.name) not in index(keys):
                self.notes.suggest("P017", (following.number, 1), f"isian di bawah {key.name} sebaiknya menjorok dua spasi.", key=key.name)
                return self.table(key.keys, -1, following.number, following.column, inside=key.name, flat=True)
        if dashed(following) and following.indent >= indent and (following.indent > indent or following.text[0] == "-" or indent == 0):
            return self._items(key, following.indent)
        if following.indent <= indent:
            return empty
        if key and key.kind == "tables" and (pair := named(following, key.keys)) and is_known(pair.name, key.keys):
            self.notes.suggest("P013", (following.number, following.column), f"awali setiap {key.name} dengan tanda hubung: - {pair.name}: …", key=key.name)
            return Items((self.table(key.keys, indent, following.number, following.column, inside=key.name),), following.number, following.column)
        if key and key.kind in LISTS:
            return self._undashed(key, indent)
        self.at += 1
        start = read_scalar(
            self._joined_quote(following.text, indent), following.number, following.column, self.notes,
            name=key.name if key else "", whole_line=key is None or key.kind in WHOLE_LINE,
        )  # fmt: skip
        return self._continued(start, indent, keys, key.kind if key else "line", unknown=key is None)

    def _continued(self, text: Text, indent: int, keys: tuple[Key, ...], kind: Kind, *, unknown: bool = False) -> Text:
        """A text with the deeper lines that go on with it, as YAML folds them."""
        words = [text.text]
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.text or line.indent <= indent or (line.text[0] == "#" and kind not in WHOLE_LINE):
                break
            pair = NAMED.fullmatch(line.text) or TIGHT.fullmatch(line.text)
            if pair and not unknown and (is_known(pair["name"], keys) or is_known(pair["name"], self.keys)):
                break
            if dashed(line) and line.text.startswith("- ") and not unknown:
                self.notes.fault("P009", (line.number, line.column), f"{quoted(line.text)} tidak terbaca: isian di atasnya sudah ada di barisnya.")
            elif text.quoted:
                self._unreadable(line)
            else:
                words.append(line.text)
            self.at += 1
        return text if len(words) == 1 else Text(" ".join(words), text.line, text.column)

    def _block(self, style: str, indent: int) -> str | None:
        """Text of a `|` or `>` block, or None if nothing deeper follows."""
        taken: list[Line] = []
        at = self.at
        while at < len(self.lines) and (not self.lines[at].text or self.lines[at].indent > indent):
            taken.append(self.lines[at])
            at += 1
        if not any(line.text for line in taken):
            return None
        self.at = at
        texts = [line.text for line in taken]
        return "\n".join(texts).strip() if style == "|" else "\n".join(" ".join(p) for p in _paragraphs(texts))

    def _joined_quote(self, rest: str, indent: int) -> str:
        """The rest of a line with the deeper lines on which its quotation mark is closed."""
        if rest[:1] not in ("'", '"') or closing(rest, rest[0]) is not None:
            return rest
        parts = [rest]
        for at in range(self.at, min(self.at + 50, len(self.lines))):
            line = self.lines[at]
            if line.text and line.indent <= indent:
                break
            parts.append(line.text)
            whole = " ".join(parts)
            if (end := closing(whole, rest[0])) is not None:
                if whole[end + 1 :].strip():
                    break
                self.at = at + 1
                return whole
        return rest

    def _items(self, key: Key | None, indent: int) -> Items:
        """The dashed lines from here on, each with the deeper lines that belong to it."""
        first = self.lines[self.at]
        items: list[Text | Items | Table] = []
        while (line := self.peek()) and line.indent >= indent and (item := dashed(line)):
            rest, column, plain = item
            self.at += 1
            name = key.name if key else ""
            if not plain:
                self.notes.suggest("P013", (line.number, line.column), "butir daftar sebaiknya diawali tanda hubung dan satu spasi.", key=name,
                                   found=line.text, fix=f"- {rest}")  # fmt: skip
            if len(items) >= MOST_ITEMS:
                self.notes.fault("P018", (line.number, line.column), f"lebih dari {MOST_ITEMS} butir; sisanya tidak dibaca.", key=name)
                self.at = len(self.lines)
                break
            if rest:
                items.append(self._item(key, rest, line, column))
            elif (below := self.peek()) and below.indent > line.indent:
                self.at += 1
                items.append(self._item(key, below.text, below, below.column, line.indent))
            else:
                self.notes.suggest("P013", (line.number, line.column), "butir ini kosong; hapus tanda hubungnya.", key=name, found="-")
        return Items(tuple(items), first.number, first.column)

    def _item(self, key: Key | None, rest: str, line: Line, column: int, outer: int | None = None) -> Text | Items | Table:
        """One item of a list."""
        indent = line.indent if outer is None else outer
        if key and key.kind == "tables":
            inner = Line(line.number, indent + (column - line.column if outer is None else 0), column, rest)
            pair = named(inner, key.keys)
            if pair and ("/" not in pair.name):
                begun = [self.entry(pair, inner, key.keys, inner.indent)]
                return self.table(key.keys, indent, line.number, column, inside=key.name, begun=begun)
        if rest[0] == "{" and key and key.kind == "tables":
            return self._flow(key, rest, line, column)
        if rest.startswith("- ") or (rest[0] in "[{" and (key is None or key.kind not in WHOLE_LINE)):
            self.notes.fault("P019", (line.number, column), f"{quoted(rest)} bersarang terlalu dalam: daftar di dalam daftar tidak dipakai.", found=rest)
            return Text(rest.strip("-[]{} "), line.number, column)
        text = read_scalar(self._joined_quote(rest, indent), line.number, column, self.notes, name=key.name if key else "",
                           whole_line=key is None or key.kind in WHOLE_LINE)  # fmt: skip
        if key and key.kind == "tables" and self._continues_as_table(indent, key):
            return self._begun_table(key, text, indent)
        return self._continued(text, indent, key.keys if key and key.keys else self.keys, key.kind if key else "line")

    def _continues_as_table(self, indent: int, key: Key) -> bool:
        """True if deeper lines set keys of the item that began with a bare value."""
        line = self.peek()
        if line is None or line.indent <= indent:
            return False
        pair = named(line, key.keys)
        return bool(pair and is_known(pair.name, key.keys))

    def _begun_table(self, key: Key, text: Text, indent: int) -> Table:
        """A work that was begun with its bare link and goes on with keys."""
        link = index(key.keys)["tautan"]
        self.notes.suggest("P013", text, "tulis tautan: di depan alamat ini, supaya isian di bawahnya jelas miliknya.", key=key.name,
                           found=text.text, fix=f"tautan: {text.text}")  # fmt: skip
        begun = [Entry("tautan", link, text, text.line, text.column)]
        return self.table(key.keys, indent, text.line, text.column, inside=key.name, begun=begun)

    def _undashed(self, key: Key, indent: int) -> Items:
        """Deeper lines where a list is meant, each an item though it has no dash."""
        first = self.lines[self.at]
        items: list[Text | Items | Table] = []
        while (line := self.peek()) and line.indent > indent:
            self.at += 1
            items.append(read_scalar(line.text, line.number, line.column, self.notes, name=key.name, whole_line=key.kind in WHOLE_LINE))
        if len(items) > 1:
            self.notes.suggest("P013", (first.number, first.column), f"awali setiap butir {key.name} dengan tanda hubung dan satu spasi.", key=key.name)
        return Items(tuple(items), first.number, first.column)

    def _flow(self, key: Key | None, rest: str, line: Line, column: int) -> Text | Items | Table:
        """A value in brackets, here or over the lines below."""
        span = self._bracketed(rest, line, column)
        name = key.name if key else ""
        if span is None:
            shut = "]" if rest[0] == "[" else "}"
            message = f"kurung {rest[0]} dibuka tetapi tidak ditutup."
            self.notes.fault("P020", (line.number, column), message, key=name, found=rest, fix=rest + shut)
            span = Span(rest + shut, line.number, column)
        if depth_of(span.text) > DEEPEST:
            self.notes.fault("P019", (line.number, column), f"{quoted(rest)} bersarang terlalu dalam.", key=name, found=rest)
            return Items((), line.number, column)
        return self._flow_node(key, span)

    def _bracketed(self, rest: str, line: Line, column: int) -> Span | None:
        """The text from bracket to bracket; lines below are used up only if it is closed there."""
        text = rest
        for at in range(self.at, min(self.at + MOST_ITEMS, len(self.lines)) + 1):
            end = end_of(text)
            if end is not None:
                tail = text[end + 1 :].strip()
                if tail and not tail.startswith("#"):
                    place = Span(text, line.number, column).place(end + 1)
                    self.notes.fault("P020", place, f"{quoted(tail)} sesudah kurung tutup tidak terbaca.", found=tail)
                self.at = at
                return Span(text[: end + 1], line.number, column)
            if at == len(self.lines):
                break
            following = self.lines[at]
            if following.indent <= 0 and named(following, self.keys):
                break
            text += "\n" + self.raw[at]
        return None

    def _flow_node(self, key: Key | None, span: Span) -> Text | Items | Table:
        if span.text[0] == "{" and key and key.keys:
            return self._flow_table(key, span)
        items: list[Text | Items | Table] = []
        for piece in pieces(span):
            if piece.text[0] in "[{":
                if key and key.kind == "tables" and piece.text[0] == "{":
                    items.append(self._flow_table(key, piece))
                    continue
                self.notes.fault("P019", (piece.line, piece.column), f"{quoted(piece.text)} bersarang terlalu dalam.", found=piece.text)
                piece = Span(piece.text.strip("[]{} "), piece.line, piece.column + 1)
            items.append(read_scalar(piece.text, piece.line, piece.column, self.notes, name=key.name if key else "", whole_line=False))
        return Items(tuple(items), span.line, span.column)

    def _flow_table(self, key: Key, span: Span) -> Table:
        entries = []
        for piece in pieces(span):
            flat = piece.text.replace("\n", " ")
            pair = named(Line(piece.line, 0, piece.column, flat), key.keys, self.notes)
            if pair is None:
                self._unreadable(Line(piece.line, 0, piece.column, flat))
                continue
            sub = index(key.keys).get(fold_key(pair.name))
            rest = piece.part(len(flat) - len(pair.rest), len(flat))
            value: Node = Text("", piece.line, pair.rest_column)
            if rest.text[:1] == "[" and rest.text.endswith("]"):
                value = self._flow_node(sub, rest)
            elif rest.text:
                value = read_scalar(rest.text, rest.line, rest.column, self.notes, name=pair.name, whole_line=False)
            entries.append(Entry(pair.name, sub, value, piece.line, pair.column))
        return Table(settle(entries, key.keys, self.notes, inside=key.name), span.line, span.column)

    def _unreadable(self, line: Line) -> None:
        self.notes.fault("P009", (line.number, line.column), f"{quoted(line.text)} tidak terbaca. Tulis kunci, titik dua, satu spasi, lalu isinya.",
                         found=line.text)  # fmt: skip


def _paragraphs(texts: list[str]) -> list[list[str]]:
    """Lines of a folded block, by paragraph."""
    found: list[list[str]] = [[]]
    for text in texts:
        if text:
            found[-1].append(text)
        elif found[-1]:
            found.append([])
    return [words for words in found if words]
