/* A cover becomes a button, and the video comes only after a tap on it. */
(() => {
  function play(button, link) {
    const src = `${link.dataset.player}${link.dataset.player.includes("?") ? "&" : "?"}autoplay=1`;
    const allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    /* Without a referrer the platform answers with an error (153). */
    const referrerPolicy = "strict-origin-when-cross-origin";
    const frame = Object.assign(document.createElement("iframe"), { title: link.dataset.title, allow, allowFullscreen: true, referrerPolicy, src });
    const stage = Object.assign(document.createElement("div"), { className: "cover" });
    stage.append(frame);
    button.replaceWith(stage);
    frame.focus();
  }

  for (const link of document.querySelectorAll('[data-module="player"]')) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: link.className });
    if (link.dataset.hue) button.dataset.hue = link.dataset.hue;
    button.setAttribute("aria-label", link.dataset.label);
    button.append(...link.childNodes);
    button.addEventListener("click", () => play(button, link));
    link.replaceWith(button);
  }
})();
