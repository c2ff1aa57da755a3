/* The page itself: fields in, files out. Nothing is sent anywhere. */
const form = document.querySelector("[data-kelola]");
const creator = new URLSearchParams(location.search).get("mode") === "kreator";
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const state = { fields: new Map(), person: newPerson() };

const keysShown = () => DATA.groups.filter((group) => !creator || group.creator).flatMap((group) => group.keys).map((name) => DATA.keys.find((key) => key.name === name));
/* In the order of the schema; the creator's keys know nothing of what only the office writes. */
const keysWritten = () => DATA.keys.filter((key) => state.fields.has(key.name)).map((key) => (creator && key.kind === "table" ? { ...key, keys: key.keys.filter((one) => !DATA.officeOnly.includes(one.name)) } : key));

function values() {
  const raw = collect(state.fields), { photo, editing } = state.person;
  if (photo) raw.foto = "foto.jpg";
  else if (!editing) delete raw.foto;
  if (!photo && !raw.foto) delete raw.fokus;
  if (raw.fokus === "tengah") delete raw.fokus;
  return normal(keysWritten(), raw);
}

const slugField = () => part("slug").value;
const story = () => part("story").value;

/* Made anew for each person: a field keeps nothing of the one before, not even a value that it offered once. */
function buildFields() {
  state.fields.clear();
  const boxes = [];
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
    boxes.push(box);
  }
  part("fields").replaceChildren(...boxes, part("story-box"));
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

/* A group that holds anything is open. */
function openFilled() {
  form.querySelectorAll("details.kelompok").forEach((box) => { box.open = box.matches("[data-part]") || [...box.querySelectorAll("input, select, textarea")].some((field) => (field.type === "checkbox" ? field.checked : field.value)); });
}

function suggestSlug() {
  if (!state.person.slugTyped && !state.person.editing) part("slug").value = slugify(state.fields.get("nama").get());
}

let told = [];
function refresh() {
  suggestSlug();
  const now = values(), { photo, editing, own, kept } = state.person;
  drawCard(part("card"), now, photo);
  document.querySelector("[data-crop]")?.setAttribute("data-focus", focusName(now.fokus));
  told = problems(keysWritten(), now, story(), { slug: creator ? null : slugField(), own, photo: Boolean(photo), editing, kept });
  const gone = now.status === "ditarik";
  part("file").textContent = creator ? writeMessage(keysWritten(), now, story()) : writeProfile(keysWritten(), now, story(), kept);
  part("gone").hidden = !gone;
  drawFiles(now, gone);
  const { repository } = DATA.site;
  part("upload").href = `${repository}/upload/main/content/kreator/${slugField()}`;
  part("whatsapp").href = `https://wa.me/${DATA.office.whatsapp}?text=${encodeURIComponent(part("file").textContent)}`;
  form.querySelectorAll("[data-where]").forEach((node) => showWrong(node));
  const taken = told.filter((one) => one.taken);
  part("taken").textContent = taken.map((one) => one.message).join(" ");
  part("wrong").hidden = !part("wrong").childElementCount || !told.length;
  if (!part("wrong").hidden) listProblems();
  /* The list of all problems holds them too. */
  part("taken").hidden = !taken.length || !part("wrong").hidden;
}

/* A field says what is wrong once it was left, or once files were asked for; what is taken, it says at once. */
function showWrong(node) {
  const mine = told.filter((one) => one.key === node.dataset.where && (one.taken || "told" in node.dataset));
  const line = node.querySelector(":scope > [data-wrong]");
  if (line) line.textContent = mine.map((one) => one.message).join(" ");
  node.toggleAttribute("data-bad", mine.length > 0);
}

function listProblems() {
  const title = element("h2", { tabindex: "-1" }, `${told.length} hal perlu dibetulkan`);
  part("wrong").replaceChildren(title, element("ul", {}, ...told.map((one) => element("li", {}, element("a", { href: "#", onclick: (event) => { event.preventDefault(); goTo(one.key); } }, `${one.key.split(".").filter((name) => !/^\d+$/.test(name)).map(titleOf).join(", ")}: ${one.message}`)))));
  part("wrong").hidden = false;
  part("taken").hidden = true;
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
  part("another").addEventListener("click", startAnother);
  let chosen = 0;
  part("open-file").addEventListener("change", async (event) => {
    const file = event.target.files[0], turn = ++chosen;
    if (!file) return;
    const text = await file.text();
    if (turn !== chosen) return;
    part("open-text").value = text;
    openText(text);
  });
}

function showParts() {
  const { repository } = DATA.site;
  for (const [name, shown] of Object.entries({
    files: !creator, steps: !creator, "open-box": !creator, photo: !creator, "slug-box": !creator, upload: !creator && repository, "upload-none": !creator && !repository,
    whatsapp: creator && DATA.office.whatsapp, "whatsapp-none": creator && !DATA.office.whatsapp, copy: creator, agree: creator,
  })) part(name).hidden = !shown;
  if (creator) {
    document.querySelector("h1").textContent = form.dataset.creatorTitle;
    part("intro").textContent = form.dataset.creatorIntro;
    part("agree").textContent = DATA.consent;
  }
}

/* What is published is asked for each time, so that a profile of today is known. Without it the page works and says so. */
async function load() {
  const get = async (address, cache) => (await fetch(address, { cache })).json();
  const listed = creator ? {} : get(form.dataset.published, "no-cache").catch(() => null);
  Object.assign(DATA, await get(form.dataset.source, "default"));
  const published = await listed;
  DATA.published = published ?? {};
  part("unlisted").hidden = Boolean(published);
}

async function start() {
  await load();
  /* A browser may have filled in what was typed before a reload. */
  form.reset();
  begin(newPerson());
  wirePhoto();
  wireOutput();
  showParts();
  part("slug").addEventListener("input", () => { state.person.slugTyped = true; });
  form.addEventListener("input", (event) => {
    state.person.typed ||= !part("open-box").contains(event.target);
    refresh();
  });
  form.addEventListener("change", refresh);
  form.addEventListener("focusout", (event) => { const node = event.target.closest?.("[data-where]"); if (node) { node.dataset.told = ""; refresh(); } });
  form.addEventListener("submit", (event) => event.preventDefault());
  refresh();
  form.hidden = false;
  part("loading").hidden = true;
  /* For tests, and for whoever wants to look. */
  globalThis.kelola = { DATA, pictureName, readLink, normal, problems, writeProfile, readProfile, writeMessage, readMessage, tidyStory, openText, refresh, values, fields: state.fields, told: () => told };
}

/* The patterns of the tables look behind themselves; browsers before 2023 cannot. */
const isOld = () => { try { return !new RegExp("(?<=a)b"); } catch { return true; } };

if (form && isOld()) part("loading").textContent = "Peramban ini terlalu lama untuk formulir ini. Perbarui HP atau perambannya, atau buka di perangkat lain.";
else if (form) start().catch(() => { part("loading").textContent = "Formulir gagal dimuat. Periksa koneksi, lalu muat ulang halaman ini."; });
