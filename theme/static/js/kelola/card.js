/* The card as it will look in a list. */
function drawCard(card, values, photo) {
  const put = (name, ...content) => card.querySelector(`[data-${name}]`).replaceChildren(...content), stone = card.querySelector("[data-stone]");
  const chip = (text, attributes) => element("span", { class: "chip", ...attributes }, text), topics = DATA.keys.find((key) => key.name === "topik").choices;
  const district = DATA.lists.district.find((one) => one.value === values.kecamatan && one.value !== DATA.words.elsewhere);
  if (!photo || stone.querySelector("img")?.src !== photo.url) put("stone", photo ? element("img", { src: photo.url, alt: "", "data-photo": true }) : initials(values.nama ?? "Nama kreator"));
  stone.toggleAttribute("data-hue", !photo);
  stone.querySelector("img")?.setAttribute("data-focus", focusName(values.fokus));
  put("name", values.nama ?? "Nama kreator");
  put("place", district ? [values.desa, district.label].filter(Boolean).join(", ") : "");
  put("tagline", values.ringkasan ?? "");
  put("chips", ...(values.jenis === "komunitas" ? [chip("Komunitas")] : []),
    ...topics.filter(({ value }) => values.topik?.slice(0, 2).includes(value)).map(({ value, label }) => chip(label, { "data-hue": value })),
    ...(values.jasa && values.kerja_sama !== "tidak" ? [chip("Menerima kerja sama", { "data-open": true })] : []));
}

function initials(name) {
  const letters = words(name).flatMap((word) => word.match(/[\p{L}\p{N}]/u) ?? []);
  return [letters[0], letters.length > 1 ? last(letters) : ""].join("").toUpperCase();
}
