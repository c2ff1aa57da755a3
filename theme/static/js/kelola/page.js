/* The page itself: fields in, files out. Nothing is sent anywhere. */
const form = document.querySelector("[data-kelola]");
const creator = new URLSearchParams(location.search).get("mode") === "kreator";
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const tell = (name, text) => { part(name).textContent = text; };
const state = { fields: new Map(), person: newPerson() };
const slugField = () => part("slug").value;
const story = () => part("story").value;

/* In the order of the schema; the creator's keys know nothing of what only the office writes. */
const keysWritten = () => DATA.keys.filter((key) => state.fields.has(key.name))
  .map((key) => (creator && key.kind === "table" ? { ...key, keys: key.keys.filter((one) => !DATA.officeOnly.includes(one.name)) } : key));

function values() {
  const raw = collect(state.fields), { photo, editing } = state.person;
  if (photo) raw.foto = "foto.jpg";
  else if (!editing) delete raw.foto;
  if (raw.fokus === "tengah" || !raw.foto) delete raw.fokus;
  return normal(keysWritten(), raw);
}

/* Made anew for each person: a field keeps nothing of the one before, not even a value that it offered once. */
function buildFields() {
  state.fields.clear();
  const boxes = DATA.groups.filter((group) => !creator || group.creator).map(({ title, keys, open }) => {
    for (const name of keys) state.fields.set(name, makeField(DATA.keys.find((key) => key.name === name)));
    const body = flow(keys.map((name) => state.fields.get(name))), head = element("h2", {}, title);
    if (keys.includes("foto")) body.prepend(part("photo"));
    if (keys.includes("nama") && !creator) body.firstChild.after(part("slug-box"));
    return open ? element("section", { class: "kelompok" }, head, body) : element("details", { class: "kelompok" }, element("summary", {}, head), body);
  });
  part("fields").replaceChildren(...boxes, part("story-box"));
  state.fields.get("kecamatan").control.addEventListener("change", () => villages());
  state.fields.get("foto")?.node.setAttribute("hidden", "");
  state.fields.get("persetujuan").set({ tanggal: today(), lingkup: DATA.rules.scope });
  state.fields.get("terdaftar")?.set(today());
}

function villages(chosen = "") {
  const { offer, set } = state.fields.get("desa"), district = state.fields.get("kecamatan").get();
  offer(DATA.lists.district.find((one) => one.value === district)?.villages ?? []);
  set(chosen);
}

/* A group that holds anything is open. */
function openFilled() {
  const isFilled = (field) => (field.type === "checkbox" ? field.checked : field.value);
  for (const box of form.querySelectorAll("details.kelompok")) box.open = box.matches("[data-part]") || [...box.querySelectorAll("input, select, textarea")].some(isFilled);
}

let told = [];
function refresh() {
  const { photo, editing, own, kept, slugTyped } = state.person, { repository } = DATA.site, keys = keysWritten();
  if (!slugTyped && !editing) part("slug").value = slugify(state.fields.get("nama").get());
  const now = values(), gone = now.status === "ditarik";
  drawCard(part("card"), now, photo);
  document.querySelector("[data-crop]")?.setAttribute("data-focus", focusName(now.fokus));
  told = problems(keys, now, story(), { slug: creator ? null : slugField(), own, editing, kept });
  tell("file", creator ? writeMessage(keys, now, story()) : writeProfile(keys, now, story(), kept));
  part("gone").hidden = !gone;
  drawFiles(now, gone);
  part("upload").href = `${repository}/upload/main/content/kreator/${slugField()}`;
  part("whatsapp").href = `https://wa.me/${DATA.office.whatsapp}?text=${encodeURIComponent(part("file").textContent)}`;
  form.querySelectorAll("[data-where]").forEach(showWrong);
  if (!part("wrong").hidden) listProblems();
  const taken = told.filter((one) => one.taken);
  tell("taken", taken.map((one) => one.message).join(" "));
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
  const link = (one) => element("a", { href: "#", onclick: (event) => { event.preventDefault(); goTo(one.key); } },
    `${one.key.split(".").filter((name) => !/^\d+$/.test(name)).map(titleOf).join(", ")}: ${one.message}`);
  part("wrong").replaceChildren(element("h2", { tabindex: "-1" }, `${told.length} hal perlu dibetulkan`), element("ul", {}, ...told.map((one) => element("li", {}, link(one)))));
  part("wrong").hidden = !told.length;
}

