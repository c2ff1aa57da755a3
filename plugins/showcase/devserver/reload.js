// Reload the page when the site has been rebuilt; show what is wrong above it. Added by `serve`, never published.
(() => {
  const shown = Number(new URL(document.currentScript.src).searchParams.get("versi"));
  let stream = null;
  let banner = null;

  // Only a visible page listens: a browser opens at most six connections to one host.
  function listen() {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource("/__kejadian");
      stream.onmessage = (event) => follow(JSON.parse(event.data));
    }
  }

  function follow({ versi, salah }) {
    if (versi !== shown) {
      location.reload();
    } else {
      show(salah);
    }
  }

  function show(text) {
    banner?.remove();
    banner = null;
    if (!text) return;
    banner = document.createElement("div");
    banner.id = "serve-kesalahan";
    const inside = banner.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
      section { box-sizing: border-box; max-height: 60vh; overflow: auto; padding: 1rem 1.25rem;
                background: #5c1010; color: #fff; border-top: 4px solid #ffb4a8; font: 16px/1.5 system-ui, sans-serif; }
      h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
      pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, monospace; }
      button { float: right; min-height: 2.5rem; padding: 0 1rem; border: 1px solid #fff; border-radius: 4px;
               background: transparent; color: inherit; font: inherit; cursor: pointer; }`);
    inside.adoptedStyleSheets = [sheet];
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    const close = document.createElement("button");
    close.textContent = "Tutup";
    close.addEventListener("click", () => banner?.remove());
    const title = document.createElement("h2");
    title.textContent = "Perubahan terakhir belum dapat dibangun. Halaman ini dari situs terakhir yang baik.";
    const lines = document.createElement("pre");
    lines.textContent = text;
    section.append(close, title, lines);
    inside.append(section);
    document.body.append(banner);
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
