/* What is missing, and what is not allowed, by the tables of `check`: `{key, message}` each. Rare faults are left to it. */
function problems(keys, values, story, { slug = "", own = "", editing = false, kept = NOTHING } = {}) {
  const found = [], note = (key, message, more = {}) => found.push({ key, message, ...more });
  const { rules } = DATA, agreed = values.persetujuan?.tanggal || values.persetujuan?.formulir;
  const isAsked = agreed || values.status !== "contoh", isWrong = !matched(rules.slug, slug ?? "") || rules.reserved.includes(slug);
  if (slug !== null && isWrong) note("slug", "Nama folder: 2-60 huruf kecil a-z, angka, dan tanda hubung, misalnya rina-kuliner.");
  if (slug !== null) checkTaken(values, slug, own, note);
  if (values.status === "ditarik") return found;
  for (const key of keys) if (isAsked || key.name !== "persetujuan") checkKey(key, values[key.name], note);
  checkLinks(values, note);
  checkTogether(values, isAsked, editing, note);
  /* No broken line may hide a withdrawal, so nothing else may look like one either. */
  if (regex(rules.withdrawn).test(writeProfile(keys, values, "", kept))) note("status", "Ada isian yang terbaca sebagai \"status: ditarik\". Ubah isian itu.");
  checkStory(tidyStory(story), editing, (message) => note("cerita", message));
  return found;
}

function checkKey(key, value, note, where = key.name) {
  const [least, most] = key.limits, [pattern, message] = DATA.rules.kinds[key.kind] ?? [], say = (words) => note(where, words);
  if (key.kind === "table") return key.keys.forEach((one) => checkKey(one, value?.[one.name], note, `${where}.${one.name}`));
  if (!value?.length) return key.needed && say(`Belum diisi: ${key.help}.`);
  if (Array.isArray(value) && value.length > most) say(`${value.length} isian, paling banyak ${most}.`);
  if (key.kind === "tables") return value.forEach((one, at) => checkKey({ ...key, kind: "table" }, one, note, `${where}.${at}`));
  const items = [value].flat(), list = listOf(key), isText = ["line", "lines"].includes(key.kind), length = size(value);
  const isOff = (item) => ["number", "money"].includes(key.kind) && (Number(item) < least || Number(item) > most);
  const isWrong = (item) => !matched(pattern, item) || isOff(item) || (key.kind === "date" && !isDay(item));
  const unknown = items.filter((item) => list && !list.some((one) => one.value === item)), wrong = pattern && items.find(isWrong);
  if (key.kind === "line" && (length < least || length > most)) say(`${length} huruf; harus ${least} sampai ${most}.`);
  if (wrong) say(fill(message, { value: wrong, least, most }));
  else if (key.kind === "date" && value > today() && key.name !== "berlaku_sampai") say("Tanggal ini belum terjadi.");
  if (unknown.length) say(`Tidak ada dalam daftar: ${unknown.join(", ")}.`);
  if (isText) [...findings(DATA.rules.letters, items.join(", ")), ...privateIn(items.join(", "))].forEach(say);
}

/* What each of the rules finds in a text, as it says it. */
const findings = (rules, text) => rules.map(([pattern, message]) => [text.match(regex(pattern)), message])
  .filter(([found]) => found).map(([[found], message]) => fill(message, { found: found.trim() }));
/* Identity numbers, phone numbers, e-mail addresses: named by what they look like. */
const privateIn = (text) => findings(DATA.rules.private, text.replace(everywhere(DATA.rules.url), (url) => " ".repeat(url.length)));

function checkLinks(values, note) {
  const known = new Set();
  const look = (where, text, fits, wrong) => {
    const link = readLink(text), isSecond = !link.refused && known.has(sameThing(link));
    if (link.refused) note(where, link.message + (link.fix ? ` Tulis: ${link.fix}` : ""));
    else if (!fits(link)) note(where, `${text} adalah ${wrong}.`);
    else if (isSecond) note(where, "Tautan ini sudah ada di atas.");
    else known.add(sameThing(link));
  };
  for (const text of values.akun ?? []) look("akun", text, isChannel, "karya, bukan akun. Pindahkan ke karya");
  known.clear();
  (values.karya ?? []).forEach(({ tautan, foto }, at) => {
    if (tautan) look(`karya.${at}.tautan`, tautan, isWork, "akun, bukan karya. Pindahkan ke akun");
    if (Boolean(tautan) === Boolean(foto)) note(`karya.${at}.tautan`, "Satu karya berisi tautan, atau foto.");
  });
}

/* Keys that need another, as the table says; in it `platform` is where the accounts are. */
function checkTogether(values, isAsked, editing, note) {
  const consent = { lingkup: DATA.rules.scope, ...values.persetujuan }, platform = (values.akun ?? []).map(readLink).map((link) => link.platform);
  const at = (name) => [{ ...values, ...consent, platform }[name] ?? []].flat();
  for (const [key, value, other, among, message] of DATA.rules.together) {
    const isThere = at(key).length && (!value || at(key).includes(value)), isMet = at(other).some((one) => !among || one === among);
    if (isThere && !isMet && (isAsked || other !== "lingkup") && (!editing || other !== "foto")) note(key, message);
  }
  if (isAsked && ![consent.dewasa, consent.wali].includes("ya")) note("persetujuan.dewasa", "Pilih ya bila 18 tahun ke atas; bila belum, orang tua atau wali yang menyetujui.");
  const district = DATA.lists.district.find((one) => one.value === values.kecamatan);
  if (values.desa && !district?.villages.some((one) => one.value === values.desa)) note("desa", "Desa ini tidak ada di kecamatan yang dipilih.");
}

function checkStory(story, editing, say) {
  const { longest, limits, picture } = DATA.rules.story;
  if (size(story) > longest) say(`Cerita ${size(story)} huruf, paling banyak ${longest}.`);
  for (const [pattern, most, message] of limits) if ((story.match(everywhere(pattern)) ?? []).length > most) say(message);
  if (!editing && regex(picture).test(story)) say("Foto di dalam cerita ditambahkan sesudah profil ada.");
  story.split("\n").flatMap(privateIn).forEach(say);
}
