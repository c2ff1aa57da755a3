/* The card as it will look in a list. */
function drawCard(card, values, photo) {
  const name = values.nama || "Nama kreator";
  const stone = card.querySelector("[data-stone]");
  const wanted = photo ? photo.url : "";
  if (stone.dataset.shown !== wanted || !photo) {
    stone.dataset.shown = wanted;
    stone.replaceChildren(photo ? element("img", { src: photo.url, alt: "", "data-photo": true }) : initials(name));
  }
  stone.toggleAttribute("data-hue", !photo);
  stone.querySelector("img")?.setAttribute("data-focus", focusName(values.fokus));
  card.querySelector("[data-name]").textContent = name;
  const district = DATA.lists.district.find((one) => one.value === values.kecamatan);
  card.querySelector("[data-place]").textContent = values.kecamatan === DATA.words.elsewhere ? "" : [values.desa, district?.label].filter(Boolean).join(", ");
  card.querySelector("[data-tagline]").textContent = values.ringkasan || madeTagline(values, district);
  const topics = (values.topik ?? []).slice(0, 2).map((topic) => element("span", { class: "chip", "data-hue": topic }, labelOf("topik", topic)));
  const open = values.jasa?.length && values.kerja_sama !== "tidak" ? [element("span", { class: "chip", "data-open": true }, "Menerima kerja sama")] : [];
  const community = values.jenis === "komunitas" ? [element("span", { class: "chip" }, "Komunitas")] : [];
  card.querySelector("[data-chips]").replaceChildren(...community, ...topics, ...open);
}

const labelOf = (name, value) => DATA.keys.find((key) => key.name === name).choices.find((one) => one.value === value)?.label ?? value;
const listed = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${items.length > 2 ? "," : ""} dan ${items.at(-1)}`);

function initials(name) {
  const parts = words(name).map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? "").filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : ""].join("").toUpperCase();
}

/* Without a line of its own a creator gets one that is true. */
function madeTagline(values, district) {
  const topics = listed((values.topik ?? []).map((topic) => (topic === "umkm" ? "UMKM" : labelOf("topik", topic).toLowerCase())));
  const platforms = [...new Set((values.akun ?? []).map((text) => readLink(text)).filter((link) => !link.refused && link.platform !== "website").map((link) => DATA.links.platforms.find((row) => row.key === link.platform).label))];
  const from = district && values.kecamatan !== DATA.words.elsewhere ? `dari ${district.label}` : "";
  const maker = ["Kreator", topics, from].filter(Boolean).join(" ");
  return platforms.length ? `${maker}, di ${listed(platforms)}` : maker;
}
