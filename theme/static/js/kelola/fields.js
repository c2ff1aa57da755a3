/* The fields of the page, made from the schema. A field is `{node, get, set}`; get gives what `normal` takes. */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

const button = (label, act, attributes = {}) => element("button", { type: "button", class: "button", "data-kind": "quiet", onclick: act, ...attributes }, label);
const typed = (node) => node.dispatchEvent(new Event("input", { bubbles: true }));
const TITLES = { jenis: "Perorangan atau komunitas", tarif_mulai: "Tarif mulai (rupiah)", surel: "Surel usaha", whatsapp: "Nomor WhatsApp usaha", hubungi: "Dihubungi lewat", dewasa: "Berusia 18 tahun ke atas", wali: "Disetujui orang tua atau wali", slug: "Nama folder" };
const titleOf = (name) => TITLES[name] ?? (name[0].toUpperCase() + name.slice(1)).replace(/_/g, " ");
let numbered = 0;

/* A title, what is asked for, the controls, and what is wrong. */
function boxed(key, where, tag, head, controls, id) {
  const title = element(head.tag, head.attributes, titleOf(key.name), key.needed && key.kind !== "tables" ? element("span", { class: "muted" }, " (wajib)") : "");
  return element(tag, { class: "isian", "data-where": where }, title,
    element("p", { class: "isian__help", id: id && `${id}-bantu` }, `${key.help[0].toUpperCase()}${key.help.slice(1)}.`), ...controls,
    element("p", { class: "isian__wrong", id: id && `${id}-salah`, "data-wrong": true }));
}

