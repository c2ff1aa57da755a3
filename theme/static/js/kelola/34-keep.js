/* The lines of an existing profile: what nobody changes is written again exactly as it was, and nothing gets lost.
   A block is the lines of one key, with the comments before it: `{key, text, lines, lead}`, key null where nobody knows it;
   the table or the works below a key are its `inner` or its `items`. `was` tells the values that the lines stand for. */
const KEPT = Symbol("kept");

const shown = (line) => line.replace(/\t/g, "  ").replace(/\s/g, " ").replace(BLANKS, " ").replace(INVISIBLE, "").trimEnd();
const left = (line) => line.length - line.trimStart().length;
const isBare = (line) => !line.trim() || COMMENT.test(line);
/* One by one: a call takes no hundred thousand arguments. */
const append = (list, more) => { for (const one of more) list.push(one); };
const body = (block) => block.lines.slice(block.lead + 1);

function keep(keys, lines) {
  const blocks = [], seen = new Set();
  let waiting = [], depth = null;
  for (const raw of lines) {
    const line = shown(raw), last = blocks.at(-1);
    if (isBare(line) && (!line || !last || left(line) <= depth)) { waiting.push(raw); continue; }
    depth ??= left(line);
    if (isBare(line) || (last && goesOn(keys, last, line, depth))) { append(last.lines, [...waiting, raw]); waiting = []; continue; }
    const found = named(keys, line), key = found?.key && !seen.has(found.key.name) ? found.key : null;
    if (key) seen.add(key.name);
    blocks.push({ key: key?.name ?? null, of: key, text: found?.text ?? "", empty: Boolean(found && !found.text), lines: [...waiting, raw], lead: waiting.length });
    waiting = [];
  }
  blocks.forEach(deepen);
  return waiting.length ? [...blocks, { key: null, text: "", lines: waiting, lead: waiting.length }] : blocks;
}

/* True if a line belongs to the block above it. */
function goesOn(keys, block, line, depth) {
  const kind = block.of?.kind, known = named(keys, line)?.key;
  if (/^[[{]/.test(block.text) && kind !== "line" && !/[\]}]\s*$/.test(shown(block.lines.at(-1)))) return true;
  if (left(line) > depth) return !(known && block.text && !["table", "tables"].includes(kind));
  if (left(line) < depth) return false;
  if (DASH.test(line)) return block.empty;
  return kind === "table" && !known && Boolean(named(block.of.keys, line)?.key);
}

/* `{judul: Laut, foto: [a.jpg, b.jpg]}` -> a line each. From the end: a comma counts unless a `]` comes next. */
function unfolded(text, indent) {
  const pieces = [];
  let end = text.length - 1, inList = false;
  for (let at = end - 1; at > 0; at--) {
    if (text[at] === "]" || text[at] === "[") inList = text[at] === "]";
    if (text[at] === "," && !inList) {
      pieces.push(text.slice(at + 1, end));
      end = at;
    }
  }
  return [text.slice(1, end), ...pieces.reverse()].map((piece) => indent + piece.trim());
}

function deepen(block) {
  const { kind, keys } = block.of ?? {}, flow = /^\{.*\}$/.test(block.text);
  if (kind === "table") block.inner = { blocks: keep(keys, flow ? unfolded(block.text, "  ") : body(block)), was: {} };
  if (kind === "tables") block.items = works(keys, body(block));
}

/* One work after the other, each with the comments before it. */
function works(keys, lines) {
  const items = [];
  let waiting = [], depth = null;
  for (const raw of lines) {
    const line = shown(raw), dash = DASH.test(line) && left(line) <= (depth ?? left(line));
    if (isBare(line) && left(line) <= (depth ?? Infinity)) { waiting.push(raw); continue; }
    if (dash || !items.length) items.push({ lines: [...waiting, raw], lead: waiting.length, dash: depth ??= left(line) });
    else append(items.at(-1).lines, [...waiting, raw]);
    waiting = [];
  }
  if (items.length) append(items.at(-1).lines, waiting);
  items.forEach((item) => openWork(keys, item));
  return items;
}

