/* The search page. Pagefind and its index are fetched on first use, never before. */
const form = document.querySelector('[data-module="search"]');
const status = document.querySelector("[data-status]");
const list = document.querySelector("[data-results]");
const more = document.querySelector("[data-more]");
const examples = document.querySelector("[data-examples]");
const PAGE = 10;
let engine, hits = [], shown = 0, turn = 0;

const say = (name, values = {}) => {
  status.textContent = Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), form.dataset[name] ?? "");
};

function load() {
  engine ??= import(new URL(`${form.dataset.index}pagefind.js`, location.href).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 18 });
    await pagefind.init();
    return pagefind;
  }).catch((error) => { engine = undefined; throw error; });
  return engine;
}

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/* Highlights are <mark> in a text of ours or of a creator: everything else in it stays text. */
function highlighted(excerpt) {
  const plain = (text) => new DOMParser().parseFromString(text.replaceAll("<", "&lt;"), "text/html").documentElement.textContent;
  const parts = excerpt.split(/(<mark>[^<]*<\/mark>)/);
  return element("p", {}, ...parts.map((part) => (part.startsWith("<mark>") ? element("mark", {}, plain(part.slice(6, -7))) : plain(part))));
}

function row({ meta, excerpt }) {
  const image = { width: 64, height: 64, alt: "", loading: "lazy", src: form.dataset.root + meta.image };
  const face = element("div", { className: "avatar search-results__image" }, meta.image ? element("img", image) : meta.title.trim().charAt(0).toUpperCase());
  if (!meta.image) face.setAttribute("aria-hidden", "true");
  const title = element("h3", {}, element("a", { href: form.dataset.root + meta.go }, meta.title));
  const note = element("p", { className: "muted" }, [meta.kind, meta.note].filter(Boolean).join(" · "));
  return element("li", {}, face, element("div", {}, title, note, highlighted(excerpt)));
}

async function showMore(mine = turn) {
  const next = await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()));
  if (mine !== turn) return;
  const rows = next.map(row);
  list.append(...rows);
  if (shown) rows[0]?.querySelector("a").focus();
  shown += next.length;
  more.hidden = shown >= hits.length;
}

async function search(write = true) {
  const mine = ++turn;
  const q = form.elements.q.value.trim();
  const jenis = form.elements.jenis.value;
  if (write) history.replaceState(null, "", q ? `?${new URLSearchParams({ q, ...(jenis && { jenis }) })}` : location.pathname);
  if (examples) examples.hidden = Boolean(q);
  if (!q) { list.replaceChildren(); more.hidden = true; status.textContent = ""; return; }
  say("loading");
  try {
    const pagefind = await load();
    const found = await pagefind.search(q, jenis ? { filters: { jenis } } : {});
    if (mine !== turn) return;
    hits = found.results;
    shown = 0;
    list.replaceChildren();
    await showMore(mine);
    if (mine === turn) say(hits.length ? "count" : "none", { n: hits.length, q });
  } catch {
    if (mine === turn) say("failed");
  }
}

function restore() {
  const query = new URLSearchParams(location.search);
  form.elements.q.value = query.get("q") ?? "";
  form.elements.jenis.value = query.get("jenis") ?? "";
  if (form.elements.q.value) search(false);
}

if (form) {
  let waiting;
  form.elements.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.elements.q.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 250); });
  form.addEventListener("change", (event) => { if (event.target.name === "jenis") search(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
  more.addEventListener("click", () => showMore());
  addEventListener("pageshow", restore);
}
