/* The page itself: fields in, files out. Nothing is sent anywhere. */
const form = document.querySelector("[data-kelola]");
const creator = new URLSearchParams(location.search).get("mode") === "kreator";
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const state = { fields: new Map(), photo: null, editing: false, slugTyped: false, kept: NOTHING, saved: new Map() };

const keysShown = () => DATA.groups.filter((group) => !creator || group.creator).flatMap((group) => group.keys).map((name) => DATA.keys.find((key) => key.name === name));
/* In the order of the schema; the creator's keys know nothing of what only the office writes. */
const keysWritten = () => DATA.keys.filter((key) => state.fields.has(key.name)).map((key) => (creator && key.kind === "table" ? { ...key, keys: key.keys.filter((one) => !DATA.officeOnly.includes(one.name)) } : key));

function values() {
  const raw = collect(state.fields);
  if (state.photo) raw.foto = "foto.jpg";
  else if (!state.editing) delete raw.foto;
  if (!state.photo && !raw.foto) delete raw.fokus;
  if (raw.fokus === "tengah") delete raw.fokus;
  return normal(keysWritten(), raw);
}

const slugField = () => part("slug").value;
const story = () => part("story").value;

function build() {
  for (const group of DATA.groups.filter((one) => !creator || one.creator)) {
    const fields = group.keys.map((name) => {
      const key = DATA.keys.find((one) => one.name === name);
      state.fields.set(name, makeField(key, name, { office: DATA.officeOnly, creator }));
      return state.fields.get(name).node;
    });
    const body = element("div", { class: "flow" }, ...fields);
    const box = group.open ? element("section", { class: "kelompok" }, element("h2", {}, group.title), body) : element("details", { class: "kelompok" }, element("summary", {}, element("h2", {}, group.title)), body);
    if (group.keys.includes("foto")) body.prepend(part("photo"));
    if (group.keys.includes("nama") && !creator) body.firstChild.after(part("slug-box"));
    part("fields").append(box);
  }
  part("fields").append(part("story-box"));
  part("photo").hidden = creator;
  part("slug-box").hidden = creator;
  const district = state.fields.get("kecamatan").control;
  district.addEventListener("change", () => villages());
  state.fields.get("foto")?.node.setAttribute("hidden", "");
  spread(new Map([["persetujuan", state.fields.get("persetujuan")]]), { persetujuan: { tanggal: today(), lingkup: DATA.rules.scope.default } });
  state.fields.get("terdaftar")?.set(today());
}

function villages(chosen = "") {
  const { control, set } = state.fields.get("desa");
  const names = DATA.lists.district.find((one) => one.value === state.fields.get("kecamatan").get())?.villages ?? [];
  control.replaceChildren(element("option", { value: "" }, "Belum dipilih"), ...names.map((name) => element("option", { value: name }, name)));
  set(chosen);
}

/* An existing profile or a message fills the fields. What a list of ours spells otherwise is folded first. */
function take(read, { editing }) {
  state.kept = read.kept ?? NOTHING;
  const found = likeLists(DATA.keys, read.values);
  spread(state.fields, found);
  villages(found.desa);
  part("story").value = read.story;
  state.editing = editing;
  if (editing && found.persetujuan && !found.persetujuan.lingkup) spread(new Map([["persetujuan", state.fields.get("persetujuan")]]), { persetujuan: { ...found.persetujuan, lingkup: DATA.rules.scope.default } });
  if (editing && found.foto) state.fields.get("foto").node.removeAttribute("hidden");
  if (!editing) {
    state.fields.get("terdaftar")?.set(today());
    suggestSlug();
  }
  if (read.kept) remember(keysWritten(), values(), read.kept);
  form.querySelectorAll("details.kelompok").forEach((box) => { box.open = [...box.querySelectorAll("input, select, textarea")].some((field) => (field.type === "checkbox" ? field.checked : field.value)); });
  refresh();
}

function suggestSlug() {
  if (!state.slugTyped && !state.editing) part("slug").value = slugify(state.fields.get("nama").get());
}

let told = [];
function refresh() {
  suggestSlug();
  const now = values();
  drawCard(part("card"), now, state.photo);
  document.querySelector("[data-crop]")?.setAttribute("data-focus", focusName(now.fokus));
  told = problems(keysWritten(), now, story(), { slug: creator ? null : slugField(), photo: Boolean(state.photo), editing: state.editing, kept: state.kept });
  const gone = now.status === "ditarik";
  part("file").textContent = creator ? writeMessage(keysWritten(), now, story()) : writeProfile(keysWritten(), now, story(), state.kept);
  part("gone").hidden = !gone;
  drawFiles(now, gone);
  const { repository } = DATA.site;
  part("upload").href = `${repository}/upload/main/content/kreator/${slugField()}`;
  part("whatsapp").href = `https://wa.me/${DATA.office.whatsapp}?text=${encodeURIComponent(part("file").textContent)}`;
  form.querySelectorAll("[data-told]").forEach((node) => showWrong(node));
  part("wrong").hidden = !part("wrong").childElementCount || !told.length;
  if (!part("wrong").hidden) listProblems();
}

/* A field says what is wrong once it was left, or once files were asked for. */
function showWrong(node) {
  const mine = told.filter((one) => one.key === node.dataset.where);
  const line = node.querySelector(":scope > [data-wrong]");
  if (line) line.textContent = mine.map((one) => one.message).join(" ");
  node.toggleAttribute("data-bad", mine.length > 0);
}

function listProblems() {
  const title = element("h2", { tabindex: "-1" }, `${told.length} hal perlu dibetulkan`);
  part("wrong").replaceChildren(title, element("ul", {}, ...told.map((one) => element("li", {}, element("a", { href: "#", onclick: (event) => { event.preventDefault(); goTo(one.key); } }, `${one.key.split(".").filter((name) => !/^\d+$/.test(name)).map(titleOf).join(", ")}: ${one.message}`)))));
  part("wrong").hidden = false;
  return title;
}

