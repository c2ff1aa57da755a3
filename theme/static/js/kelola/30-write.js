/* Values -> the text of `index.md`. A value is a text, a list of texts, a table, or a list of tables, by its key's kind. */
const LISTS = ["lines", "choices", "slugs", "links", "pictures"];
const STARTS_PLAIN = /^[\p{L}\p{N}@(]/u;
const NOTHING = { blocks: [], was: {}, story: "" };
const ENDS_QUOTED = /["'“”„‟«»‘’‚‛]$/u;

/* Values without what nobody sees, links in their one form, empty ones left out. */
function normal(keys, values) {
  const kept = values?.[KEPT] ? { [KEPT]: values[KEPT] } : {};
  for (const key of keys) {
    const value = normalValue(key, values[key.name]);
    if (value !== "" && value !== undefined && !(Array.isArray(value) && !value.length && key.name !== "lingkup")) kept[key.name] = value;
  }
  return kept;
}

function normalValue(key, value) {
  if (key.kind === "table") return normal(key.keys, value ?? {});
  if (key.kind === "tables") return (value ?? []).map((one) => normal(key.keys, one)).filter((one) => Object.keys(one).length || one[KEPT]?.strange);
  if (LISTS.includes(key.kind)) {
    const items = Array.isArray(value) ? value : (value ?? "").split(key.kind === "links" ? "\n" : /[,;，、\n]/);
    return value === undefined ? undefined : [...new Set(items.map((item) => normalText(key.kind === "links" ? "link" : key.kind, item)).filter(Boolean))];
  }
  return normalText(key.kind, value ?? "");
}

function normalText(kind, value) {
  const text = tidy(String(value));
  if (kind === "link") {
    const link = text && readLink(text);
    return link && !link.refused ? link.canonical : text;
  }
  if (kind === "money") return readMoney(text);
  if (kind === "number") return /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text;
  if (kind === "phone") return readPhone(text) || text;
  return text;
}

/* `Rp150.000`, `150rb` and `1,5 juta` in whole rupiah; what is no amount stays as it is. */
function readMoney(text) {
  const [, number, unit] = text.match(/^(?:rp\.?|idr)?\s*(\d[\d.,\s]*?)\s*(rb|ribu|k|jt|juta)?\s*(?:,-|,00|\.00)?\s*(?:rupiah|idr)?$/i) ?? [];
  if (unit) return /^\d{1,6}(?:[.,]\d{1,3})?$/.test(number) ? String(Math.round(Number(number.replace(",", ".")) * (/^[jJ]/.test(unit) ? 1_000_000 : 1_000))) : text;
  return /^\d{1,15}$|^\d{1,3}(?:[., ]\d{3}){1,4}$/.test(number ?? "") ? number.replace(/\D/g, "") : text;
}

/* Digits with the country code of a mobile number of Indonesia, or "". */
function readPhone(text) {
  const bare = text.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/^(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\?phone=)([^?&]*).*$/, "$1");
  const digits = /^\+?[\d\s().-]{6,24}$/.test(bare) ? bare.replace(/\D/g, "").replace(/^0/, "62").replace(/^8/, "628") : "";
  return /^628\d{7,11}$/.test(digits) ? digits : "";
}

/* The file of a profile. Values are normal ones; kept: the lines of the profile that was opened. */
function writeProfile(keys, values, story = "", kept = NOTHING) {
  const gone = values.status === "ditarik", told = tidyStory(story);
  const lines = gone ? withdrawal(values, kept) : writeTable(keys, values, kept, "");
  const tale = gone ? "" : told === tidyStory(kept.story) ? kept.story : told;
  return ["---", ...lines, "---", ...(tale ? ["", tale] : []), ""].join("\n");
}

/* Who has withdrawn leaves the day and nothing else; a withdrawal that was opened keeps the day that it says. */
function withdrawal(values, kept) {
  const before = kept.was.status === '"ditarik"' ? kept.blocks.flatMap((block) => block.lines).filter((line) => /^(?:tanggal|contoh)\s*:/.test(line)) : [];
  const days = before.some((line) => line.startsWith("tanggal")) ? [] : [`tanggal: ${today()}`];
  return ["status: ditarik", ...days, ...before, ...(values.alamat_lama?.length ? [`alamat_lama: ${values.alamat_lama.join(", ")}`] : [])];
}

function writeEntry(key, value, indent) {
  if (value === undefined || value === "") return [];
  const below = key.kind === "table" ? writeTable(key.keys, value, NOTHING, `${indent}  `) : key.kind === "tables" ? value.flatMap((one) => writeWork(key, one, indent.length + 2)) : [];
  if (["table", "tables"].includes(key.kind)) return below.length ? [`${indent}${key.name}:`, ...below] : [];
  if (!Array.isArray(value)) return [`${indent}${key.name}: ${scalar(value)}`];
  if (!value.length) return [`${indent}${key.name}:`];
  const word = key.kind === "pictures" ? /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u : /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;
  const simple = key.kind !== "links" && value.every((item) => word.test(item));
  if (simple) return [`${indent}${key.name}: ${value.join(", ")}`];
  return [`${indent}${key.name}:`, ...value.map((item) => `${indent}  - ${key.kind === "links" ? item : scalar(item, true)}`)];
}

/* A text as it stands behind a key; between apostrophes where a reader could take it for something else. */
function scalar(text, inList = false) {
  const plain = STARTS_PLAIN.test(text) && !ENDS_QUOTED.test(text) && !(inList && /[:：#=]/.test(text));
  return plain ? text : `'${text.replaceAll("'", "''")}'`;
}
