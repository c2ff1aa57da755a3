/* The fields of the page, made from the schema. A field is `{node, get, set}`; get gives what `normal` takes. */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

const TITLES = { jenis: "Perorangan atau komunitas", tarif_mulai: "Tarif mulai (rupiah)", surel: "Surel usaha", whatsapp: "Nomor WhatsApp usaha", hubungi: "Dihubungi lewat", dewasa: "Berusia 18 tahun ke atas", wali: "Disetujui orang tua atau wali", slug: "Nama folder" };
const titleOf = (name) => TITLES[name] ?? (name[0].toUpperCase() + name.slice(1)).replaceAll("_", " ");
let numbered = 0;

function labelled(key, where, control, more = null) {
  const id = `isian-${++numbered}`;
  const box = control.matches("input, select, textarea") ? control : control.querySelector("input, select, textarea");
  box.id = id;
  box.setAttribute("aria-describedby", `${id}-bantu ${id}-salah`);
  return element("div", { class: "isian", "data-where": where },
    element("label", { for: id }, titleOf(key.name), key.needed ? element("span", { class: "muted" }, " (wajib)") : ""),
    element("p", { class: "isian__help", id: `${id}-bantu` }, `${key.help[0].toUpperCase()}${key.help.slice(1)}.`),
    control, more, element("p", { class: "isian__wrong", id: `${id}-salah`, "data-wrong": true }));
}

function textField(key, where, attributes = {}) {
  const control = element("input", { type: "text", autocomplete: "off", maxlength: key.kind === "line" ? key.limits[1] : undefined, placeholder: key.example && `Misalnya ${key.example}`, ...attributes });
  return { node: labelled(key, where, control), get: () => control.value, set: (value) => { control.value = Array.isArray(value) ? value.join(", ") : value ?? ""; } };
}

/* A browser's field for days shows nothing that is no day: such a text is shown as it is. */
function dateField(key, where) {
  const field = textField(key, where, { type: "date", placeholder: "" }), control = field.node.querySelector("input");
  return { ...field, set: (value) => { control.type = !value || isDay(value) ? "date" : "text"; field.set(value); } };
}

function selectField(key, where, options) {
  const control = element("select", {}, element("option", { value: "" }, "Belum dipilih"), ...options.map((one) => element("option", { value: one.value }, one.label)));
  const set = (value) => {
    if (value && ![...control.options].some((one) => one.value === value)) control.append(element("option", { value }, value));
    control.value = value ?? "";
  };
  return { node: labelled(key, where, control), get: () => control.value, set, control };
}

function choicesField(key, where, options) {
  const boxes = options.map((one) => element("input", { type: "checkbox", value: one.value }));
  const labels = element("div", { class: "pilihan" }, ...boxes.map((box, at) => element("label", {}, box, element("span", {}, options[at].label))));
  /* A value that no box stands for gets one, so that it is seen and stays. */
  let order = [];
  const set = (value) => {
    order = value ?? [];
    for (const one of (value ?? []).filter((text) => !boxes.some((box) => box.value === text))) {
      boxes.push(element("input", { type: "checkbox", value: one }));
      labels.append(element("label", {}, boxes.at(-1), element("span", {}, one)));
    }
    boxes.forEach((box) => { box.checked = (value ?? []).includes(box.value); });
  };
  const node = element("fieldset", { class: "isian", "data-where": where },
    element("legend", {}, titleOf(key.name), key.needed ? element("span", { class: "muted" }, " (wajib)") : ""),
    element("p", { class: "isian__help" }, `${key.help[0].toUpperCase()}${key.help.slice(1)}.`),
    labels,
    element("p", { class: "isian__wrong", "data-wrong": true }));
  return { node, get: () => [...new Set([...order, ...boxes.map((box) => box.value)])].filter((one) => boxes.some((box) => box.checked && box.value === one)), set };
}

/* Links, one a line; below them what each is, or what to paste instead. */
function linksField(key, where, { single = false } = {}) {
  const control = element(single ? "input" : "textarea", { rows: single ? undefined : 4, type: single ? "text" : undefined, inputmode: "url", autocomplete: "off", autocapitalize: "none", spellcheck: "false", placeholder: single ? "https://" : "Satu tautan sebaris" });
  const verdicts = element("ul", { class: "hasil", "aria-live": "polite" });
  const judge = () => verdicts.replaceChildren(...lines().map((text) => verdict(text, where.startsWith("karya") ? isWork : isChannel, replace)));
  const lines = () => control.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const replace = (before, after) => { control.value = control.value.replace(before, after); control.dispatchEvent(new Event("input", { bubbles: true })); };
  control.addEventListener("input", judge);
  return { node: labelled(key, where, control, verdicts), get: () => (single ? control.value : lines()), set: (value) => { control.value = Array.isArray(value) ? value.join("\n") : value ?? ""; judge(); } };
}

