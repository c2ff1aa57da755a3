/* Everything of one person is one value. It is replaced whole when another message is pasted or another profile opened,
   so that no photo, folder, number or unknown value of the one before is left over.
   editing: an existing profile was opened. kept: its lines. own: the slug that it is published under. foto: the picture
   that it names. photo, pictures: chosen here. saved: what was downloaded. typed: somebody typed or chose something. */
function newPerson(opened = {}) {
  const empty = { editing: false, kept: NOTHING, own: "", foto: "", photo: null, choosing: 0, slugTyped: false, typed: false };
  return { ...empty, pictures: new Map(), saved: new Map(), files: new Map(), ...opened };
}

/* An empty page for a person. Work that was begun for the one before finds that it is not theirs any more. */
function begin(person) {
  for (const one of [state.person.photo, ...state.person.pictures.values()]) if (one) URL.revokeObjectURL(one.url);
  state.person = person;
  buildFields();
  showPhoto();
  for (const name of ["slug", "story", "photo-input", "open-file"]) part(name).value = "";
  for (const name of ["photo-says", "copy-says", "unsaved", "wrong", "whose"]) part(name).replaceChildren();
  for (const name of ["wrong", "whose"]) part(name).hidden = true;
  for (const name of ["slug-box", "story-box"]) delete part(name).dataset.told;
}

/* An existing profile or a message fills the fields. */
function take({ values: found, story: told, kept }) {
  const editing = Boolean(kept), own = editing ? publishedAs(found) : "", consent = editing && found.persetujuan && { lingkup: DATA.rules.scope, ...found.persetujuan };
  begin(newPerson({ editing, kept: kept ?? NOTHING, own, foto: editing ? found.foto ?? "" : "" }));
  spread(state.fields, { ...found, ...(consent && { persetujuan: consent }), terdaftar: editing ? found.terdaftar : today() });
  villages(found.desa);
  part("story").value = told;
  part("slug").value = own;
  if (editing && found.foto) state.fields.get("foto").node.removeAttribute("hidden");
  if (editing) remember(values(), kept);
  openFilled();
  refresh();
}

/* A message of the person on the page: it fills what is still empty. The titles of what it says otherwise. */
function complete(read) {
  const said = read.values, now = values(), told = tidyStory(read.story), home = now.kecamatan ?? said.kecamatan;
  const filled = { ...said, ...now, persetujuan: { ...said.persetujuan, ...now.persetujuan } };
  if (home !== said.kecamatan && !now.desa) delete filled.desa;
  for (const name of Object.keys(said)) if (name !== "foto" && !same(filled[name], now[name])) state.fields.get(name)?.set(filled[name]);
  villages(filled.desa);
  if (!story().trim()) part("story").value = read.story;
  state.person.typed = true;
  openFilled();
  refresh();
  const other = Object.keys(said).filter((name) => (name === "persetujuan" ? !same({ ...filled[name], ...said[name] }, filled[name]) : !same(said[name], filled[name])));
  return [...other.map(titleOf), ...(told && told !== tidyStory(story()) ? ["Cerita"] : [])];
}

/* True if a person's typing would be lost: it is in no file that was downloaded. */
const typedOnly = () => state.person.typed && unsaved().length > 0;
const whoIsHere = () => values().nama ?? "seseorang";
const say = (told) => tell("open-says", told);

/* A question in the page. answers: label -> what is done. */
function ask(question, answers) {
  const box = part("whose"), all = { ...answers, Batal: () => part("open").focus() };
  const buttons = Object.entries(all).map(([label, act]) => button(label, () => { box.hidden = true; box.replaceChildren(); act(); }));
  box.replaceChildren(element("p", { tabindex: "-1" }, question), element("div", { class: "cluster" }, ...buttons));
  box.hidden = false;
  box.firstChild.focus();
}

function openText(text) {
  const { largest } = DATA.rules;
  if (text.length > largest) return say(`Teks ini ${text.length} huruf, paling banyak ${largest}. Tempel pesan atau isi index.md satu orang saja.`);
  const profile = readProfile(DATA.keys, text), read = profile ?? readMessage(DATA.keys, text), names = Object.keys(read.values);
  const crowded = DATA.keys.find((key) => isCrowded(key, read.values[key.name]));
  if (!names.length) return say("Tidak ada isian yang dikenali di teks ini.");
  if (crowded) return say(`${titleOf(crowded.name)}: ${read.values[crowded.name].length} isian, paling banyak ${crowded.limits[1]}. Kurangi di teks ini, lalu coba lagi.`);
  const fresh = () => { take(read); say(`Isian terisi.${remarks(read)}`); };
  if (!typedOnly()) return fresh();
  say("");
  const who = whoIsHere();
  if (profile) return ask(`Yang diketik untuk ${who} belum diunduh dan akan hilang.`, { "Buka profil ini, buang ketikan tadi": fresh });
  return ask(`Formulir berisi ketikan untuk ${who} yang belum diunduh. Pesan ini dari siapa?`, {
    "Orang lain: kosongkan formulir, lalu isi": fresh,
    [`${who}: isi yang masih kosong saja`]: () => {
      const other = complete(read).join(", "), differs = other && ` Pesan menyebut lain, dan yang sudah terisi tidak diganti: ${other}.`;
      say(`Isian yang kosong terisi.${differs}${remarks(read)}`);
    },
  });
}

/* What was not taken from the text, and whether the creator agreed. */
function remarks({ unread, secret, agreed, kept }) {
  const asIs = kept ? "Tidak dikenal, ditulis lagi apa adanya; periksa" : "Tidak terbaca dan tidak ikut ditulis";
  const consent = agreed ? "Kalimat persetujuan ada dan utuh; simpan pesannya di berkas kantor, lalu isi nomor formulir." : "Kalimat persetujuan tidak ada atau diubah. Minta persetujuannya sebelum mengunggah apa pun.";
  return [kept ? "" : ` ${consent}`, unread.length ? ` ${asIs}: ${unread.map((line) => `"${line}"`).join(", ")}.` : "", secret.length ? ` Data pribadi, tidak ikut ditulis: ${secret.join(", ")}.` : ""].join("");
}

function startAnother() {
  const empty = () => {
    begin(newPerson());
    part("open-text").value = "";
    say("Formulir kosong.");
    refresh();
  };
  if (typedOnly()) ask(`Yang diketik untuk ${whoIsHere()} belum diunduh dan akan hilang.`, { "Kosongkan formulir": empty });
  else empty();
}
