/* Everything of one person is one value. It is replaced whole when another message is pasted or another profile opened,
   so that no photo, folder, number or unknown value of the one before is left over.
   editing: an existing profile was opened. kept: its lines. own: the slug that it is published under. foto: the picture
   that it names. photo, pictures: chosen here. saved: what was downloaded. typed: somebody typed or chose something. */
const newPerson = (opened = {}) => ({ editing: false, kept: NOTHING, own: "", foto: "", photo: null, choosing: 0, pictures: new Map(), saved: new Map(), files: new Map(), slugTyped: false, typed: false, ...opened });

/* An empty page for a person. Work that was begun for the one before finds that it is not theirs any more. */
function begin(person) {
  for (const one of [state.person.photo, ...state.person.pictures.values()]) if (one) URL.revokeObjectURL(one.url);
  state.person = person;
  buildFields();
  showPhoto();
  for (const name of ["slug", "story", "photo-input", "open-file"]) part(name).value = "";
  for (const name of ["photo-says", "copy-says", "unsaved"]) part(name).textContent = "";
  for (const name of ["slug-box", "story-box"]) {
    delete part(name).dataset.told;
    part(name).removeAttribute("data-bad");
    part(name).querySelector("[data-wrong]").textContent = "";
  }
  for (const name of ["wrong", "whose"]) { part(name).replaceChildren(); part(name).hidden = true; }
}

/* An existing profile or a message fills the fields. What a list of ours spells otherwise is folded first. */
function take(read, { editing }) {
  const found = likeLists(DATA.keys, read.values);
  begin(newPerson({ editing, kept: read.kept ?? NOTHING, own: editing ? publishedAs(found) : "", foto: editing ? found.foto ?? "" : "" }));
  spread(state.fields, found);
  villages(found.desa);
  part("story").value = read.story;
  part("slug").value = state.person.own;
  if (editing && found.persetujuan && !found.persetujuan.lingkup) spread(new Map([["persetujuan", state.fields.get("persetujuan")]]), { persetujuan: { ...found.persetujuan, lingkup: DATA.rules.scope.default } });
  if (editing && found.foto) state.fields.get("foto").node.removeAttribute("hidden");
  if (!editing) state.fields.get("terdaftar")?.set(today());
  if (read.kept) remember(keysWritten(), values(), read.kept);
  openFilled();
  refresh();
}

/* A message of the person on the page: it fills what is still empty. The titles of what it says otherwise. */
function complete(read) {
  const found = likeLists(DATA.keys, read.values), now = values(), other = [];
  const differs = (one, another) => JSON.stringify(one) !== JSON.stringify(another);
  const said = normal(keysWritten(), found);
  for (const [name, field] of state.fields) {
    if (said[name] === undefined || name === "foto" || name === "desa") continue;
    const parts = name === "persetujuan", whole = parts ? { ...said[name], ...now[name] } : now[name] ?? said[name];
    if (differs(whole, now[name])) field.set(whole);
    if (parts ? Object.keys(said[name]).some((one) => differs(said[name][one], whole[one])) : differs(whole, said[name])) other.push(titleOf(name));
  }
  const home = normal(keysWritten(), collect(state.fields)).kecamatan === said.kecamatan;
  villages(now.desa ?? (home ? said.desa : ""));
  if (said.desa && now.desa !== said.desa && (now.desa || !home)) other.push(titleOf("desa"));
  if (read.story && !story().trim()) part("story").value = read.story;
  else if (read.story && tidyStory(read.story) !== tidyStory(story())) other.push("Cerita");
  state.person.typed = true;
  openFilled();
  refresh();
  return other;
}

/* True if a person's typing would be lost: it is in no file that was downloaded. */
const typedOnly = () => state.person.typed && unsaved().length > 0;

/* A question in the page. answers: label -> what is done. */
function ask(question, answers) {
  const box = part("whose"), button = (label, act) => element("button", { type: "button", class: "button", "data-kind": "quiet", onclick: () => { box.hidden = true; box.replaceChildren(); act(); } }, label);
  box.replaceChildren(element("p", { tabindex: "-1" }, question), element("div", { class: "cluster" }, ...Object.entries({ ...answers, Batal: () => part("open").focus() }).map(([label, act]) => button(label, act))));
  box.hidden = false;
  box.firstChild.focus();
}

const whoIsHere = () => values().nama ?? "seseorang";

function openText(text) {
  const say = (told) => { part("open-says").textContent = told; };
  if (text.length > DATA.rules.largest) return say(`Teks ini ${text.length} huruf, paling banyak ${DATA.rules.largest}. Tempel pesan atau isi index.md satu orang saja.`);
  const profile = readProfile(DATA.keys, text), read = profile ?? readMessage(DATA.keys, text);
  const crowded = DATA.keys.find((key) => Array.isArray(read.values[key.name]) && read.values[key.name].length > 10 * key.limits[1]);
  if (!Object.keys(read.values).length) return say("Tidak ada isian yang dikenali di teks ini.");
  if (crowded) return say(`${titleOf(crowded.name)}: ${read.values[crowded.name].length} isian, paling banyak ${crowded.limits[1]}. Kurangi di teks ini, lalu coba lagi.`);
  const fresh = () => { take(read, { editing: Boolean(profile) }); say(`Isian terisi.${remarks(read, profile)}`); };
  if (!typedOnly()) return fresh();
  say("");
  const who = whoIsHere();
  if (profile) return ask(`Yang diketik untuk ${who} belum diunduh dan akan hilang.`, { "Buka profil ini, buang ketikan tadi": fresh });
  return ask(`Formulir berisi ketikan untuk ${who} yang belum diunduh. Pesan ini dari siapa?`, {
    "Orang lain: kosongkan formulir, lalu isi": fresh,
    [`${who}: isi yang masih kosong saja`]: () => {
      const other = complete(read).join(", ");
      const differs = other && ` Pesan menyebut lain, dan yang sudah terisi tidak diganti: ${other}.`;
      say(`Isian yang kosong terisi.${differs}${remarks(read, profile)}`);
    },
  });
}

/* What was not taken from the text, and whether the creator agreed. */
function remarks(read, profile) {
  const unread = read.unread.map((line) => `"${line}"`).join(", ");
  const lost = unread && (profile ? ` Tidak dikenal, ditulis lagi apa adanya; periksa: ${unread}.` : ` Tidak terbaca dan tidak ikut ditulis: ${unread}.`);
  const secret = read.secret?.length ? ` Data pribadi, tidak ikut ditulis: ${read.secret.join(", ")}.` : "";
  const agreed = profile ? "" : read.agreed ? " Kalimat persetujuan ada dan utuh; simpan pesannya di berkas kantor, lalu isi nomor formulir." : " Kalimat persetujuan tidak ada atau diubah. Minta persetujuannya sebelum mengunggah apa pun.";
  return agreed + lost + secret;
}

function startAnother() {
  const empty = () => {
    begin(newPerson());
    part("open-text").value = "";
    part("open-says").textContent = "Formulir kosong.";
    refresh();
  };
  if (typedOnly()) ask(`Yang diketik untuk ${whoIsHere()} belum diunduh dan akan hilang.`, { "Kosongkan formulir": empty });
  else empty();
}
