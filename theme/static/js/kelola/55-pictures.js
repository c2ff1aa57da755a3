/* Pictures of works and covers, chosen here: file name -> `{blob, url}` in the person's `pictures`. The names are made,
   so none can be wrong. */
/* `WhatsApp Image 2026-05-12 at 10.11.12.jpeg` -> a free `whatsapp-image-2026-05-12-at-10-11-12.jpg`. */
function pictureName(given, taken) {
  const plain = slugify(given.replace(/\.[a-z0-9]{2,5}$/i, "")) || "karya";
  const stem = DATA.rules.reserved.includes(plain) || plain === "foto" || plain === "index" ? `karya-${plain}` : plain;
  let name = `${stem}.jpg`;
  for (let number = 2; taken.has(name); number++) name = `${stem}-${number}.jpg`;
  return name;
}

/* All names in use on the page, so that no picture takes the place of another. */
const namesTaken = () => new Set([...state.person.pictures.keys(), ...[...document.querySelectorAll("[data-picture]")].map((node) => node.dataset.picture)]);

/* Its name; "" if another person is on the page by now. */
async function takePicture(file, person) {
  const photo = await preparePhoto(file);
  if (person !== state.person) return "";
  const name = pictureName(file.name, namesTaken());
  person.pictures.set(name, { ...photo, url: URL.createObjectURL(photo.blob) });
  return name;
}

/* One picture, or an album: choose or drop files, see them, take one out again. */
function picturesField(key, where, { most }) {
  const { person } = state;
  let names = [];
  const input = element("input", { type: "file", accept: "image/*", multiple: most > 1 });
  const shown = element("ul", { class: "gambar" });
  const says = element("p", { role: "status" });
  const changed = () => { draw(); shown.dispatchEvent(new Event("input", { bubbles: true })); };
  const draw = () => shown.replaceChildren(...names.map((name) => element("li", { "data-picture": name },
    person.pictures.has(name) ? element("img", { src: person.pictures.get(name).url, alt: "" }) : null, element("p", {}, name),
    element("button", { type: "button", class: "chip", "aria-label": `Keluarkan ${name}`, onclick: () => { names = names.filter((one) => one !== name); changed(); } }, "Keluarkan"))));
  const add = async (chosen) => {
    const wrong = [];
    says.textContent = "Menyiapkan foto…";
    for (const file of chosen) {
      try {
        const name = await takePicture(file, person);
        if (!name) return;
        names = most === 1 ? [name] : [...names, name];
      } catch (error) { wrong.push(`${file.name}: ${error.message}`); }
    }
    says.textContent = wrong.join(" ");
    input.value = "";
    changed();
  };
  input.addEventListener("change", () => add([...input.files]));
  const node = labelled(key, where, input, element("div", {}, shown, says));
  node.addEventListener("dragover", (event) => event.preventDefault());
  node.addEventListener("drop", (event) => { event.preventDefault(); add([...event.dataTransfer.files]); });
  const set = (value) => { names = [value ?? []].flat().filter(Boolean); draw(); };
  return { node, get: () => (most === 1 ? names[0] ?? "" : [...names]), set };
}