function labelled(key, where, control, ...more) {
  const id = `isian-${++numbered}`;
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-bantu ${id}-salah`);
  return boxed(key, where, "div", { tag: "label", attributes: { for: id } }, [control, ...more], id);
}

const INPUTS = { number: { inputmode: "numeric" }, money: { inputmode: "numeric" }, phone: { type: "tel" }, email: { type: "email" }, date: { type: "date" } };
function textField(key, where) {
  const placeholder = key.example && `Misalnya ${key.example}`, maxlength = key.kind === "line" ? key.limits[1] : undefined;
  const control = element("input", { type: "text", autocomplete: "off", maxlength, placeholder, ...INPUTS[key.kind] });
  const set = (value) => {
    /* A browser's field for days shows nothing that is no day: such a text is shown as it is. */
    if (key.kind === "date") control.type = !value || isDay(value) ? "date" : "text";
    control.value = [value ?? []].flat().join(", ");
  };
  return { node: labelled(key, where, control), control, get: () => control.value, set };
}

function selectField(key, where) {
  const control = element("select"), option = ({ value, label }) => element("option", { value }, label ?? value);
  const offer = (list) => control.replaceChildren(...[{ value: "", label: "Belum dipilih" }, ...list].map(option));
  /* A value that is in no list is offered, so that it is seen and stays. */
  const set = (value = "") => {
    if (![...control.options].some((one) => one.value === value)) control.append(option({ value }));
    control.value = value;
  };
  offer(key.kind === "yes" ? [{ value: "ya", label: "Ya" }, { value: "tidak", label: "Tidak" }] : listOf(key) ?? []);
  return { node: labelled(key, where, control), control, offer, get: () => control.value, set };
}

function choicesField(key, where) {
  const labels = element("div", { class: "pilihan" }), boxes = () => [...labels.querySelectorAll("input")];
  const offer = ({ value, label }) => labels.append(element("label", {}, element("input", { type: "checkbox", value }), element("span", {}, label ?? value)));
  let order = [];
  const set = (value = []) => {
    order = value;
    value.filter((one) => !boxes().some((box) => box.value === one)).forEach((one) => offer({ value: one }));
    for (const box of boxes()) box.checked = value.includes(box.value);
  };
  listOf(key).forEach(offer);
  const get = () => {
    const chosen = boxes().filter((box) => box.checked).map((box) => box.value);
    return [...new Set([...order, ...chosen])].filter((one) => chosen.includes(one));
  };
  return { node: boxed(key, where, "fieldset", { tag: "legend" }, [labels]), get, set };
}

/* Links, one a line; below them what each is, or what to paste instead. */
function linksField(key, where) {
  const single = key.kind === "link", shape = single ? { type: "text", placeholder: "https://" } : { rows: 4, placeholder: "Satu tautan sebaris" };
  const control = element(single ? "input" : "textarea", { inputmode: "url", autocomplete: "off", autocapitalize: "none", spellcheck: "false", ...shape });
  const verdicts = element("ul", { class: "hasil", "aria-live": "polite" }), lines = () => control.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const judge = () => verdicts.replaceChildren(...lines().map((text) => verdict(text, single ? isWork : isChannel, replace)));
  const replace = (before, after) => { control.value = control.value.replace(before, after); typed(control); };
  control.addEventListener("input", judge);
  const set = (value) => { control.value = [value ?? []].flat().join("\n"); judge(); };
  return { node: labelled(key, where, control, verdicts), get: () => (single ? control.value : lines()), set };
}

const KIND_WORDS = { video: "video", short: "video pendek", live: "siaran", playlist: "daftar putar", post: "kiriman", photo: "foto" };
function verdict(text, fits, replace) {
  const link = readLink(text), bad = (words, ...more) => element("li", { "data-bad": true }, words, ...more);
  if (link.refused) return bad(link.message, link.fix && button(`Pakai ${link.fix}`, () => replace(text, link.fix), { class: "chip", "data-kind": undefined }));
  if (!fits(link)) return bad(isChannel(link) ? "Ini akun, bukan karya. Tulis di bagian akun." : "Ini karya, bukan akun. Tulis di bagian karya.");
  const owner = isChannel(link) && !creator ? accountOwner(link, state.person.own) : "";
  if (owner) return bad(accountTaken(link, owner));
  const what = isChannel(link) ? link.handle || link.canonical : KIND_WORDS[link.kind], later = link.kind === "website" ? " (dinilai lagi saat diperiksa)" : "";
  return element("li", { "data-good": true }, `${platformLabel(link)}: ${what}${later}`);
}

const FIELDS = {
  choice: selectField, place: selectField, yes: selectField, choices: choicesField, links: linksField, link: linksField,
  picture: picturesField, pictures: picturesField, table: tableField, tables: tablesField,
};
/* The portrait has a place of its own on the page; its field is the name alone. */
const makeField = (key, where = key.name) => (where === "foto" ? textField : FIELDS[key.kind] ?? textField)(key, where);
const collect = (fields) => Object.fromEntries([...fields].map(([name, field]) => [name, field.get()]));
const spread = (fields, values) => fields.forEach((field, name) => field.set(values[name]));
const flow = (fields) => element("div", { class: "flow" }, ...fields.map((field) => field.node));

function tableField(key, where) {
  const fields = new Map(key.keys.filter((one) => !creator || !DATA.officeOnly.includes(one.name)).map((one) => [one.name, makeField(one, `${where}.${one.name}`)]));
  return { node: flow([...fields.values()]), get: () => collect(fields), set: (value) => spread(fields, value ?? {}) };
}

/* Works: a list of small forms, each with a link or photos first. A creator sends the photos of works beside the message. */
function tablesField(key, where) {
  const rows = [], list = element("ol", { class: "karya" }), keys = key.keys.filter((one) => !creator || ["tautan", "judul"].includes(one.name));
  const add = (value) => {
    const fields = new Map(keys.map((one) => [one.name, makeField(one, `${where}.${rows.length}.${one.name}`)]));
    const [first, others] = [true, false].map((isFirst) => [...fields].filter(([name]) => ["tautan", "foto"].includes(name) === isFirst).map(([, field]) => field));
    const row = { fields, kept: value[KEPT], node: element("li", { class: "flow" }, ...first.map((field) => field.node),
      element("details", { open: Object.keys(value).length > 1 }, element("summary", {}, creator ? "Judul" : "Judul, tempat, tanggal, dan lainnya"), flow(others)),
      button("Hapus karya ini", () => remove(row))) };
    spread(fields, value);
    rows.push(row);
    list.append(row.node);
    return row;
  };
  const remove = (row) => {
    rows.splice(rows.indexOf(row), 1);
    row.node.remove();
    rows.forEach((one, at) => one.node.querySelectorAll("[data-where]").forEach((field) => { field.dataset.where = field.dataset.where.replace(/\d+/, at); }));
    typed(list);
  };
  const node = boxed(key, where, "div", { tag: "h3" }, [list]), set = (value = []) => { rows.splice(0); list.replaceChildren(); value.forEach(add); };
  node.append(button("Tambah karya", () => add({}).node.querySelector("input").focus()));
  return { node, get: () => rows.map((row) => ({ ...collect(row.fields), ...(row.kept && { [KEPT]: row.kept }) })), set };
}
