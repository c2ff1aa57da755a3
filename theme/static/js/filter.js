/* Filters a list of creators in place: OR within a group, AND between groups. The state is in the address. */
(() => {
  const form = document.querySelector('[data-module="filter"]');
  const list = document.querySelector("[data-list]");
  if (!form || !list) return;

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim();
  const status = document.querySelector("[data-count]");
  const chosen = document.querySelector("[data-chosen]");
  const none = document.querySelector("[data-none]");
  const apply = form.querySelector("[data-apply]");
  const drawer = form.querySelector("details");
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const groups = [...new Set(boxes.map((box) => box.name))];
  const cards = [...list.children].map((item) => ({
    item,
    seen: true,
    text: fold(`${item.textContent} ${item.dataset.words ?? ""}`),
    keys: Object.fromEntries(groups.map((name) => [name, new Set((item.dataset[name] ?? "").split(" "))])),
  }));
  let speaking;

  const picked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);

  /* How often each value would be shown if it were chosen too. A group does not hold its own values down, so a card
     counts for all groups if none refuses it, and for the one group that alone refuses it. */
  function sift(words, choice) {
    const counts = Object.fromEntries(groups.map((name) => [name, new Map()]));
    const on = groups.filter((name) => choice[name].length);
    let shown = 0;
    for (const card of cards) {
      const said = words.every((word) => card.text.includes(word));
      const refused = said ? on.filter((name) => !choice[name].some((key) => card.keys[name].has(key))) : on;
      const hit = said && !refused.length;
      if (card.seen !== hit) card.item.hidden = !(card.seen = hit);
      shown += hit;
      if (!said || refused.length > 1) continue;
      for (const name of hit ? groups : refused) {
        for (const key of card.keys[name]) counts[name].set(key, (counts[name].get(key) ?? 0) + 1);
      }
    }
    return { shown, counts };
  }

  function recount(counts) {
    for (const box of boxes) {
      const number = box.parentElement.lastElementChild;
      const count = counts[box.name].get(box.value) ?? 0;
      if (number.textContent !== String(count)) number.textContent = count;
      const off = !count && !box.checked;
      if (box.disabled !== off) box.disabled = off;
    }
  }

  /* Cleared first, so that the same count is announced again. */
  function announce(shown, wait) {
    const text = status.dataset.count.replace("{n}", shown).replace("{total}", cards.length);
    clearTimeout(speaking);
    if (!wait) { status.textContent = text; return; }
    speaking = setTimeout(() => {
      status.textContent = "";
      requestAnimationFrame(() => { status.textContent = text; });
    }, wait);
  }

  function chip(label, title, act) {
    const item = document.createElement("li");
    const textContent = title ? `${label} ×` : label;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent });
    if (title) button.setAttribute("aria-label", title);
    button.addEventListener("click", () => { act(); update(); status.focus(); });
    item.append(button);
    return item;
  }

  function showChosen() {
    const on = boxes.filter((box) => box.checked);
    const chips = on.map((box) => {
      const label = box.nextElementSibling.textContent;
      return chip(label, chosen.dataset.remove.replace("{name}", label), () => { box.checked = false; });
    });
    if (on.length > 1) chips.push(chip(chosen.dataset.clear, "", clear));
    chosen.replaceChildren(...chips);
  }

  function clear() {
    form.elements.q.value = "";
    for (const box of boxes) box.checked = false;
  }

  function update(wait = 50, write = true) {
    const words = fold(form.elements.q.value).split(" ").filter(Boolean);
    const choice = Object.fromEntries(groups.map((name) => [name, picked(name)]));
    const { shown, counts } = sift(words, choice);
    none.hidden = shown > 0;
    apply.textContent = apply.dataset.apply.replace("{n}", shown);
    recount(counts);
    showChosen();
    announce(shown, wait);
    if (!write) return;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    form.elements.q.value = query.get("q") ?? "";
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    if (location.search) update(0, false);
  }

  status.tabIndex = -1;
  form.addEventListener("change", () => update());
  form.elements.q.addEventListener("input", () => update(400));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    drawer.open = false;
    status.scrollIntoView({ block: "start" });
    status.focus({ preventScroll: true });
  });
  document.querySelector("[data-reset]").addEventListener("click", () => { clear(); update(); status.focus(); });
  addEventListener("pageshow", restore);
})();
