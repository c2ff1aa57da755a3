/* Share and copy. Browsers inside chat apps often have neither: then the address is shown to be copied by hand. */
(() => {
  const address = location.href.split(/[?#]/)[0];
  const status = document.querySelector("[data-share-status]");

  function copyOldWay() {
    const field = Object.assign(document.createElement("textarea"), { value: address, readOnly: true });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  async function copy(button) {
    let done;
    try {
      await navigator.clipboard.writeText(address);
      done = true;
    } catch {
      done = copyOldWay();
      button.focus();
    }
    if (status) status.textContent = done ? button.dataset.copied : address;
  }

  async function share(button) {
    if (!navigator.share) { await copy(button); return; }
    try {
      await navigator.share({ title: button.dataset.title, url: address });
    } catch (stopped) {
      if (stopped.name !== "AbortError") await copy(button);
    }
  }

  for (const button of document.querySelectorAll('[data-module="share"]')) button.addEventListener("click", () => share(button));
  for (const button of document.querySelectorAll('[data-module="copy"]')) button.addEventListener("click", () => copy(button));
})();
