/* Websites that are no platform, as in plugins/showcase/links/websites.py. */
function readWebsite(url, address) {
  const { host, path, param } = address, { forwards, short, rows, genuine, targets } = DATA.links, place = `${host}/${path}`;
  const owner = rows.find(({ own = [] }) => own.some((one) => `.${host}`.endsWith(`.${one}`)));
  const target = targets.map(param).find(Boolean), inside = carried(address);
  if (matched(forwards, place)) return refuse(url, "L303", { fix: target });
  if (matched(short, place)) return refuse(url, "L302");
  if (owner) return refuse(url, "L409", { label: owner.label, fix: target });
  if (inside) return refuse(url, "L304", { fix: inside });
  const isGenuine = genuine.includes(host.replace(/^www\./, ""));
  const twin = isGenuine ? null : rows.find((row) => row.words?.some((word) => isLike(word, host)));
  return twin ? refuse(url, "L111", { label: twin.label, found: host }) : website(url, address);
}

/* A website's address until it is final: dropping a tracker can leave a question mark at its end. */
function readSite(text, address, turns = 3) {
  const link = readWebsite(text, address), again = link.refused ? null : parseUrl(unwrap(link.canonical));
  if (!again || (!again.code && readWebsite(text, again).canonical === link.canonical)) return link;
  return again.code || !turns ? refuse(text, "L113") : readSite(text, again, turns - 1);
}

/* The real page that an archive or a proxy carries in its own address. */
function carried({ rawPath, rawQuery, fragment }) {
  const asked = rawQuery.split("&").filter((piece) => !matched(DATA.links.origins, cut(piece, "=")[0]));
  const behind = `${rawPath}?${asked.join("&")}#${fragment}`;
  const { bare, rest } = (decode(behind) ?? behind).match(regex(completed(DATA.links.carried)))?.groups ?? {};
  return bare || rest ? `https://${bare || rest}` : "";
}

/* True if a foreign host has a platform's name inside, or one that is a letter away. */
function isLike(word, host) {
  const name = fold(word), dashed = `${word.replace(/\./g, "-")}.`;
  if (word.includes(".") ? `.${host}.`.includes(`.${word}.`) || `.${host}`.includes(dashed) : fold(host).includes(name)) return true;
  return name.length >= 6 && fold(host).split(".").some((label) => isNear(name, label));
}

const fold = (text) => DATA.links.fold.reduce((folded, [from, to]) => folded.split(from).join(to), text);

/* One letter behind the first changed, missing, added, or two swapped. */
function isNear(name, label) {
  const at = [...name, ""].findIndex((char, number) => char !== (label[number] ?? "")), [one, other] = [name.slice(at), label.slice(at)];
  const swapped = one.length === other.length && [...one].filter((char, number) => char !== other[number]).length === 2
    && same([...one].sort(), [...other].sort());
  return at !== 0 && (at < 0 || swapped || one.slice(1) === other || one === other.slice(1) || one.slice(1) === other.slice(1));
}

/* The clean address of a website: https, no trackers, no fragment. */
function website(url, { host, path, rawPath, rawQuery }) {
  const pieces = rawQuery.split("&"), bare = host.replace(/^www\./, ""), clean = encoded(rawPath) || "/";
  if (pieces.some((piece) => decode(piece) === null)) return refuse(url, "L113");
  const kept = pieces.filter((piece) => piece && !matched(DATA.links.trackers, cut(piece, "=")[0])).map(encoded).join("&");
  const asked = kept && `?${kept}`, handle = cutEnd(`${bare}/${path}`, "/").replace(ALL_HIDDEN, "");
  return { url, platform: "website", kind: "website", id: bare + cutEnd(clean, "/") + asked, handle, canonical: `https://${host}${clean}${asked}` };
}

/* Percent-encoded where it must be; what is encoded already stays, in capitals. */
const encoded = (raw) => encodeURI(raw).replace(/%25(?=[0-9A-Fa-f]{2})/g, "%").replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
