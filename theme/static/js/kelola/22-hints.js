/* Text that is no address but says which one is meant, as in plugins/showcase/links/hints.py. */
const MARKDOWN = /!?\[[^[\]]*\]\(\s{0,9}(\S{1,2048}?)\s{0,9}\)/;
const PAIRS = { ")": "(", "]": "[", "}": "{" };

/* One token without quotes, brackets, a full stop at its end. */
function unwrap(text) {
  let token = text.trim();
  token = (token.match(new RegExp(`^${MARKDOWN.source}$`))?.[1] ?? token).replace(/^[<([{"'«“‘*]+/, "");
  const signs = token.match(/^[\p{So}\p{Sk}\p{Sm}\u2022\u00b7\u2013\u2014\u200d\ufe0f\u20e3-]+/u)?.[0];
  if (signs && token.slice(signs.length).search(linkStart()) === 0) token = token.slice(signs.length);
  const count = (mark) => token.split(mark).length - 1;
  while (token) {
    const last = token.at(-1);
    if (!".,;:!?\"'»”’…*~|>".includes(last) && !(PAIRS[last] && count(last) > count(PAIRS[last]))) break;
    token = token.slice(0, -1);
  }
  return token;
}

const linkStart = ((made) => () => {
  made ??= new RegExp(`https?:/|(?<![\\p{L}\\p{N}_@./-])(?:www\\.[\\p{L}\\p{N}_-]+\\.|(?:${alternatives(DATA.links.platforms.flatMap((row) => row.hosts))})/)`, "iu");
  return made;
})(null);

/* The URLs in a text, in order, each once. */
function findLinks(text) {
  const spread = text.replace(new RegExp(MARKDOWN, "g"), " $1 ");
  const found = spread.split(/[\s<>\u2028\u2029]+/).map((piece) => {
    const start = piece.search(linkStart());
    return start < 0 ? "" : unwrap(piece.slice(start));
  });
  return [...new Set(found.filter(Boolean))];
}

function isHostAlone(token) {
  const host = token.toLowerCase().replace(/\.+$/, "");
  return host.includes(".") && !/^[.@]/.test(host) && DATA.links.endings.includes(host.split(".").at(-1));
}

const rowNamed = (name) => DATA.links.platforms.find((row) => row.names.includes(name.toLowerCase()));

/* The refusal that holds the right address, or null. */
function hint(text) {
  const said = text.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[A-Za-z]{2,}$/.test(said)) return refuse(text, "L205");
  const phone = phoneLink(said);
  if (phone) return refuse(text, "L202", { fix: phone });
  if (/^[+(]?(?:\p{Nd}[\s().-]?){6}/u.test(said)) return refuse(text, "L101");
  const names = DATA.links.platforms.flatMap((row) => row.names).sort((a, b) => b.length - a.length).map((name) => name.replaceAll(".", "\\."));
  const named = said.match(new RegExp(`^(${names.join("|")})\\s*(?:[:=]\\s*|\\s-\\s|/|\\s(?=@)|\\s+)(@?\\s*[^\\s:/].*)$`, "iu"));
  if (named) {
    const row = rowNamed(named[1]);
    return refuse(text, "L203", { label: row.label, fix: account(row, named[2].trim()) });
  }
  if (/^UC[A-Za-z0-9_-]{22}$/.test(said)) return refuse(text, "L204", { fix: `https://www.youtube.com/channel/${said}` });
  if (/^(?:PL|UU|FL|OLAK5uy_|TL|RD)(?=.*[0-9])[A-Za-z0-9_-]{14,64}$/.test(said)) return refuse(text, "L204", { fix: `https://www.youtube.com/playlist?list=${said}` });
  if (/^(?=.*[0-9_-])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_-]{11}$/.test(said)) return refuse(text, "L204");
  const handle = /^@[\p{L}\p{N}_.-]{2,60}$/u.test(said) || /^[A-Za-z0-9_.-]{2,30}$/.test(said);
  return handle && !isHostAlone(said) ? refuse(text, "L201", { fix: account(rowNamed("instagram"), said) }) : null;
}

function phoneLink(text) {
  const digits = (text.match(/^(?:\+?62[\s.-]?(?:\(0\)|0)?|0)[\s.-]?(8[\d\s.\u2010-\u2015\u2212-]{7,16})$/)?.[1] ?? "").replace(/\D/g, "");
  return digits.length >= 9 && digits.length <= 12 ? `https://wa.me/62${digits}` : "";
}

function account(row, said) {
  if (row.key === "whatsapp") return phoneLink(said);
  const name = said.replace(/^@/, "").replace(/[.,]+$/, "");
  return row.account && /^[\p{L}\p{N}_.-]{2,60}$/u.test(name) ? fill(row.account, { name }) : "";
}
