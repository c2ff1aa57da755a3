/* Text around a link, and text that is none but says which one is meant, as in plugins/showcase/links/extraction.py and hints.py. */
const MARKDOWN = /!?\[[^[\]]*\]\(\s{0,9}(\S{1,2048}?)\s{0,9}\)/;
const PAIRS = { ")": "(", "]": "[", "}": "{" };

/* One token without quotes, brackets, a full stop at its end. */
function unwrap(text) {
  let token = (text.trim().match(new RegExp(`^${MARKDOWN.source}$`))?.[1] ?? text.trim()).replace(/^[<([{"'«“‘*]+/, "");
  const signs = token.match(/^[\p{So}\p{Sk}\p{Sm}\u2022\u00b7\u2013\u2014\u200d\ufe0f\u20e3-]+/u)?.[0].length;
  if (signs && linkStart(token.slice(signs)) === 0) token = token.slice(signs);
  const count = (mark) => token.split(mark).length, ends = (mark) => ".,;:!?\"'»”’…*~|>".includes(mark);
  for (let mark = last(token); mark && (ends(mark) || count(mark) > count(PAIRS[mark] ?? mark)); mark = last(token)) {
    token = token.slice(0, -1);
  }
  return token;
}

/* A pattern in which HOSTS and NAMES stand for those of the platforms; within other addresses no short hosts count. */
const completed = cached((pattern) => {
  const { rows, start, shortest } = DATA.links, plain = (text) => text.replace(/\./g, "\\."), all = (name) => rows.flatMap((row) => row[name] ?? []);
  const own = all("own").filter((host) => host.length >= shortest).map(plain);
  const names = all("names").sort((one, other) => other.length - one.length).map(plain);
  const hosts = [...all("hosts"), ...(pattern === start ? all("short") : own)];
  return pattern.replace("HOSTS", hosts.join("|")).replace("NAMES", names.join("|"));
});

/* Where the first URL of a text begins, -1 if it holds none. */
function linkStart(text) {
  const found = text.match(regex(completed(DATA.links.start)));
  return found ? found.index + found[0].length - (found.groups.bare ?? found[0]).length : -1;
}

/* The URLs in a text, in order, each once. */
function findLinks(text) {
  const found = text.replace(new RegExp(MARKDOWN, "g"), " $1 ").split(/[\s<>]+/)
    .map((piece) => (linkStart(piece) < 0 ? "" : unwrap(piece.slice(linkStart(piece)))));
  return [...new Set(found.filter(Boolean))];
}

/* The refusal that holds the right address, or null. */
function hint(text, said) {
  const [pattern, code, fix] = DATA.links.hints.find(([one]) => matched(completed(one), said)) ?? [];
  if (!pattern) return null;
  const { name = "instagram", rest, digits, ...groups } = matched(completed(pattern), said).groups ?? {};
  const row = DATA.links.rows.find((one) => one.names?.includes(name.toLowerCase()));
  if (rest) return refuse(text, code, { found: said, label: row.label, fix: account(row, rest.trim()) });
  return refuse(text, code, { found: said, fix: digits ? phoneLink(said) : fill(fix, groups) });
}

function phoneLink(said) {
  const [pattern, link] = DATA.links.phone, found = matched(pattern, said);
  return found ? fill(link, { digits: found.groups.digits.replace(/\P{Nd}/gu, "") }) : "";
}

/* A channel's address made of a bare name, "" if the name cannot be one. */
function account(row, said) {
  if (row.key === "whatsapp") return phoneLink(said);
  const name = said.replace(/^@/, "").replace(/[.,]+$/, "");
  return row.account && matched(DATA.links.name, name) ? fill(row.account, { name }) : "";
}
