/* Photos at full size in the browser's own dialog; without it the link opens the picture. */
(() => {
  const links = [...document.querySelectorAll('[data-module="lightbox"]')];
  if (!links.length || !window.HTMLDialogElement) return;

  let box, shown, group;

  function element(name, className, parent) {
    const made = Object.assign(document.createElement(name), { className });
    parent?.append(made);
    return made;
  }

  function button(label, sign, parent, act) {
    const made = Object.assign(element("button", "", parent), { type: "button", textContent: sign });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  function build({ close, previous, next }) {
    box = element("dialog", "lightbox", document.body);
    const bar = element("div", "lightbox__bar", box);
    box.place = element("p", "", bar);
    button(close, "×", bar, () => box.close());
    box.stage = element("picture", "", box);
    const foot = element("div", "lightbox__foot", box);
    box.previous = button(previous, "←", foot, () => show(shown - 1));
    box.words = element("p", "", foot);
    box.next = button(next, "→", foot, () => show(shown + 1));
    box.words.setAttribute("role", "status");
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") show(shown - 1);
      if (event.key === "ArrowRight") show(shown + 1);
    });
  }

  /* The cover's own formats, or those that the link of a further photo names. */
  function sources(link) {
    const formats = [...link.querySelectorAll("source")].map(({ type, srcset }) => ({ type, srcset }));
    const { type, srcset } = link.dataset;
    return (srcset ? [{ type, srcset }] : formats).map((format) => Object.assign(document.createElement("source"), format, { sizes: "100vw" }));
  }

  function show(number) {
    if (number < 0 || number >= group.length) return;
    shown = number;
    const link = group[number];
    const card = link.closest(".work");
    const said = (name) => link.dataset[name] ?? card.querySelector(`.work__${name}`)?.textContent;
    const caption = said("caption") ?? card.querySelector("h3").textContent;
    const credit = said("credit");
    const image = Object.assign(document.createElement("img"), { src: link.href, alt: link.dataset.alt });
    box.stage.replaceChildren(...sources(link), image);
    box.setAttribute("aria-label", caption);
    box.words.textContent = [caption, credit].filter(Boolean).join(" · ");
    box.place.textContent = group.length > 1 ? `${number + 1} / ${group.length}` : "";
    box.previous.hidden = box.next.hidden = group.length < 2;
    box.previous.disabled = number === 0;
    box.next.disabled = number === group.length - 1;
  }

  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!box) build(link.closest("[data-close]").dataset);
      group = links.filter((other) => other.closest(".work") === link.closest(".work"));
      show(group.indexOf(link));
      box.showModal();
    });
  }
})();
