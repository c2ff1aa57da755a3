/* What `check` would refuse, said before it does. `problems` gives `{key, message}` for normal values. */
const SLUG = /^(?!halaman-[0-9]+$)[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])$/;

function problems(keys, values, story, { slug = "", own = "", photo = false, editing = false, kept = NOTHING } = {}) {
  const found = [];
  const note = (key, message, more = {}) => found.push({ key, message, ...more });
  if (slug !== null && (!SLUG.test(slug) || DATA.rules.reserved.includes(slug))) note("slug", "Nama folder: 2-60 huruf kecil a-z, angka, dan tanda hubung, misalnya rina-pantai.");
  if (slug !== null) checkTaken(values, slug, own, note);
  if (values.status === "ditarik") return found;
  const sample = values.status === "contoh";
  const agreed = values.persetujuan?.tanggal || values.persetujuan?.formulir;
  keys.filter((key) => agreed || !sample || key.name !== "persetujuan").forEach((key) => checkKey(key, values[key.name], note));
  checkLinks(values, note);
  checkTogether(values, slug, photo || editing, note);
  /* No broken line may hide a withdrawal, so nothing else may look like one either. */
  if (pattern(DATA.rules.withdrawn).test(writeProfile(keys, values, "", kept))) note("status", "Ada isian yang terbaca sebagai \"status: ditarik\". Ubah isian itu.");
  if (agreed || !sample) checkConsent(values, photo, note);
  checkStory(tidyStory(story), editing, (message) => note("cerita", message));
  return found;
}

function checkKey(key, value, note, where = key.name) {
  if (value === undefined || value === "" || (Array.isArray(value) && !value.length)) {
    if (key.needed && key.kind !== "table") note(where, `Belum diisi: ${key.help}.`);
    return;
  }
  const [least, most] = key.limits;
  if (key.kind === "table") key.keys.forEach((one) => checkKey(one, value[one.name], note, `${where}.${one.name}`));
  else if (key.kind === "tables") value.forEach((one, at) => key.keys.forEach((sub) => checkKey(sub, one[sub.name], note, `${where}.${at}.${sub.name}`)));
  else (KIND_CHECKS[key.kind] ?? (() => {}))(key, value, (message) => note(where, message));
  if ((LISTS.includes(key.kind) || key.kind === "tables") && value.length > most) note(where, `${value.length} isian, paling banyak ${most}.`);
  if (key.kind === "line" && size(value) < least) note(where, `Paling sedikit ${least} huruf.`);
}

