/* Websites that are no platform, as in plugins/showcase/links/websites.py. */
const PATH_SAFE = "/:@!$&'()*+,;=~-._";
const QUERY_SAFE = "/:@!$'()*+,;=~-._?";
const DIGITS_AS_LETTERS = { 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", 8: "b", i: "l", "-": "", _: "" };

function readWebsite(url, address) {
  const { links } = DATA;
  const host = address.host;
  const owner = links.platforms.find((row) => row.own.some((own) => host === own || host.endsWith(`.${own}`)));
  const redirects = links.redirectors.includes(host) || host.includes(".safelinks.");
  if (redirects && (!links.searches.includes(host) || address.path === "url")) return refuse(url, "L303", { fix: target(address) });
  if (isShort(address)) return refuse(url, "L302");
  if (owner) return refuse(url, "L409", { label: owner.label, fix: target(address) });
  const inside = carried(address);
  if (inside || links.mirrors.includes(host) || links.mirrorWords.some((word) => host.includes(word))) return refuse(url, "L304", { fix: inside });
  if (links.searches.includes(host) && ["search", "", "imgres"].includes(address.path.split("/")[0])) return refuse(url, "L402", { label: "mesin pencari" });
  const twin = links.genuine.includes(host.replace(/^www\./, "")) ? null : looksLike(host);
  return twin ? refuse(url, "L111", { label: twin.label, found: host }) : website(url, address);
}

/* As in plugins/showcase/links/shorteners.py: an address that only leads to another. */
function isShort({ host, path }) {
  const { shorteners, shortenerEndings, shortPaths } = DATA.links;
  const bare = host.replace(/^www\./, "");
  return shorteners.includes(host) || shorteners.includes(bare) || shortenerEndings.some((end) => bare.endsWith(end)) || shortPaths.some(([site, start]) => bare === site && path.toLowerCase().startsWith(start));
}

const target = (address) => DATA.links.targets.map((name) => param(address, name)).find(Boolean) ?? "";

/* The real page that an archive or a proxy carries in its own address. */
function carried(address) {
  const asked = address.rawQuery.split("&").filter((piece) => !saysOrigin(cut(piece, "=")[0]));
  const behind = `${address.rawPath}?${asked.join("&")}#${address.rawFragment}`;
  const found = (decode(behind) ?? behind).match(insidePattern());
  return found ? `https://${found[0].replace(/^https?:\/{1,2}/i, "")}` : "";
}

const insidePattern = ((made) => () => {
  if (!made) {
    const hosts = DATA.links.platforms.flatMap((row) => [...row.own, ...row.hosts]).filter((host) => host.length > 7);
    made = new RegExp(`(?:https?:/|(?<![\\p{L}\\p{N}_-])(?:${alternatives(hosts)})(?=/[^/])).*`, "iu");
  }
  return made;
})(null);

const alternatives = (hosts) => [...new Set(hosts)].sort((a, b) => b.length - a.length).map((host) => host.replaceAll(".", "\\.")).join("|");

function looksLike(host) {
  const folded = fold(host);
  return DATA.links.platforms.find((row) => row.words.some((word) => {
    const name = fold(word);
    if (word.includes(".") ? dotted(word, host) : folded.includes(name)) return true;
    return name.length >= 6 && folded.split(".").some((label) => near(name, label));
  }));
}

const fold = (text) => [...text].map((char) => DIGITS_AS_LETTERS[char] ?? char).join("").replaceAll("rn", "m").replaceAll("vv", "w").replaceAll("cl", "d");
const dotted = (word, host) => `.${host}.`.includes(`.${word}.`) || `.${host}`.includes(`${word.replaceAll(".", "-")}.`);

/* One letter changed, missing, added, or two swapped. */
function near(name, label) {
  if (Math.abs(name.length - label.length) > 1 || name[0] !== label[0]) return false;
  let start = 0, end = 0;
  const shorter = Math.min(name.length, label.length);
  while (start < shorter && name[start] === label[start]) start++;
  while (end < shorter - start && name.at(-1 - end) === label.at(-1 - end)) end++;
  const [one, other] = [name.slice(start, name.length - end), label.slice(start, label.length - end)];
  if (Math.max(one.length, other.length) <= 1) return true;
  const differing = [...name].filter((char, at) => char !== label[at]).length;
  return name.length === label.length && differing === 2 && [...name].sort().join() === [...label].sort().join();
}

/* The clean address of a website: https, no trackers, no fragment. */
function website(url, address) {
  const pieces = address.rawQuery.split("&");
  if (pieces.some((piece) => decode(piece) === null)) return refuse(url, "L113");
  const path = tidyPart(address.rawPath, PATH_SAFE) || "/";
  const query = pieces.filter((piece) => piece && !tracks(cut(piece, "=")[0])).map((piece) => tidyPart(piece, QUERY_SAFE)).join("&");
  const bare = address.host.replace(/^www\./, "");
  const asked = query ? `?${query}` : "";
  return { url, platform: "website", kind: "website", id: bare + path.replace(/\/+$/, "") + asked, handle: `${bare}/${address.path}`.replace(/\/+$/, ""), canonical: `https://${address.host}${path}${asked}` };
}

const tidyPart = (raw, safe) => quote(raw, `${safe}%`).replace(/%[0-9A-Fa-f]{2}/g, (code) => code.toUpperCase());
const tracks = (name) => DATA.links.trackers.includes(name.toLowerCase()) || /^(?:utm_|pk_|mtm_|fb_|hsa_)/.test(name.toLowerCase());
const saysOrigin = (name) => tracks(name) || ["ref", "referrer", "referer", "source", "from"].includes(name.toLowerCase());
