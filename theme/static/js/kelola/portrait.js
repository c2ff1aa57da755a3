/* The photo of the person: chosen or dropped, turned upright, its focus tapped, taken out again. */
function showPhoto() {
  const { photo } = state.person, image = (alt, attributes) => (photo ? [element("img", { src: photo.url, alt, ...attributes })] : []);
  part("photo-made").hidden = !photo;
  part("crop").replaceChildren(...image("Foto seutuhnya"));
  part("square").replaceChildren(...image("Foto terpotong persegi", { "data-crop": true }));
}

/* null: the chosen photo is taken out again, and what the opened profile names stands. */
function putPhoto(photo) {
  const { person } = state;
  if (person.photo) URL.revokeObjectURL(person.photo.url);
  person.photo = photo;
  state.fields.get("foto").set(photo ? "foto.jpg" : person.foto);
  showPhoto();
  refresh();
}

function wirePhoto() {
  const isLatest = () => { const { person } = state, turn = ++person.choosing; person.typed = true; return () => turn === person.choosing; };
  choosing(part("photo"), part("photo-input"), part("photo-says"), (photo) => {
    putPhoto(photo);
    return `Siap: ${photo.width}×${photo.height} piksel, ${Math.round(photo.blob.size / 1000)} kB, tanpa letak dan data kamera.`;
  }, isLatest);
  part("photo-remove").addEventListener("click", () => {
    state.person.choosing++;
    putPhoto(null);
    tell("photo-says", "Foto dikeluarkan.");
    part("photo-input").focus();
  });
  part("crop").addEventListener("click", (event) => {
    const { left, top, width, height } = part("crop").getBoundingClientRect();
    state.fields.get("fokus").set(focusAt((event.clientX - left) / width, (event.clientY - top) / height));
    typed(part("crop"));
  });
}