const KIND_CHECKS = {
  line(key, value, say) {
    if (size(value) > key.limits[1]) say(`${size(value)} huruf, paling banyak ${key.limits[1]}.`);
    if (lookAlike(value)) say(`"${lookAlike(value)}" mencampur huruf Latin dengan huruf lain yang tampak sama. Ketik ulang kata ini.`);
    letters(value, say);
    privateIn(value).forEach(say);
  },
  lines(_key, value, say) {
    if (value.some((item) => size(item) > 80)) say("Satu isian paling banyak 80 huruf.");
    if (value.some((item) => /^["']|[,;，、]/.test(item))) say("Isian dipisah koma dan tidak diawali tanda kutip.");
    letters(value.join(", "), say);
    privateIn(value.join(", ")).forEach(say);
  },
  choice(key, value, say) {
    if (!key.choices.some((choice) => choice.value === value)) say(`"${value}" tidak ada dalam daftar.`);
  },
  choices(key, value, say) {
    const known = key.choices.length ? key.choices : DATA.lists[key.source];
    value.filter((item) => !known.some((choice) => choice.value === item)).forEach((item) => say(`"${item}" tidak ada dalam daftar.`));
  },
  place(key, value, say) {
    if (key.source !== "village" && !DATA.lists[key.source].some((one) => one.value === value)) say(`"${value}" tidak ada dalam daftar.`);
  },
  yes(_key, value, say) { if (!["ya", "tidak"].includes(value)) say("Isi ya atau tidak."); },
  date(key, value, say) {
    if (!isDay(value)) say("Tulis tahun-bulan-hari, misalnya 2026-11-20.");
    else if (value > today() && key.name !== "berlaku_sampai") say("Tanggal ini belum terjadi.");
  },
  number(key, value, say) { wholeNumber(key, value, say); },
  money(key, value, say) { wholeNumber(key, value, say); },
  slugs(_key, value, say) { value.filter((item) => !SLUG.test(item)).forEach((item) => say(`"${item}" bukan nama folder.`)); },
  phone(_key, value, say) { if (!readPhone(value)) say("Bukan nomor WhatsApp Indonesia. Tulis seperti 0812-0000-0000."); },
  email(_key, value, say) {
    if (value.length > 254 || value.includes("..") || !whole(DATA.rules.email.source).test(value)) say("Bukan alamat surel. Tulis seperti halo@contoh.id.");
  },
};

/* Letters in fancy dress, or buried under marks. */
function letters(text, say) {
  const found = text.match(pattern(DATA.rules.fancy)) ?? text.match(pattern(DATA.rules.piled));
  if (found) say(`"${found[0]}" memakai huruf hias. Ketik ulang dengan huruf biasa.`);
}

function wholeNumber(key, value, say) {
  const [low, high] = key.limits;
  if (!/^[0-9]{1,12}$/.test(value) || Number(value) < low || Number(value) > high) say(`Tulis angka saja, dari ${low} sampai ${high}.`);
}

/* Identity numbers, phone numbers, e-mail addresses: named by what they look like. */
function privateIn(text) {
  const bare = text.replace(pattern(DATA.rules.url, "g"), (url) => " ".repeat(url.length));
  return DATA.rules.private.flatMap((rule) => {
    const match = bare.match(pattern(rule));
    return match ? [`"${match[0]}" tampak ${rule.what}. Hapus dari sini.`] : [];
  });
}

function checkLinks(values, note) {
  const seen = { akun: new Set(), karya: new Set() };
  const look = (key, where, text, fits, wrong) => {
    const link = readLink(text);
    if (link.refused) { note(where, link.message + (link.fix ? ` Tulis: ${link.fix}` : "")); return; }
    if (!fits(link)) { note(where, wrong); return; }
    if (seen[key].has(sameThing(link))) note(where, "Tautan ini sudah ada di atas.");
    seen[key].add(sameThing(link));
  };
  (values.akun ?? []).forEach((text) => look("akun", "akun", text, isChannel, `${text} adalah karya, bukan akun. Pindahkan ke karya.`));
  (values.karya ?? []).forEach((work, at) => {
    if (work.tautan) look("karya", `karya.${at}.tautan`, work.tautan, isWork, `${work.tautan} adalah akun, bukan karya. Pindahkan ke akun.`);
    if (work.tautan && work.foto) note(`karya.${at}.foto`, "Satu karya berisi tautan atau foto, tidak keduanya.");
    if (!work.tautan && !work.foto) note(`karya.${at}.tautan`, "Karya ini tanpa tautan dan tanpa foto.");
    if (work.sampul && !work.tautan) note(`karya.${at}.sampul`, "Sampul mewakili sebuah tautan.");
  });
}

function checkTogether(values, slug, photo, note) {
  const community = values.jenis === "komunitas";
  if (values.jumlah_anggota && !community) note("jumlah_anggota", "Hanya untuk komunitas.");
  if (values.komunitas?.length && community) note("komunitas", "Komunitas tidak menjadi anggota komunitas lain.");
  if (values.komunitas?.includes(slug)) note("komunitas", "Profil ini menyebut dirinya sendiri.");
  if (values.alamat_lama?.includes(slug)) note("alamat_lama", "Sama dengan nama folder sekarang.");
  for (const name of ["fokus", "kredit_foto"]) if (values[name] && !values.foto && !photo) note(name, "Belum ada foto. Tambahkan foto, atau kosongkan.");
  const district = DATA.lists.district.find((one) => one.value === values.kecamatan);
  if (values.desa && !district?.villages.includes(values.desa)) note("desa", "Desa ini tidak ada di kecamatan yang dipilih.");
  const medium = values.hubungi;
  if (["whatsapp", "surel"].includes(medium) && !values[medium]) note("hubungi", `Isi juga ${medium}.`);
  if (["instagram", "tiktok", "facebook", "youtube"].includes(medium) && !(values.akun ?? []).some((text) => readLink(text).platform === medium)) note("hubungi", "Akunnya belum ada di daftar akun.");
  if (values.terdaftar && values.diperiksa && values.diperiksa < values.terdaftar) note("diperiksa", "Sebelum hari bergabung.");
}

/* Nothing outside the consent leaves this page: what is committed is public. */
function checkConsent(values, photo, note) {
  const consent = values.persetujuan ?? {};
  if (consent.dewasa !== "ya" && consent.wali !== "ya") note("persetujuan.dewasa", "Pilih ya bila 18 tahun ke atas; bila belum, orang tua atau wali yang menyetujui.");
  if (consent.tanggal && consent.berlaku_sampai && consent.berlaku_sampai < consent.tanggal) note("persetujuan.berlaku_sampai", "Berakhir sebelum diberikan.");
  const scope = consent.lingkup ?? DATA.rules.scope.default;
  const outside = [["whatsapp", "kontak"], ["surel", "kontak"], ["foto", "foto"], ["karya", "karya"]];
  for (const [name, part] of outside) {
    if ((values[name]?.length || (name === "foto" && photo)) && !scope.includes(part)) note(name, `Di luar persetujuan: lingkup tidak memuat ${part}.`);
  }
}

function checkStory(story, editing, say) {
  const { longest, marks, mostMarks, mostLines, mostLinks, deepest, rule, level, indent } = DATA.rules.story;
  if (size(story) > longest) say(`Cerita ${size(story)} huruf, paling banyak ${longest}.`);
  for (const mark of marks) if (story.split(mark).length - 1 > mostMarks) say(`Terlalu banyak tanda ${mark} dalam cerita.`);
  if (story.split(/https?:\/\//).length - 1 > mostLinks) say(`Terlalu banyak tautan dalam cerita, paling banyak ${mostLinks}.`);
  if (story.split(/\n[ ]*\n/).some((part) => part.split("\n").length > mostLines)) say(`Paragraf lebih dari ${mostLines} baris. Sisipkan baris kosong.`);
  const lines = story.split("\n");
  const { rule: second, key, within } = DATA.rules.again;
  const isKey = (line) => line.search(pattern(key)) === 0;
  if (lines.some((line, at) => whole(second.source).test(line) && lines.slice(at + 1, at + 1 + within).some(isKey))) say("Bagian isian ditulis lagi di dalam cerita. Hapus salah satunya.");
  for (const line of lines) {
    const lead = line.match(new RegExp(`^(?:${indent.source})`, "u"))?.[0].length ?? 0;
    if ((whole(rule.source).test(line) ? 0 : levels(line, level)) + Math.floor(lead / 4) > deepest) say(`Daftar atau kutipan bertingkat lebih dari ${deepest}. Sederhanakan.`);
    if (!editing && pattern(DATA.rules.picture).test(line)) say("Foto di dalam cerita ditambahkan sesudah profil ada.");
    if ((line.match(pattern(DATA.rules.entity, "g")) ?? []).some((code) => tidy(`a${decoded(code)}a`) !== `a${decoded(code)}a` && /\S/.test(decoded(code)))) say("Ada kode karakter yang tidak terlihat. Hapus.");
    privateIn(line).forEach(say);
  }
}

function levels(line, level) {
  const next = new RegExp(level.source, `${level.flags}y`);
  let depth = 0;
  while (next.exec(line)) depth++;
  return depth;
}

/* What an HTML entity stands for. */
const decoded = (code) => new DOMParser().parseFromString(code, "text/html").documentElement.textContent;
