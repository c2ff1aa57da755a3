/* What a link is, by the rows of the platform table: `{platform, kind, id, handle, canonical}`, or `{refused, message, fix}`. */
function refuse(url, code, { found = "", label = "", fix = "", count = 0 } = {}) {
  const plain = (found || url.trim()).replace(ALL_HIDDEN, "\ufffd").replace(/\s/g, " ");
  const shown = size(plain) > 80 ? `${[...plain].slice(0, 79).join("")}…` : plain;
  return { url, refused: code, message: fill(DATA.links.codes[code], { found: `"${shown}"`, label, count }), fix };
}

/* A fix is a promise: it is read itself before anybody is told to paste it. */
const readLink = cached((text) => mended(text, 0));
function mended(text, depth) {
  const answer = judge(text), { fix } = answer;
  if (!fix) return answer;
  const meant = depth < 3 && fix.includes("://") ? mended(fix, depth + 1) : { fix: "", refused: true };
  return { ...answer, fix: meant.refused ? meant.fix : meant.canonical };
}

function judge(text) {
  if (size(text) > DATA.links.longest) return refuse(text, "L114", { found: text.slice(0, 40) });
  const token = unwrap(text);
  if (/(?:\.\.\.|…)["'”’)]*$/.test(text.trim()) && findLinks(token).length) return refuse(text, "L204");
  if (HIDDEN.test(token.replace(/[\t\r\n]/g, ""))) {
    const plain = token.replace(LIKE_BLANKS, " ").replace(ALL_HIDDEN, "");
    return refuse(text, "L102", { fix: withScheme(plain) });
  }
  return /\s/.test(token) ? readSentence(text, token) : readToken(text, token);
}

/* Words with a link in them, as a share button of a phone gives. */
function readSentence(text, token) {
  const links = findLinks(token);
  if (!links.length) return hint(text, words(token).join(" ")) ?? refuse(text, "L101");
  if (links.length > 1) return refuse(text, "L112", { count: links.length });
  const answer = readToken(text, links[0]);
  return !answer.refused && mayGoOn(answer, links[0], token) ? refuse(text, "L115", { found: token }) : answer;
}

/* True if the words behind a link may be the rest of its address: what stands before the blank is then somebody else's. */
function mayGoOn(link, found, sentence) {
  const behind = cut(sentence, found)[1].match(/[\p{L}\p{N}_]/u);
  if (!behind || link.kind === "channel") return Boolean(behind);
  const longer = readToken("", found + behind[0]);
  return !longer.refused && longer.canonical !== link.canonical;
}

function readToken(text, token) {
  if (!/[/?]/.test(token) && (!token.includes(".") || token.includes("@") || !matched(DATA.links.hostAlone, token))) {
    const suggested = hint(text, token);
    if (suggested || /^(?:[A-Za-z0-9_.-]*[A-Za-z])?$/.test(token)) return suggested ?? refuse(text, "L101");
  }
  const address = parseUrl(token), { code, found, fix } = address;
  if (code === "L110" && !token.includes("://") && !found.includes(".")) return refuse(text, "L101");
  if (code) return refuse(text, code, { found: found || token, fix: fix && withScheme(fix) });
  const row = DATA.links.rows.find(({ hosts = "", short = "" }) => matched(`${hosts}|${short}`, address.host));
  return row ? readRow(text, row, address) : readSite(text, address);
}

const withScheme = (token) => (token.includes("://") ? token : `https://${token}`);

function readRow(text, row, address) {
  const { label } = row, { form, groups } = match(row, address);
  if (!form) return refuse(text, address.path ? "L407" : "L401", { label });
  if (form.code) return refuse(text, form.code, { label, fix: instead(form, groups, address) });
  const link = build(text, row, form, groups, address), again = parseUrl(link.canonical), twice = match(row, again);
  /* What does not come out the same when its own address is read is nothing: `facebook.com/@watch`. */
  const isItself = twice.form?.kind && same(build(text, row, twice.form, twice.groups, again), link);
  return isItself && unwrap(link.canonical) === link.canonical ? link : refuse(text, "L407", { label });
}

/* The first shape of a row that an address has, and what its groups hold. */
function match(row, { host, path, param }) {
  for (const form of row.forms) {
    const found = (!form.hosts || matched(form.hosts, host)) && matched(form.path, path ?? "");
    const asked = (form.query ?? []).map(([name, pattern]) => [name, cut(param?.(name) ?? "", "/")[0], pattern]);
    if (found && asked.every(([, value, pattern]) => matched(pattern, value))) {
      return { form, groups: { ...found.groups, ...Object.fromEntries(asked) } };
    }
  }
  return {};
}

function build(url, { key }, form, groups, { param }) {
  const lowered = Object.entries(groups).map(([name, value = ""]) => [name, form.lower?.includes(name) ? value.toLowerCase() : value]);
  const values = Object.fromEntries(lowered), address = fill(form.canonical, values), present = new URLSearchParams(cut(address, "?")[1]);
  const kept = (form.keep ?? []).map(([name, pattern]) => [name, cut(param(name), "/")[0], pattern])
    .filter(([name, value, pattern]) => !present.has(name) && matched(pattern, value))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const canonical = [address, ...kept].join("&").replace(/^([^?&]*)&/, "$1?");
  return { url, platform: key, kind: form.kind, id: fill(form.id, values), handle: fill(form.handle ?? "", values), canonical };
}

/* What to paste instead of a refused shape: built from its parts, or the address that it carries. */
function instead({ fix, target = [] }, groups, { host, param }) {
  if (fix) return fill(fix, groups).replace(/\s/g, "");
  const inside = target.map(param).find(Boolean);
  try { return inside ? new URL(inside, `https://${host}/`).href : ""; } catch { return ""; }
}

/* Equal for two links to the same thing, as in plugins/showcase/links/identity.py. */
function sameThing({ platform, kind, id, handle, canonical }) {
  const address = cutEnd(cut(canonical, "://")[1], "/"), [host, name] = cut(handle ? address.toLowerCase() : address, "/");
  if (kind !== "channel") return `${platform}:${id}`;
  return `${platform}:${host}/${platform === "facebook" && handle ? name.replace(/\./g, "") : name}`;
}

const isChannel = (link) => ["channel", "website"].includes(link.kind);
const isWork = (link) => link.kind !== "channel";
const platformLabel = (link) => DATA.links.rows.find((row) => row.key === link.platform).label;