function goTo(where) {
  const node = [...form.querySelectorAll("[data-where]")].find((one) => one.dataset.where === where);
  node?.closest("details.kelompok")?.setAttribute("open", "");
  node?.closest("details")?.setAttribute("open", "");
  (where === "foto" ? part("photo-input") : node?.querySelector("input, select, textarea, button"))?.focus();
}

/* True if the files may leave; otherwise everything that is wrong is listed. */
function ready() {
  form.querySelectorAll("[data-where]").forEach((node) => { node.dataset.told = ""; });
  refresh();
  if (!told.length) return true;
  listProblems().focus();
  return false;
}

function save(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function addPhoto(file) {
  if (!file) return;
  const say = part("photo-says");
  say.textContent = "Menyiapkan foto…";
  try {
    const photo = await preparePhoto(file);
    if (state.photo) URL.revokeObjectURL(state.photo.url);
    state.photo = { ...photo, url: URL.createObjectURL(photo.blob) };
    state.fields.get("foto").set("foto.jpg");
    part("crop").replaceChildren(element("img", { src: state.photo.url, alt: "Foto seutuhnya" }));
    part("square").replaceChildren(element("img", { src: state.photo.url, alt: "Foto terpotong persegi", "data-crop": true }));
    part("photo-made").hidden = false;
    say.textContent = `Siap: ${photo.width}×${photo.height} piksel, ${Math.round(photo.blob.size / 1000)} kB, tanpa letak dan data kamera.`;
  } catch (error) { say.textContent = error.message; }
  refresh();
}

function wirePhoto() {
  const drop = part("photo");
  part("photo-input").addEventListener("change", (event) => addPhoto(event.target.files[0]));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => { event.preventDefault(); addPhoto(event.dataTransfer.files[0]); });
  part("crop").addEventListener("click", (event) => {
    const { left, top, width, height } = part("crop").getBoundingClientRect();
    state.fields.get("fokus").set(focusAt((event.clientX - left) / width, (event.clientY - top) / height));
    refresh();
  });
}

function openText(text) {
  const profile = readProfile(DATA.keys, text);
  const read = profile ?? readMessage(DATA.keys, text);
  const unread = read.unread.map((line) => `"${line}"`).join(", ");
  const lost = unread && (profile ? ` Tidak dikenal, ditulis lagi apa adanya; periksa: ${unread}.` : ` Tidak terbaca dan tidak ikut ditulis: ${unread}.`);
  if (!Object.keys(read.values).length) { part("open-says").textContent = "Tidak ada isian yang dikenali di teks ini."; return; }
  take(read, { editing: Boolean(profile) });
  const agreed = profile ? "" : read.agreed ? " Kalimat persetujuan ada dan utuh; simpan pesannya di berkas kantor, lalu isi nomor formulir." : " Kalimat persetujuan tidak ada atau diubah. Minta persetujuannya sebelum mengunggah apa pun.";
  part("open-says").textContent = `Isian terisi.${agreed}${lost}`;
}

function wireOutput() {
  part("whatsapp").addEventListener("click", (event) => { if (!ready()) event.preventDefault(); });
  part("upload").addEventListener("click", (event) => {
    if (!ready()) event.preventDefault();
    else if (unsaved().length) {
      event.preventDefault();
      part("unsaved").textContent = `Unduh dahulu: ${unsaved().join(", ")}. Yang diunggah harus isi terakhir, dan lengkap.`;
    }
  });
  part("copy").addEventListener("click", async () => {
    if (!ready()) return;
    await navigator.clipboard.writeText(part("file").textContent);
    part("copy-says").textContent = "Teks disalin.";
  });
  part("open").addEventListener("click", () => openText(part("open-text").value));
  part("open-file").addEventListener("change", async (event) => {
    const file = event.target.files[0];
    if (file) { part("open-text").value = await file.text(); openText(part("open-text").value); }
  });
}

function showParts() {
  const { repository } = DATA.site;
  for (const [name, shown] of Object.entries({
    files: !creator, steps: !creator, "open-box": !creator, upload: !creator && repository, "upload-none": !creator && !repository,
    whatsapp: creator && DATA.office.whatsapp, "whatsapp-none": creator && !DATA.office.whatsapp, copy: creator, agree: creator,
  })) part(name).hidden = !shown;
  if (creator) {
    document.querySelector("h1").textContent = form.dataset.creatorTitle;
    part("intro").textContent = form.dataset.creatorIntro;
    part("agree").textContent = DATA.consent;
  }
}

async function start() {
  const answer = await fetch(form.dataset.source);
  Object.assign(DATA, await answer.json());
  build();
  wirePhoto();
  wireOutput();
  showParts();
  part("slug").addEventListener("input", () => { state.slugTyped = true; });
  form.addEventListener("input", refresh);
  form.addEventListener("change", refresh);
  form.addEventListener("focusout", (event) => { const node = event.target.closest?.("[data-where]"); if (node) { node.dataset.told = ""; refresh(); } });
  form.addEventListener("submit", (event) => event.preventDefault());
  refresh();
  form.hidden = false;
  part("loading").hidden = true;
  /* For tests, and for whoever wants to look. */
  globalThis.kelola = { DATA, pictureName, readLink, normal, problems, writeProfile, readProfile, writeMessage, readMessage, tidyStory, openText, refresh, fields: state.fields, told: () => told };
}

if (form) start().catch(() => { part("loading").textContent = "Formulir gagal dimuat. Periksa koneksi, lalu muat ulang halaman ini."; });