function openWork(keys, item) {
  const [first, ...more] = item.lines.slice(item.lead), line = shown(first);
  const gap = line.match(DASH)?.[0].length ?? left(line), text = line.slice(gap), indent = " ".repeat(Math.max(gap, item.dash + 2));
  const alone = text && !named(keys, text)?.key && !/^["']?[\p{L}_]+["']?\s*:(?:\s|$)/u.test(text);
  const flow = /^\{.*\}$/.test(text), deeper = more.some((one) => !isBare(one));
  item.link = alone && !flow && !deeper ? unquote(text) : "";
  const head = !text ? [] : flow ? unfolded(text, indent) : [indent + (alone ? `tautan: ${text}` : text)];
  item.inner = { blocks: item.link ? [] : keep(keys, [...head, ...more]), was: {} };
  item.strange = strangers(item.inner.blocks).length > 0;
}

/* What has no field here, as it stands there. */
const strangers = (blocks) => blocks.flatMap((block) => [
  ...(block.key ? [] : block.lines.filter((line) => !isBare(line)).slice(0, 1).map((line) => line.trim())),
  ...strangers(block.inner?.blocks ?? []), ...(block.items ?? []).flatMap((item) => strangers(item.inner.blocks))]);

/* The values that the lines stand for now, as the fields give them. */
function remember(keys, values, kept) {
  for (const key of keys) {
    const value = values[key.name];
    kept.was[key.name] = JSON.stringify(value);
    const block = kept.blocks.find((one) => one.key === key.name);
    if (block?.inner) remember(key.keys, value ?? {}, block.inner);
    for (const one of block?.items ? value ?? [] : []) if (one[KEPT]) { one[KEPT].was = JSON.stringify(one); remember(key.keys, one, one[KEPT].inner); }
  }
}

/* A table again: unchanged lines as they were, changed ones anew, new ones behind the key that stands before them. */
function writeTable(keys, values, { blocks, was }, indent) {
  const first = blocks.find((block) => block.key), at = first ? first.lines[first.lead].match(/^\s*/)[0] : indent;
  const written = blocks.map((block) => ({ key: block.key, lines: writeBlock(block, values[block.key], was, at) }));
  keys.forEach((key, number) => {
    if (blocks.some((block) => block.key === key.name) || JSON.stringify(values[key.name]) === was[key.name]) return;
    const earlier = keys.slice(0, number).map((one) => one.name);
    written.splice(written.findLastIndex((one) => earlier.includes(one.key)) + 1, 0, { key: key.name, lines: writeEntry(key, values[key.name], at) });
  });
  return written.flatMap((one) => one.lines);
}

function writeBlock(block, value, was, indent) {
  if (!block.key || JSON.stringify(value) === was[block.key]) return block.lines;
  const lead = block.lines.slice(0, block.lead), key = block.of;
  const under = (lines) => (lines.some((line) => !isBare(line)) ? [...lead, `${indent}${key.name}:`, ...lines] : [...lead, ...lines]);
  if (block.inner) return under(writeTable(key.keys, value ?? {}, block.inner, `${indent}  `));
  if (block.items) return under((value ?? []).flatMap((one) => writeWork(key, one, block.items[0]?.dash ?? indent.length + 2)));
  const notes = BLOCK.test(block.text) ? [] : body(block).filter((line) => COMMENT.test(line));
  return [...lead, ...notes.map((line) => indent + line.trim()), ...writeEntry(key, value, indent)];
}

/* One work, its dash where it was. A bare link stays one. */
function writeWork(key, one, dash) {
  const item = one[KEPT];
  if (item && JSON.stringify(one) === item.was) return item.lines;
  const before = item ? item.lines.slice(0, item.lead) : [], notes = item?.link ? item.lines.slice(item.lead + 1) : [];
  if (one.tautan && Object.keys(one).length === 1 && !item?.strange) return [...before, ...notes, `${" ".repeat(dash)}- ${one.tautan}`];
  const lines = writeTable(key.keys, one, item && !item.link ? item.inner : NOTHING, " ".repeat(dash + 2));
  const first = lines.findIndex((line) => !isBare(line)), head = shown(lines[first] ?? "");
  const begun = `${" ".repeat(dash)}-`.padEnd(Math.max(left(head), dash + 2)) + head.trimStart();
  return [...before, ...notes, ...lines.slice(0, first), begun, ...lines.slice(first + 1)];
}