function goTo(where) {
  const node = [...form.querySelectorAll("[data-where]")].find((one) => one.dataset.where === where);
  for (const box of [node?.closest("details.kelompok"), node?.closest("details")]) box?.setAttribute("open", "");
  (where === "foto" ? part("photo-input") : node?.querySelector("input, select, textarea, button"))?.focus();
}

/* True if the files may leave; otherwise everything that is wrong is listed. */
function ready() {
  form.querySelectorAll("[data-where]").forEach((node) => { node.dataset.told = ""; });
  part("wrong").hidden = false;
  refresh();
  part("wrong").querySelector("h2").focus();
  return !told.length;
}

const on = (name, kind, act) => part(name).addEventListener(kind, act);
function wire() {
  wirePhoto();
  on("whatsapp", "click", (event) => { if (!ready()) event.preventDefault(); });
  on("upload", "click", (event) => {
    if (ready() && !unsaved().length) return;
    event.preventDefault();
    if (!told.length) tell("unsaved", `Unduh dahulu: ${unsaved().join(", ")}. Yang diunggah harus isi terakhir, dan lengkap.`);
  });
  on("copy", "click", async () => {
    if (!ready()) return;
    await navigator.clipboard.writeText(part("file").textContent);
    tell("copy-says", "Teks disalin.");
  });
  on("open", "click", () => openText(part("open-text").value));
  on("another", "click", startAnother);
  on("open-file", "change", async ({ target }) => {
    const [file] = target.files, text = await file?.text();
    if (!file || file !== target.files[0]) return;
    part("open-text").value = text;
    openText(text);
  });
  on("slug", "input", () => { state.person.slugTyped = true; });
  form.addEventListener("input", (event) => { state.person.typed ||= !part("open-box").contains(event.target); refresh(); });
  form.addEventListener("change", refresh);
  form.addEventListener("focusout", (event) => { const node = event.target.closest?.("[data-where]"); if (node) { node.dataset.told = ""; refresh(); } });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function showParts() {
  const { repository } = DATA.site, { whatsapp } = DATA.office, office = !creator;
  const shown = { files: office, steps: office, "open-box": office, photo: office, "slug-box": office, upload: office && repository, "upload-none": office && !repository,
    whatsapp: creator && whatsapp, "whatsapp-none": creator && !whatsapp, copy: creator, agree: creator };
  for (const [name, isShown] of Object.entries(shown)) part(name).hidden = !isShown;
  if (office) return;
  document.querySelector("h1").textContent = form.dataset.creatorTitle;
  tell("intro", form.dataset.creatorIntro);
  tell("agree", DATA.consent);
}

/* What is published is asked for each time, so that a profile of today is known. Without it the page works and says so. */
async function start() {
  const get = async (address, cache) => (await fetch(address, { cache })).json();
  const listed = creator ? {} : get(form.dataset.published, "no-cache").catch(() => null);
  const data = await get(form.dataset.source, "default"), published = await listed;
  for (const one of Object.values(data.lists).flat()) one.value ??= slugify(one.label);
  Object.assign(DATA, data, { published: published ?? {} });
  part("unlisted").hidden = Boolean(published);
  /* A browser may have filled in what was typed before a reload. */
  form.reset();
  begin(newPerson());
  wire();
  showParts();
  refresh();
  form.hidden = false;
  part("loading").hidden = true;
  /* For tests, and for whoever wants to look. */
  globalThis.kelola = { DATA, pictureName, readLink, normal, problems, writeProfile, readProfile, writeMessage, readMessage, tidyStory, openText, refresh, values, fields: state.fields, told: () => told };
}

if (form) start().catch(() => { tell("loading", "Formulir gagal dimuat. Periksa koneksi, lalu muat ulang halaman ini."); });
