/* The card as it will look in a list. */
function drawCard(card, values, photo) {
  const put = (name, ...content) => card.querySelector(`[data-${name}]`).replaceChildren(...content), avatar = card.querySelector("[data-avatar]");
  const chip = (text, attributes) => element("span", { class: "chip", ...attributes }, text), topics = DATA.keys.find((key) => key.name === "topik").choices;
  const district = DATA.lists.district.find((one) => one.value === values.kecamatan && one.value !== DATA.words.elsewhere);
  if (!photo || avatar.querySelector("img")?.src !== photo.url) put("avatar", photo ? element("img", { src: photo.url, alt: "", "data-photo": true }) : initials(values.nama ?? "Nama kreator"));
  avatar.toggleAttribute("data-hue", !photo);
  avatar.querySelector("img")?.setAttribute("data-focus", focusName(values.fokus));
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
