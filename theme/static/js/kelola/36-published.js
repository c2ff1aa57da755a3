/* What is published already, from `kelola/tayang.json`: slug -> `{name, old, accounts}`. Nobody else's folder or account
   is taken over; `own` is the slug under which the profile that was opened is published, or "". */
const nameOf = (slug) => `${DATA.published[slug].name} (kreator/${slug})`;

/* The profile that has a folder, or had it. */
const folderOwner = (slug) => Object.keys(DATA.published).find((one) => one === slug) ?? Object.keys(DATA.published).find((one) => DATA.published[one].old.includes(slug)) ?? "";

/* The other profile that lists an account. Websites may be shared, as in plugins/showcase/profiles/across.py. */
function accountOwner(link, own) {
  if (link.refused || link.platform === "website") return "";
  const same = sameThing(link);
  return Object.keys(DATA.published).find((slug) => slug !== own && DATA.published[slug].accounts.includes(same)) ?? "";
}

/* The published profile that an opened text is: the most accounts in common, else the same name; "" if none or not sure. */
function publishedAs(values) {
  const accounts = (values.akun ?? []).map((text) => readLink(text)).filter((link) => !link.refused).map(sameThing);
  const shared = (slug) => DATA.published[slug].accounts.filter((one) => accounts.includes(one)).length;
  const points = (slug) => 2 * shared(slug) + (tidy(values.nama ?? "") === DATA.published[slug].name ? 1 : 0);
  const [first, second] = Object.keys(DATA.published).map((slug) => ({ slug, points: points(slug) })).sort((one, other) => other.points - one.points);
  return first?.points && first.points !== second?.points ? first.slug : "";
}

/* `note` with `taken`: it is told at once, not only when the field is left. */
function checkTaken(values, slug, own, note) {
  const owner = folderOwner(slug);
  if (owner && owner !== own) note("slug", `Folder ini milik profil ${nameOf(owner)}. Bila orangnya sama, buka dahulu isi index.md profil itu di sini; bila bukan, pakai nama lain.`, { taken: true });
  else if (own && slug !== own && !values.alamat_lama?.includes(own)) note("slug", `Profil ini tayang di folder ${own}. Tulis ${own}; bila foldernya memang diganti, tulis ${own} di alamat lama.`, { taken: true });
  for (const text of values.akun ?? []) {
    const link = readLink(text), other = accountOwner(link, own);
    if (other) note("akun", accountTaken(link, other), { taken: true });
  }
}

const accountTaken = (link, owner) => `${DATA.links.platforms.find((row) => row.key === link.platform).label} ${link.handle || link.canonical} sudah ada di profil ${nameOf(owner)}. Satu akun hanya di satu profil.`;
