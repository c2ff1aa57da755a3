/* Marking creators and sending them as one WhatsApp text. Kept on this device, and only after a tap. */
(() => {
  const bar = document.querySelector('[data-module="shortlist"]');
  if (!bar) return;
  const boxes = [...document.querySelectorAll("[data-mark]")];
  const status = bar.querySelector('[role="status"]');
  const send = bar.querySelector("[data-send]");

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(bar.dataset.key) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one?.slug === "string") : [];
    } catch {
      return [];
    }
  }

  /* A browser that keeps nothing still sends what is marked on this page. */
  function keep(marked) {
    try {
      if (marked.length) localStorage.setItem(bar.dataset.key, JSON.stringify(marked));
      else localStorage.removeItem(bar.dataset.key);
    } catch { /* marked until the page is left */ }
  }

  function show(marked) {
    const slugs = new Set(marked.map((one) => one.slug));
    for (const box of boxes) box.checked = slugs.has(box.dataset.slug);
    bar.hidden = !marked.length;
    status.textContent = marked.length ? status.dataset.one.replace("{n}", marked.length) : "";
    const lines = marked.map((one, index) => `${index + 1}. ${one.name}\n${one.url}`);
    send.href = `https://wa.me/?text=${encodeURIComponent([bar.dataset.intro, ...lines].join("\n"))}`;
  }

  let marked = read();
  for (const box of boxes) {
    box.addEventListener("change", () => {
      marked = marked.filter((one) => one.slug !== box.dataset.slug);
      if (box.checked) marked.push({ slug: box.dataset.slug, name: box.dataset.name, url: new URL(box.dataset.path, location.href).href });
      keep(marked);
      show(marked);
    });
  }
  bar.querySelector("[data-clear]").addEventListener("click", () => { marked = []; keep(marked); show(marked); boxes[0]?.focus(); });
  show(marked);
})();
