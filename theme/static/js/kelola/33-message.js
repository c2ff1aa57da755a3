/* A creator's message: `kunci: isi` on lines of their own, which survive a chat, and the sentence of consent. */
function writeMessage(keys, values, story) {
  const lines = keys.flatMap((key) => messageLines(key, values[key.name]));
  const told = tidyStory(story);
  return [`Halo ${DATA.office.short}, ini data saya untuk ${DATA.site.name}.`, "", ...lines, ...(told ? ["cerita:", told] : []), "", `Persetujuan: ${DATA.consent}`].join("\n");
}

function messageLines(key, value) {
  if (value === undefined || value === "") return [];
  if (key.kind === "table") return key.keys.flatMap((one) => messageLines({ ...one, name: `${key.name} ${one.name}` }, value[one.name]));
  if (key.kind === "tables") return value.map((one) => `${key.name}: ${[one.tautan, one.judul].filter(Boolean).join(" | ")}`);
  if (key.kind === "links") return value.map((link) => `${key.name}: ${link}`);
  return [`${key.name}: ${Array.isArray(value) ? value.join(", ") || "-" : value}`];
}

/* The message back into values: staff paste it as it came. secret: names of private facts, which are put nowhere. */
function readMessage(keys, text) {
  const values = {}, unread = [], secret = [];
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.replace(/^\[[^\]]*\] [^:]+: /, ""));
  const start = lines.findIndex((line) => /^\s*cerita\s*:/i.test(line));
  const end = lines.findLastIndex((line) => /^\s*Persetujuan:/.test(line));
  const agreed = end >= 0 && tidy(lines.slice(end).join(" ")).includes(tidy(DATA.consent));
  const told = start < 0 ? [] : [lines[start].replace(/^\s*cerita\s*:\s*/i, ""), ...lines.slice(start + 1, end > start ? end : undefined)];
  const fields = start < 0 ? lines.slice(0, end < 0 ? undefined : end) : lines.slice(0, start);
  for (const line of fields) {
    const [name, said] = messageKey(line);
    if (name && messageValue(keys, values, name, said)) continue;
    if (privateLine(line)) secret.push(privateLine(line));
    else if (line.trim() && !/^Halo /.test(line)) unread.push(line.trim());
  }
  const shared = told.filter((line) => !privateLine(line));
  secret.push(...told.map(privateLine).filter(Boolean));
  return { values, story: shared.join("\n").trim(), agreed, unread, secret };
}

/* The name before the colon and what follows; "" if the line begins with no name. A chat adds bullets and stars. */
function messageKey(line) {
  const [before, said] = cut(line, ":");
  const name = cutEnd(before.replace(/^[\s*_•>-]+/, "").trimEnd(), "*_");
  return [before.length < line.length && /^[\p{L}_]+(?: [\p{L}_]+)?$/u.test(name) ? name.toLowerCase() : "", said.trim()];
}

function messageValue(keys, values, name, text) {
  const [outer, inner] = name.split(" ");
  const key = keys.find((one) => one.name === outer);
  if (!key) return false;
  if (key.kind === "table") return inner ? messageValue(key.keys, (values[outer] ??= {}), inner, text) : false;
  if (inner) return false;
  if (key.kind === "tables") {
    const [tautan, judul] = cut(text, " | ");
    (values[outer] ??= []).push(judul ? { judul, tautan } : { tautan });
  } else if (key.kind === "links") (values[outer] ??= []).push(text);
  else values[outer] = LISTS.includes(key.kind) ? (text === "-" ? [] : text.split(",").map((item) => item.trim())) : text;
  return true;
}
