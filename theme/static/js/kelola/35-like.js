/* Values of an existing profile as the lists of this page spell them: `Tanjung Pandan`, `Kec. Tanjungpandan` and
   `tanjungpandan` are one district; people write `umkm & pariwisata` where a list of words is meant. */
const OTHER_COMMAS = [/\s*[,;/&+|，、]\s*|\s+dan\s+/, /\s*[,;/&+|，、]\s*|\s+dan\s+|\s+/];
const bareName = (text) => slugify(text.toLowerCase().replace(/^(?:kecamatan |kec\. |desa |kelurahan )/, "")).replaceAll("-", "");
const listOf = (key) => (key.choices.length ? key.choices : DATA.lists[key.source]);

function likeLists(keys, values) {
  const out = Object.assign({}, values);
  for (const key of keys.filter((one) => out[one.name] !== undefined)) {
    const list = listOf(key), value = out[key.name];
    if (key.kind === "table") out[key.name] = likeLists(key.keys, value);
    else if (key.kind === "tables") out[key.name] = value.map((one) => likeLists(key.keys, one));
    else if (list) out[key.name] = Array.isArray(value) ? value.flatMap((text) => several(list, text)) : inList(list, value)?.value ?? value;
  }
  return keys === DATA.keys ? atHome(out) : out;
}

/* Each list is spelled out once. */
const SPELLED = new WeakMap();

function inList(list, text) {
  if (!SPELLED.has(list)) {
    const names = list.flatMap((one) => [one.value, one.label, ...(one.also ?? [])].map((name) => [bareName(name), one]));
    SPELLED.set(list, new Map(names.reverse()));
  }
  return SPELLED.get(list).get(bareName(text));
}

function several(list, text) {
  const whole = inList(list, text), split = OTHER_COMMAS.map((comma) => tidy(text).split(comma).map((piece) => inList(list, piece)));
  return whole ? [whole.value] : (split.find((found) => found.length > 1 && found.every(Boolean))?.map((one) => one.value) ?? [text]);
}

/* A village by its name or another one of it, and the district that it lies in. */
function atHome(values) {
  const districts = DATA.lists.district.filter((one) => !values.kecamatan || one.value === values.kecamatan);
  for (const district of values.desa ? districts : []) {
    const names = [...district.villages.map((name) => [name, name]), ...Object.entries(district.villagesAlso)];
    const found = names.find(([name]) => bareName(name) === bareName(values.desa));
    if (found) return { ...values, desa: found[1], kecamatan: district.value };
  }
  return values;
}
