/* A creator's message: `kunci: isi` on lines of their own, which survive a chat, and the sentence of consent. */
function writeMessage(keys, values, story) {
  const told = tidyStory(story), lines = keys.flatMap((key) => messageLines(key, values[key.name]));
  return [`Halo ${DATA.office.short}, ini data saya untuk ${DATA.site.name}.`, "", ...lines, ...(told ? ["cerita:", told] : []), "", `Persetujuan: ${DATA.consent}`].join("\n");
}

function messageLines(key, value) {
  if (value === undefined) return [];
  if (key.kind === "table") return key.keys.flatMap((one) => messageLines({ ...one, name: `${key.name} ${one.name}` }, value[one.name]));
  if (key.kind === "tables") return value.map((one) => `${key.name}: ${[one.tautan, one.judul].filter(Boolean).join(" | ")}`);
  if (key.kind === "links") return value.map((link) => `${key.name}: ${link}`);
  return [`${key.name}: ${Array.isArray(value) ? value.join(", ") || "-" : value}`];
}

/* The message back into values: staff paste it as it came. secret: names of private facts, which are put nowhere. */
function readMessage(keys, text) {
  const values = {}, lines = text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.replace(/^\[[^\]]*\] [^:]+: /, ""));
  const consents = lines.flatMap((line, at) => (/^\s*Persetujuan:/.test(line) ? at : [])), end = last(consents) ?? lines.length;
  const found = lines.findIndex((line) => /^\s*cerita\s*:/i.test(line)), start = found < 0 ? end : found;
  const told = lines.slice(start, end > start ? end : undefined), agreed = tidy(lines.slice(end).join(" ")).includes(tidy(DATA.consent));
  if (found >= 0) told[0] = told[0].replace(/^\s*cerita\s*:\s*/i, "");
  const others = lines.slice(0, start).filter((line) => line.trim() && !messageValue(keys, values, ...messageKey(line)));
  const secret = [...others, ...told].map(privateLine).filter(Boolean), isOpen = (line) => !privateLine(line);
  const unread = others.filter((line) => isOpen(line) && !/^Halo /.test(line)).map((line) => line.trim());
  const story = found < 0 ? "" : told.filter(isOpen).join("\n").trim();
  return { values: normal(keys, values), story, agreed, unread, secret };
}

/* The name before the colon and what follows; "" if the line begins with no name. A chat adds bullets and stars. */
function messageKey(line) {
  const [before, said] = cut(line, ":"), name = cutEnd(before.replace(/^[\s*_•>-]+/, "").trimEnd(), "*_");
  return [before.length < line.length && /^[\p{L}_]+(?: [\p{L}_]+)?$/u.test(name) ? name.toLowerCase() : "", said.trim()];
}

/* True if a line gave a key its value. */
function messageValue(keys, values, name, text) {
  const [outer, inner] = name.split(" "), key = keys.find((one) => one.name === outer);
  if (!key || (key.kind === "table") !== Boolean(inner)) return false;
  if (inner) return messageValue(key.keys, (values[outer] ??= {}), inner, text);
  const [tautan, judul = ""] = cut(text, " | ");
  if (key.kind === "tables") (values[outer] ??= []).push({ judul, tautan });
  else if (key.kind === "links") (values[outer] ??= []).push(text);
  else values[outer] = text;
  return true;
}
