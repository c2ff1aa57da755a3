/* Text as `check` sees it. The files of this folder are joined by name into one module; the
   minifier takes blanks out of a template inside a template, so there are none. */
const DATA = { links: null, rules: null, lists: null };

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u2800\u3164\uffa0\u180b-\u180f\u{e0100}-\u{e01ef}]/gu;
/* A pattern that looks behind itself would keep older iPhones from reading this module at all. */
const STYLED = /([A-Za-z\u00c0-\u024f])[\ufe00-\ufe0f]+/g;
const BLANKS = /[\u115f\u1160\u2800\u3164\uffa0]/g;
/* Scripts whose letters are drawn like Latin ones. */
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Coptic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}\p{Script=Deseret}\p{Script=Georgian}]/u;

const size = (text) => [...text].length;
const words = (text) => text.split(/\s+/).filter(Boolean);

/* One line without what nobody sees; blanks made single. */
const tidy = (text) => words(text.normalize("NFC").replace(/\s/g, " ").replace(BLANKS, " ").replace(INVISIBLE, "").replace(STYLED, "$1")).join(" ");

/* Without the characters at its end that are in `off`: a pattern like /\n+$/ starts anew at each of them. */
function cutEnd(text, off) {
  let end = text.length;
  while (end && off.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

const withoutEmptyEnds = (text) => cutEnd(text, "\n").replace(/^\n+/, "");

/* A story: its lines stay, tabs become blanks. */
const tidyStory = (text) => withoutEmptyEnds(text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n")
  .map((line) => line.replace(/\t/g, "  ").replace(BLANKS, " ").replace(INVISIBLE, "").replace(STYLED, "$1").trimEnd())
  .join("\n"));

const slugify = (text) => text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");

const lookAlike = (text) => (text.match(/\p{L}+/gu) ?? []).find((word) => /\p{Script=Latin}/u.test(word) && ALIKE.test(word)) ?? "";

const pattern = ({ source, flags }, more = "") => new RegExp(source, flags + more);

/* Patterns of the table must match a whole text; each is compiled once. */
const whole = ((known) => (source) => {
  if (!known.has(source)) known.set(source, new RegExp(`^(?:${source})$`, "u"));
  return known.get(source);
})(new Map());

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: DATA.site?.timezone ?? "Asia/Jakarta" }).format(new Date());

/* A day of the calendar: `2026-02-30` is none. */
function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= "1900" && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/* Facts about a person that never belong into a public file, as in plugins/showcase/schema/private.py. */
const factsByName = ((made) => () => {
  made ??= new Map((DATA.rules.facts ?? []).flatMap(({ what, names }) => names.map((name) => [name, what])));
  return made;
})(null);

const wordsIn = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/* What private fact a name holds as whole words, in any spelling; "" if none. */
function privateFact(name) {
  const all = wordsIn(name).slice(0, 8);
  for (let start = 0; start < all.length; start++) {
    for (let end = all.length; end > start; end--) {
      const found = factsByName().get(all.slice(start, end).join(" "));
      if (found) return found;
    }
  }
  return "";
}

/* The name under which a line states a private fact, "" if it states none: `Tempat/Tgl. Lahir: …`, `NIK 19…`. */
function privateLine(line) {
  const text = line.trim(), head = text.match(/^[^:=：]{2,60}(?=[:=：])/);
  if (head) return privateFact(head[0]) ? head[0].trim() : "";
  const begins = words(text.slice(0, 200)).slice(0, 3), starts = [3, 2, 1].filter((count) => words(text.slice(0, 200)).length > count);
  return starts.map((count) => begins.slice(0, count).join(" ")).find((start) => factsByName().has(wordsIn(start).join(" "))) ?? "";
}
