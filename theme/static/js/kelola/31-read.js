/* An existing `index.md` -> values for the fields, and `kept`: all of its lines, by the key that they set. */
const RULED = /^[ \t]*(?:[-‐‑–—―]{2,}|[–—―])[ \t]*$|^\.\.\.[ \t]*$/;
const COMMENT = /^\s*#/;
const KEY = /^["']?(\p{L}[\p{L}\p{N}_ .+-]{0,39}?)["']?\s*[:：](?:\s+(.*))?$/u;
const TIGHT = /^(\p{L}[\p{L}\p{N}_]*)\s*[:：=](?!\/\/)\s*(.*)$/u;
const DASH = /^\s*[-*•·–—+‣](?:\s+|$)/;
const BLOCK = /^[|>][+\-0-9]{0,2}$/;
const NOTED = ["choice", "choices", "slugs", "place", "yes", "date", "number", "money", "phone", "email", "links", "link"];

function readProfile(keys, text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  const open = lines.findIndex((line) => line.trim());
  const close = lines.findIndex((line, at) => at > open && RULED.test(line));
  if (open < 0 || close < 0 || !RULED.test(lines[open])) return null;
  const all = keep(keys, lines.slice(open + 1, close)), isSecret = (block) => !block.key && Boolean(secretOf(block));
  const blocks = all.flatMap((block) => (isSecret(block) ? leadOf(block) : block));
  const story = lines.slice(close + 1).join("\n").replace(/^\n+/, "").trimEnd();
  const values = readTable(keys, blocks);
  const kept = { blocks, was: {}, story };
  remember(keys, normal(keys, values), kept);
  return { values, story, unread: strangers(blocks), secret: all.filter(isSecret).map(secretOf), kept };
}

/* The name of a private fact that a key of nobody's states, and the comments before it, which stay. */
const secretOf = (block) => privateLine(shown(block.lines[block.lead] ?? ""));
const leadOf = ({ lines, lead }) => (lead ? [{ key: null, text: "", lines: lines.slice(0, lead), lead }] : []);

/* The key that a line sets: `nama: Budi`, and `nama:Budi` or `nama = Budi` where the name is a key's. */
function named(keys, line) {
  const text = line.trim(), plain = text.match(KEY), found = plain ?? text.match(TIGHT);
  const key = found && keyOf(keys, found[1]);
  return plain || key ? { key, text: (found[2] ?? "").trim() } : null;
}

const folded = (name) => name.toLowerCase().replace(/[ _-]+/g, "");
const keyOf = (keys, name) => keys.find((one) => [one.name, ...one.also].some((other) => folded(other) === folded(name)));

const readTable = (keys, blocks) => Object.fromEntries(blocks.filter((block) => block.key).map((block) => [block.key, readValue(keys.find((one) => one.name === block.key), block)]));

function readValue(key, block) {
  const text = NOTED.includes(key.kind) ? block.text.replace(/(?:^|\s)#(?:\s.*|$)|\s#.*$/, "") : block.text.replace(/^#(?:\s.*)?$/, "");
  if (block.inner) return readTable(key.keys, block.inner.blocks);
  if (block.items) return [...apart(text, byLink).map((tautan) => ({ tautan })), ...block.items.map((item) => ({ ...(item.link ? { tautan: item.link } : readTable(key.keys, item.inner.blocks)), [KEPT]: item }))];
  const below = body(block).map(shown).filter((line) => line.trim() && (BLOCK.test(text) || !COMMENT.test(line)));
  const found = below.map((line) => line.replace(DASH, "").trim());
  if (!LISTS.includes(key.kind)) {
    const whole = unquote((BLOCK.test(text) ? found : [text, ...found]).filter(Boolean).join(" "));
    return key.kind === "date" ? readDay(whole) : key.kind === "yes" ? readYes(whole) : whole;
  }
  const split = key.kind === "links" ? byLink : (said) => said.split(/[,;，、]/);
  if (text.startsWith("[")) return apart([text, ...found].join(" ").replace(/,\s*\]$/, "]"), key.kind === "links" ? (said) => said.split(/[,\s]+/) : split);
  return [...apart(text, split), ...found.map(unquote).filter(Boolean)];
}

/* `2 Oktober 2026`, `Senin, 02-10-2026` -> `2026-10-02`; what is no day stays as it is. */
function readDay(text) {
  const plain = text.replace(/^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad),?\s+/i, "").replace(/(\d)[T ]\d{1,2}[:.]\d{2}.*$/, "$1").replace(/^([a-z]+)\.?\s+(\d{1,2}),?\s/i, "$2 $1 ");
  const [, one, two, three] = plain.match(/^(\d{1,4})[-/. ]+(\d{1,2}|[a-z]+)\.?,?[-/. ]+(\d{1,4})$/i) ?? [];
  const [year, day] = one?.length === 4 ? [one, three] : [three, one];
  const month = DATA.words.months[two?.toLowerCase()] ?? two;
  const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(written) ? written : text;
}

/* Links on one line, a comma or a blank before each. */
function byLink(text) {
  const starts = [...text.matchAll(/[,\s]https?:/g)].map((found) => found.index + 1);
  return [0, ...starts].map((start, at) => cutEnd(text.slice(start, starts[at]), ", \t"));
}

const readYes = (text) => (DATA.words.yes.includes(text.toLowerCase()) ? "ya" : DATA.words.no.includes(text.toLowerCase()) ? "tidak" : text);

const apart = (text, split) => split(text.match(/^\[(.*)\]$/)?.[1] ?? text).map((piece) => unquote(piece.trim())).filter(Boolean);

function unquote(text) {
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/.test(text)) return text.slice(1, -1).replace(/\\(["\\])/g, "$1");
  return text.replace(/^[“”„‟]([^“”„‟]*)[“”„‟"]$|^[‘’‚‛]([^‘’‚‛]*)[‘’‚‛']$/, "$1$2").replace(/^(\*{1,2})([^\s*](?:[^*]*[^\s*])?)\1$/, "$2");
}
