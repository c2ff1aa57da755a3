/* A cover becomes a button, and the video comes only after a tap on it. */
(() => {
  function play(button, link) {
    const frame = document.createElement("iframe");
    frame.src = `${link.dataset.player}${link.dataset.player.includes("?") ? "&" : "?"}autoplay=1`;
    frame.title = link.dataset.title;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    /* Without a referrer the platform answers with an error (153). */
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    const stage = document.createElement("div");
    stage.className = "cover";
    stage.append(frame);
    button.replaceWith(stage);
    frame.focus();
  }

  for (const link of document.querySelectorAll('[data-module="player"]')) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    if (link.dataset.hue) button.dataset.hue = link.dataset.hue;
    button.setAttribute("aria-label", link.dataset.label);
    button.append(...link.childNodes);
    button.addEventListener("click", () => play(button, link));
    link.replaceWith(button);
  }
})();
