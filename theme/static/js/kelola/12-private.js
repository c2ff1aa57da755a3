/* Facts about a person that never belong into a public file, as in plugins/showcase/profiles/private.py. */
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
