/* What a URL is, as in plugins/showcase/links/reader.py. `readLink` gives a link, or `{refused, message, fix}`. */
function refuse(url, code, { found = "", label = "", fix = "", count = 0 } = {}) {
  const plain = (found || url.trim()).replace(new RegExp(HIDDEN, "gu"), "\ufffd").replace(/\s/g, " ");
  const shown = size(plain) > 80 ? `${[...plain].slice(0, 79).join("")}…` : plain;
  return { url, refused: code, message: fill(DATA.links.codes[code], { found: `"${shown}"`, label, count }), fix };
}

function readLink(text, depth = 0) {
  const answer = judge(text);
  if (!answer.refused || !answer.fix) return answer;
  /* A fix is a promise: it is read itself before anybody is told to paste it. */
  if (depth >= 3 || !answer.fix.includes("://")) return { ...answer, fix: "" };
  const mended = readLink(answer.fix, depth + 1);
  return { ...answer, fix: mended.refused ? mended.fix : mended.canonical };
}

function judge(text) {
  if (size(text) > 4096) return refuse(text, "L114", { found: text.slice(0, 40) });
  const token = unwrap(text);
  if (!token) return refuse(text, "L101");
  if (/(?:\.\.\.|…)["'”’)]*$/.test(text.trim()) && findLinks(token).length) return refuse(text, "L204");
  if (HIDDEN.test(token.replace(/[\t\r\n]/g, ""))) return refuse(text, "L102", { fix: withScheme(token.replace(/[\u115f\u1160\u2800\u3164\uffa0]/g, " ").replace(new RegExp(HIDDEN, "gu"), "")) });
  return /\s/.test(token) ? readSentence(text, token) : readToken(text, token);
}

/* Words with a link in them, as a share button of a phone gives. */
function readSentence(text, token) {
  const links = findLinks(token);
  if (!links.length) {
    const suggested = hint(words(token).join(" "));
    return suggested ? { ...suggested, url: text } : refuse(text, "L101");
  }
  if (links.length > 1) return refuse(text, "L112", { count: links.length });
  const answer = readToken(text, links[0]);
  return !answer.refused && mayGoOn(answer, links[0], token) ? refuse(text, "L115", { found: token }) : answer;
}

/* True if the words behind a link may be the rest of its address: what stands before the blank is then somebody else's. */
function mayGoOn(link, found, sentence) {
  const behind = cut(sentence, found)[1].match(/[\p{L}\p{N}_]/u);
  if (!behind || link.kind === "channel") return Boolean(behind);
  const longer = readToken(found + behind[0], found + behind[0]);
  return !longer.refused && longer.canonical !== link.canonical;
}

function readToken(text, token) {
  if (!/[/?]/.test(token) && (!token.includes(".") || token.includes("@") || !isHostAlone(token))) {
    const suggested = hint(token);
    if (suggested) return { ...suggested, url: text };
    if (/^[A-Za-z0-9_.-]*[A-Za-z]$/.test(token)) return refuse(text, "L101");
  }
  const address = openGate(token);
  if (address.stop) return stopped(text, token, address);
  const row = DATA.links.platforms.find(({ hosts }) => hosts.includes(address.host));
  return row ? readRow(text, row, address) : settle(text, address);
}

function stopped(text, token, { code, found, fix }) {
  if (code === "L110" && !token.includes("://") && !found.includes(".")) return refuse(text, "L101");
  return refuse(text, code, { found: found || token, fix: fix ? withScheme(fix) : "" });
}

/* A website's address until it is final. */
function settle(text, address) {
  let answer = readWebsite(text, address);
  for (let turn = 0; turn < 3 && !answer.refused; turn++) {
    const again = openGate(unwrap(answer.canonical));
    const settled = again.stop ? refuse(text, "L113") : readWebsite(text, again);
    if (settled.canonical === answer.canonical) return answer;
    answer = settled;
  }
  return answer.refused ? answer : refuse(text, "L113");
}

function readRow(text, row, address) {
  const found = match(row, address);
  if (!found) return refuse(text, address.path ? "L407" : "L401", { label: row.label });
  if (found.form.code) return refuse(text, found.form.code, { label: row.label, fix: instead(found, address) });
  const link = buildLink(text, row.key, found, address);
  const again = openGate(link.canonical);
  const twice = again.stop ? null : match(row, again);
  const same = twice && !twice.form.code && buildLink(text, row.key, twice, again);
  return unwrap(link.canonical) === link.canonical && same && JSON.stringify(same) === JSON.stringify(link) ? link : refuse(text, "L407", { label: row.label });
}

/* The first shape of a row that an address has, and what its groups hold. */
function match(row, address) {
  for (const form of row.forms) {
    if (form.hosts && !form.hosts.includes(address.host)) continue;
    const found = address.path.match(whole(form.path));
    if (!found) continue;
    const groups = Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, value ?? ""]));
    const asked = (form.query ?? []).map(([name, source]) => [name, source, cut(param(address, name), "/")[0]]);
    if (asked.every(([, source, value]) => whole(source).test(value))) return { form, groups: { ...groups, ...Object.fromEntries(asked.map(([name, , value]) => [name, value])) } };
  }
  return null;
}

function buildLink(url, platform, { form, groups }, address) {
  const values = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, form.lower.includes(name) ? value.toLowerCase() : value]));
  let canonical = fill(form.canonical, values);
  const present = (canonical.split("?")[1] ?? "").split("&").map((pair) => cut(pair, "=")[0]);
  const kept = form.keep.map(([name, source]) => [name, source, cut(param(address, name), "/")[0]]).filter(([name, source, value]) => whole(source).test(value) && !present.includes(name));
  if (kept.length) canonical += (canonical.includes("?") ? "&" : "?") + kept.map(([name, , value]) => `${name}=${quote(value)}`).join("&");
  return { url, platform, kind: form.kind, id: fill(form.id, values), handle: fill(form.handle, values), canonical };
}

const withScheme = (token) => (token.includes("://") ? token : `https://${token}`);

function instead({ form, groups }, address) {
  if (form.fix) return fill(form.fix, groups).replace(/\s/g, "");
  const inside = form.target.map((name) => param(address, name)).find(Boolean);
  if (!inside) return "";
  try { return new URL(inside, `https://${address.host}/`).href; } catch { return ""; }
}

/* Equal for two links to the same thing, as in plugins/showcase/links/identity.py. */
function sameThing({ platform, kind, id, handle, canonical }) {
  if (kind !== "channel") return `${platform}:${id}`;
  let address = cut(canonical, "://")[1].replace(/\/+$/, "");
  if (handle) address = address.toLowerCase();
  if (platform === "facebook") {
    const [host, name] = cut(address, "/");
    address = `${host}/${handle ? name.replaceAll(".", "") : name}`;
  }
  return `${platform}:${address}`;
}

const isChannel = (link) => ["channel", "website"].includes(link.kind);
const isWork = (link) => link.kind !== "channel";
