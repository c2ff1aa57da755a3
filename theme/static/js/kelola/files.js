/* The files of this profile, in the order they are offered; what of them was downloaded; the page to upload them at. */
const pictureNames = (now) => [now.foto, ...(now.karya ?? []).flatMap((work) => [...(work.foto ?? []), work.sampul])].filter(Boolean);
const isSaved = (name) => state.person.saved.get(name) === state.person.files.get(name);
const unsaved = () => [...state.person.files.keys()].filter((name) => !isSaved(name));

/* One button a file, ticked once its newest content was saved; and what must lie in the folder already. */
function drawFiles(now, gone) {
  const { person } = state, { photo, pictures } = person, named = gone ? [] : [...new Set(pictureNames(now))], box = part("files");
  const blobs = named.map((name) => [name, photo && name === now.foto ? photo.blob : pictures.get(name)?.blob]);
  person.files = new Map([["index.md", part("file").textContent], ...blobs.filter(([, blob]) => blob)]);
  const names = [...person.files.keys()];
  if (!same([...box.children].map((one) => one.dataset.file), names)) box.replaceChildren(...names.map((name) => button(`Unduh ${name}`, () => hand(name), { "data-kind": undefined, "data-file": name })));
  for (const one of box.children) one.toggleAttribute("data-saved", isSaved(one.dataset.file));
  const elsewhere = named.filter((name) => !person.files.has(name));
  part("elsewhere").hidden = !elsewhere.length;
  tell("elsewhere", `Disebut di profil dan tidak dipilih di sini: ${elsewhere.join(", ")}. Pastikan sudah ada di folder itu di GitHub.`);
  if (!unsaved().length) tell("unsaved", "");
}

function hand(name) {
  if (!ready()) return;
  const content = state.person.files.get(name), blob = content instanceof Blob ? content : new Blob([content], { type: "text/markdown" });
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  state.person.saved.set(name, content);
  refresh();
}
