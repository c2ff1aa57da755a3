/* The files of this profile, in the order they are offered: name -> its content. */
function files(now, gone) {
  const found = new Map([["index.md", part("file").textContent]]);
  if (gone) return found;
  const { photo, pictures } = state.person;
  if (photo) found.set("foto.jpg", photo.blob);
  for (const name of pictureNames(now)) if (pictures.has(name)) found.set(name, pictures.get(name).blob);
  return found;
}

const pictureNames = (now) => [now.foto, ...(now.karya ?? []).flatMap((work) => [...(work.foto ?? []), work.sampul])].filter(Boolean);

/* One button a file, ticked once its newest content was saved; and what must lie in the folder already. */
function drawFiles(now, gone) {
  const found = files(now, gone);
  state.person.files = found;
  const box = part("files"), shown = [...box.children].map((button) => button.dataset.file).join();
  if (shown !== [...found.keys()].join()) box.replaceChildren(...[...found.keys()].map((name) => element("button", { type: "button", class: "button", "data-file": name, onclick: () => hand(name) }, `Unduh ${name}`)));
  for (const button of box.children) button.toggleAttribute("data-saved", isSaved(button.dataset.file));
  const elsewhere = gone ? [] : [...new Set(pictureNames(now))].filter((name) => !found.has(name));
  part("elsewhere").hidden = !elsewhere.length;
  part("elsewhere").textContent = `Disebut di profil dan tidak dipilih di sini: ${elsewhere.join(", ")}. Pastikan sudah ada di folder itu di GitHub.`;
  if (!unsaved().length) part("unsaved").textContent = "";
}

const isSaved = (name) => state.person.saved.get(name) === state.person.files.get(name);
const unsaved = () => [...state.person.files.keys()].filter((name) => !isSaved(name));

function hand(name) {
  if (!ready()) return;
  const content = state.person.files.get(name);
  save(name, content instanceof Blob ? content : new Blob([content], { type: "text/markdown" }));
  state.person.saved.set(name, content);
  refresh();
}
