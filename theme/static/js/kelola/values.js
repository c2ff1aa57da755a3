/* What is typed becomes a value: nothing that nobody sees, links in their one form, names as our lists spell them. */
const COMMA = /[,;，、\n]/;

/* Texts of fields, of a profile or of a message -> values by key; empty ones are left out. */
function normal(keys, values) {
  const found = values[KEPT] ? { [KEPT]: values[KEPT] } : {};
  for (const key of keys) {
    const value = values[key.name] === undefined ? "" : normalValue(key, values[key.name]);
    if (typeof value === "string" ? value : Object.keys(value).length || key.name === "lingkup") found[key.name] = value;
  }
  return found.desa ? atHome(found) : found;
}

/* More than anybody has: not worth reading one by one. */
const isCrowded = (key, value) => Array.isArray(value) && value.length > 10 * key.limits[1];

function normalValue(key, value) {
  const list = listOf(key), isTyped = (one) => Object.keys(one).length || staying(one[KEPT]?.inner ?? []).length;
  if (key.kind === "table") return normal(key.keys, value);
  if (isCrowded(key, value)) return value;
  if (key.kind === "tables") return value.map((one) => normal(key.keys, one)).filter(isTyped);
  if (!LISTS.includes(key.kind)) return normalText(key, value);
  const items = Array.isArray(value) ? value : value.split(key.kind === "links" ? "\n" : COMMA);
  const read = (item) => (list ? several(list, tidy(item)) : normalText(key, item));
  return [...new Set(items.flatMap(read).filter((item) => item && item !== "-"))];
}

function normalText(key, value) {
  const text = tidy(value), read = READERS[key.kind];
  return read ? read(text) : listOf(key) ? inList(listOf(key), text)?.value ?? text : text;
}

const readUrl = (text) => { const link = readLink(text); return link.refused ? text : link.canonical; };
const READERS = {
  link: readUrl, links: readUrl, money: readMoney, date: readDay,
  number: (text) => (/^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replace(/\./g, "") : text),
  phone: (text) => readPhone(text) || text,
  yes: (text) => { const { yes, no } = DATA.words, word = text.toLowerCase(); return yes.includes(word) ? "ya" : no.includes(word) ? "tidak" : text; },
};

/* `Rp150.000`, `150rb` and `1,5 juta` in whole rupiah; what is no amount stays as it is. */
function readMoney(text) {
  const { number = "", unit } = matched(DATA.words.money, text)?.groups ?? {}, times = DATA.words.units[unit?.toLowerCase()];
  if (times && /^\d{1,6}(?:[.,]\d{1,2})?$/.test(number)) return String(Math.round(Number(number.replace(",", ".")) * times));
  return !unit && /^\d{1,15}$|^\d{1,3}(?:[., ]\d{3}){1,4}$/.test(number) ? number.replace(/\D/g, "") : text;
}

/* Digits with the country code of a mobile number of Indonesia, or "". */
function readPhone(text) {
  const found = matched(DATA.words.phone, text.replace(/[\u2010-\u2015\u2212]/g, "-")) ?? [];
  const digits = (found[1] ?? "").replace(/\D/g, "").replace(/^0/, "62").replace(/^8/, "628");
  return matched(DATA.rules.kinds.phone[0], digits) ? digits : "";
}

/* `2 Oktober 2026`, `Senin, 02-10-2026` -> `2026-10-02`; what is no day stays as it is. */
function readDay(text) {
  const plain = text.replace(regex(DATA.words.weekday), ""), pad = (part) => String(part).padStart(2, "0");
  const days = DATA.words.dates.map(([pattern, order]) => {
    const found = matched(pattern, plain) ?? [], [year, month = "", day] = order.map((at) => found[at]);
    return [year, DATA.words.months[month.toLowerCase()] ?? month, day].map(pad).join("-");
  });
  return days.find(isDay) ?? text;
}

const listOf = (key) => key.choices ?? DATA.lists[key.source];
/* `Tanjung Pandan`, `Kec. Tanjungpandan` and `tanjungpandan` are one; people write `umkm & pariwisata` for two. */
const bareName = (text) => slugify(text.toLowerCase().replace(/^(?:kecamatan |kec\. |distrik |desa |kelurahan )/, "")).replace(/-/g, "");
const namesOf = ({ value, label = value, also = value }) => [value, label, ...also.split("|")].map(bareName);
const spelled = cached((list) => new Map(list.flatMap((one) => namesOf(one).map((name) => [name, one])).reverse()));
const inList = (list, text) => spelled(list).get(bareName(text));

function several(list, text) {
  const alone = inList(list, text), split = DATA.words.commas.map((comma) => text.split(regex(comma)).map((piece) => inList(list, piece)));
  return alone ? [alone.value] : split.find((found) => found.length > 1 && found.every(Boolean))?.map((one) => one.value) ?? [text];
}

/* A village by its name or another one of it, and the district that it lies in. */
function atHome(values) {
  for (const { value, villages } of DATA.lists.district.filter((one) => [one.value, undefined].includes(values.kecamatan))) {
    const found = villages.find((one) => namesOf(one).includes(bareName(values.desa)));
    if (found) return { ...values, desa: found.value, kecamatan: value };
  }
  return values;
}
