/* An existing `index.md` -> values: what this page writes, and what people write simply. */
function readProfile(keys, text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  const open = lines.findIndex((line) => line.trim());
  const close = lines.findIndex((line, at) => at > open && /^-{3}\s*$/.test(line));
  if (open < 0 || close < 0 || !/^-{3}\s*$/.test(lines[open])) return null;
  const unread = [];
  const values = readTable(keys, blocks(lines.slice(open + 1, close)), unread);
  return { values, story: lines.slice(close + 1).join("\n").replace(/^\n+|\s+$/g, ""), unread };
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
    const named = head.trim().match(/^["']?([\p{L}_][\p{L}\p{N}_ -]*?)["']?\s*[:：](?:\s+(.*))?$/u);
    const name = named?.[1].toLowerCase().replace(/[ -]+/g, "_");
    const key = keys.find((one) => one.name === name || one.also.includes(name));
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
