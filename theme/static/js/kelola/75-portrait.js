/* The photo of the person: chosen or dropped, turned upright, its focus tapped, taken out again. */
/* The chosen photo, or none, in its box. */
function showPhoto() {
  const { photo } = state.person;
  part("photo-made").hidden = !photo;
  part("crop").replaceChildren(...(photo ? [element("img", { src: photo.url, alt: "Foto seutuhnya" })] : []));
  part("square").replaceChildren(...(photo ? [element("img", { src: photo.url, alt: "Foto terpotong persegi", "data-crop": true })] : []));
}

async function addPhoto(file) {
  if (!file) return;
  const { person } = state, turn = ++person.choosing, say = part("photo-says");
  person.typed = true;
  say.textContent = "Menyiapkan foto…";
  const photo = await preparePhoto(file).catch((error) => error);
  /* Meanwhile another person, another photo, or none may be wanted. */
  if (person !== state.person || turn !== person.choosing) return;
  part("photo-input").value = "";
  if (photo instanceof Error) say.textContent = photo.message;
  else {
    putPhoto({ ...photo, url: URL.createObjectURL(photo.blob) });
    say.textContent = `Siap: ${photo.width}×${photo.height} piksel, ${Math.round(photo.blob.size / 1000)} kB, tanpa letak dan data kamera.`;
  }
  refresh();
}

/* null: the chosen photo is taken out again, and what the opened profile names stands. */
function putPhoto(photo) {
  const { person } = state;
  if (person.photo) URL.revokeObjectURL(person.photo.url);
  person.photo = photo;
  state.fields.get("foto").set(photo ? "foto.jpg" : person.foto);
  showPhoto();
}

function removePhoto() {
  state.person.choosing++;
  putPhoto(null);
  part("photo-says").textContent = "Foto dikeluarkan.";
  part("photo-input").focus();
  refresh();
}

function wirePhoto() {
  const drop = part("photo");
  part("photo-input").addEventListener("change", (event) => addPhoto(event.target.files[0]));
  part("photo-remove").addEventListener("click", removePhoto);
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => { event.preventDefault(); addPhoto(event.dataTransfer.files[0]); });
  part("crop").addEventListener("click", (event) => {
    const { left, top, width, height } = part("crop").getBoundingClientRect();
    state.fields.get("fokus").set(focusAt((event.clientX - left) / width, (event.clientY - top) / height));
    state.person.typed = true;
    refresh();
  });
}
