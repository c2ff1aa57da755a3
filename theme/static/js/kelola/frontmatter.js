/* The lines of an `index.md`: read into values, and written again so that what nobody changes stays as it was.
   A block is the lines of one key and the comments before it, `lead` many; its key is undefined where nobody knows it.
   A table's block has the blocks `inner`, a list of works has `items`, and `was` tells the values that lines stand for. */
const KEPT = Symbol("kept");
const NOTHING = { blocks: [], was: {}, story: "" };
const RULED = /^[ \t]*(?:[-‐‑–—―]{2,}|[–—―])[ \t]*$|^\.\.\.[ \t]*$/;
const KEY = /^["']?(\p{L}[\p{L}\p{N}_ .+-]{0,39}?)["']?\s*(?:([:：])(?:\s+|$)|[:：=](?!\/\/)\s*)(.*)$/u;
const DASH = /^\s*[-*•·–—+‣](?:\s+|$)/;
const FOLDED = /^[|>][+\-0-9]{0,2}$/;
const COMMENT = /^\s*#/;
const LISTS = ["lines", "choices", "slugs", "links", "pictures"];
const AS_TYPED = ["line", "lines", "picture", "pictures"];
const STARTS_PLAIN = /^[\p{L}\p{N}@(]/u;
const ENDS_QUOTED = /["'“”„‟«»‘’‚‛]$/u;

const shown = (line) => seen(line.replace(/\t/g, "  ").replace(/\s/g, " ")).trimEnd();
const left = (line) => line.length - line.trimStart().length;
const isBare = (line) => !line.trim() || COMMENT.test(line);
const bodyOf = (piece) => piece.lines.slice(piece.lead + 1);
/* One by one: a call takes no hundred thousand arguments. */
const append = (list, more) => { for (const one of more) list.push(one); };

/* An existing profile; null if the text is none. secret: names of private facts, which are put nowhere. */
function readProfile(keys, text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n"), open = lines.findIndex((line) => line.trim());
  const close = lines.findIndex((line, at) => at > open && RULED.test(line));
  if (open < 0 || close < 0 || !RULED.test(lines[open])) return null;
  const secretOf = (block) => (block.key ? "" : privateLine(block.head)), all = blocksOf(keys, lines.slice(open + 1, close));
  const blocks = all.map((block) => (secretOf(block) ? { ...block, lines: block.lines.slice(0, block.lead), head: "" } : block));
  const story = lines.slice(close + 1).join("\n").replace(/^\n+/, "").trimEnd();
  const values = normal(keys, readTable(blocks)), secret = all.map(secretOf).filter(Boolean);
  return { values, story, unread: strangers(blocks), secret, kept: { blocks, was: {}, story } };
}

/* Lines in pieces; comments and empty lines wait for what follows them. */
function pieces(lines, make, begins) {
  const found = [];
  let waiting = [];
  for (const raw of lines) {
    const line = shown(raw), before = last(found);
    if (isBare(line)) { waiting.push(raw); continue; }
    if (!before || begins(line, before)) found.push(make({ lines: [], lead: waiting.length, head: line }));
    append(last(found).lines, [...waiting, raw]);
    last(found).end = line;
    waiting = [];
  }
  return waiting.length ? [...found, { lines: waiting, lead: waiting.length, head: "" }] : found;
}

function blocksOf(keys, lines) {
  const taken = new Set();
  let depth;
  const make = (piece) => {
    const { key, text } = named(keys, piece.head) ?? {}, isNew = key && !taken.has(key);
    taken.add(key);
    depth ??= left(piece.head);
    return { ...piece, key: isNew ? key : undefined, text: text ?? "", isEmpty: text === "" };
  };
  return pieces(lines, make, (line, block) => !goesOn(keys, block, line, depth)).map(deepened);
}

/* The key that a line sets, and what follows: `nama: Budi`; `nama:Budi` or `nama = Budi` where the name is a key's. */
function named(keys, line) {
  const [, name, plain, text] = line.trim().match(KEY) ?? [];
  const fold = (other) => other.toLowerCase().replace(/[ _-]+/g, "");
  const key = name && keys.find((one) => [one.name, ...(one.also ?? [])].some((other) => fold(other) === fold(name)));
  return key || plain ? { key, text } : null;
}

/* True if a line belongs to the block above it. */
function goesOn(keys, { key, text, isEmpty, end }, line, depth) {
  const isTable = ["table", "tables"].includes(key?.kind), known = named(keys, line)?.key;
  if (/^[[{]/.test(text) && key?.kind !== "line" && !/[\]}]$/.test(end)) return true;
  if (left(line) > depth) return !known || !text || isTable;
  if (left(line) < depth || DASH.test(line)) return left(line) === depth && isEmpty;
  return key?.kind === "table" && !known && Boolean(named(key.keys, line)?.key);
}

function deepened(block) {
  const { kind, keys } = block.key ?? {}, flow = [block.text, ...bodyOf(block).map((line) => shown(line).trim())].join(" ").trim();
  if (kind === "table") block.inner = blocksOf(keys, unfolded(flow, "  ") ?? bodyOf(block));
  if (kind === "tables") block.items = itemsOf(keys, bodyOf(block));
  return block;
}

/* `{judul: Laut, foto: [a.jpg, b.jpg]}` -> a line each; undefined if it is no such text. */
function unfolded(text, indent) {
  if (!/^\{.*\}$/.test(text)) return undefined;
  return (text.slice(1, -1).match(/(?:\[[^\][]*\]|[^,])+/g) ?? []).map((one) => indent + one.trim());
}

/* One work after the other; a link alone is its `tautan`. */
function itemsOf(keys, lines) {
  let dash;
  const make = (piece) => ({ ...piece, dash: dash ??= left(piece.head) });
  return pieces(lines, make, (line) => DASH.test(line) && left(line) <= dash).map((item) => {
    const gap = item.head.match(DASH)?.[0].length ?? left(item.head), text = item.head.slice(gap);
    const indent = " ".repeat(Math.max(gap, item.dash + 2)), isAlone = text && !named(keys, text);
    const first = unfolded(text, indent) ?? (text ? [indent + (isAlone ? `tautan: ${text}` : text)] : []);
    return { ...item, inner: blocksOf(keys, [...first, ...bodyOf(item)]) };
  });
}

const readTable = (blocks) => Object.fromEntries(blocks.filter((block) => block.key).map((block) => [block.key.name, readValue(block)]));

function readValue({ key: { kind }, text, inner, items, ...block }) {
  const note = AS_TYPED.includes(kind) ? /^#(?:\s.*)?$/ : /(?:^|\s)#(?:\s.*|$)|\s#.*$/, plain = text.replace(note, "");
  const isFolded = FOLDED.test(plain), flow = plain.startsWith("[") && (kind === "links" ? /[,\s]+/ : COMMA);
  if (inner) return readTable(inner);
  if (items) return [...byLink(plain).map((tautan) => ({ tautan })), ...items.map((item) => ({ ...readTable(item.inner), [KEPT]: item }))];
  const lines = bodyOf(block).map(shown).filter((line) => line.trim() && (isFolded || !COMMENT.test(line)));
  const below = lines.map((line) => line.replace(DASH, "").trim()), all = [...(isFolded ? [] : [plain]), ...below];
  if (!LISTS.includes(kind)) return unquote(all.filter(Boolean).join(" "));
  if (flow) return withoutBrackets(all.join(" ")).split(flow).map(unquote);
  return [...(kind === "links" ? byLink(plain) : plain.split(COMMA)), ...below].map(unquote);
}

const withoutBrackets = (text) => text.replace(/^\[|\]$/g, "");
/* Links on one line, a comma or a blank before each. */
const byLink = (text) => withoutBrackets(text).replace(/[,\s](?=https?:)/g, "\n").split("\n")
  .map((one) => unquote(cutEnd(one, ", \t"))).filter(Boolean);

function unquote(given) {
  const text = given.trim();
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replace(/''/g, "'");
  if (/^".*"$/.test(text)) return text.slice(1, -1).replace(/\\(["\\])/g, "$1");
  return text.replace(/^[“”„‟]([^“”„‟]*)[“”„‟"]$|^[‘’‚‛]([^‘’‚‛]*)[‘’‚‛']$/, "$1$2").replace(/^(\*{1,2})([^\s*](?:[^*]*[^\s*])?)\1$/, "$2");
}

/* What has no field here, as it stands there. */
const strangers = (blocks) => blocks.flatMap((block) => [...(block.key || !block.head ? [] : [block.head.trim()]),
  ...strangers([...(block.inner ?? []), ...(block.items ?? []).flatMap((item) => item.inner)])]);
/* Lines that stay when the values around them are written anew. */
const notesIn = ({ text, lines }) => (FOLDED.test(text) ? [] : lines.filter((line) => COMMENT.test(line)));
const staying = (blocks) => blocks.flatMap((block) => (block.key ? notesIn(block) : block.lines));

/* From now on the lines stand for these values. */
function remember(values, kept) {
  kept.was = values;
  for (const one of values.karya ?? []) if (one[KEPT]) one[KEPT].was = one;
}

/* The file of a profile. Values are normal ones; kept: the lines of the profile that was opened. */
function writeProfile(keys, values, story = "", kept = NOTHING) {
  const gone = values.status === "ditarik", told = tidyStory(story);
  const tale = gone ? "" : told === tidyStory(kept.story) ? kept.story : told;
  return ["---", ...(gone ? withdrawal(values, kept) : writeBlocks(keys, values, kept)), "---", ...(tale ? ["", tale] : []), ""].join("\n");
}

/* Who has withdrawn leaves the day and nothing else; a withdrawal that was opened keeps the day that it says. */
function withdrawal(values, kept) {
  const lines = kept.was.status === "ditarik" ? kept.blocks.flatMap((block) => block.lines) : [];
  const before = lines.filter((line) => /^(?:tanggal|contoh)\s*:/.test(line));
  const day = before.some((line) => line.startsWith("tanggal")) ? [] : [`tanggal: ${today()}`];
  return ["status: ditarik", ...day, ...before, ...(values.alamat_lama ? [`alamat_lama: ${values.alamat_lama.join(", ")}`] : [])];
}

/* Unchanged lines as they were, changed ones anew, new ones behind the key that stands before them. */
function writeBlocks(keys, values, { blocks, was }) {
  const isSame = ({ name }) => same(values[name], was[name]), indent = left(blocks.find((block) => block.key)?.head ?? "");
  const linesOf = (block) => (!block.key || isSame(block.key) ? block.lines : rewritten(block, values[block.key.name]));
  const written = blocks.map((block) => ({ key: block.key?.name, lines: linesOf(block) }));
  keys.forEach((key, number) => {
    if (isSame(key) || written.some((one) => one.key === key.name)) return;
    const earlier = keys.slice(0, number).map((one) => one.name);
    let at = written.length;
    while (at && !earlier.includes(written[at - 1].key)) at--;
    written.splice(at, 0, { key: key.name, lines: entry(key, values[key.name], indent) });
  });
  return written.flatMap((one) => one.lines);
}

function rewritten(block, value) {
  const { key, inner, items, head, lead } = block, first = block.lines.slice(0, lead);
  if (inner) return [...first, ...entry(key, value ?? {}, left(head), left(inner[0]?.head ?? "") || undefined, staying(inner))];
  if (items) return [...first, ...entry(key, value ?? [], left(head), items[0]?.dash)];
  return [...first, ...notesIn({ ...block, lines: bodyOf(block) }), ...entry(key, value, left(head))];
}

/* The lines of a key. inner: where what is below it begins. more: lines that stand below it too. */
function entry(key, value, indent, inner = indent + 2, more = []) {
  const head = `${" ".repeat(indent)}${key.name}:`, under = (below) => (below.every(isBare) ? below : [head, ...below]);
  if (value === undefined) return [];
  if (key.kind === "table") return under([...key.keys.flatMap((one) => entry(one, value[one.name], inner)), ...more]);
  if (key.kind === "tables") return under(value.flatMap((one) => work(key, one, inner)));
  if (!Array.isArray(value)) return [`${head} ${scalar(value)}`];
  const word = key.kind === "pictures" ? /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u : /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;
  if (key.kind !== "links" && value.every((item) => word.test(item))) return [`${head} ${value.join(", ")}`.trimEnd()];
  return [head, ...value.map((item) => `${" ".repeat(inner)}- ${key.kind === "links" ? item : scalar(item, true)}`)];
}

/* One work, its dash where it was. A link alone stays one. */
function work(key, one, dash) {
  const item = one[KEPT], more = staying(item?.inner ?? []), before = item?.lines.slice(0, item.lead) ?? [];
  if (item && same(one, item.was)) return item.lines;
  if (one.tautan && Object.keys(one).length === 1 && !more.length) return [...before, `${" ".repeat(dash)}- ${one.tautan}`];
  const indent = left(item?.inner[0]?.head ?? "") || dash + 2;
  const [head, ...lines] = [...key.keys.flatMap((sub) => entry(sub, one[sub.name], indent)), ...more];
  return [...before, `${" ".repeat(dash)}-`.padEnd(indent) + head.trimStart(), ...lines];
}

/* A text as it stands behind a key; between apostrophes where a reader could take it for something else. */
function scalar(text, inList = false) {
  const plain = STARTS_PLAIN.test(text) && !ENDS_QUOTED.test(text) && !(inList && /[:：#=]/.test(text));
  return plain ? text : `'${text.replace(/'/g, "''")}'`;
}
