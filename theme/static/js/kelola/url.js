/* A URL taken apart as in plugins/showcase/links/url_parser.py: its parts, or `{code, found, fix}` if it is refused. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u034f\u115f\u1160\u2800\u3164\uffa0\ufe0f]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, "gu");

function parseUrl(text) {
  if (text.includes("\\")) return { code: "L104", fix: text.replace(/\\/g, "/") };
  if (/\s/.test(text) || HIDDEN.test(text)) return { code: "L102" };
  const [, scheme = "", slashes, rest] = text.match(/^(?:([a-z][a-z0-9+.-]*):)?(\/*)(.*)$/i);
  if (scheme && (!scheme.includes(".") || slashes.length > 1)) {
    const mended = text.replace(regex(DATA.links.typo), "https://");
    if (!/^https?$/i.test(scheme)) return { code: "L103", fix: mended === text ? "" : mended };
    if (slashes !== "//") return { code: "L103", fix: `https://${rest}` };
  }
  const [, host, tail] = (slashes === "//" ? rest : text).match(/^([^/?#]*)(.*)$/);
  return refusedHost(host, tail) ?? parts(host.toLowerCase(), tail);
}

function refusedHost(host, tail) {
  if (/^[?#]@/.test(tail)) return { code: "L105", found: host };
  const lower = host.toLowerCase(), rule = DATA.links.hosts.find(([pattern]) => regex(pattern).test(lower));
  return rule && { code: rule[1], found: host, fix: fill(rule[2], { ...lower.match(regex(rule[0])).groups, tail }) };
}

/* Path, query and fragment of a URL whose host is settled. */
function parts(host, tail) {
  const [before, fragment] = cut(tail.replace(/&(?:amp;)+/g, "&"), "#"), address = cut(before, "?");
  const [rawPath, rawQuery] = /^\/?$/.test(address[0]) && fragment.startsWith("!/") ? cut(fragment.slice(1), "?") : address;
  const query = rawQuery.replace(/((?:^|[=&])[^&/?]*)\?/g, "$1&") + (fragment.startsWith("t=") ? `&${fragment}` : "");
  const path = decode(rawPath), pairs = query.split("&").map((piece) => cut(piece.replace(/\+/g, " "), "=").map(decode));
  if (path === null || /[<>"`{}|^]|(?:^|\/)\.\.?(?:\/|$)/.test(path)) return { code: "L113" };
  const param = (name) => pairs.find(([key, value]) => key === name && value !== null)?.[1] ?? "";
  return { host, path: path.split("/").filter(Boolean).join("/"), param, rawPath, rawQuery, fragment };
}

/* Percent-decoded once; null if it is broken or hides something. */
function decode(text) {
  try {
    const decoded = decodeURIComponent(text).normalize("NFC");
    return decoded.includes("\\") || HIDDEN.test(decoded.replace(/[\u200c\u200d\ufe0f]/g, "")) ? null : decoded;
  } catch { return null; }
}
