/* Text as `check` sees it, and the patterns of the data. The scripts of this folder are joined into one module; the
   minifier takes blanks out of a template inside a template, so there are none. */
const DATA = {};
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u180b-\u180f\u{e0100}-\u{e01ef}]/gu;
const STYLED = /([A-Za-z\u00c0-\u024f])[\ufe00-\ufe0f]+/g;
const LIKE_BLANKS = /[\u115f\u1160\u2800\u3164\uffa0]/g;

/* A function that is asked once for each key. */
function cached(make, known = new Map()) {
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
}
/* A pattern of the data, whose flags stand in front as in Python: anywhere, everywhere, of a whole text. */
const flagged = (pattern) => pattern.match(/^(?:\(\?([im]+)\))?([^]*)$/);
const regex = cached((pattern) => new RegExp(flagged(pattern)[2], `${flagged(pattern)[1] ?? ""}u`));
const everywhere = cached((pattern) => new RegExp(regex(pattern), `${regex(pattern).flags}g`));
const wholly = cached((pattern) => new RegExp(`^(?:${flagged(pattern)[2]})$`, `${flagged(pattern)[1] ?? ""}u`));
/* What a pattern makes of a whole text, or null. */
const matched = (pattern, text) => text.match(wholly(pattern));
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const last = (list) => list[list.length - 1];
const size = (text) => [...text].length;
const words = (text) => text.split(/\s+/).filter(Boolean);

/* The parts of a text before and behind a mark. */
function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}

/* Without the characters at its end that are in `off`: a pattern like /\n+$/ starts anew at each of them. */
function cutEnd(text, off) {
  let end = text.length;
  while (end && off.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

const seen = (text) => text.replace(LIKE_BLANKS, " ").replace(INVISIBLE, "").replace(STYLED, "$1");
/* One line without what nobody sees, blanks made single; a story, whose lines stay. */
const tidy = (text) => words(seen(text.normalize("NFC").replace(/\s/g, " "))).join(" ");
const tidyStory = (text) => cutEnd(text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n")
  .map((line) => seen(line.replace(/\t/g, "  ")).trimEnd()).join("\n"), "\n").replace(/^\n+/, "");
const slugify = (text) => text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase()
  .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60).replace(/-$/, "");

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: DATA.site.timezone }).format(new Date());
/* A day of the calendar: `2026-02-30` is none. */
function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/* The name under which a line states a private fact, "" if it states none: `Tempat/Tgl. Lahir: …`, `NIK 19…`. */
function privateLine(line) {
  const text = line.trim().slice(0, 200), [head] = text.match(/^[^:=：]{2,60}(?=[:=：])/) ?? [];
  const found = (head ?? text).match(regex(DATA.rules.fact));
  if (head) return found ? head.trim() : "";
  return found?.index === 0 && /^\S*\s+\S/.test(text.slice(found[0].length)) ? found[0] : "";
}
