/* What is published already, from `kelola/tayang.json`: slug -> `{name, old, accounts}`. Nobody else's folder or account
   is taken over; `own` is the slug under which the profile that was opened is published, or "". */
const nameOf = (slug) => `${DATA.published[slug].name} (kreator/${slug})`;
const slugs = () => Object.keys(DATA.published);

/* The profile that has a folder, or had it. */
const folderOwner = (slug) => slugs().find((one) => one === slug) ?? slugs().find((one) => DATA.published[one].old.includes(slug)) ?? "";

/* The other profile that lists an account. Websites may be shared, as in plugins/showcase/profiles/across.py. */
function accountOwner(link, own) {
  const isOwned = !link.refused && link.platform !== "website";
  return isOwned ? slugs().find((slug) => slug !== own && DATA.published[slug].accounts.includes(sameThing(link))) ?? "" : "";
}

/* The published profile that an opened text is: the most accounts in common, else the same name; "" if none or not sure. */
function publishedAs({ nama, akun = [] }) {
  const accounts = akun.map(readLink).filter((link) => !link.refused).map(sameThing);
  const points = ({ name, accounts: theirs }) => 2 * theirs.filter((one) => accounts.includes(one)).length + (nama === name ? 1 : 0);
  const [first, second] = slugs().map((slug) => ({ slug, points: points(DATA.published[slug]) })).sort((one, other) => other.points - one.points);
  return first?.points && first.points !== second?.points ? first.slug : "";
}

/* `note` with `taken`: it is told at once, not only when the field is left. */
function checkTaken(values, slug, own, note) {
  const owner = folderOwner(slug), isMoved = own && slug !== own && !values.alamat_lama?.includes(own);
  if (owner && owner !== own) note("slug", `Folder ini milik profil ${nameOf(owner)}. Bila orangnya sama, buka dahulu isi index.md profil itu di sini; bila bukan, pakai nama lain.`, { taken: true });
  else if (isMoved) note("slug", `Profil ini tayang di folder ${own}. Tulis ${own}; bila foldernya memang diganti, tulis ${own} di alamat lama.`, { taken: true });
  for (const link of (values.akun ?? []).map(readLink)) {
    if (accountOwner(link, own)) note("akun", accountTaken(link, accountOwner(link, own)), { taken: true });
  }
}

const accountTaken = (link, owner) => `${platformLabel(link)} ${link.handle || link.canonical} sudah ada di profil ${nameOf(owner)}. Satu akun hanya di satu profil.`;
