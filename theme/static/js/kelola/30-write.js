/* Values -> the text of `index.md`. A value is a text, a list of texts, a table, or a list of tables, by its key's kind. */
const LISTS = ["lines", "choices", "slugs", "links", "pictures"];
const STARTS_PLAIN = /^[\p{L}\p{N}@(]/u;
const NOTHING = { before: {}, after: [], unknown: [] };
const ENDS_QUOTED = /["'“”„‟«»‘’‚‛]$/u;

/* Values without what nobody sees, links in their one form, empty ones left out. */
function normal(keys, values) {
  const kept = {};
  for (const key of keys) {
    const value = normalValue(key, values[key.name]);
    if (value !== "" && value !== undefined && !(Array.isArray(value) && !value.length && key.name !== "lingkup")) kept[key.name] = value;
  }
  return kept;
}

function normalValue(key, value) {
  if (key.kind === "table") return normal(key.keys, value ?? {});
  if (key.kind === "tables") return (value ?? []).map((one) => normal(key.keys, one)).filter((one) => Object.keys(one).length);
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
  if (kind === "money" || kind === "number") return /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text;
  if (kind === "phone") return readPhone(text) || text;
  return text;
}

/* Digits with the country code of a mobile number of Indonesia, or "". */
function readPhone(text) {
  const digits = /^\+?[\d\s().-]{6,24}$/.test(text) ? text.replace(/\D/g, "").replace(/^0/, "62").replace(/^8/, "628") : "";
  return /^628\d{7,11}$/.test(digits) ? digits : "";
}

/* The file of a profile. Values are normal ones; kept: what `asides` found. */
function writeProfile(keys, values, story = "", kept = NOTHING) {
  const lines = values.status === "ditarik" ? withdrawal(values) : [...keys.flatMap((key) => [...(kept.before[key.name] ?? []), ...writeEntry(key, values[key.name], "")]), ...kept.after];
  const told = values.status === "ditarik" ? "" : tidyStory(story);
  return ["---", ...lines, "---", ...(told ? ["", told] : []), ""].join("\n");
}

/* Who has withdrawn leaves the day and nothing else. */
const withdrawal = (values) => ["status: ditarik", `tanggal: ${today()}`, ...(values.alamat_lama?.length ? [`alamat_lama: ${values.alamat_lama.join(", ")}`] : [])];

function writeEntry(key, value, indent) {
  if (value === undefined || value === "") return [];
  if (key.kind === "table") {
    const lines = key.keys.flatMap((one) => writeEntry(one, value[one.name], `${indent}  `));
    return lines.length ? [`${indent}${key.name}:`, ...lines] : [];
  }
  if (key.kind === "tables") return value.length ? [`${indent}${key.name}:`, ...value.flatMap((one) => writeTable(key, one, indent))] : [];
  if (!Array.isArray(value)) return [`${indent}${key.name}: ${scalar(value)}`];
  if (!value.length) return [`${indent}${key.name}:`];
  const word = key.kind === "pictures" ? /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u : /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;
  const simple = key.kind !== "links" && value.every((item) => word.test(item));
  if (simple) return [`${indent}${key.name}: ${value.join(", ")}`];
  return [`${indent}${key.name}:`, ...value.map((item) => `${indent}  - ${key.kind === "links" ? item : scalar(item, true)}`)];
}

/* A work: a bare link where that is all. */
function writeTable(key, table, indent) {
  if (table.tautan && Object.keys(table).length === 1) return [`${indent}  - ${table.tautan}`];
  const lines = key.keys.flatMap((one) => writeEntry(one, table[one.name], `${indent}    `));
  return lines.map((line, at) => (at ? line : `${indent}  - ${line.trimStart()}`));
}

/* A text as it stands behind a key; between apostrophes where a reader could take it for something else. */
function scalar(text, inList = false) {
  const plain = STARTS_PLAIN.test(text) && !ENDS_QUOTED.test(text) && !(inList && /[:：#=]/.test(text));
  return plain ? text : `'${text.replaceAll("'", "''")}'`;
}
