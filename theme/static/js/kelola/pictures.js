/* Photos that are chosen or dropped: those of works and covers, whose names are made, so that none can be wrong. */
/* `WhatsApp Image 2026-05-12 at 10.11.12.jpeg` -> a free `whatsapp-image-2026-05-12-at-10-11-12.jpg`. */
function pictureName(given, taken) {
  const plain = slugify(given.replace(/\.[a-z0-9]{2,5}$/i, "")) || "karya";
  const stem = DATA.rules.reserved.includes(plain) || ["foto", "index"].includes(plain) ? `karya-${plain}` : plain;
  let name = `${stem}.jpg`;
  for (let number = 2; taken.has(name); number++) name = `${stem}-${number}.jpg`;
  return name;
}

/* All names in use on the page, so that no picture takes the place of another. */
const namesTaken = () => new Set([...state.person.pictures.keys(), ...[...document.querySelectorAll("[data-picture]")].map((node) => node.dataset.picture)]);

/* Makes photos ready and takes each, unless another person is on the page by then, or it is not wanted any more.
   begin: called at each choice, gives what tells whether it is still wanted. take: gives what is said of a photo. */
function choosing(node, input, says, take, begin = () => () => true) {
  const add = async (files) => {
    const { person } = state, isWanted = begin(), told = [];
    says.textContent = "Menyiapkan foto…";
    for (const file of files) {
      const photo = await preparePhoto(file).catch((error) => error);
      if (person !== state.person || !isWanted()) return;
      told.push(photo instanceof Error ? `${file.name}: ${photo.message}` : take({ ...photo, url: URL.createObjectURL(photo.blob) }, file));
    }
    says.textContent = told.filter(Boolean).join(" ");
    input.value = "";
    typed(node);
  };
  input.addEventListener("change", () => input.files.length && add([...input.files]));
  node.addEventListener("dragover", (event) => event.preventDefault());
  node.addEventListener("drop", (event) => { event.preventDefault(); if (event.dataTransfer.files.length) add([...event.dataTransfer.files]); });
}

/* One picture, or an album: choose or drop files, see them, take one out again. */
function picturesField(key, where) {
  const most = key.kind === "picture" ? 1 : key.limits[1], { pictures } = state.person;
  let names = [];
  const input = element("input", { type: "file", accept: "image/*", multiple: most > 1 }), says = element("p", { role: "status" }), shownNames = element("ul", { class: "gambar" });
  const put = (list) => { names = list; shownNames.replaceChildren(...names.map(item)); };
  const item = (name) => element("li", { "data-picture": name }, pictures.has(name) ? element("img", { src: pictures.get(name).url, alt: "" }) : null, element("p", {}, name),
    button("Keluarkan", () => { put(names.filter((one) => one !== name)); typed(shownNames); }, { class: "chip", "data-kind": undefined, "aria-label": `Keluarkan ${name}` }));
  const node = labelled(key, where, input, element("div", {}, shownNames, says));
  choosing(node, input, says, (photo, file) => {
    const name = pictureName(file.name, namesTaken());
    pictures.set(name, photo);
    put(most === 1 ? [name] : [...names, name]);
  });
  return { node, get: () => (most === 1 ? names[0] ?? "" : [...names]), set: (value) => put([value ?? []].flat().filter(Boolean)) };
}