function verdict(text, fits, replace) {
  const link = readLink(text);
  const row = DATA.links.platforms.find((one) => one.key === link.platform);
  const misplaced = !link.refused && !fits(link);
  const owner = isChannel(link) && !misplaced && !creator ? accountOwner(link, state.person.own) : "";
  if (owner) return element("li", { "data-bad": true }, accountTaken(link, owner));
  if (!link.refused && !misplaced) return element("li", { "data-good": true }, `${row.label}: ${isChannel(link) ? link.handle || link.canonical : KIND_WORDS[link.kind]}`);
  const words = misplaced ? (isChannel(link) ? "Ini akun, bukan karya. Tulis di bagian akun." : "Ini karya, bukan akun. Tulis di bagian karya.") : link.message;
  const fix = link.fix ? element("button", { type: "button", class: "chip", onclick: () => replace(text, link.fix) }, `Pakai ${link.fix}`) : null;
  return element("li", { "data-bad": true }, words, fix);
}

const KIND_WORDS = { video: "video", short: "video pendek", live: "siaran", playlist: "daftar putar", post: "kiriman", photo: "foto", website: "halaman" };

/* One key -> its field. The kind decides, through this table. */
const YES_NO = [{ value: "ya", label: "Ya" }, { value: "tidak", label: "Tidak" }];
const FIELDS = {
  choice: (key, where) => selectField(key, where, key.choices),
  choices: (key, where) => choicesField(key, where, key.choices.length ? key.choices : DATA.lists[key.source]),
  place: (key, where) => selectField(key, where, key.source === "village" ? [] : DATA.lists[key.source]),
  yes: (key, where) => selectField(key, where, YES_NO),
  date: (key, where) => dateField(key, where),
  number: (key, where) => textField(key, where, { inputmode: "numeric" }),
  money: (key, where) => textField(key, where, { inputmode: "numeric" }),
  phone: (key, where) => textField(key, where, { type: "tel" }),
  email: (key, where) => textField(key, where, { type: "email" }),
  links: (key, where) => linksField(key, where),
  link: (key, where) => linksField(key, where, { single: true }),
  picture: (key, where) => picturesField(key, where, { most: 1 }),
  pictures: (key, where) => picturesField(key, where, { most: key.limits[1] }),
  table: (key, where, options) => tableField(key, where, options),
  tables: (key, where, options) => tablesField(key, where, options),
};

/* The portrait has a place of its own on the page; its field is the name alone. */
const makeField = (key, where, options) => (where === "foto" ? textField(key, where) : (FIELDS[key.kind] ?? textField)(key, where, FIELDS[key.kind] ? options : undefined));

function tableField(key, where, { office, creator }) {
  const keys = key.keys.filter((one) => !creator || !office.includes(one.name));
  const fields = new Map(keys.map((one) => [one.name, makeField(one, `${where}.${one.name}`)]));
  const node = element("div", { class: "flow" }, ...[...fields.values()].map((field) => field.node));
  return { node, get: () => collect(fields), set: (value) => spread(fields, value ?? {}) };
}

/* Works: a list of small forms, each with a link or photos first. A creator sends the photos of works beside the message. */
function tablesField(key, where, { creator }) {
  const rows = [];
  const list = element("ol", { class: "karya" });
  const add = (value = {}, focus = false) => {
    const fields = new Map(key.keys.filter((one) => !creator || ["tautan", "judul"].includes(one.name)).map((one) => [one.name, makeField(one, `${where}.${rows.length}.${one.name}`)]));
    const first = ["tautan", "foto"].filter((name) => fields.has(name)), others = [...fields].filter(([name]) => !first.includes(name)).map(([, field]) => field);
    const row = { fields, kept: value[KEPT], node: element("li", { class: "flow" }, ...first.map((name) => fields.get(name).node),
      element("details", { open: Object.keys(value).length > 1 }, element("summary", {}, creator ? "Judul" : "Judul, tempat, tanggal, dan lainnya"), element("div", { class: "flow" }, ...others.map((field) => field.node))),
      element("button", { type: "button", class: "button", "data-kind": "quiet", onclick: () => remove(row) }, "Hapus karya ini")) };
    spread(fields, value);
    rows.push(row);
    list.append(row.node);
    if (focus) row.node.querySelector("input").focus();
  };
  const renumber = () => rows.forEach((row, at) => row.node.querySelectorAll("[data-where]").forEach((field) => { field.dataset.where = field.dataset.where.replace(/^karya\.\d+/, `karya.${at}`); }));
  const remove = (row) => {
    rows.splice(rows.indexOf(row), 1);
    row.node.remove();
    renumber();
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const node = element("div", { class: "isian", "data-where": where },
    element("h3", {}, titleOf(key.name)), element("p", { class: "isian__help" }, `${key.help[0].toUpperCase()}${key.help.slice(1)}.`), list,
    element("p", { class: "isian__wrong", "data-wrong": true }),
    element("button", { type: "button", class: "button", "data-kind": "quiet", onclick: () => add({}, true) }, "Tambah karya"));
  const set = (value) => { rows.splice(0); list.replaceChildren(); (value ?? []).forEach((one) => add(one)); };
  return { node, get: () => rows.map((row) => ({ ...collect(row.fields), ...(row.kept && { [KEPT]: row.kept }) })), set };
}

const collect = (fields) => Object.fromEntries([...fields].map(([name, field]) => [name, field.get()]));
const spread = (fields, values) => fields.forEach((field, name) => field.set(values[name]));
