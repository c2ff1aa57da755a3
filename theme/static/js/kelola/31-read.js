/* An existing `index.md` -> values: what this page writes, and what people write simply. */
function readProfile(keys, text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  const open = lines.findIndex((line) => line.trim());
  const close = lines.findIndex((line, at) => at > open && /^-{3}\s*$/.test(line));
  if (open < 0 || close < 0 || !/^-{3}\s*$/.test(lines[open])) return null;
  const unread = [], told = lines.slice(open + 1, close);
  const kept = asides(keys, told);
  const values = readTable(keys, blocks(told.filter((line) => !COMMENT.test(line))).filter(({ head }) => !kept.unknown.includes(head.trim())), unread);
  return { values, story: lines.slice(close + 1).join("\n").replace(/^\n+|\s+$/g, ""), unread, kept };
}

const COMMENT = /^\s*#/;
const KEY = /^["']?([\p{L}_][\p{L}\p{N}_ -]*?)["']?\s*[:：](?:\s+(.*))?$/u;

function keyOf(keys, named) {
  const name = named?.[1].toLowerCase().replace(/[ -]+/g, "_");
  return keys.find((one) => one.name === name || one.also.includes(name));
}

/* What has no field here and is written again as it was: comments by the key they stand with, lines nobody knows at the end. */
function asides(keys, lines) {
  const kept = { before: {}, after: [], unknown: [] };
  const left = (line) => line.length - line.trimStart().length;
  const depth = left(lines.find((line) => line.trim() && !COMMENT.test(line)) ?? "");
  let waiting = [], key = null, strange = false;
  for (const line of lines.filter((one) => one.trim())) {
    if (COMMENT.test(line)) {
      if (left(line) <= depth) waiting.push(line.trim());
      else if (strange) kept.after.push(line.slice(depth));
      else if (key) (kept.before[key] ??= []).push(line.trim());
      continue;
    }
    const named = left(line) <= depth && line.trim().match(KEY);
    if (named) {
      key = keyOf(keys, named)?.name;
      strange = !key;
      if (key) kept.before[key] = [...(kept.before[key] ?? []), ...waiting];
      else kept.after.push(...waiting);
      waiting = [];
      if (strange) kept.unknown.push(line.trim());
    }
    if (strange) kept.after.push(line.slice(depth));
  }
  kept.after.push(...waiting);
  return kept;
}

/* Lines -> `{head, rest}` by indentation: a line and the deeper lines below it. */
function blocks(lines) {
  const found = [];
  let depth = null;
  for (const raw of lines) {
    const line = raw.replace(/\t/g, "  ").trimEnd();
    if (!line.trim()) continue;
    const indent = line.length - line.trimStart().length;
    depth ??= indent;
    /* A list may stand as far left as its key. */
    const item = /^\s*- /.test(`${line} `) && found.length && indent === depth && /:\s*$|^\s*- /.test(found.at(-1).head) && !/^\s*- /.test(`${found[0].head} `);
    if (found.length && (indent > depth || item)) found.at(-1).rest.push(line);
    else found.push({ head: line, rest: [] });
  }
  return found;
}

function readTable(keys, parts, unread) {
  const values = {};
  for (const { head, rest } of parts) {
    const named = head.trim().match(KEY);
    const key = keyOf(keys, named);
    if (key) values[key.name] = readValue(key, (named[2] ?? "").trim(), rest, unread);
    else unread.push(head.trim());
  }
  return values;
}

function readValue(key, text, rest, unread) {
  const deeper = blocks(rest);
  const items = deeper.filter(({ head }) => /^\s*-(?:\s|$)/.test(head));
  if (key.kind === "table") return readTable(key.keys, deeper, unread);
  if (key.kind === "tables") return [...apart(text, /[,\s]+(?=https?:)/).map((tautan) => ({ tautan })), ...items.map((item) => readItem(key, item, unread))];
  const found = items.map(({ head }) => unquote(head.trim().slice(1).trim()));
  if (/^[|>][+-]?$/.test(text)) return rest.map((line) => line.trim()).join(" ");
  if (!LISTS.includes(key.kind)) return unquote(found[0] ?? text);
  return [...apart(text, key.kind === "links" ? /[,\s]+(?=https?:)/ : /[,;，、]\s*/), ...found.filter(Boolean)];
}

/* One work: a link, or a table of its own. */
function readItem(key, { head, rest }, unread) {
  const first = head.trim().slice(1).trim();
  if (!/^["']?[\p{L}_]+["']?\s*:(?:\s|$)/u.test(first)) return { tautan: unquote(first) };
  const indent = head.length - head.trimStart().length + 2;
  return readTable(key.keys, blocks([`${" ".repeat(indent)}${first}`, ...rest]), unread);
}

const apart = (text, between) => (text.match(/^\[(.*)\]$/)?.[1] ?? text).split(between).map((piece) => unquote(piece.trim())).filter(Boolean);

function unquote(text) {
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/.test(text)) return text.slice(1, -1).replace(/\\(["\\])/g, "$1");
  return text;
}
